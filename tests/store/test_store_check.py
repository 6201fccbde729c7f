"""Damage is found by looking, noted for every process, and stops all writing until it is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.records.errors import StoreDamaged
from quotes.store.contract.checks import Check
from quotes.store.store_opener import open_sqlite, restore_store
from quotes.store.table_store import TableStore
from tests.store.readings import a_reading

PAGE = 4096


def looked_at(path: Path, full: bool) -> list[str]:
    """What a look at a database finds wrong, each with what was looked at."""
    store, found = open_sqlite(path, busy_ms=300), list[Check]()
    whole = store.inspect(full, found.append)
    store.close()
    faults = [f"{check.what}: {fault}" for check in found for fault in check.faults]
    assert whole == (not faults)
    return faults


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with five articles, as its file is once it is closed."""
    path = tmp_path_factory.mktemp("shelf") / "quotes.db"
    store = open_sqlite(path)
    for number in range(1, 6):
        keep(store, a_reading(number, quotes=8))
    store.close()
    return path.read_bytes()


@pytest.fixture
def file(shelf: bytes, tmp_path: Path) -> Path:
    """A copy of it."""
    copy = tmp_path / "quotes.db"
    copy.write_bytes(shelf)
    return copy


def changed(statement: str) -> Callable[[Path], None]:
    """A change of rows that no program of ours makes."""
    def change(file: Path) -> None:
        with sqlite3.connect(file) as connection:
            connection.execute(statement)
        connection.close()

    return change


def scribbled(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'quote'")
    connection.close()
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\xab" * PAGE
    file.write_bytes(content)


@pytest.mark.parametrize("full", [False, True])
def test_a_whole_database_is_whole(file: Path, full: bool):
    assert looked_at(file, full) == []
    assert not file.with_name("quotes.db.damaged").exists()


@pytest.mark.parametrize("spoil, told, only_full", [
    (scribbled, "the file: ", False),
    (changed("UPDATE speaker SET quote_count = quote_count + 1 WHERE id = 1"), "what is counted: s1 has", False),
    (changed("DELETE FROM speaker WHERE id = 2"), "references between rows: row", False),
    (changed("DELETE FROM quote_words_docsize WHERE id = 3"), "the index of words: ", False),
    (changed("DELETE FROM body WHERE document_id = 2"), "texts of documents: d2 has no text", False),
    (changed("UPDATE quote SET end = 99999 WHERE id = 4"), "q4 does not lie inside", True),
    (changed("UPDATE quote SET mention_start = -5 WHERE id = 4"), "the mention of q4", True),
    (changed("UPDATE quote SET evidence = '[[' WHERE id = 4"), "q4 cannot be read", True),
    (changed("UPDATE quote SET revision = 7 WHERE id = 4"), "q4 is of a revision", True),
    (changed("UPDATE body SET text = text || '!' WHERE document_id = 2"), "the text of d2 is not the one", True),
    (changed("UPDATE body SET blocks = '{}' WHERE document_id = 2"), "what is known of the text of d2", True),
    (changed("UPDATE quote_words_data SET block = zeroblob(40) WHERE id = 10"), "quote_words is not", True),
])
def test_what_is_wrong_is_found(file: Path, spoil: Callable[[Path], None], told: str, only_full: bool):
    spoil(file)
    assert any(told in fault for fault in looked_at(file, full=True))
    file.with_name("quotes.db.damaged").unlink()
    assert any(told in fault for fault in looked_at(file, full=False)) != only_full


def test_damage_that_is_met_is_noted_and_stops_all_writing(file: Path, shelf: bytes, tmp_path: Path):
    (tmp_path / "backup.db").write_bytes(shelf)
    scribbled(file)
    store, other = open_sqlite(file), open_sqlite(file)
    with pytest.raises(StoreDamaged, match="quotes restore"):
        store.quote("q1")
    for one in (store, other, open_sqlite(file)):  # every process, and after a restart
        with pytest.raises(StoreDamaged, match="nothing is written"):
            keep(one, a_reading(9))
        with pytest.raises(StoreDamaged):
            one.check()
        one.close()
    with pytest.raises(StoreDamaged, match="not served"):
        open_sqlite(file).inspect_briefly()
    restore_store(f"sqlite:///{file}", tmp_path / "backup.db", lambda done: None, replace=True)
    again = open_sqlite(file)
    assert again.inspect_briefly().startswith("no damage")
    assert keep(again, a_reading(9)).outcome == "new"
    again.close()


def test_damage_is_suspected_behind_a_failure_once_in_a_while(file: Path, shelf: bytes):
    store = open_sqlite(file)
    store.suspect()
    scribbled(file)
    store.suspect()  # it has looked a moment ago
    store.close()
    store = open_sqlite(file)
    with pytest.raises(StoreDamaged):
        store.suspect()
    with pytest.raises(StoreDamaged, match="nothing is written"):
        keep(store, a_reading(9))
    store.close()


def test_a_note_is_taken_away_by_a_full_look_that_finds_nothing(store: TableStore, path: Path):
    keep(store, a_reading(1))
    store.note_damage("a page was unreadable once")
    assert store.inspect(False, lambda check: None) and path.with_name("quotes.db.damaged").exists()
    assert store.inspect_briefly().startswith("no damage")
    assert keep(store, a_reading(2)).outcome == "new"


@pytest.mark.parametrize("column, value", [("text", "CAST(x'c328' AS TEXT)"), ("verdict", "77"), ("evidence", "'{'")])
def test_a_row_that_nobody_wrote_is_damage(file: Path, column: str, value: str):
    changed(f"UPDATE quote SET {column} = {value} WHERE id = 1")(file)
    store = open_sqlite(file)
    with pytest.raises(StoreDamaged):
        store.quote("q1")
    store.close()


def test_a_text_that_is_not_the_one_kept_is_not_shown(file: Path):
    changed("UPDATE body SET text = 'Nobody said a word.' WHERE document_id = 2")(file)
    store = open_sqlite(file)
    assert store.document("d1") is not None
    with pytest.raises(StoreDamaged, match="d2"):
        store.document("d2")
    store.close()
