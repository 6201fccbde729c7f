"""The service below a path: https://example.org/quotes behind a server that passes requests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def mounted(app: Wsgi, prefix: str) -> Wsgi:
    """The application below a path, whether the server in front leaves the path in a request or takes it off."""
    if not prefix:
        return app

    def below(environment: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environment.get("PATH_INFO", "")
        if path == prefix or path.startswith(f"{prefix}/"):
            path = path[len(prefix):] or "/"
        return app({**environment, "SCRIPT_NAME": prefix, "PATH_INFO": path}, start_response)

    return below
