"""Where nothing can be written the service says why and goes on reading; as soon as it can, it is ready again."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.reliability.conftest import Service


@contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    """A limit of this process's files, by which the system refuses to write as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def state(service: Service) -> tuple[int, str]:
    answer = service.client.get("/readyz")
    return answer.status_code, answer.get_json(force=True).get("type", "")


def test_without_room_it_is_not_ready_and_reads_and_with_room_it_is(service: Service):
    assert state(service) == (200, "")
    with no_file_grows_beyond(8192):
        assert state(service) == (503, "/problems/no-room")
        assert service.client.get("/v1/quotes").status_code == 200
        assert service.post(1) == 503
    assert state(service) == (200, "") and service.post(1) == 201
    assert list(service.path.parent.glob(".*.trial")) == []


def test_a_full_database_refuses_an_article_in_words_and_keeps_nothing_of_it(service: Service):
    before = service.client.get("/v1/documents").get_json()
    pages = service.store.engine.ask("PRAGMA page_count")[0][0]
    service.store.engine.ask(f"PRAGMA max_page_count = {pages}")
    answer = service.client.post("/v1/documents", headers=service.admin, json={"text": "No room. " * 9000})
    problem = answer.get_json(force=True)
    assert (answer.status_code, problem["type"]) == (503, "/problems/no-room")
    assert "nothing of this was kept" in problem["detail"]
    assert service.client.get("/v1/documents").get_json() == before
    service.store.engine.ask("PRAGMA max_page_count = 1000000")
    assert service.post(1) == 201


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write what is read-only")
def test_what_is_read_only_is_not_ready_and_reads(service: Service):
    service.store.close()
    service.path.chmod(0o400)
    assert state(service) == (503, "/problems/not-writable")
    assert service.client.get("/v1/quotes").status_code == 200 and service.post(1) == 503
    service.path.chmod(0o600)
    assert state(service) == (200, "")
