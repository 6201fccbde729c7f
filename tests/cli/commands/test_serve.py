"""`quotes serve`: the real server on loopback, its first start and its end."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from tests.cli.conftest import QUOTES

READY = re.compile(rb"ready at (http://\S+) ")
KEY = re.compile(rb"(qk_\w+)")


def announced(process: subprocess.Popen[bytes], lines: int) -> bytes:
    """What the server prints once it listens."""
    return b"".join(process.stderr.readline() for _ in range(lines))


def post(url: str, key: str, body: dict[str, str]) -> int:
    request = Request(url, json.dumps(body).encode(),
                      {"Content-Type": "application/json", "Authorization": f"Bearer {key}"})
    with urlopen(request, timeout=20) as answer:
        return answer.status


def test_the_first_start_shows_a_key_that_can_write_and_the_second_shows_none(start: Callable):
    first = start("serve", "--port", "0")
    said = announced(first, 3)
    here, key = READY.search(said)[1].decode(), KEY.search(said)[1].decode()
    assert post(f"{here}/v1/documents", key, {"text": "“Nine degrees,” said Ada Quill."}) == 201
    with pytest.raises(HTTPError) as refused:
        post(f"{here}/v1/documents", "qk_wrong", {"text": "“Nine degrees,” said Ada Quill."})
    assert refused.value.code == 401
    refused.value.close()
    first.send_signal(signal.SIGTERM)
    out, _ = first.communicate(timeout=60)
    assert first.returncode == 0
    assert key[:11] in out.decode() and key not in out.decode()

    second = start("serve", "--port", "0")
    said = announced(second, 2)
    there = READY.search(said)[1].decode()
    with urlopen(f"{there}/healthz", timeout=20) as answer:  # a worker that is only being started hears no signal yet
        assert answer.status == 200
    second.send_signal(signal.SIGINT)
    out, err = second.communicate(timeout=60)
    assert not KEY.search(said + out)
    assert b"Traceback" not in err


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/openapi.json", "/docs", "/v1/quotes"])
def test_pages_and_api_answer(server: str, path: str):
    with urlopen(server + path, timeout=20) as answer:
        assert answer.status == 200


def test_absolute_links_lead_to_the_port_in_use(server: str):
    with urlopen(f"{server}/v1/quotes?limit=1", timeout=20) as answer:
        assert json.load(answer)["items"] == []
    with urlopen(f"{server}/openapi.json", timeout=20) as answer:
        assert b"127.0.0.1:8000" not in answer.read()


@pytest.fixture
def server(start: Callable) -> str:
    return READY.search(announced(start("serve", "--port", "0"), 3))[1].decode()


def test_a_port_in_use_is_told_in_one_line_and_no_key_is_lost(start: Callable, call: Callable):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start("serve", "--port", str(taken.getsockname()[1]))
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == b""
    assert err.count(b"\n") == 1
    assert b"choose another with --port" in err
    assert call("keys", "list").out == ""


def test_an_address_that_is_none_is_told(call: Callable):
    ran = call("serve", "--host", "192.0.2.1", "--port", "0")
    assert ran.status == 1
    assert "127.0.0.1 always is" in ran.err


def test_a_database_that_cannot_be_opened_is_told_first(call: Callable, own_place: Path, monkeypatch):
    (own_place / "file").write_text("")
    monkeypatch.setenv("QUOTES_DATABASE", "sqlite:///file/quotes.db")
    ran = call("serve", "--port", "0")
    assert ran.status == 1
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("processes", ["0", "-1", "two", "1.5", "9" * 5000])
def test_processes_that_cannot_be_are_refused_before_a_key_is_made(start: Callable, processes: str):
    refused = start("serve", "--port", "0", env={"WEB_CONCURRENCY": processes})
    _, err = refused.communicate(timeout=60)
    assert refused.returncode == 2 and err.startswith(b"quotes: WEB_CONCURRENCY must be") and len(err) < 300
    assert KEY.search(announced(start("serve", "--port", "0", env={"WEB_CONCURRENCY": ""}), 3))


@pytest.mark.parametrize("closed, key_is_left", [(">&-", False), ("2>&-", True)])
def test_without_a_place_to_write_to_it_serves_and_loses_no_key(start: Callable, own_place: Path, closed: str,
                                                                key_is_left: bool):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["sh", "-c", f'exec "$0" serve --port {port} {closed}', str(QUOTES)]
    with subprocess.Popen(command, cwd=own_place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            assert answered(f"http://127.0.0.1:{port}/readyz") == 200
        finally:
            process.terminate()
    again = announced(start("serve", "--port", "0"), 3 if key_is_left else 2)
    assert bool(KEY.search(again)) == key_is_left


def answered(url: str) -> int:
    """The status of an answer, once there is one."""
    for _ in range(100):
        try:
            with urlopen(url, timeout=20) as answer:
                return answer.status
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")
