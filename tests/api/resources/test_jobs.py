"""Batches that go on as jobs: begun with Prefer, looked at, cancelled, and their results."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from quotes.api.jobs.job_kinds import job_work
from quotes.collection.access_keys import make_key
from quotes.collection.jobs.job_work import work
from quotes.schemas.batch import BatchResultSchema
from quotes.schemas.jobs.job import JobSchema
from tests.api.resources.test_batch import GOOD, NDJSON, send

ASYNC = {"Prefer": "respond-async"}
NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def begin(client, keys):
    """Send lines as a job; its id."""
    def sent(lines, key="write"):
        response = send(client, keys | {"write": keys[key]}, lines, headers=ASYNC)
        assert response.status_code == 202, response.get_json()
        return response.get_json()["id"]

    return sent


@pytest.fixture
def work_off(app):
    """Work on all jobs as a server's thread does."""
    def working():
        on = job_work(app, lambda seconds: False)
        while work(on):
            pass

    return working


def shown(client, keys, job, key="write"):
    response = client.get(f"/v1/jobs/{job}", headers=keys[key])
    assert response.status_code == 200 and not JobSchema().validate(response.get_json())
    return response.get_json()


def results(client, keys, job, after=""):
    response = client.get(f"/v1/jobs/{job}/results{after}", headers=keys["write"])
    assert response.status_code == 200 and response.mimetype == NDJSON
    found = [json.loads(line) for line in response.get_data(as_text=True).splitlines()]
    assert [BatchResultSchema().validate(line) for line in found] == [{}] * len(found)
    return found


def test_a_batch_goes_on_as_a_job(client, keys, work_off):
    response = send(client, keys, [GOOD, {"text": "Nothing is said here."}, GOOD], headers=ASYNC)
    job = response.get_json()
    assert response.status_code == 202 and response.headers["Preference-Applied"] == "respond-async"
    assert response.headers["Location"] == f"https://quotes.example/v1/jobs/{job['id']}"
    assert (response.headers["Retry-After"], response.headers["Cache-Control"]) == ("2", "no-store")
    assert list(job) == ["id", "kind", "state", "done", "total", "problem", "made_at", "ended_at"]
    assert job | {"made_at": ""} == {"id": "j1", "kind": "articles", "state": "queued", "done": 0, "total": 3,
                                     "problem": None, "made_at": "", "ended_at": None}
    assert client.get("/v1/documents").get_json()["items"] == [] and results(client, keys, "j1") == []
    work_off()
    ended = shown(client, keys, "j1")
    assert (ended["state"], ended["done"]) == ("done", 3) and ended["ended_at"] >= ended["made_at"]
    assert [(line["line"], line["status"], line["id"], line["quotes"]) for line in results(client, keys, "j1")] == [
        (1, 201, "d1", 1), (2, 201, "d2", 0), (3, 200, "d1", 1)]
    assert "Retry-After" not in client.get("/v1/jobs/j1", headers=keys["write"]).headers


@pytest.mark.parametrize("prefer, is_job", [
    ("respond-async", True), ("Respond-Async", True), ("wait=10, respond-async", True), ("respond-async; x=1", True),
    ("", False), ("wait=10", False), ("return=minimal", False), ("respond-asyncs", False), ("handling=strict", False),
    ('x="respond-async"', False), ("respond-sync", False), ("async", False),
])
def test_only_who_prefers_it_gets_a_job(client, keys, prefer, is_job):
    response = send(client, keys, [GOOD], headers={"Prefer": prefer})
    assert response.status_code == (202 if is_job else 200)
    assert ("Preference-Applied" in response.headers) == ("Location" in response.headers) == is_job


def test_results_are_those_of_a_batch_line_by_line(client, keys, begin, work_off):
    """What is wrong with a line is its result, in the words of an answer without a job, and no failure of the job."""
    good = json.dumps(GOOD).encode()
    lines = (good, b"{", b"", b'{"text": "\xff"}', b"[]", b"{}", b'{"text": "' + b"a" * 20000 + b'"}', b"null", good)
    job = begin(b"\n".join(lines))
    work_off()
    assert shown(client, keys, job)["state"] == "done"
    found = results(client, keys, job)
    assert [(line["line"], line["status"]) for line in found] == [
        (1, 201), (2, 400), (4, 400), (5, 422), (6, 422), (7, 413), (8, 422), (9, 200)]
    straight = send(client, keys, b"\n".join(lines))
    said = [json.loads(line).get("problem", {}).get("detail") for line in straight.get_data(as_text=True).splitlines()]
    assert [line.get("problem", {}).get("detail") for line in found] == said
    assert {line["problem"]["instance"] for line in found if "problem" in line} == {f"/v1/jobs/{job}"}
    assert found[1]["problem"]["type"] == "/problems/malformed-json"


def test_results_go_on_after_those_that_one_has(client, keys, begin, work_off):
    job = begin([{"text": f"Number {n}."} for n in range(4)])
    work_off()
    lines = [[line["line"] for line in results(client, keys, job, f"?after={n}")] for n in (0, 1, 3, 4, 99)]
    assert lines == [[1, 2, 3, 4], [2, 3, 4], [4], [], []]
    for wrong in ("-1", "x", "", "1&after=2"):
        assert client.get(f"/v1/jobs/{job}/results?after={wrong}", headers=keys["write"]).status_code == 422


