"""Headers of every answer: what a browser may load, who may frame it, read it from elsewhere, and keep it."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.datastructures import Headers

from quotes.api.http.request_context import current_settings

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
CARD = ("default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors *")
PICTURE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
DOCS = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
SHARED = ("/v1/", "/oembed", "/openapi.json")
FEEDS = ("/feed.json", "/feed.atom")
PREFLIGHT_AGE = "7200"  # seconds, the most that browsers keep
POLICY = "Content-Security-Policy"


def dress(response: Response) -> Response:
    """Add to an answer the headers that its view did not set."""
    headers = response.headers
    headers.setdefault(POLICY, PAGE if response.mimetype == "text/html" else NOTHING)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    if current_settings().noindex:
        headers["X-Robots-Tag"] = "noindex"
    if "Cache-Control" not in headers:
        headers["Cache-Control"] = "no-cache" if request.method in ("GET", "HEAD") else "no-store"
    if not current_settings().open_reading:
        headers["Cache-Control"] = "private, no-store"
        response.vary.add("Authorization")
    if request.path.startswith(SHARED) or request.path.endswith(FEEDS):
        _share(headers)
    return response


def _share(headers: Headers) -> None:
    """Let scripts of any site read an answer, without credentials; writing from elsewhere is never allowed."""
    method = request.method
    if method in ("GET", "HEAD", "OPTIONS"):
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Allow-Methods"] = "GET, HEAD"
        headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After, X-Request-Id"
        if method == "OPTIONS" and request.headers.get("Access-Control-Request-Method") in ("GET", "HEAD"):
            headers["Access-Control-Allow-Headers"] = "If-None-Match"
            headers["Access-Control-Max-Age"] = PREFLIGHT_AGE


def register(app: Flask) -> None:
    """Dress every answer of an application."""
    app.after_request(dress)
