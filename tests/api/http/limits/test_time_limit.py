"""Whatever is asked of the collection has a limit of time, waiting included; what is not has none."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from quotes.api.app import create_app
from quotes.records.errors import OutOfTime


@pytest.fixture
def client(settings, store):
    return create_app(replace(settings, rate_limit=None), store).test_client()


@pytest.fixture
def late():
    """What the server says of a request that waited for too long."""
    return {"quotes.arrived": time.monotonic() - 100}


@pytest.mark.parametrize("path", [
    "/v1/verify?text=any+words", "/v1/stats/speakers", "/v1/stats/unnamed", "/v1/stats/months", "/v1/speakers",
    "/v1/outlets", "/v1/disagreements", "/v1/quotes", "/v1/quotes/q1", "/v1/search?q=any", "/v1/documents",
    "/feed.json",
])
def test_a_question_that_waited_too_long_is_not_begun(client, late, path):
    response = client.get(path, environ_overrides=late)
    assert response.status_code == 503 and int(response.headers["Retry-After"]) > 0
    assert response.get_json(force=True)["type"] == "/problems/out-of-time"


@pytest.mark.parametrize("path", ["/", "/statistics", "/speakers", "/unnamed", "/disagreements", "/verify?text=any"])
def test_on_pages_too(client, late, path):
    response = client.get(path, headers={"Accept": "text/html"}, environ_overrides=late)
    assert response.status_code == 503 and response.mimetype == "text/html" and "Retry-After" in response.headers


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/v1/quotes/export", "/speakers.csv"])
def test_what_watches_and_what_is_sent_while_it_is_read_has_none(client, late, path):
    response = client.get(path, environ_overrides=late)
    assert response.status_code == 200
    response.close()


def test_what_is_written_has_none(client, late, keys):
    article = {"text": "“The water is cold,” said Ona Brandt."}
    response = client.post("/v1/documents", json=article, headers=keys["write"], environ_overrides=late)
    assert response.status_code in (200, 201)


@pytest.mark.parametrize("asked", [
    ("GET", "/v1/stats/speakers", None), ("GET", "/statistics", None),
    ("GET", "/v1/verify?text=any+words+here", None),
    ("POST", "/v1/verify", {"text": "“The water is very cold today,” said Ona Brandt."}),
])
@pytest.mark.parametrize("wants", ["text/html", "application/json"])
def test_time_that_runs_out_in_the_middle_is_told(client, store, monkeypatch, asked, wants):
    method, path, body = asked

    def over(*values, **options):
        raise OutOfTime("The database /srv/quotes.db did not answer in time.")

    monkeypatch.setattr(type(store.engine), "ask", over)
    response = client.open(path, method=method, json=body, headers={"Accept": wants})
    assert response.status_code == 503 and "Retry-After" in response.headers
    assert b"/srv" not in response.data


def test_no_limit_is_left_behind(client, store, late):
    client.get("/v1/quotes")
    client.get("/v1/quotes", environ_overrides=late)
    assert store.engine._state.until > time.monotonic() + 10**6
