"""The engine over one SQLite file: WAL, durable when acknowledged, one writer at a time, one connection a thread."""

from __future__ import annotations

import math
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import peewee

from quotes.records.errors import InvalidInput, OutOfTime, QuotesError, StoreBusy, StoreError
from quotes.store.engine.backup import back_up
from quotes.store.engine.prepared_statements import Build, Shape, Statements
from quotes.store.engine.time_limits import TimeLimits
from quotes.store.tables.rows import Row

BUSY_MS = 5000
# Of each connection; WAL is a property of the file. What is deleted is overwritten: a takedown is for good.
PRAGMAS = (("foreign_keys", "on"), ("synchronous", "full"), ("secure_delete", "on"))
MOST_VALUES = 30_000  # in one statement; SQLite allows 32766
# Statements that a connection keeps ready, and insertions that are spelt out; one for each number of rows together.
REMEMBERED = 500
FAILURES = (peewee.PeeweeException, sqlite3.Error, UnicodeEncodeError)
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
WORDS = {
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check that its folder is there and may be written",
    sqlite3.SQLITE_READONLY: "cannot be written. Check the permissions of the file and of its folder",
    sqlite3.SQLITE_PERM: "may not be used. Check the permissions of the file and of its folder",
    sqlite3.SQLITE_FULL: "has no room left on its disk; nothing of this was kept. Make room and try again",
    sqlite3.SQLITE_IOERR: "could not be read or written: the disk reports a failure. Check the disk and try again",
    sqlite3.SQLITE_CORRUPT: "is damaged. Put a backup in its place",
    sqlite3.SQLITE_NOTADB: "is not a database. Name another file in QUOTES_DATABASE, or move this one away",
    sqlite3.SQLITE_TOOBIG: "cannot hold a text as long as this",
}


SPELT = Statements()  # by all engines of a process: they speak the same SQL


class ThreadState(threading.local):
    """What one thread is doing with the database."""

    writing = False
    until = math.inf  # by time.monotonic(), when questions must be answered


