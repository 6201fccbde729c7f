"""Callers who send slowly, never read, or hold too many connections, against a server whose patience is short."""

from __future__ import annotations

import http.client
import json
import socket
from contextlib import ExitStack

import pytest

from quotes.cli.server.queues import THREADS
from tests.server import running

MOST, MANY = 6, 2 * THREADS["look-ups"]
HEAD = b"GET /v1/quotes HTTP/1.1\r\nHost: a\r\nX: "
BODY = b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n%s\r\n\r\n{"
SLOW = [HEAD, BODY % b"Content-Length: 1000", BODY % b"Transfer-Encoding: chunked", b"G"]
pytestmark = pytest.mark.skipif(not hasattr(socket, "TCP_DEFER_ACCEPT"), reason="needs several addresses on loopback")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server that waits for a second."""
    settings = {"QUOTES_DATABASE": f"sqlite:///{tmp_path_factory.mktemp('slow') / 'quotes.db'}",
                "QUOTES_RECEIVE_SECONDS": "1", "QUOTES_SEND_SECONDS": "1", "QUOTES_CONNECTIONS": str(MOST)}
    with running(settings) as server:
        host, _, port = server.address.removeprefix("http://").rpartition(":")
        assert answer((host, int(port)), "/") == 200  # its worker has begun
        yield host, int(port)
        server.process.terminate()
        server.process.communicate(timeout=30)


def called(address, by, said):
    """A connection from one of the addresses of this machine, on which something was said."""
    line = socket.create_connection(address, timeout=20, source_address=(f"127.0.0.{by}", 0))
    line.sendall(said)
    return line


def answer(address, path):
    connection = http.client.HTTPConnection(*address, timeout=60)
    connection.request("GET", path)
    found = connection.getresponse()
    found.read()
    connection.close()
    return found.status


def ended(line):
    """What comes until the other side ends a connection."""
    got = b""
    try:
        while more := line.recv(65536):
            got += more
    except ConnectionResetError:
        pass
    return got


def test_slow_senders_hold_nobody_up_and_are_told_when_their_time_is_over(address):
    with ExitStack() as lines:
        slow = [lines.enter_context(called(address, 2 + number, said)) for said in SLOW for number in range(MANY)]
        assert [answer(address, path) for path in ("/healthz", "/v1/quotes", "/")] == [200, 200, 200]
        told = [ended(line) for line in slow]
    assert all(one.startswith(b"HTTP/1.1 408 ") and b"/problems/too-slow" in one for one in told)


def test_whoever_never_reads_holds_nobody_up_and_is_let_go(address):
    asked = b"GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n" * 300
    with ExitStack() as lines:
        silent = [lines.enter_context(called(address, 3, asked)) for _ in range(THREADS["look-ups"] + 1)]
        assert [answer(address, path) for path in ("/healthz", "/v1/quotes")] == [200, 200]
        for line in silent:
            line.settimeout(0.0)
        silent[0].settimeout(30)
        while True:  # nothing is read; that the other side has ended shows when something more is sent
            try:
                silent[0].sendall(asked[:44])
            except OSError:
                break


def test_one_connection_too_many_ends_the_one_that_has_waited_longest(address):
    with ExitStack() as lines:
        held = [lines.enter_context(called(address, 4, HEAD)) for _ in range(MOST)]
        newest = lines.enter_context(called(address, 4, HEAD + b"y\r\nConnection: close\r\n\r\n"))
        assert ended(newest).startswith(b"HTTP/1.1 200 ")
        assert ended(held[0]) == b""
        held[-1].sendall(b"y\r\nConnection: close\r\n\r\n")
        assert ended(held[-1]).startswith(b"HTTP/1.1 200 ")


def test_a_body_is_asked_for_once_where_the_caller_waits_for_that(address):
    head = (b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 13\r\n"
            b"Expect: 100-continue\r\nConnection: close\r\n\r\n")
    with called(address, 5, head) as line:
        assert line.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        line.sendall(b'{"text": "a"}')
        assert ended(line).startswith(b"HTTP/1.1 200 ")


def test_what_is_sent_ahead_is_answered_in_order(address):
    ask = b"GET %s HTTP/1.1\r\nHost: a\r\n%s\r\n"
    three = ask % (b"/healthz", b"") + ask % (b"/v1/quotes/q9", b"") + ask % (b"/readyz", b"Connection: close\r\n")
    with called(address, 6, three) as line:
        got = ended(line)
    assert got.index(b'"ok"') < got.index(b" 404 ") < got.index(b'"ready"')


def test_a_large_answer_reaches_whoever_reads_slowly(address):
    with called(address, 7, b"GET /openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") as line:
        got = b"".join(iter(lambda: line.recv(1500), b""))
    assert json.loads(got.partition(b"\r\n\r\n")[2])["openapi"]
