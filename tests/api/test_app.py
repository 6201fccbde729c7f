"""The service behind the real server, over real sockets: what a test client cannot show."""

from __future__ import annotations

import http.client
import json
import socket

import pytest

from quotes.cli.server.gunicorn_worker import end_silence
from tests.server import running

MOST = 100_000


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The port of a server of our own on loopback."""
    database = f"sqlite:///{tmp_path_factory.mktemp('served') / 'quotes.db'}"
    with running({"QUOTES_DATABASE": database, "QUOTES_MAX_BYTES": str(MOST)}) as server:
        yield int(server.address.rpartition(":")[2])
        server.process.terminate()
        server.process.communicate(timeout=30)


@pytest.fixture
def connection(port):
    found = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    yield found
    found.close()


def article(size):
    """A body of a size, in pieces of 1000 bytes."""
    body = b'{"text": "' + b"a" * (size - 12) + b'"}'
    return [body[at:at + 1000] for at in range(0, size, 1000)]


@pytest.mark.parametrize("size, status", [(500, 200), (MOST, 200), (MOST + 1, 413), (MOST * 3, 413), (MOST * 40, 413)])
@pytest.mark.parametrize("chunked", [False, True])
def test_the_limit_holds_however_the_body_comes(connection, size, status, chunked):
    headers = {"Content-Type": "application/json"} | ({} if chunked else {"Content-Length": str(size)})
    try:
        connection.request("POST", "/v1/extract", iter(article(size)), headers, encode_chunked=chunked)
    except (BrokenPipeError, ConnectionResetError):
        assert status == 413  # the server has answered and does not wait for the rest
    response = connection.getresponse()
    assert response.status == status
    content = json.loads(response.read())
    assert status == 200 or content["type"] == "/problems/too-large"


def test_several_requests_over_one_connection(connection):
    for path, status in (("/healthz", 200), ("/v1/quotes", 200), ("/v1/quotes/q1", 404), ("/readyz", 200), ("/", 200)):
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        assert response.status == status


@pytest.mark.parametrize("path", ["/..%2f..%2fetc/passwd", "/static/../app.py", "/static/%2e%2e/%2e%2e/pyproject.toml",
                                  "/static//etc/passwd", "/docs/..%2f..%2f..%2fetc%2fpasswd", "/static/..%5capp.py"])
def test_no_path_leads_out(port, path):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404 ")


@pytest.mark.parametrize("head, status", [
    (b"GET /v1/quotes?q=%s HTTP/1.1\r\nHost: a\r\n\r\n" % (b"a" * 9000), 414),
    (b"GET / HTTP/1.1\r\nHost: a\r\nX: %s\r\n\r\n" % (b"a" * 70_000), 431),
    (b"GET / HTTP/1.1\r\nnonsense\r\n\r\n", 400), (b"nonsense\r\n\r\n", 400), (b"GET / HTTP/9.9\r\n\r\n", 505),
])
def test_what_is_no_request_is_refused_in_the_same_shape(port, head, status):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(head)
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    top, _, body = answer.partition(b"\r\n\r\n")
    content = json.loads(body)
    assert b"Content-Type: application/problem+json" in top
    assert top.startswith(b"HTTP/1.1 %d " % content["status"]) and content["status"] in (status, 400)
    assert "aaa" not in body.decode()
    assert b"X-Request-Id: %s" % content["request_id"].encode() in top


@pytest.mark.parametrize("chunk, status", [(b"c\r\n{\"text\":\"a\"}\r\n0\r\n\r\n", 200), (b"zz\r\n{}", 400),
                                           (b"2\r\n{}xx", 400), (b"20;\x00\r\n{}", 400)])
def test_chunks_that_are_none_are_the_callers_fault(port, chunk, status):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                     b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk)
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 %d " % status)


@pytest.mark.skipif(not hasattr(socket, "TCP_DEFER_ACCEPT"), reason="only Linux holds back silent connections")
def test_a_connection_is_handed_over_when_something_was_sent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        end_silence(listener)
        listener.setblocking(False)
        with socket.create_connection(listener.getsockname(), timeout=20) as caller:
            with pytest.raises(BlockingIOError):
                listener.accept()
            caller.sendall(b"GET /heal")
            listener.settimeout(20)
            line, _ = listener.accept()
            with line:
                assert line.recv(100) == b"GET /heal"
