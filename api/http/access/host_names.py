"""The hosts that a request may name: where a setting lists them, any other is refused, so that nothing is built on it.

The host of the public address is always one of them. Health checks come by whatever address the machine has, and are
answered under any name.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import Flask, request

from quotes.api.http.problems import Problem
from quotes.settings import Settings

HEALTH = ("running.show_health", "running.show_readiness")


def is_one_of(host: str, names: Iterable[str]) -> bool:
    """Whether a Host header names one of these hosts, whatever its port; .example.org stands for all below it."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    return any(name == one or (one.startswith(".") and name.endswith(one)) for one in names)


def register(app: Flask, settings: Settings) -> None:
    """Look at the host of every request, if a setting lists hosts; before anything else is done with it."""
    if not settings.trusted_hosts:
        return
    names = frozenset({*settings.trusted_hosts, urlsplit(settings.public_url).hostname or ""})

    def check() -> None:
        if request.endpoint not in HEALTH and not is_one_of(request.headers.get("Host", ""), names):
            raise Problem("bad-request", "This service does not answer under the host that the request names.")

    app.before_request(check)
