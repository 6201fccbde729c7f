"""A service over a database with some articles, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quotes.api.app import create_app
from quotes.collection.access_keys import make_key
from quotes.collection.ingestion import keep
from quotes.settings import read_settings
from quotes.store.store_opener import open_store
from quotes.store.table_store import TableStore
from tests.store.readings import a_reading

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Service:
    """A service in this process: its callers' client, its store, its file, and the headers of an admin."""

    client: FlaskClient
    store: TableStore
    path: Path
    admin: dict[str, str]

    def post(self, number: int) -> int:
        """Send an article, another one for each number; the status of the answer."""
        article = {"text": f"“The gate {number} is shut,” said Ona Brandt.", "url": f"https://gazette.example/{number}"}
        return self.client.post("/v1/documents", json=article, headers=self.admin).status_code


@pytest.fixture(scope="session")
def shelf_bytes(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """The bytes of a database with five articles, and an admin's key for it."""
    path = tmp_path_factory.mktemp("reliable") / "quotes.db"
    store = open_store(f"sqlite:///{path}")
    for number in range(1, 6):
        keep(store, a_reading(number, quotes=8))
    key = make_key(store, "an admin", "admin", NOW)
    store.close()
    return path.read_bytes(), key


@pytest.fixture
def service(shelf_bytes: tuple[bytes, str], tmp_path: Path) -> Iterator[Service]:
    """A service over a copy of it."""
    path = tmp_path / "quotes.db"
    path.write_bytes(shelf_bytes[0])
    settings = read_settings({"QUOTES_DATABASE": f"sqlite:///{path}", "QUOTES_RATE_LIMIT": "off"})
    store = open_store(settings.database)
    assert isinstance(store, TableStore)
    yield Service(create_app(settings, store).test_client(), store, path,
                  {"Authorization": f"Bearer {shelf_bytes[1]}"})
    store.close()
