"""A write lock that somebody else holds keeps nobody from reading, not even for the moment of a note."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.reliability.conftest import Service
from tests.store.noted import noting

READS = ("/v1/quotes", "/v1/quotes/q1", "/v1/speakers", "/v1/documents/d1", "/v1/search?q=gate", "/v1/outlets", "/",
         "/v1/verify?text=the+gate+is+shut", "/v1/stats/speakers", "/feed.atom", "/v1/saved-searches", "/v1/jobs",
         "/v1/jobs/j1", "/healthz", "/readyz", "/metrics")


@pytest.fixture
def locked(service: Service) -> Iterator[Service]:
    """The service while another program writes to its database."""
    with closing(sqlite3.connect(service.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield service


def test_reading_waits_for_no_writer(locked: Service):
    """With a key too, whose use is noted: that note is left out where another one writes."""
    ran: list[str] = []
    for headers in ({}, locked.admin):
        for path in READS:
            with noting(locked.store.engine, lambda sql, values: ran.append(sql)):
                status = locked.client.get(path, headers=headers).status_code
            assert status == 200 or (status, path) == (404, "/v1/jobs/j1") or (
                status == 401 and not headers)
    begins = [at for at, sql in enumerate(ran) if sql.startswith("BEGIN")]
    assert begins and {ran[at - 1] for at in begins} == {"PRAGMA busy_timeout = 0"}


def test_the_note_is_made_and_others_are_waited_for_afterwards(service: Service):
    service.client.get("/v1/quotes", headers=service.admin)
    ((used,),) = service.store.engine.ask("SELECT count(*) FROM access_key WHERE last_used_at IS NOT NULL")
    assert used == 1
    assert service.store.engine.ask("PRAGMA busy_timeout") == [(5000,)]
