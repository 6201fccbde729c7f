"""Content negotiation: the format that a request wants, by `format` or else by Accept, and answers written in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, request

from quotes.api.http.conditional_requests import conditional
from quotes.schemas.formats.catalogue import BY_NAME, FORMATS
from quotes.schemas.formats.contract import Format

JSON_TYPE, CHARSET = "application/json", "; charset=utf-8"
# What Accept can name: each format, None being JSON, by its media type, with or without the charset that all are in.
OFFERED = {f"{media_type}{charset}": format_ for charset in ("", CHARSET)
           for media_type, format_ in ((JSON_TYPE, None), *((format_.media_type, format_) for format_ in FORMATS))}


def told_apart(response: Response) -> Response:
    """The response with its own tag, and a word for caches that another Accept is answered otherwise."""
    response.headers["Vary"] = "Accept"
    return conditional(response)


def wanted_format(query: Mapping[str, Any]) -> Format | None:
    """The format that is wanted, None for JSON; what nobody can give is answered in JSON."""
    if "format" in query:
        return BY_NAME.get(query["format"])
    if not request.accept_mimetypes:
        return None
    return OFFERED[request.accept_mimetypes.best_match(OFFERED, JSON_TYPE)]


def in_format(format_: Format, text: str) -> Response:
    """The response with a text in a format."""
    return Response(text, content_type=f"{format_.media_type}{CHARSET if format_.name == 'csv' else ''}")
