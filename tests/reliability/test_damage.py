"""A damaged page that is met while serving: a clear problem for all who ask, and no acknowledged write."""

from __future__ import annotations

import json
import sqlite3

import pytest

from tests.reliability.conftest import Service

PAGE = 4096


def spoil(service: Service, table: str) -> None:
    """Overwrite the first page of a table in the file of a service that runs."""
    service.store.write_through()
    service.store.close()  # what it remembers of pages is gone, as when many were read since
    with sqlite3.connect(service.path) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
    connection.close()
    with service.path.open("rb+") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\x5a" * PAGE)


@pytest.mark.parametrize("table, address", [
    ("quote", "/v1/quotes"), ("document", "/v1/documents"), ("speaker", "/v1/speakers/s1"),
    ("quote_words_data", "/v1/search?q=water"), ("body", "/v1/documents/d1"),
])
def test_a_damaged_page_is_told_and_nothing_is_acknowledged_any_more(service: Service, table: str, address: str):
    assert service.client.get(address).status_code == 200 and service.post(1) == 201
    spoil(service, table)
    answer = service.client.get(address)
    problem = answer.get_json(force=True)
    assert (answer.status_code, problem["type"]) == (503, "/problems/damaged")
    assert "The collection is damaged" in problem["detail"] and str(service.path) not in json.dumps(problem)
    assert [service.post(number) for number in (2, 3)] == [503, 503]
    ready = service.client.get("/readyz")
    assert (ready.status_code, ready.get_json(force=True)["type"]) == (503, "/problems/damaged")
    assert service.client.get("/healthz").status_code == 200


def test_once_it_is_whole_again_it_is_ready_and_takes_articles(service: Service, shelf_bytes: tuple[bytes, str]):
    spoil(service, "quote")
    assert service.client.get("/v1/quotes").status_code == 503
    service.store.close()
    for ending in ("-wal", "-shm"):
        service.path.with_name(f"quotes.db{ending}").unlink(missing_ok=True)
    with service.path.open("rb+") as file:  # in the same file, as “quotes restore” does
        file.write(shelf_bytes[0])
        file.truncate(len(shelf_bytes[0]))
    assert service.store.inspect(True, lambda check: None)
    assert service.client.get("/readyz").status_code == 200 and service.post(7) == 201


def test_a_file_that_is_none_any_more_is_damaged(service: Service):
    service.store.close()
    service.path.write_bytes(b"not a database, but quite a long text " * 200)
    answer = service.client.get("/readyz")
    assert (answer.status_code, answer.get_json(force=True)["type"]) == (503, "/problems/damaged")
