"""What callers would prefer (RFC 7240): to be answered at once, while the work goes on."""

from __future__ import annotations

from flask import Request
from werkzeug.http import parse_list_header

ASYNC = "respond-async"
PREFER = {"in": "header", "name": "Prefer", "required": False, "schema": {"type": "string"}, "example": ASYNC,
          "description": "With respond-async (RFC 7240) the answer is 202 at once, and the work is a job. Other "
                         "preferences are passed over."}


def prefers_async(request: Request) -> bool:
    """Whether the caller would have the work go on after the answer."""
    wanted = ",".join(request.headers.getlist("Prefer"))
    return any(one.partition(";")[0].strip().lower() == ASYNC for one in parse_list_header(wanted))