class SqliteEngine:
    """One SQLite file, used by many threads, each with a connection of its own that it keeps."""

    def __init__(self, path: Path, busy_ms: int = BUSY_MS) -> None:
        self.path = path
        self._busy_ms = busy_ms
        self._state = ThreadState()
        self._process = os.getpid()
        self._inherited: list[peewee.SqliteDatabase] = []
        self._limits = TimeLimits()
        self._file: tuple[int, int] | None = None  # which one it is, whatever stands at its path later
        self._database = self._fresh()

    def run(self, query: peewee.Node | peewee.Context) -> list[tuple[Any, ...]]:
        """Run one query and fetch all that it answers."""
        self._in_time()
        with self._in_words():
            cursor: sqlite3.Cursor = self._own().execute(query)
            return cursor.fetchall()

    def fetch(self, build: Build, shape: Shape, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run a query that is built and spelt out the first time only, with these values in its slots."""
        spelt = SPELT.spelt(build, shape, self._translated)
        return self.ask(spelt.statement, spelt.filled(values))

    def _translated(self, query: peewee.Node) -> tuple[str, Sequence[Any]]:
        statement, values = self._own().get_sql_context().sql(query).query()
        return statement, values

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement written in SQLite's own terms.

        By the connection itself: what peewee adds around it takes as long as a short look-up.
        """
        self._in_time()
        try:
            connection: sqlite3.Connection = self._own().connection()
            return connection.execute(statement, values).fetchall()
        except FAILURES as error:
            raise self._worded(error) from error

    def add(self, model: type[peewee.Model], rows: Sequence[Row]) -> None:
        """Add rows, all with the same columns, in as few statements as SQLite allows."""
        for statement, values in _insertions(model, rows):
            self.ask(statement, values)

    def add_numbered(self, model: type[peewee.Model], rows: Sequence[Row]) -> list[int]:
        """Add rows as `add` does; the numbers that they got, in the order of the rows.

        Numbers rise with the rows of a statement, but SQLite may answer them in any order, so they are sorted.
        """
        numbers: list[int] = []
        for statement, values in _insertions(model, rows):
            numbers += sorted(number for (number,) in self.ask(f"{statement} RETURNING id", values))
        return numbers

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that is the only writer from its first moment; inside another one it is a part of that."""
        if self._state.writing:
            yield
            return
        self.in_place()
        self.ask("BEGIN IMMEDIATE")
        self._state.writing = True
        try:
            yield
            self.ask("COMMIT")
        finally:
            self._state.writing = False
            self._undo_what_is_open()

    def _undo_what_is_open(self) -> None:
        """Take back what was not committed; after a full disk SQLite has done so by itself."""
        connection: sqlite3.Connection = self._own().connection()
        if connection.in_transaction:
            with self._in_words():
                connection.execute("ROLLBACK")  # whatever limit of time there is

    def state(self) -> object:
        """Something that is another one whenever the database may have changed since this thread asked before.

        SQLite tells what other connections committed; what this one wrote, the connection itself counts.
        """
        by_others = self.ask("PRAGMA data_version")
        connection: sqlite3.Connection = self._own().connection()
        return id(connection), connection.total_changes, by_others

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """A stretch of time in which questions must be answered; OutOfTime for one that is not."""
        before = self._state.until
        until = min(before, time.monotonic() + seconds)
        with self._in_words():
            connection: sqlite3.Connection = self._own().connection()
        state = self._state
        state.until = until
        try:
            with self._limits.until(until, connection):
                yield
        finally:
            state.until = before

    @contextmanager
    def in_share(self, share: float) -> Iterator[None]:
        """The same for a share of the time that is left; without end where there is no limit."""
        with self.limited(share * max(0.0, self._state.until - time.monotonic())):
            yield

    def _in_time(self) -> None:
        """OutOfTime where the time for questions of this thread is over."""
        if self._state.until < time.monotonic():
            raise OutOfTime(f"The database {self.path} did not answer in time.")

    def tables(self) -> frozenset[str]:
        """The names of the tables that are there."""
        with self._in_words():
            return frozenset(self._own().get_tables())

    def create(self, models: Iterable[type[peewee.Model]]) -> None:
        """Make tables with their indexes."""
        with self._in_words():
            for model in models:
                peewee.SchemaManager(model, self._own()).create_all(safe=False)

    def use_wal(self) -> None:
        """Switch the file to a write-ahead log, where readers and the writer do not wait for each other.

        That takes the file for itself for a moment, for which SQLite does not wait by itself; so this does.
        """
        until = time.monotonic() + self._busy_ms / 1000
        while self.ask("PRAGMA journal_mode") != [("wal",)]:
            try:
                self.ask("PRAGMA journal_mode = wal")
            except StoreBusy:
                if time.monotonic() > until:
                    raise
                time.sleep(0.01)
        self._file = self._at_path()

    def in_place(self) -> None:
        """Raise StoreError if the file that was opened is not at its path any more: what is written would be lost."""
        if self._file is not None and self._at_path() != self._file:
            raise StoreError(f"The database {self.path} was moved, deleted or replaced while it was in use. Put it "
                             f"back, or start the program again.")

    def _at_path(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def write_through(self) -> bool:
        """Write the log into the file and empty it; False if somebody was reading all the while."""
        ((busy, _, _),) = self.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        return not busy

    def back_up(self, to: Path, reached: Callable[[float], None], replace: bool) -> None:
        """Copy everything, as it is at this moment, to a file that is checked."""
        back_up(self.path, to, reached, replace)

    def close(self) -> None:
        """Give back this thread's connection."""
        if self._state.writing:
            raise StoreError("The database cannot be closed in the middle of writing to it.")
        with self._in_words():
            self._own().close()

    def _own(self) -> Any:  # peewee's stubs leave the methods that run queries untyped
        """The database, with connections of this process: one taken over by a fork must not even be closed."""
        if os.getpid() != self._process:
            self._inherited.append(self._database)
            self._state, self._database, self._process = ThreadState(), self._fresh(), os.getpid()
            self._limits = TimeLimits()
        return self._database

    def _fresh(self) -> peewee.SqliteDatabase:
        return peewee.SqliteDatabase(str(self.path), pragmas=PRAGMAS, timeout=self._busy_ms / 1000,
                                     cached_statements=REMEMBERED)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Failures of SQLite as failures of ours, in words for whoever runs the program."""
        try:
            yield
        except FAILURES as error:
            raise self._worded(error) from error

    def _worded(self, error: Exception) -> QuotesError:
        if isinstance(error, UnicodeEncodeError):
            return InvalidInput("There is half a surrogate pair in the text, which is no character; take it out.")
        cause = _original(error)
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest a detail of it
        if code == sqlite3.SQLITE_INTERRUPT:
            return OutOfTime(f"The database {self.path} did not answer in time.")
        if code in BUSY:
            return StoreBusy(f"Another program is writing to the database {self.path}; try again in a moment.")
        words = WORDS.get(code, f"could not do what was asked: {error}")
        return StoreError(f"The database {self.path} {words}.")


def _insertions(model: type[peewee.Model], rows: Sequence[Row]) -> Iterator[tuple[str, list[Any]]]:
    """Statements that add rows, with their values.

    Written here and not by peewee, which takes several times as long to spell them out value by value.
    """
    if not rows:
        return
    names = tuple(rows[0])
    size = MOST_VALUES // len(names)
    values_of = itemgetter(*names, names[0])  # of one name it gives no tuple
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        yield _insertion(model, names, len(some)), [value for row in some for value in values_of(row)[:-1]]


@lru_cache(maxsize=REMEMBERED)
def _insertion(model: type[peewee.Model], names: tuple[str, ...], rows: int) -> str:
    """One statement that adds so many rows with these columns."""
    columns = ", ".join(f'"{model._meta.fields[name].column_name}"' for name in names)
    one = f"({', '.join('?' * len(names))})"
    return f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES {", ".join([one] * rows)}'


def _original(error: BaseException) -> BaseException:
    """SQLite's own error inside peewee's, which wraps one that came up while connecting twice."""
    inner = getattr(error, "orig", None)
    return error if inner is None else _original(inner)
