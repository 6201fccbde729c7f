"""What goes wrong with a database file is said in one clear sentence; addresses of databases are read strictly."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.errors import BadSetting, InvalidInput, StoreError
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest
from quotes.store.store_opener import open_sqlite, open_store
from quotes.store.table_store import TableStore
from tests.store.readings import a_reading


def test_a_relative_address_is_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    store = open_store("sqlite:///data/deep/my%20quotes.db")
    store.check()
    monkeypatch.chdir("/")
    assert keep(store, a_reading()).outcome == "new"
    store.close()
    assert (tmp_path / "data" / "deep" / "my quotes.db").exists()


def test_an_absolute_address_has_four_strokes(tmp_path: Path):
    open_store(f"sqlite:///{tmp_path}/quotes.db").close()
    assert (tmp_path / "quotes.db").exists()


@pytest.mark.parametrize("url", [
    "postgresql://localhost/quotes", "sqlite://data.db", "sqlite:data.db", "data/quotes.db", "", "SQLITE:///x.db",
    "sqlite:///", "sqlite:///:memory:", "sqlite:///a%00b",
])
def test_other_addresses_are_refused_with_an_example(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadSetting, match=r"sqlite:///data/quotes\.db"):
        open_store(url)
    assert list(tmp_path.iterdir()) == []


def file_of(content: bytes) -> Callable[[Path], object]:
    """A file with some content in the database's place."""
    return lambda path: path.write_bytes(content)


BROKEN = [
    (file_of(b"This is a letter, and by no means a database. " * 100), "is not a database"),
    (lambda path: path.mkdir(), "cannot be opened"),
]


@pytest.mark.parametrize("break_it, words", BROKEN)
def test_a_file_that_cannot_be_used_is_named_and_left_alone(
    tmp_path: Path, break_it: Callable[[Path], object], words: str,
):
    path = tmp_path / "quotes.db"
    break_it(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=words) as raised:
        open_sqlite(path)
    assert str(path) in str(raised.value) and "\n" not in str(raised.value)
    assert before is None or path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"folder .*file/data for the database cannot be made: .*QUOTES_DATABASE"):
        open_sqlite(tmp_path / "file" / "data" / "quotes.db")


def test_a_damaged_file_is_said_to_be_damaged(path: Path):
    store = open_sqlite(path)
    with store.writing():
        for number in range(60):
            keep(store, a_reading(number, quotes=20))
    store.engine.ask("PRAGMA wal_checkpoint(truncate)")
    store.close()
    content = bytearray(path.read_bytes())
    for page in range(4, len(content) // 4096):
        content[page * 4096 : page * 4096 + 4096] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged\. Stop the server and put a backup in its place"):
        store.documents(PageRequest(100))
    store.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write what is read-only")
def test_a_file_that_may_not_be_written_is_read_and_said_to_be_so(path: Path):
    store = open_sqlite(path)
    keep(store, a_reading())
    store.close()
    path.chmod(0o400)
    with pytest.raises(StoreError, match="cannot be written"):
        keep(store, a_reading(2))
    assert store.document("d1") is not None
    store.close()


def test_nothing_is_written_to_a_file_that_was_moved_away(path: Path):
    store = open_sqlite(path)
    keep(store, a_reading())
    path.rename(path.with_name("elsewhere.db"))
    for _ in range(2):
        with pytest.raises(StoreError, match=r"moved, deleted or replaced"):
            store.check()
        with pytest.raises(StoreError, match=r"moved, deleted or replaced"):
            keep(store, a_reading(2))
        path.write_bytes(path.with_name("elsewhere.db").read_bytes())  # another file in its place is not it either
    path.with_name("elsewhere.db").replace(path)
    store.check()
    keep(store, a_reading(2))
    store.close()
    assert len(open_sqlite(path).documents(PageRequest()).items) == 2


def test_a_store_that_may_only_be_read_says_so(store: TableStore):
    keep(store, a_reading())
    store.engine.ask("PRAGMA query_only = on")
    with pytest.raises(StoreError, match=r"cannot be written\. Check the permissions"):
        keep(store, a_reading(2))
    assert store.document("d1") is not None


def test_half_a_surrogate_pair_is_bad_input_and_leaves_nothing(store: TableStore):
    with pytest.raises(InvalidInput, match="surrogate"):
        keep(store, Reading(Document("fine", title="not \ud800 fine")))
    assert store.documents(PageRequest()).items == ()


def test_every_connection_is_durable_and_holds_its_keys(store: TableStore):
    asked = {pragma: store.engine.ask(f"PRAGMA {pragma}")[0][0]
             for pragma in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")}
    assert asked == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 300}


def test_the_waiting_time_is_five_seconds_unless_said_otherwise(path: Path):
    store = open_sqlite(path)
    assert store.engine.ask("PRAGMA busy_timeout") == [(5000,)]
    store.close()


def test_a_connection_is_kept_until_it_is_given_back(store: TableStore):
    store.check()
    first = store.engine._database.connection()
    keep(store, a_reading())
    assert store.engine._database.connection() is first
    store.close()
    store.close()
    store.check()
    assert store.engine._database.connection() is not first


def test_a_store_is_not_closed_in_the_middle_of_writing(store: TableStore):
    with store.writing():
        keep(store, a_reading())
        with pytest.raises(StoreError, match="in the middle"):
            store.close()
    assert store.document("d1") is not None


def test_the_file_can_be_read_by_sqlite_itself(store: TableStore, path: Path):
    keep(store, a_reading())
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        assert connection.execute("SELECT count(*) FROM quote").fetchone() == (4,)
    connection.close()
