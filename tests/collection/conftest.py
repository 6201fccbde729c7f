"""A store for what adds up over documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.store.contract.store import Store
from quotes.store.store_opener import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    opened = open_store(f"sqlite:///{tmp_path}/quotes.db")
    yield opened
    opened.close()
