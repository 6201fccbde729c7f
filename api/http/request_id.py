"""An id for each request: in its answer, in a problem, and in the log, so that a report leads to the line there."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, request

HEADER = "X-Request-Id"
LONGEST = 64
SIGNS = frozenset("-_.")


def request_id() -> str:
    """The id of this request: the one that a server in front gave it, if it can stand in a log, else a new one."""
    if "request_id" not in g:
        given = request.headers.get(HEADER, "")
        g.request_id = given if _will_do(given) else secrets.token_hex(8)
    found: str = g.request_id
    return found


def _will_do(given: str) -> bool:
    return 0 < len(given) <= LONGEST and all(c.isascii() and (c.isalnum() or c in SIGNS) for c in given)


def _tell(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    return response


def register(app: Flask) -> None:
    """Put the id of each request into its answer."""
    app.after_request(_tell)
