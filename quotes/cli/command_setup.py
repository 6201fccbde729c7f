"""What commands start from: the settings in force, and the store that they name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from quotes.settings import Settings, read_settings
from quotes.store.contract.store import Store


def settings() -> Settings:
    """The settings that this process was started with."""
    return read_settings(os.environ)


def now() -> datetime:
    """The moment of this call, in UTC."""
    return datetime.now(UTC)


@contextmanager
def opened_store() -> Iterator[Store]:
    """The store that the settings name, made and brought up to date where that is needed, and closed at the end."""
    from quotes.collection.derived_fields import DerivedFields
    from quotes.store.store_opener import open_store

    store = open_store(settings().database, DerivedFields(), settings().migration_backups)
    try:
        yield store
    finally:
        store.close()
