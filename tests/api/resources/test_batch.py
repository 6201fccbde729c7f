"""Batches: a line in, a line out, in order, as they come; a bad line stops no other."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from quotes.records.errors import StoreBusy
from quotes.schemas.batch import BatchResultSchema

NDJSON = "application/x-ndjson"
GOOD = {"text": "“It floats,” said Ona Brandt.", "url": "https://gazette.example/1"}


def send(client, keys, lines, **options):
    body = lines if isinstance(lines, bytes) else "".join(json.dumps(line) + "\n" for line in lines).encode()
    return client.post("/v1/documents/batch", data=body, headers=keys["write"] | options.pop("headers", {}),
                       content_type=options.pop("content_type", NDJSON), **options)


def results(response):
    assert response.status_code == 200 and response.mimetype == NDJSON
    found = [json.loads(line) for line in response.get_data(as_text=True).splitlines()]
    assert [BatchResultSchema().validate(line) for line in found] == [{}] * len(found)
    return found


def test_each_line_is_kept_and_answered_in_order(client, keys):
    changed = {**GOOD, "text": "“It sinks,” said Ona Brandt."}
    found = results(send(client, keys, [GOOD, {"text": "Nothing is said here."}, GOOD, changed]))
    assert [(line["line"], line["status"], line["outcome"], line["quotes"]) for line in found] == [
        (1, 201, "new", 1), (2, 201, "new", 0), (3, 200, "same", 1), (4, 200, "revision", 1)]
    assert [line["id"] for line in found] == ["d1", "d2", "d1", "d1"]
    assert len(client.get("/v1/documents").get_json()["items"]) == 2


@pytest.mark.parametrize("line, status, detail", [
    (b"{", 400, "The line is not JSON: column 2."), (b"text=a", 400, "not JSON"), (b'{"text": NaN}', 400, "NaN"),
    (b'{"text": "\xff"}', 400, "UTF-8"), (b"[" * 5000, 400, "nested"), (b'{"text": "a", "text": "b"}', 400, "twice"),
    (b"[]", 422, "The line must be one JSON object."), (b"null", 422, "one JSON object"), (b"{}", 422, "exactly one"),
    (b'{"text": "a", "colour": 1}', 422, "colour"), (b'{"text": "\\u0000"}', 422, "NUL"),
    (b'{"text": "' + b"a" * 20000 + b'"}', 413, "20000 bytes"), (b'{"text": "a", "url": "x"}', 422, "url"),
])
def test_a_bad_line_is_reported_by_its_number_and_stops_no_other(client, keys, line, status, detail):
    good = json.dumps(GOOD).encode()
    first, bad, last = results(send(client, keys, b"\n".join((good, line, good))))
    assert (first["status"], bad["status"], last["status"]) == (201, status, 200)
    assert bad["line"] == 2 and "id" not in bad
    assert bad["problem"]["status"] == status and detail in bad["problem"]["detail"]
    assert bad["problem"]["type"].startswith("/problems/")


@pytest.mark.parametrize("body, lines", [
    (b"", []), (b"\n\n  \n", []), (b'\xef\xbb\xbf{"text": "a"}', [1]),
    (b'\n{"text": "a"}\r\n\r\n{"text": "b"}', [2, 4]),
])
def test_empty_lines_are_passed_over_but_counted(client, keys, body, lines):
    assert [line["line"] for line in results(send(client, keys, body))] == lines


def test_all_lines_together_may_be_longer_than_one_body(client, keys):
    article = {"text": "a" * 15000}
    assert [line["status"] for line in results(send(client, keys, [article] * 5))] == [201, 200, 200, 200, 200]


def test_a_body_without_an_announced_length(client, keys):
    body = b"".join(json.dumps({"text": f"Number {n}."}).encode() + b"\n" for n in range(50))
    response = client.post("/v1/documents/batch", input_stream=BytesIO(body), content_type=NDJSON,
                           headers=keys["write"], environ_overrides={"wsgi.input_terminated": True})
    assert [line["line"] for line in results(response)] == list(range(1, 51))


def test_there_is_a_most_of_lines(client, keys, monkeypatch):
    monkeypatch.setattr("quotes.api.resources.batch.MOST_LINES", 3)
    found = results(send(client, keys, [{"text": f"Number {n}."} for n in range(6)]))
    assert [line["status"] for line in found] == [201, 201, 201, 413]
    assert "At most 3 lines" in found[-1]["problem"]["detail"]


@pytest.mark.parametrize("error, status", [(StoreBusy("locked"), 503), (RuntimeError("a secret of the inside"), 500)])
def test_a_failure_of_the_inside_is_that_lines(client, keys, monkeypatch, error, status):
    from quotes.api.resources import batch

    keep, failing = batch.keep, [error]
    monkeypatch.setattr("quotes.api.resources.batch.keep",
                        lambda store, reading: _fail(failing) if failing else keep(store, reading))
    found = results(send(client, keys, [GOOD, GOOD]))
    assert [line["status"] for line in found] == [status, 201]
    assert "secret" not in json.dumps(found)


def _fail(failing):
    raise failing.pop()


@pytest.mark.parametrize("content_type, encoding", [
    ("application/json", None), ("text/plain", None), ("", None), (NDJSON, "gzip"), (NDJSON, "br"),
])
def test_other_bodies_are_refused_at_once(client, keys, content_type, encoding):
    headers = {"Content-Encoding": encoding} if encoding else {}
    response = send(client, keys, [GOOD], content_type=content_type, headers=headers)
    assert response.status_code == 415 and response.mimetype == "application/problem+json"
    assert client.get("/v1/documents").get_json()["items"] == []
