"""A request while it arrives: told whole as soon as it is, and never before, however it is cut."""

from __future__ import annotations

import pytest

from quotes.cli.server.arrivals import LONGEST_HEAD, Arrival
from quotes.cli.server.spool import IN_MEMORY, Spool

MOST = 100
TOP = b"POST /v1/extract HTTP/1.1\r\nHost: a\r\n"
CHUNKED = TOP + b"Transfer-Encoding: chunked\r\n\r\n"
WHOLE = [
    b"GET /v1/quotes?q=a HTTP/1.1\r\nHost: a\r\n\r\n", TOP + b"Content-Length: 5\r\n\r\nabcde", TOP + b"\r\n",
    CHUNKED + b"0\r\n\r\n", CHUNKED + b"3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n",
    CHUNKED + b"3\r\na\r\n\r\n0\r\nX: y\r\n\r\n", CHUNKED + b"A\r\n0123456789\r\n00\r\n\r\n",
]
REFUSED = [
    b"nonsense\r\n\r\n", TOP + b"Content-Length: five\r\n\r\n", TOP + b"Content-Length: -1\r\n\r\n",
    TOP + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\n", TOP + b"Content-Length: 101\r\n\r\n",
    TOP + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", CHUNKED + b"zz\r\n", CHUNKED + b"-1\r\n",
    CHUNKED + b"2\r\n{}xx", CHUNKED + b"20;\x00\r\n", CHUNKED + b"5;" + b"x" * 2000, CHUNKED + b"ff\r\n" + b"a" * 101,
    CHUNKED + b"1\r\na\r\n" * 101, b"GET / HTTP/1.1\r\nX: " + b"a" * LONGEST_HEAD,
]


def arrived(data: bytes, at_once: int) -> Arrival:
    """What arrives in pieces, as far as it is asked for."""
    arrival = Arrival(MOST)
    for start in range(0, len(data), at_once):
        assert not arrival.is_whole
        arrival.feed(data[start : start + at_once])
    return arrival


@pytest.mark.parametrize("data", WHOLE)
@pytest.mark.parametrize("at_once", [1, 2, 7, 1000])
def test_a_request_is_whole_with_its_last_byte(data: bytes, at_once: int):
    found = arrived(data, at_once)
    assert found.is_whole and not found.is_cut
    assert found.bytes.ahead(10**6) == data
    assert not arrived(data[:-1], at_once).is_whole


@pytest.mark.parametrize("data", REFUSED, ids=lambda data: repr(data[:60]))
@pytest.mark.parametrize("at_once", [3, 10**6])
def test_what_is_none_or_too_long_is_handed_over_and_nothing_more_is_taken(data: bytes, at_once: int):
    arrival = Arrival(MOST)
    for start in range(0, len(data), at_once):
        arrival.feed(data[start : start + at_once])
    assert arrival.is_whole and arrival.is_cut


@pytest.mark.parametrize("lines, method, path, waits, forwarded", [
    (b"GET /a?b=c HTTP/1.1\r\n\r\n", "GET", "/a", False, ()),
    (b"PUT /x HTTP/1.1\r\nEXPECT: 100-Continue\r\nx-forwarded-for: 192.0.2.1, 192.0.2.2\r\n\r\n", "PUT", "/x", True,
     ("192.0.2.1", "192.0.2.2")),
    (b"GET / HTTP/1.1\r\nX-Forwarded-For: a\r\nX-Forwarded-For: b\r\n\r\n", "GET", "/", False, ("a", "b")),
])
def test_the_head_tells_where_it_goes(lines: bytes, method: str, path: str, waits: bool, forwarded: tuple):
    head = arrived(lines, 1000).head
    assert (head.method, head.path, head.waits, head.forwarded) == (method, path, waits, forwarded)


def test_what_follows_a_request_is_kept():
    arrival = Arrival(MOST)
    arrival.feed(WHOLE[1] + WHOLE[0])
    assert arrival.is_whole and arrival.bytes.ahead(10**6) == WHOLE[1] + WHOLE[0]


def test_bytes_wait_in_their_order_in_memory_and_beyond():
    spool, piece = Spool(), bytes(range(256)) * 256
    for _ in range(IN_MEMORY // len(piece) + 3):
        spool.put(piece)
    total = len(spool)
    assert spool.take(10) == piece[:10] and spool.ahead(3) == piece[10:13] and len(spool) == total - 10
    taken = b"".join(iter(lambda: spool.take(100_000), b""))
    assert taken[-256:] == piece[-256:] and len(taken) == total - 10 and not len(spool)
    spool.put(b"again")
    assert spool.take(100) == b"again"
    spool.close()
    assert not len(spool)
