"""Databases are brought up to date once, by one process at a time, and newer ones are left alone."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import peewee
import pytest

from quotes.records.errors import StoreBusy, StoreError
from quotes.store import migrations
from quotes.store.engine.engine import Engine
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations.runner import CHANGES, Change, migrate, pending
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.tables.decisions import DECISION_TABLES
from quotes.store.tables.jobs import JOB_TABLES
from quotes.store.tables.own_searches import SavedSearch
from quotes.store.tables.tables import TABLES


def schema(path: Path) -> set[str]:
    """How a file's tables and indexes are declared."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    indexes = ("quote_words", "document_words", "document_text")
    return {sql for (sql,) in found if not any(index in sql for index in indexes)}


def change_file(path: Path, statement: str) -> None:
    """Change a database past the store."""
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def test_migrated_tables_are_those_of_the_program(path: Path, tmp_path: Path):
    open_sqlite(path).close()
    declared = tmp_path / "declared.db"
    database = peewee.SqliteDatabase(str(declared))
    for model in (*TABLES, *DECISION_TABLES, SavedSearch, *JOB_TABLES):
        peewee.SchemaManager(model, database).create_all(safe=False)
    database.close()
    assert schema(path) == schema(declared)


def test_numbers_rise_by_one():
    assert [change.number for change in CHANGES] == list(range(1, len(CHANGES) + 1))


def test_every_change_is_recorded_once(path: Path):
    for _ in range(3):
        store = open_sqlite(path)
        store.check()
        assert store.engine.ask("SELECT number, name FROM migration") == [
            (change.number, change.name) for change in CHANGES]
        store.close()


def test_a_database_of_an_older_program_gets_what_it_lacks(path: Path):
    path.parent.mkdir()
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), CHANGES[:1])
    assert pending(engine) == CHANGES[1:]
    engine.close()
    store = open_sqlite(path)
    assert pending(store.engine) == ()
    store.close()


def test_a_newer_database_is_refused_and_left_alone(path: Path):
    open_sqlite(path).close()
    change_file(path, "INSERT INTO migration VALUES (700, 'from tomorrow', '2030-01-01')")
    before = path.read_bytes()
    known = CHANGES[-1].number
    with pytest.raises(StoreError, match=rf"newer version.* number 700.*up to {known}\. Update the program"):
        open_sqlite(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path):
    path.parent.mkdir()
    change_file(path, "CREATE TABLE bookmarks (url)")
    with pytest.raises(StoreError, match="another program"):
        open_sqlite(path)
    assert schema(path) == {"CREATE TABLE bookmarks (url)"}


def test_check_notices_a_change_that_is_missing(path: Path):
    store = open_sqlite(path)
    change_file(path, "DELETE FROM migration WHERE number = 2")
    with pytest.raises(StoreError, match="search"):
        store.check()
    store.close()


def fail(engine: Engine) -> None:
    """A change that breaks in its middle."""
    engine.ask("CREATE TABLE half (done)")
    engine.ask("this is no SQL")


def test_a_change_that_fails_leaves_nothing_of_itself(path: Path):
    path.parent.mkdir()
    engine = SqliteEngine(path)
    with pytest.raises(StoreError):
        migrate(engine, NothingDerived(), (CHANGES[0], Change(2, "broken", fail)))
    assert "half" not in engine.tables()
    assert engine.ask("SELECT number FROM migration") == [(1,)]
    migrate(engine, NothingDerived())
    assert pending(engine) == ()
    engine.close()


def all_at_once(how_many: int, do: Callable[[], None]) -> list[StoreError]:
    """Do something in several threads at the same time; the failures."""
    faults: list[StoreError] = []
    together = threading.Barrier(how_many)

    def do_it() -> None:
        together.wait()
        try:
            do()
        except StoreError as error:
            faults.append(error)

    threads = [threading.Thread(target=do_it) for _ in range(how_many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def test_threads_that_open_a_new_file_at_once_do_not_collide(path: Path):
    assert all_at_once(8, lambda: open_sqlite(path).close()) == []


def test_threads_that_switch_to_the_log_at_once_wait_where_sqlite_does_not(tmp_path: Path):
    for turn in range(60):
        path = tmp_path / f"{turn}.db"

        def switch(path: Path = path) -> None:
            engine = SqliteEngine(path)
            engine.use_wal()
            engine.close()

        assert all_at_once(4, switch) == []


def test_opening_waits_while_another_has_the_new_file_for_itself(path: Path):
    path.parent.mkdir()
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreBusy):
        open_sqlite(path, busy_ms=30)
    threading.Timer(0.2, other.rollback).start()
    open_sqlite(path, busy_ms=3000).close()
    other.close()


def test_opening_does_not_wait_for_a_writer_when_all_is_up_to_date(path: Path):
    store = open_sqlite(path)
    with store.writing():
        open_sqlite(path, busy_ms=1).close()
    store.close()


def test_opening_waits_for_a_writer_when_something_is_lacking(path: Path):
    path.parent.mkdir()
    engine = SqliteEngine(path)
    engine.use_wal()
    migrate(engine, NothingDerived(), CHANGES[:1])
    with engine.writing(), pytest.raises(StoreBusy):
        open_sqlite(path, busy_ms=1)
    engine.close()


def test_old_changes_do_not_lean_on_the_tables_of_today():
    for module in sorted(Path(migrations.__file__).parent.glob("m0*.py")):
        assert "import quotes.store.tables.tables" not in module.read_text(encoding="utf-8")
        assert "from quotes.store.tables.tables" not in module.read_text(encoding="utf-8")
