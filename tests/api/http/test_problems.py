"""Failures: one shape, a true status, our own words, nothing of the inside."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from quotes.api.app import create_app
from quotes.api.http.problem_kinds import KINDS
from quotes.records.errors import InvalidInput, NotFound, StoreBusy, StoreError, TooLarge
from quotes.schemas.problem import ProblemSchema
from quotes.store.store_opener import open_sqlite

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
JSON = "application/json"


def problem(response, status):
    """The problem document of a response, checked."""
    assert response.status_code == status, response.get_data(as_text=True)
    assert response.mimetype == "application/problem+json"
    content = json.loads(response.get_data())
    assert ProblemSchema().validate(content) == {}
    assert content["status"] == status
    assert content["type"].removeprefix("/problems/") in {kind.slug for kind in KINDS if kind.status == status}
    assert "Traceback" not in response.get_data(as_text=True)
    return content


BODIES = [
    (b"", JSON, 400, "The body is not JSON: line 1, column 1."),
    (b"{", JSON, 400, "The body is not JSON: line 1, column 2."),
    (b"text=a", JSON, 400, "The body is not JSON: line 1, column 1."),
    (b'{"text": NaN}', JSON, 400, "NaN is no JSON value."),
    (b'{"text": Infinity}', JSON, 400, "Infinity is no JSON value."),
    (b'{"text": -Infinity}', JSON, 400, "-Infinity is no JSON value."),
    (b'{"text": 1e999}', JSON, 400, "A number in the body is too large."),
    (b'{"text": ' + b"1" * 5000 + b"}", JSON, 400, "A number in the body is too long."),
    (b"[" * 10000, JSON, 400, "The body is nested too deep."),
    (b'{"a":' * 3000, JSON, 400, "The body is nested too deep."),
    (b'{"text": "a", "text": "b"}', JSON, 400, "An object in the body has the same name twice."),
    (b'{"text": "\xff"}', JSON, 400, "The body is not UTF-8; byte 10 fits no character."),
    ('{"text": "a"}'.encode("utf-16"), JSON, 400, "The body is not UTF-8; byte 0 fits no character."),
    (b'{"text": "a"}', "text/plain", 415, "Send the body as Content-Type: application/json, in UTF-8."),
    (b'{"text": "a"}', "", 415, "Send the body as Content-Type: application/json, in UTF-8."),
    (b'{"text": "a"}', "application/json; charset=utf-16", 415, None),
    (b'{"text": "a"}', "application/x-www-form-urlencoded", 415, None),
    (b'{"text": "a"}', "multipart/form-data; boundary=x", 415, None),
    (b"[]", JSON, 422, "The body must be one JSON object."),
    (b'"text"', JSON, 422, "The body must be one JSON object."),
    (b"null", JSON, 422, "The body must be one JSON object."),
    (b"{}", JSON, 422, "Send exactly one of text and html."),
    (b'{"text": "a", "html": "b"}', JSON, 422, "Send exactly one of text and html."),
    (b'{"text": "\\u0000"}', JSON, 422, "text: There is a NUL character in it; take it out."),
    (b'{"text": "\\ud800"}', JSON, 422, None),
    (b'{"text": "a", "url": "javascript:alert(1)"}', JSON, 422, None),
    (b'{"text": ["a"]}', JSON, 422, None),
]


@pytest.mark.parametrize("address", ["/v1/extract", "/v1/documents"])
@pytest.mark.parametrize("case", BODIES, ids=lambda case: f"{case[0][:20]!r} {case[1]}")
def test_bodies_that_are_refused(client, keys, address, case):
    body, content_type, status, detail = case
    response = client.post(address, data=body, content_type=content_type, headers=keys["write"])
    content = problem(response, status)
    assert detail is None or content["detail"] == detail
    assert client.get("/v1/documents").get_json()["items"] == []


@pytest.mark.parametrize("name, pointer", [
    ("texts", "#/texts"), ("a/b", "#/a~1b"), ("a~b", "#/a~0b"), ("ä b", "#/%C3%A4%20b"), ("", "#/"),
    ("<script>", "#/%3Cscript%3E"), ("\ud800", "#/%ED%A0%80"), ("x" * 5000, "#/" + "x" * 100),
])
def test_an_unknown_field_is_named(client, name, pointer):
    body = json.dumps({"text": "a", name: 1})
    content = problem(client.post("/v1/extract", data=body, content_type=JSON), 422)
    assert content["errors"][0]["pointer"] == pointer
    assert content["errors"][0]["detail"].startswith("This field is not known here")


def test_many_faults_are_not_all_repeated(client):
    content = problem(client.post("/v1/extract", json={f"field{n}": n for n in range(1000)}), 422)
    assert len(content["errors"]) == 20


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "GZIP", "gzip, identity"])
def test_compressed_bodies_are_not_inflated(client, encoding):
    response = client.post("/v1/extract", data=b"\x1f\x8b", content_type=JSON, headers={"Content-Encoding": encoding})
    problem(response, 415)


@pytest.mark.parametrize("size, status", [(20000, 200), (20001, 413), (500000, 413)])
@pytest.mark.parametrize("chunked", [False, True])
def test_the_size_of_a_body(client, size, status, chunked):
    body = b'{"text": "' + b"a" * (size - 12) + b'"}'
    assert len(body) == size
    if chunked:
        response = client.post("/v1/extract", input_stream=BytesIO(body), content_type=JSON,
                               environ_overrides={"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"})
    else:
        response = client.post("/v1/extract", data=body, content_type=JSON)
    assert response.status_code == status
    if status == 413:
        assert "20000 bytes" in problem(response, 413)["detail"]


class Broken(BytesIO):
    """A body that cannot be read to its end."""

    def __init__(self, body, error):
        super().__init__(body)
        self._error = error

    def readinto(self, space):
        return super().readinto(space) or self._fail()

    def _fail(self):
        raise self._error


@pytest.mark.parametrize("error, status", [(ConnectionResetError(), 400), (RuntimeError("inside"), 500)])
def test_a_body_that_does_not_arrive(settings, store, error, status):
    app = create_app(settings, store)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    body = io.BufferedReader(Broken(b'{"te', error))
    with app.test_client() as client:
        response = client.post("/v1/extract", input_stream=body, content_type=JSON,
                               environ_overrides={"CONTENT_LENGTH": "100"})
    content = problem(response, status)
    assert status == 500 or "whole" in content["detail"]


@pytest.mark.parametrize("damaged, status", [(False, 500), (True, 503)])
def test_a_failure_inside_is_looked_into(settings, tmp_path, damaged, status):
    path = tmp_path / "own.db"
    with create_app(replace(settings, database=f"sqlite:///{path}")).test_client() as client:
        client.application.config["PROPAGATE_EXCEPTIONS"] = False
        assert client.get("/v1/quotes").status_code == 200
        body = io.BufferedReader(Broken(b'{"te', RuntimeError("inside")))
        if damaged:
            path.write_bytes(path.read_bytes()[: -40 * 4096])
        content = problem(client.post("/v1/extract", input_stream=body, content_type=JSON,
                                      environ_overrides={"CONTENT_LENGTH": "100"}), status)
    assert content["type"].endswith("/problems/damaged" if damaged else "/problems/internal")


@pytest.mark.parametrize("address, near", [
    ("/v1/quotes/", "/v1/quotes"), ("/v1/quotes/q1/", "/v1/quotes/q1"), ("/docs/", "/docs"),
    ("/v1/extract/", "/v1/extract"), ("/v1/quotes/Q1/", None), ("/nothing/", None), ("/v1//", None),
])
def test_a_slash_at_the_end_is_told_of(client, shelf, address, near):
    detail = problem(client.get(address), 404)["detail"]
    assert (f"at {near}, without" in detail) if near else ("without" not in detail)


@pytest.mark.parametrize("address", [
    "/v1/quotes/q99", "/v1/quotes/q0", "/v1/quotes/12", "/v1/quotes/q1x", "/v1/quotes/Q1", "/v1/speakers/s99",
    "/v1/documents/d99", "/v1/documents/d99/quotes", "/v1/speakers/s99/quotes", "/v1/nothing", "/v1/", "/nothing",
    "/v1/quotes/q" + "9" * 30, "/v1/quotes/q%D9%A1", "/v1/quotes/q1%00", "/v1/quotes/../../etc/passwd",
    "/static/..%2f..%2fapp.py", "/static/%2e%2e/app.py", "/docs/index.html", "/docs/..%2fVERSION", "/quotes/q99",
    "/quotes/q99/card", "/speakers/s99", "/documents/d99", "/problems/none", "/v1/quotes/",
])
def test_what_is_not_there(client, shelf, address):
    problem(client.get(address), 404)


@pytest.mark.parametrize("method, address, allowed", [
    ("DELETE", "/v1/quotes", {"GET", "HEAD", "OPTIONS"}), ("PUT", "/v1/documents", {"GET", "HEAD", "OPTIONS", "POST"}),
    ("GET", "/v1/extract", {"POST", "OPTIONS"}), ("POST", "/quotes/q1", {"GET", "HEAD", "OPTIONS"}),
    ("TRACE", "/v1/quotes", {"GET", "HEAD", "OPTIONS"}),
])
def test_methods_that_are_not_offered(client, shelf, method, address, allowed):
    response = client.open(address, method=method)
    problem(response, 405)
    assert set(response.headers["Allow"].split(", ")) == allowed


@pytest.mark.parametrize("error, status, field", [
    (InvalidInput("This is wrong.", "html"), 422, "#/html"),
    (InvalidInput("This is wrong."), 422, "#"),
    (TooLarge("This is too long.", "text"), 413, None),
    (NotFound("This is not there."), 404, None),
    (StoreBusy("locked"), 503, None),
    (StoreError("/srv/data/quotes.db is damaged"), 503, None),
    (RuntimeError("a secret of the inside"), 500, None),
    (RecursionError("deep"), 500, None),
])
def test_failures_of_the_parts_behind(client, monkeypatch, error, status, field):
    def fail(article):
        raise error

    monkeypatch.setattr("quotes.api.resources.extraction.read_document", fail)
    response = client.post("/v1/extract", json={"text": "a"})
    content = problem(response, status)
    if status >= 500:
        assert str(error) not in response.get_data(as_text=True)
    else:
        assert content["detail"] == str(error)
    if field:
        assert content["errors"][0]["pointer"] == field
    assert ("Retry-After" in response.headers) == isinstance(error, StoreBusy)


def test_a_store_that_is_gone_is_not_ready(settings, store, client):
    assert client.get("/readyz").get_json() == {"status": "ready"}
    path = settings.database.removeprefix("sqlite:///")
    store.close()
    Path(path).write_bytes(b"not a database, but quite a long text " * 200)
    response = client.get("/readyz")
    content = problem(response, 503)
    assert path not in str(content)
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("address", ["/quotes/q99", "/nothing", "/speakers/x", "/?limit=0", "/?cursor=%3Cscript%3E"])
def test_a_browser_gets_a_page(client, shelf, address):
    response = client.get(address, headers=PAGE)
    assert response.status_code in (404, 422)
    assert response.mimetype == "text/html"
    assert "<script" not in response.get_data(as_text=True).replace('<script src="/static/', "")
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize("address", ["/v1/quotes/q99", "/oembed?url=x", "/v1/nothing"])
def test_a_program_never_does(client, shelf, address):
    problem(client.get(address, headers=PAGE), 404)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_kind_has_its_page(client, kind):
    response = client.get(f"/problems/{kind.slug}")
    assert response.status_code == 200
    assert str(kind.status) in response.get_data(as_text=True)


def test_the_path_is_written_as_an_address(client):
    content = problem(client.get("/v1/%3Cscript%3E%22%0d%0aX"), 404)
    assert content["instance"] == "/v1/%3Cscript%3E%22%0D%0AX"


def test_two_applications_do_not_get_in_each_others_way(settings, store):
    first, second = create_app(settings, store), create_app(settings, store)
    assert first.test_client().get("/openapi.json").data == second.test_client().get("/openapi.json").data


def test_a_store_that_another_holds_is_busy(settings, store, keys):
    path = Path(settings.database.removeprefix("sqlite:///"))
    impatient = open_sqlite(path, busy_ms=50)
    client = create_app(settings, impatient).test_client()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        response = client.post("/v1/documents", json={"text": "“It floats,” said Ona Brandt."}, headers=keys["write"])
        content = problem(response, 503)
        assert content["type"] == "/problems/busy" and int(response.headers["Retry-After"]) > 0
        assert client.get("/v1/quotes").get_json()["items"] == []
        other.execute("ROLLBACK")
    again = client.post("/v1/documents", json={"text": "“It floats,” said Ona Brandt."}, headers=keys["write"])
    assert again.status_code == 201
    impatient.close()
