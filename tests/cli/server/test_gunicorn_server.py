"""`quotes serve` as those who run it see it: its settings, its log, its figures over several workers, its end."""

from __future__ import annotations

import json
import re
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from quotes.api.http.limits.concurrency_limit import AT_ONCE
from quotes.settings import SETTINGS

READY = re.compile(rb"ready at (http://\S+) ")
TEXT = " ".join(f"“Sentence number {n} is one that nobody has said before,” said Ona Brandt." for n in range(400))


@pytest.fixture
def served(start: Callable) -> Callable:
    """Start a server; its process and its address."""

    def begin(**env: str) -> tuple:
        process = start("serve", "--port", "0", env=env)
        return process, READY.search(process.stderr.readline())[1].decode()

    return begin


def fetch(address: str, **options: object) -> bytes:
    with urlopen(Request(address, **options), timeout=30) as answer:
        return answer.read()


def test_help_names_every_setting(call: Callable):
    out = call("serve", "--help").out
    for setting in SETTINGS:
        assert setting.name in out and setting.default in out
        assert " ".join(setting.help.split()) in " ".join(out.split())


@pytest.mark.parametrize("name, value", [("QUOTES_RATE_LIMIT", "lots"), ("QUOTES_TRUSTED_PROXIES", "x"),
                                         ("QUOTES_LOG_LEVEL", "loud"), ("QUOTES_RATELIMIT", "1 per day")])
def test_a_setting_that_cannot_be_meant_stops_the_start(call: Callable, monkeypatch, name: str, value: str):
    monkeypatch.setenv(name, value)
    ran = call("serve", "--port", "0")
    assert ran.status == 2 and name in ran.err and ran.err.count("\n") == 1


def test_the_log_is_json_on_standard_output(served: Callable):
    process, address = served()
    fetch(f"{address}/v1/quotes?q=confidential")
    fetch(f"{address}/healthz")
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    logged = [json.loads(line) for line in out.decode().splitlines()]
    assert all(line.keys() >= {"time", "level", "logger", "message"} for line in logged)
    assert [line["path"] for line in logged if line["message"] == "request"] == ["/v1/quotes", "/healthz"]
    assert b"confidential" not in out + err


def test_several_workers_tell_one_sum(served: Callable, own_place: Path):
    process, address = served(WEB_CONCURRENCY="2", TMPDIR=str(own_place))
    for _ in range(30):
        fetch(f"{address}/v1/speakers")
    figure = re.compile(rb'quotes_http_requests_total\{.*route="/v1/speakers".*\} (\S+)')
    assert {float(figure.search(fetch(f"{address}/metrics"))[1]) for _ in range(10)} == {30.0}
    (counts,) = own_place.glob("quotes-metrics-*")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 0
    assert not counts.exists()


def test_what_has_begun_is_answered_before_the_end(served: Callable):
    process, address = served()
    body = json.dumps({"text": TEXT}).encode()
    answers: list[dict] = []

    def ask() -> None:
        request = {"data": body, "headers": {"Content-Type": "application/json"}}
        answers.append(json.loads(fetch(f"{address}/v1/extract", **request)))

    ask()  # the words and weights are loaded now
    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    asking.join(timeout=60)
    assert process.wait(timeout=60) == 0
    assert len(answers) == 2 and len(answers[1]["quotes"]) == 400


def test_a_batch_may_be_longer_than_an_article_and_is_answered_once_it_is_there(served: Callable, call: Callable):
    key = call("keys", "add", "batches", "--scope", "write").out.strip()
    _, address = served(QUOTES_MAX_BYTES="5000")
    lines = [json.dumps({"text": f"“Number {number},” said Ona Brandt." + " " * 3000}).encode() for number in range(5)]
    kind = {"Content-Type": "application/x-ndjson"}
    asked = {"data": b"\n".join(lines), "headers": {**kind, "Authorization": f"Bearer {key}"}}
    answered = [json.loads(line) for line in fetch(f"{address}/v1/documents/batch", **asked).splitlines()]
    assert [(one["line"], one["status"]) for one in answered] == [(number, 201) for number in range(1, 6)]
    with pytest.raises(HTTPError, match="413"):  # nobody without a key has so much taken in
        fetch(f"{address}/v1/documents/batch", data=asked["data"], headers=kind)


def test_articles_that_are_sent_slowly_keep_no_look_up_waiting(served: Callable):
    _, address = served()
    host, port = address.removeprefix("http://").split(":")
    half = (f"POST /v1/extract HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            "Content-Length: 1000\r\n\r\n{").encode()
    with ExitStack() as lines:
        for _ in range(2 * AT_ONCE):
            lines.enter_context(socket.create_connection((host, int(port)), timeout=30)).sendall(half)
        assert json.loads(fetch(f"{address}/healthz")) and json.loads(fetch(f"{address}/v1/quotes"))["items"] == []
