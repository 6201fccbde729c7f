"""Conditional requests: the ETag that an answer goes out with, and the If-None-Match and If-Match that come back.

A tag is v, the record's version and a digest of the answer: "v3-8f2a…". The digest tells caches whether the bytes are
the same; an editor's If-Match is compared by the version alone, inside the transaction that writes, so that a
change of somebody else's is never overwritten and another form of the same answer does as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any

from flask import Response, g, make_response, request

from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_store

MARK = "v"
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE")
ASK = "Read it first, and send its ETag as If-Match, so that nobody's change is overwritten unseen."
IF_MATCH = {"in": "header", "name": "If-Match", "required": False, "schema": {"type": "string"},
            "description": "The ETag of what you read; * for whatever is there. Without it the answer is 428."}


def note_version(id: str) -> None:
    """Note the version of what this answer will show; call it before the record is read, never after."""
    g.version = current_store().version(id)


def add_tag(response: Response) -> None:
    """Give an answer its tag: the digest of its bytes, after the version if one was noted."""
    if "ETag" not in response.headers:
        response.set_etag(blake2b(response.get_data(), digest_size=16).hexdigest())
    version = g.get("version")
    if version is not None:
        digest, _ = response.get_etag()
        response.set_etag(f"{MARK}{version}-{digest}")


def tagged(view: Callable[..., Any]) -> Callable[..., Any]:
    """Give a view's answer its tag."""

    @wraps(view)
    def with_tag(*args: Any, **kwargs: Any) -> Response:
        response = make_response(view(*args, **kwargs))
        add_tag(response)
        return response

    return with_tag


def seen(needed: bool = True) -> frozenset[int] | None:
    """The versions that the caller has seen, by If-Match; None where any will do (*).

    A Problem if none was sent and one is needed; a tag that is none of ours matches no version.
    """
    if "If-Match" not in request.headers:
        if needed:
            raise Problem("version-needed", ASK)
        return None
    tags = request.if_match
    if tags.star_tag:
        return None
    return frozenset(version for tag in tags if (version := _version_in(tag)) is not None)


def _version_in(tag: str | None) -> int | None:
    if tag is None:  # an empty tag
        return None
    digits = tag.partition("-")[0].removeprefix(MARK)
    is_number = tag.startswith(MARK) and digits.isascii() and digits.isdigit() and len(digits) < 10
    return int(digits) if is_number else None


def conditional(response: Response) -> Response:
    """Give a response its ETag, and leave its bytes out if the caller has them."""
    add_tag(response)
    return unless_known(response)


def unless_known(response: Response) -> Response:
    """Leave the bytes of a tagged response out if the caller has them; a Problem if it is not what If-Match wants."""
    if not any(condition in request.environ for condition in CONDITIONS):
        return response
    wanted, asked = request.if_match, dict(request.environ)
    if asked.pop("HTTP_IF_MATCH", None) is not None:  # werkzeug takes * for a tag, and would answer with the bytes
        digest, weak = response.get_etag()
        if not wanted.star_tag and (weak or digest not in wanted):
            raise Problem("changed-since", "None of the ETags in If-Match is the present one.")
    return response.make_conditional(asked)
