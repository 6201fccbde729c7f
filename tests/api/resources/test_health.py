"""What a running service tells of itself: request ids, the log, the metrics."""

from __future__ import annotations

import json
import logging
import logging.config
import os
import sys
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest
from prometheus_client.parser import text_string_to_metric_families

from quotes.cli.server.json_logs import JsonLines, WholeLines, setup

SECRET = "nobody may read this sentence in a log"


@pytest.fixture
def log():
    """What is logged during a test, line by line."""
    written, logger = StringIO(), logging.getLogger("quotes")
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel("INFO")
    logger.propagate = False
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logger.removeHandler(handler)
    logger.setLevel(before[0])
    logger.propagate = before[1]


def test_a_request_is_one_line(client, shelf, keys, log):
    response = client.get("/v1/quotes?q=confidential+search", headers=keys["read"])
    (line,) = log()
    assert line.pop("milliseconds") >= 0 and line.pop("time").endswith("+00:00")
    key = keys["read"]["Authorization"].removeprefix("Bearer ")
    assert line == {"level": "info", "logger": "quotes.requests", "message": "request", "method": "GET",
                    "path": "/v1/quotes", "status": 200, "address": "127.0.0.1", "key": key[:11],
                    "bytes": response.content_length, "request_id": response.headers["X-Request-Id"]}


@pytest.mark.parametrize("key", ["none", "read", "write", "admin", "revoked", "expired"])
def test_no_secret_and_no_words_of_an_article_are_logged(client, keys, log, monkeypatch, key):
    client.post("/v1/documents", json={"text": f"“{SECRET},” said Ona Brandt."}, headers=keys[key])
    client.post("/v1/extract", json={"text": SECRET, "title": SECRET}, headers=keys[key])
    client.post("/v1/extract", data=SECRET, content_type="application/json", headers=keys[key])

    def fail(article):
        raise ValueError(article.text)

    monkeypatch.setattr("quotes.api.resources.extraction.read_document", fail)
    status = 401 if key in ("revoked", "expired") else 500
    assert client.post("/v1/extract", json={"text": SECRET}, headers=keys[key]).status_code == status
    written = json.dumps(log())
    assert ("ValueError" in written) == (status == 500) and SECRET not in written
    if key != "none":
        assert keys[key]["Authorization"].removeprefix("Bearer ") not in written
        assert keys[key]["Authorization"][-40:] not in written


def test_a_failure_inside_is_found_by_the_id_in_its_answer(client, log, monkeypatch):
    monkeypatch.setattr("quotes.api.resources.extraction.read_document", lambda article: {}[0])
    content = client.post("/v1/extract", json={"text": "a"}).get_json()
    failure, request = log()
    assert content["request_id"] == failure["request_id"] == request["request_id"]
    assert failure["level"] == "error" and failure["error"] == "KeyError"
    assert any(Path(__file__).name in place for place in failure["at"])
    assert request["status"] == 500 and request["level"] == "error"


@pytest.mark.parametrize("given, taken", [
    ("abc-123", True), ("0123456789abcdef", True), ("a.b_c", True), ("x" * 64, True), ("x" * 65, False), ("", False),
    ("a b", False), ("é", False), ('"', False), ("<script>", False),
])
def test_an_id_from_a_server_in_front_is_kept_if_it_can_stand_in_a_log(client, given, taken):
    found = client.get("/healthz", headers={"X-Request-Id": given}).headers["X-Request-Id"]
    assert (found == given) == taken and found


def test_every_answer_has_an_id_of_its_own(client, shelf):
    found = {client.get(address).headers["X-Request-Id"] for address in (
        "/", "/v1/quotes", "/v1/quotes/q99", "/nothing", "/quotes/q1/card", "/feed.atom", "/oembed")}
    assert len(found) == 7
    problem = client.get("/v1/quotes/q99")
    assert problem.get_json()["request_id"] == problem.headers["X-Request-Id"]


def test_hostile_paths_stay_on_one_line(client, log):
    client.get("/v1/%0d%0a%22level%22:%20%22none%22\u2028")
    (line,) = log()
    assert line["level"] == "info" and line["status"] == 404


