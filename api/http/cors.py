"""Cross-origin requests (CORS): what scripts of other sites may read."""

from __future__ import annotations

from flask import Response, request

from quotes.api.http.request_context import current_settings

SHARED = ("/v1/", "/oembed", "/openapi.json")
FEEDS = ("/feed.json", "/feed.atom")
PREFLIGHT_AGE = "7200"  # seconds, the most that browsers keep


def share(response: Response) -> None:
    """Let scripts of other sites read the API and feeds, without credentials; writing from elsewhere is never allowed.

    Of all sites where reading is open, of none where it is closed, or of those that a setting names.
    """
    if not (request.path.startswith(SHARED) or request.path.endswith(FEEDS)):
        return
    headers, method, settings = response.headers, request.method, current_settings()
    named = settings.cors_origins
    if named is None and not settings.open_reading:
        return
    if named:
        response.vary.add("Origin")
    origin = "*" if named is None else request.headers.get("Origin", "").lower()
    if method in ("GET", "HEAD", "OPTIONS") and (named is None or origin in named):
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Allow-Methods"] = "GET, HEAD"
        headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After, X-Request-Id"
        if method == "OPTIONS" and request.headers.get("Access-Control-Request-Method") in ("GET", "HEAD"):
            headers["Access-Control-Allow-Headers"] = (
                "If-None-Match" if settings.open_reading else "If-None-Match, Authorization")
            headers["Access-Control-Max-Age"] = PREFLIGHT_AGE
