"""Refusals of the server itself, before there is a request for the application: problem documents like all others."""

from __future__ import annotations

import json
import logging
import secrets
from http import HTTPStatus

from quotes.cli.server.rules import Rules

REQUESTS = logging.getLogger("quotes.requests")
ADDRESS = ("Letters other than ASCII, blanks and the like are percent-encoded in an address: é is %C3%A9 there, "
           "a blank is %20.")
DETAILS = {
    400: f"The request could not be read as HTTP. {ADDRESS}",
    408: "The request did not arrive in time; send it again, without long pauses.",
    413: "A body has at most {most} bytes here; send less at once.",
    414: "The address is too long.",
    431: "A header is too long, or there are too many of them.",
    501: "This encoding of a body is not known; send it as it is, or in chunks.",
    505: "This version of HTTP is not known; send HTTP/1.1.",
    503: "Too many requests wait already; send this one again in a moment.",
}
SLUGS = {408: "too-slow", 413: "too-large", 503: "busy"}  # of kinds that the application answers as well


def refusal(status: int, address: str | None, rules: Rules, most: int) -> tuple[str, list[tuple[str, str]], bytes]:
    """An answer that refuses what cannot be given to the application; noted in the log.

    Its status line, its headers and its body; `most` is how many bytes the body might have had.
    """
    from quotes.api.http.problem_kinds import BY_SLUG

    request_id = secrets.token_hex(8)
    phrase = HTTPStatus(status).phrase
    kind = BY_SLUG.get(SLUGS.get(status, ""))
    problem = {"type": f"{rules.prefix}/problems/{kind.slug}" if kind else "about:blank",
               "title": kind.title if kind else phrase, "status": status,
               "detail": DETAILS.get(status, DETAILS[400]).format(most=most), "instance": "", "request_id": request_id}
    REQUESTS.info("no request", extra={"fields": {"request_id": request_id, "status": status, "address": address}})
    body = json.dumps(problem).encode()
    headers = [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store"),
               ("X-Request-Id", request_id), ("Content-Length", str(len(body)))]
    headers += [("Retry-After", "1")] if status == HTTPStatus.SERVICE_UNAVAILABLE else []
    return f"{status} {phrase}", headers, body
