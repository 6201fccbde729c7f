"""Headers of every answer: what a browser may load, who may frame it, and who may keep it."""

from __future__ import annotations

from flask import Flask, Response, g, request

from quotes.api.http.access.editor_names import told_to_this_caller
from quotes.api.http.cors import share
from quotes.api.http.request_context import current_settings

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
CARD = ("default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors *")
PICTURE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
DOCS = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
POLICY = "Content-Security-Policy"


def dress(response: Response) -> Response:
    """Add to an answer the headers that its view did not set."""
    headers = response.headers
    headers.setdefault(POLICY, PAGE if response.mimetype == "text/html" else NOTHING)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    if current_settings().noindex:
        headers["X-Robots-Tag"] = "noindex"
    if g.get("session_key"):
        headers.setdefault("Cache-Control", "private, no-cache")  # its menu and buttons are those of one person
    if "Cache-Control" not in headers:
        headers["Cache-Control"] = "no-cache" if request.method in ("GET", "HEAD") else "no-store"
    if headers["Cache-Control"] == "no-cache" and told_to_this_caller():
        headers["Cache-Control"] = "private, no-cache"
    if not current_settings().open_reading:
        headers["Cache-Control"] = "private, no-store"
        response.vary.add("Authorization")
    share(response)
    return response


def register(app: Flask) -> None:
    """Dress every answer of an application."""
    app.after_request(dress)