@pytest.mark.parametrize("lines", [b"", b"\n\n  \n"])
def test_a_batch_of_nothing_is_done_at_once(client, keys, begin, work_off, lines):
    job = begin(lines)
    work_off()
    assert (shown(client, keys, job)["state"], results(client, keys, job)) == ("done", [])


@pytest.mark.parametrize("options, status", [
    ({"content_type": "application/json"}, 415), ({"content_type": "text/plain"}, 415), ({"content_type": ""}, 415),
    ({"headers": ASYNC | {"Content-Encoding": "gzip"}}, 415),
])
def test_a_body_that_is_no_json_lines_begins_no_job(client, keys, options, status):
    assert send(client, keys, [GOOD], **{"headers": ASYNC} | options).status_code == status
    assert client.get("/v1/jobs", headers=keys["admin"]).get_json()["items"] == []


def test_too_many_lines_begin_no_job(client, keys, monkeypatch):
    monkeypatch.setattr("quotes.api.resources.batch.MOST_LINES", 3)
    response = send(client, keys, [GOOD] * 4, headers=ASYNC)
    assert response.status_code == 413 and "At most 3 lines" in response.get_json()["detail"]
    assert client.get("/v1/jobs", headers=keys["admin"]).get_json()["items"] == []
    assert send(client, keys, [GOOD] * 3, headers=ASYNC).status_code == 202


def test_too_many_jobs_are_refused_until_one_has_ended(client, keys, begin):
    ids = [begin([GOOD]) for _ in range(5)]
    refused = send(client, keys, [GOOD], headers=ASYNC)
    assert refused.status_code == 409 and "at most 5 jobs" in refused.get_json()["detail"]
    assert send(client, keys, [GOOD]).status_code == 200
    assert client.delete(f"/v1/jobs/{ids[0]}", headers=keys["write"]).status_code == 200
    begin([GOOD])


def test_a_job_is_cancelled_and_stays_so(client, keys, begin, work_off):
    job = begin([GOOD])
    for _ in range(2):
        response = client.delete(f"/v1/jobs/{job}", headers=keys["write"])
        assert (response.status_code, response.get_json()["state"]) == (200, "cancelled")
    work_off()
    assert shown(client, keys, job)["state"] == "cancelled" and results(client, keys, job) == []
    assert client.get("/v1/documents").get_json()["items"] == []


def test_a_job_that_is_done_cannot_be_cancelled(client, keys, begin, work_off):
    job = begin([GOOD])
    work_off()
    response = client.delete(f"/v1/jobs/{job}", headers=keys["write"])
    assert response.status_code == 409 and "ended already (done)" in response.get_json()["detail"]


def test_somebody_elses_job_is_not_there_but_for_admins(client, store, keys, begin):
    job = begin([GOOD])
    other = {"Authorization": f"Bearer {make_key(store, 'Bo', 'write', NOW)}"}
    for method, path in (("GET", ""), ("GET", "/results"), ("DELETE", "")):
        answers = [client.open(f"/v1/jobs/{which}{path}", method=method, headers=other) for which in (job, "j99")]
        assert [answer.status_code for answer in answers] == [404, 404]
        first, second = ({**answer.get_json(), "instance": "", "request_id": ""} for answer in answers)
        assert first == second
        assert client.open(f"/v1/jobs/{job}{path}", method=method, headers=keys["admin"]).status_code == 200


def test_the_list_has_ones_own_the_latest_first_and_goes_on(client, store, keys, begin):
    for key in ("write", "admin", "write"):
        begin([GOOD], key)
    listed = {key: client.get("/v1/jobs?limit=2", headers=keys[key]).get_json() for key in ("write", "admin", "read")}
    assert {key: [job["id"] for job in found["items"]] for key, found in listed.items()} == {
        "write": ["j3", "j1"], "admin": ["j3", "j2"], "read": []}
    assert listed["write"]["next"] is None
    following = client.get(listed["admin"]["next"].removeprefix("https://quotes.example"), headers=keys["admin"])
    assert [job["id"] for job in following.get_json()["items"]] == ["j1"]
    assert "rel=\"prev\"" in following.headers["Link"] and following.headers["Cache-Control"] == "no-store"


def test_an_article_that_was_taken_down_is_refused_on_its_line(client, keys, begin, work_off):
    send(client, keys, [GOOD])
    client.delete("/v1/documents/d1", headers=keys["admin"])
    job = begin([GOOD, {"text": "Nothing is said here."}])
    work_off()
    assert [line["status"] for line in results(client, keys, job)] == [409, 201]


def test_a_failure_of_the_inside_is_that_lines(client, keys, begin, work_off, monkeypatch):
    from quotes.api.jobs import articles

    keep, failing = articles.keep, [RuntimeError("a secret of the inside")]
    monkeypatch.setattr("quotes.api.jobs.articles.keep",
                        lambda store, reading: _fail(failing) if failing else keep(store, reading))
    job = begin([GOOD, GOOD])
    work_off()
    found = results(client, keys, job)
    assert [line["status"] for line in found] == [500, 201] and "secret" not in json.dumps(found)


def _fail(failing):
    raise failing.pop()
