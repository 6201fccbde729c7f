"""Backups hold what was there at one moment, are whole, and come back as they were."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.records.errors import InvalidInput, StoreError
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.store_opener import open_sqlite, restore_store
from quotes.store.table_store import TableStore
from tests.store.readings import a_reading


def ids(store: TableStore) -> list[str]:
    return [quote.id for quote in store.quotes(QuoteFilter(), PageRequest(100)).items]


def ignore(done: float) -> None:
    """A bar that nobody sees."""


@pytest.fixture
def backup(store: TableStore, tmp_path: Path) -> Path:
    """A backup of two articles."""
    for number in (1, 2):
        keep(store, a_reading(number))
    store.back_up(str(tmp_path / "backup.db"), ignore)
    return tmp_path / "backup.db"


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def test_a_backup_is_a_whole_database_with_the_same_content(store: TableStore, backup: Path):
    copy = open_sqlite(backup)
    copy.check()
    assert ids(copy) == ids(store)
    assert copy.document("d1") == store.document("d1")
    copy.close()


def test_a_backup_restored_is_what_it_was(store: TableStore, backup: Path, path: Path):
    before = ids(store)
    keep(store, a_reading(3))
    store.close()
    restore_store(url(path), backup, ignore, replace=True)
    assert ids(store) == before
    keep(store, a_reading(4))
    assert store.document("d3").title == "Article 4"


def test_a_backup_comes_up_in_a_place_of_its_own(store: TableStore, backup: Path, tmp_path: Path):
    restore_store(url(tmp_path / "new" / "quotes.db"), backup, ignore)
    other = open_sqlite(tmp_path / "new" / "quotes.db")
    assert ids(other) == ids(store)
    other.close()


def test_what_is_there_is_not_replaced_unasked(store: TableStore, backup: Path, path: Path):
    before = backup.read_bytes()
    with pytest.raises(InvalidInput, match=r"there already.*--replace"):
        store.back_up(str(backup), ignore)
    assert backup.read_bytes() == before
    keep(store, a_reading(3))
    with pytest.raises(InvalidInput, match="already; with --replace"):
        restore_store(url(path), backup, ignore)
    assert len(ids(store)) == 12
    store.back_up(str(backup), ignore, replace=True)
    copy = open_sqlite(backup)
    assert ids(copy) == ids(store)
    copy.close()


def test_a_database_is_never_its_own_backup(store: TableStore, path: Path):
    with pytest.raises(InvalidInput, match="name another file"):
        store.back_up(str(path), ignore, replace=True)


def test_a_place_that_cannot_be_written_is_told(store: TableStore, tmp_path: Path):
    with pytest.raises(StoreError, match="could not be written"):
        store.back_up(str(tmp_path / "no" / "such" / "folder.db"), ignore)


def letter(file: Path) -> None:
    file.write_bytes(b"This is a letter. " * 500)


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def scribbled(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192:20480] = b"\xab" * 12288
    file.write_bytes(content)


def of_others(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()


def of_tomorrow(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO migration VALUES (700, 'from tomorrow', '2030-01-01')")
    connection.close()


@pytest.mark.parametrize("spoil, words", [
    (letter, "no whole database"), (torn, "whole database|damaged"), (scribbled, "damaged|whole database"),
    (of_others, "another program"), (of_tomorrow, "newer version"), (lambda file: file.write_bytes(b""), "no backup"),
])
def test_what_is_no_whole_backup_is_refused(store: TableStore, backup: Path, path: Path, spoil, words):
    before = ids(store)
    spoil(backup)
    with pytest.raises(StoreError, match=words):
        restore_store(url(path), backup, ignore, replace=True)
    assert ids(store) == before


def test_a_copy_is_of_one_moment_while_another_writes(path: Path, tmp_path: Path):
    store = open_sqlite(path)
    for number in range(30):
        keep(store, a_reading(number, quotes=10))
    stop = threading.Event()

    def write() -> None:
        other = open_sqlite(path)
        number = 100
        while not stop.is_set():
            keep(other, a_reading(number, quotes=10))
            number += 1
        other.close()

    writer = threading.Thread(target=write)
    writer.start()
    told: list[float] = []
    try:
        for turn in range(3):
            store.back_up(str(tmp_path / f"{turn}.db"), told.append)
    finally:
        stop.set()
        writer.join()
    store.close()
    for turn in range(3):
        with sqlite3.connect(tmp_path / f"{turn}.db") as copy:
            documents, quotes = (copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                                 for table in ("document", "quote"))
        copy.close()
        assert documents >= 30 and quotes == documents * 11
    assert told[-1] == 1.0
