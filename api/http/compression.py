"""Answers of the API and feeds packed with gzip, for callers who ask for it.

Pages are left as they are: they hold what guards their forms beside words that a caller chose. So are single quotes
and speakers, which are short: their ETag has to be a strong one, since If-Match takes no other, and a packed answer's
is weak.
"""

from __future__ import annotations

import gzip
from http import HTTPStatus

from flask import Flask, Response, g, request

SMALLEST = 1000  # bytes; below that packing saves no packet
LEVEL = 5
PACKED = frozenset({"application/json", "application/x-ndjson", "application/ld+json", "application/feed+json",
                    "application/atom+xml", "text/csv"})


def pack(response: Response) -> Response:
    """Pack an answer whose caller asked for it, if it is long enough; caches learn that others get it unpacked."""
    if _may_be_packed(response):
        response.vary.add("Accept-Encoding")
        if _is_long(response) and request.accept_encodings["gzip"] > 0:
            if response.status_code != HTTPStatus.NOT_MODIFIED:
                response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
                response.content_encoding = "gzip"
            digest, _ = response.get_etag()
            if digest:
                response.set_etag(digest, weak=True)
    return response


def _may_be_packed(response: Response) -> bool:
    return (response.status_code in (200, 304) and not response.is_streamed and response.mimetype in PACKED
            and g.get("version") is None)


def _is_long(response: Response) -> bool:
    return (response.content_length or 0) >= SMALLEST


def register(app: Flask) -> None:
    """Pack the answers of an application."""
    app.after_request(pack)
