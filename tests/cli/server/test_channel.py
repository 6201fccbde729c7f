"""A request while it arrives: when it is whole, in which queue it waits, and what is refused before it is."""

from __future__ import annotations

import pytest

from quotes.cli.server.channel import Request
from quotes.cli.server.rules import LONGEST_HEAD, LONGEST_LINE, Rules

MOST = 1000
RULES = Rules(MOST, 30, 60, 64, 0, "/quotes")
KEY, LONG = b"Authorization: Bearer qk_1\r\n", b"Content-Length: %d\r\n" % (2 * MOST)
REQUESTS = [  # what arrives; the status of a refusal, or None; the queue
    (b"GET /healthz HTTP/1.1\r\n\r\n", None, "health"), (b"GET /quotes/healthz HTTP/1.1\r\n\r\n", None, "health"),
    (b"GET /v1/quotes?q=a HTTP/1.1\r\nHost: a\r\n\r\n", None, "look-ups"),
    (b"GET /v1/verify?text=a HTTP/1.0\r\n\r\n", None, "questions"), (b"GET /quotes HTTP/1.1\r\n\r\n", None, "look-ups"),
    (b"POST /v1/extract HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", None, "articles"),
    (b"POST /v1/extract HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", None, "articles"),
    (b"POST /v1/documents/batch HTTP/1.1\r\n" + KEY + b"Content-Length: 2\r\n\r\n{}", None, "batches"),
    (b"GET /%s HTTP/1.1\r\n\r\n" % (b"a" * LONGEST_LINE), 414, "look-ups"), (b"G" * (LONGEST_LINE + 1), 414, "health"),
    (b"GET / HTTP/1.1\r\nX: %s\r\n\r\n" % (b"a" * LONGEST_HEAD), 431, "look-ups"),
    (b"GET / HTTP/2.0\r\n\r\n", 505, "look-ups"), (b"nonsense\r\n\r\n", 400, "health"),
    (b"GET / HTTP/1.1\r\nnonsense\r\n\r\n", 400, "health"),
    (b"POST /v1/extract HTTP/1.1\r\nContent-Length: five\r\n\r\n", 400, "health"),
    (b"POST /v1/extract HTTP/1.1\r\n" + LONG + b"\r\n", 413, "articles"),
    (b"POST /v1/extract HTTP/1.1\r\n" + KEY + LONG + b"\r\n", 413, "articles"),
    (b"POST /v1/documents/batch HTTP/1.1\r\n" + LONG + b"\r\n", 413, "batches"),
    (b"POST /v1/extract HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" + b"a" * 2000, 413, "articles"),
    (b"POST /v1/extract HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "health"),
]


def arrived(data: bytes, at_once: int) -> Request:
    """What arrives in pieces, as far as it is taken in."""
    request = Request(RULES.for_all)
    request.rules = RULES
    for start in range(0, len(data), at_once):
        piece = data[start : start + at_once]
        while piece and not request.completed:  # as a channel does
            piece = piece[request.received(piece):]
    return request


@pytest.mark.parametrize("data, status, queue", REQUESTS, ids=lambda value: repr(value)[:60])
@pytest.mark.parametrize("at_once", [7, 1000, 10**6])
def test_what_arrives(data: bytes, status: int | None, queue: str, at_once: int):
    request = arrived(data, at_once)
    assert request.completed and (request.error.code if request.error else None) == status
    assert status is not None or request.queue == queue


def test_a_batch_with_a_key_may_be_longer():
    request = arrived(b"POST /v1/documents/batch HTTP/1.1\r\n" + KEY + LONG + b"\r\n" + b"a" * (2 * MOST - 1), 1000)
    assert request.error is None and not request.completed and request.moved > 2 * MOST
    request.received(b"a")
    assert request.completed and request.error is None