@pytest.mark.parametrize("level, requests", [("info", True), ("warning", False), ("error", False), ("debug", True)])
def test_the_level_decides_whether_requests_are_logged(level, requests):
    chosen = setup(level)
    assert chosen["handlers"]["out"]["descriptor"] == sys.stdout.fileno()
    assert (logging.getLevelName(chosen["loggers"]["quotes"]["level"]) <= logging.INFO) == requests


def record(path):
    made = logging.LogRecord("quotes", logging.INFO, "", 0, "request", (), None)
    made.fields = {"path": path}
    return made


def test_lines_of_several_threads_stay_whole():
    read, write = os.pipe()
    handler = WholeLines(write)
    handler.setFormatter(JsonLines())
    threads = [Thread(target=lambda path=letter * 9000: [handler.handle(record(path)) for _ in range(50)])
               for letter in "abcd"]
    for thread in threads:
        thread.start()
    closing = Thread(target=lambda: [*(thread.join() for thread in threads), os.close(write)])
    closing.start()
    with os.fdopen(read, "rb") as file:
        paths = [json.loads(line)["path"] for line in file]
    closing.join()
    assert sorted(paths) == sorted(letter * 9000 for letter in "abcd" for _ in range(50))


@pytest.mark.parametrize("sign", ["a", "%01", "%22", "%F0%9F%98%80"])
def test_a_line_fits_into_what_a_pipe_takes_in_one_piece(client, log, sign):
    client.get("/v1/" + sign * 2000)
    (line,) = log()
    assert len(json.dumps(line)) < 4096 and line["status"] == 404


def test_a_log_that_nobody_reads_any_more_stops_no_request(capfd):
    read, write = os.pipe()
    os.close(read)
    handler = WholeLines(write)
    assert handler.handle(record("/v1/quotes")) is True
    os.close(write)
    assert "BrokenPipeError" in capfd.readouterr().err


def figures(client):
    """Every figure that /metrics tells, by its name and labels."""
    response = client.get("/metrics")
    assert response.mimetype == "text/plain"
    return {(sample.name, *sorted(sample.labels.values())): sample.value
            for family in text_string_to_metric_families(response.get_data(as_text=True)) for sample in family.samples}


def test_requests_are_counted_by_route(client, shelf):
    for address in ("/v1/quotes/q1", "/v1/quotes/q2", "/v1/quotes/q99", "/nothing", "/else", "/v1/quotes?q=a"):
        client.get(address)
    client.open("/v1/quotes", method="BREW")
    found = figures(client)
    name = "quotes_http_requests_total"
    assert found[name, *sorted(("GET", "/v1/quotes/<quote:id>", "200"))] == 2
    assert found[name, *sorted(("GET", "/v1/quotes/<quote:id>", "404"))] == 1
    assert found[name, *sorted(("GET", "none", "404"))] == 2
    assert found[name, *sorted(("GET", "/v1/quotes", "200"))] == 1
    assert found[name, *sorted(("other", "none", "405"))] == 1
    assert found["quotes_http_seconds_count", "/v1/quotes/<quote:id>"] == 3


def test_what_is_read_and_kept_is_counted(client, keys):
    article = {"text": "“It floats,” said Ona Brandt.", "url": "https://gazette.example/1"}
    client.post("/v1/extract", json=article)
    for _ in range(2):
        client.post("/v1/documents", json=article, headers=keys["write"])
    found = figures(client)
    assert found["quotes_extracted_total", "direct"] == 3
    assert found["quotes_extract_seconds_count",] == 3
    assert found["quotes_documents_kept_total", "new"] == found["quotes_documents_kept_total", "same"] == 1


def test_no_label_tells_who_or_what(client, shelf):
    client.get("/v1/quotes?speaker=Oduya&q=wall")
    client.get("/quotes/q1/card")
    text = client.get("/metrics").get_data(as_text=True)
    assert not [word for word in ("Oduya", "wall", "q1", "127.0.0.1") if word in text]
