"""What was kept is never answered as if nothing had been: a failure behind a commit is told as what it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from tests.reliability.conftest import Service
from tests.store.noted import noting


def failing(when: Callable[[str], bool]) -> Callable[[str, Any], None]:
    """A disk that fails at some statements."""
    def fail(sql: str, values: Any) -> None:
        if when(sql):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

    return fail


@pytest.mark.parametrize("method, address, gone", [
    ("DELETE", "/v1/documents/d1", "/v1/documents/d1"), ("POST", "/v1/speakers/s1/objection", None)])
def test_a_log_that_cannot_be_emptied_after_a_removal_is_no_failure(service: Service, method: str, address: str,
                                                                     gone: str | None):
    with noting(service.store.engine, failing(lambda sql: "wal_checkpoint" in sql)):
        answer = service.client.open(address, method=method, headers=service.admin,
                                     **({"json": {"action": "erase"}} if method == "POST" else {}))
    assert answer.status_code == 200 and answer.get_json()["purged"] is False
    if gone:
        assert service.client.get(gone).status_code == 404
    assert service.store.write_through()  # as the next start does


def test_a_commit_that_the_disk_fails_is_not_certain(service: Service):
    with noting(service.store.engine, failing(lambda sql: sql == "COMMIT")):
        answer = service.client.post("/v1/documents", headers=service.admin, json={"text": "“No,” said Ona Brandt."})
    assert (answer.status_code, answer.get_json(force=True)["type"]) == (503, "/problems/maybe-kept")


def test_a_failure_behind_a_commit_says_that_it_was_kept(service: Service):
    kept: list[str] = []

    def behind(sql: str) -> bool:
        kept.extend([sql] if sql == "COMMIT" else [])
        return bool(kept) and sql != "COMMIT"

    assert service.post(1) == 201  # the use of the key is noted
    with noting(service.store.engine, failing(behind)):
        answer = service.client.post("/v1/documents", headers=service.admin, json={"text": "“No,” said Ona Brandt."})
    problem = answer.get_json(force=True)
    assert (answer.status_code, problem["type"]) == (503, "/problems/maybe-kept") and "was kept" in problem["detail"]
    assert len(service.client.get("/v1/documents").get_json()["items"]) == 7


def test_a_failure_before_it_says_that_nothing_was(service: Service):
    with noting(service.store.engine, failing(lambda sql: sql.startswith("INSERT"))):
        answer = service.client.post("/v1/documents", headers=service.admin, json={"text": "“No,” said Ona Brandt."})
    problem = answer.get_json(force=True)
    assert (answer.status_code, problem["type"]) == (503, "/problems/store-unavailable")
    assert "nothing was kept" in problem["detail"]
    assert len(service.client.get("/v1/documents").get_json()["items"]) == 5
