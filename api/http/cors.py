"""Cross-origin requests (CORS): what scripts of other sites may read."""

from __future__ import annotations

from flask import request
from werkzeug.datastructures import Headers

SHARED = ("/v1/", "/oembed", "/openapi.json")
FEEDS = ("/feed.json", "/feed.atom")
PREFLIGHT_AGE = "7200"  # seconds, the most that browsers keep


def share(headers: Headers) -> None:
    """Let scripts of any site read the API and feeds, without credentials; writing from elsewhere is never allowed."""
    if not (request.path.startswith(SHARED) or request.path.endswith(FEEDS)):
        return
    method = request.method
    if method in ("GET", "HEAD", "OPTIONS"):
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Allow-Methods"] = "GET, HEAD"
        headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After, X-Request-Id"
        if method == "OPTIONS" and request.headers.get("Access-Control-Request-Method") in ("GET", "HEAD"):
            headers["Access-Control-Allow-Headers"] = "If-None-Match"
            headers["Access-Control-Max-Age"] = PREFLIGHT_AGE
