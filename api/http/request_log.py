"""One line for each request, and one for each failure: what was asked and how it went, no query, no body, no key.

Paths have no query in the log: a query can hold words that somebody is looking for. Of a failure inside, its kind
and the places in the program are logged, not its message, which can hold words of an article.
"""

from __future__ import annotations

import logging
import time
import traceback
from types import TracebackType
from typing import Any

from flask import Flask, Response, g, request

from quotes.api.http.authentication import key_in_use
from quotes.api.http.request_id import request_id

REQUESTS = logging.getLogger("quotes.requests")
FAILURES = logging.getLogger("quotes.failures")
LONGEST_PATH = 300  # characters, of 12 bytes at most: a line stays below what a pipe takes in one piece, 4096 bytes
FEWEST_FRAMES = 12
Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def _begin() -> None:
    g.began = time.perf_counter()


def took() -> float:
    """How many seconds this request has taken so far."""
    return time.perf_counter() - getattr(g, "began", time.perf_counter())


def _note(response: Response) -> Response:
    level = logging.ERROR if response.status_code == 500 else logging.INFO
    if REQUESTS.isEnabledFor(level):
        key = key_in_use()
        REQUESTS.log(level, "request", extra={"fields": {
            "request_id": request_id(), "method": request.method, "path": request.path[:LONGEST_PATH],
            "status": response.status_code, "milliseconds": round(took() * 1000, 1),
            "bytes": response.content_length, "address": request.remote_addr, "key": key.prefix if key else None,
        }})
    return response


def note_failure(what: str, **fields: Any) -> None:
    """Log a failure that is answered for, in our own words."""
    FAILURES.error(what, extra={"fields": {"request_id": request_id(), **fields}})


def _note_exception(failure: Failure) -> None:
    kind, error, _ = failure
    frames = traceback.extract_tb(error.__traceback__)[-FEWEST_FRAMES:] if error else []
    note_failure("a request failed inside", error=kind.__name__ if kind else None,
                 at=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames])


def register(app: Flask) -> None:
    """Log every request of an application, and every failure inside."""
    app.before_request(_begin)
    app.after_request(_note)
    app.log_exception = _note_exception  # type: ignore[method-assign,assignment]  # Flask's would log the message
