"""Stores in files of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quotes.store.store_opener import open_sqlite
from quotes.store.table_store import TableStore
from tests.store.noted import noting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database is."""
    return tmp_path / "data" / "quotes.db"


@pytest.fixture
def store(path: Path) -> Iterator[TableStore]:
    """A new store."""
    opened = open_sqlite(path, busy_ms=300, clock=lambda: "2025-01-02T03:04:05+00:00")
    yield opened
    opened.close()


@pytest.fixture
def count_statements(store: TableStore) -> Callable[..., object]:
    """A context in which every statement that the store runs is noted."""
    @contextmanager
    def counting() -> Iterator[list[str]]:
        noted: list[str] = []
        with noting(store.engine, lambda sql, values: noted.append(sql)):
            yield noted

    return counting
