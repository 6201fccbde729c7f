"""Statements noted before they run: those that the engine gives to its connection, and those that go by peewee."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from quotes.store.engine.sqlite import SqliteEngine

Note = Callable[[str, Any], object]  # takes a statement and its values


class NotedConnection:
    """A connection that tells of every statement before it runs it; what it is told to raise fails as on a disk."""

    def __init__(self, connection: sqlite3.Connection, note: Note) -> None:
        self._connection, self._note = connection, note

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        """Note a statement, then run it."""
        self._note(sql, values)
        return self._connection.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


@contextmanager
def noting(engine: SqliteEngine, note: Note) -> Iterator[None]:
    """Note every statement that an engine runs meanwhile in this thread."""
    database = engine._database
    connection, run = database.connection, database.execute_sql

    def execute_sql(sql: str, params: Any = None) -> Any:
        note(sql, params)
        return run(sql, params)

    noted = NotedConnection(connection(), note)
    database.connection = lambda: noted
    database.execute_sql = execute_sql
    try:
        yield
    finally:
        del database.connection, database.execute_sql
