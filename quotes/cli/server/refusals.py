"""Refusals of the server itself, before there is a request for the application: problem documents like all others."""

from __future__ import annotations

import json
import logging
import secrets

REQUESTS = logging.getLogger("quotes.requests")
ADDRESS = ("Letters other than ASCII, blanks and the like are percent-encoded in an address: é is %C3%A9 there, "
           "a blank is %20.")
DETAILS = {
    400: f"The request could not be read as HTTP. {ADDRESS}",
    408: "The request did not arrive in time; send it again, without long pauses.",
    414: "The address is too long.",
    417: "The header Expect can only ask for 100-continue.",
    429: "Too many requests of this address are being answered; send this one again in a moment.",
    431: "A header is too long, or there are too many of them.",
    503: "Too many requests wait already; send this one again in a moment.",
}
TITLES = {408: "The request did not arrive", 429: "Too many requests", 503: "The service is busy"}
LINES = {408: "Request Timeout", 429: "Too Many Requests", 503: "Service Unavailable"}
KINDS = {408: "too-slow", 429: "too-many", 503: "busy"}


def refusal(status: int, address: str | None, prefix: str = "") -> bytes:
    """An answer of ours that refuses a request, ready to be sent; noted in the log."""
    return written(f"HTTP/1.1 {status} {LINES[status]}".encode(), TITLES[status], address,
                   f"{prefix}/problems/{KINDS[status]}")


def written(status_line: bytes, title: str, address: str | None, kind: str = "about:blank") -> bytes:
    """A whole answer with this status line, after which the connection is closed."""
    status = int(status_line.split(b" ", 2)[1])
    request_id = secrets.token_hex(8)
    problem = {"type": kind, "title": title, "status": status,
               "detail": DETAILS.get(status, "The request could not be read as HTTP."),
               "instance": "", "request_id": request_id}
    REQUESTS.info("no request", extra={"fields": {"request_id": request_id, "status": status, "address": address}})
    body = json.dumps(problem).encode()
    again = "Retry-After: 1\r\n" if status in (429, 503) else ""
    head = (f"\r\nConnection: close\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n{again}"
            f"X-Request-Id: {request_id}\r\nContent-Length: {len(body)}\r\n\r\n")
    return status_line + head.encode() + body
