"""The caller's address behind servers that pass requests on, as far as those are trusted."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def trust(app: Flask, proxies: int) -> None:
    """Take the caller's address from X-Forwarded-For, which so many servers in front have each added to.

    Of the headers of a server in front only the address is used, never a host.
    """
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, proxies, 0)  # type: ignore[method-assign]  # as Flask's manual says
