"""The engine over one SQLite file: WAL, durable when acknowledged, one writer at a time, one connection a thread."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee

from quotes.records.errors import QuotesError, StoreDamaged, StoreError
from quotes.store.engine.backup import back_up
from quotes.store.engine.damage_mark import DamageMark
from quotes.store.engine.failures import FAILURES, in_words, worded
from quotes.store.engine.insertions import REMEMBERED, insertions
from quotes.store.engine.prepared_statements import Build, Shape, Statements
from quotes.store.engine.thread_state import ThreadState
from quotes.store.engine.time_limits import TimeLimits
from quotes.store.engine.use_lock import hold
from quotes.store.engine.write_ahead_log import switch
from quotes.store.engine.write_trial import try_writing
from quotes.store.tables.rows import Row

BUSY_MS = 5000
# Of each connection; WAL is a property of the file. What is deleted is overwritten: a takedown is for good.
PRAGMAS = (("foreign_keys", "on"), ("synchronous", "full"), ("secure_delete", "on"))
MOST_FAULTS = 20  # that are told
LOG = logging.getLogger("quotes.store")
SPELT = Statements()  # by all engines of a process: they speak the same SQL


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
        self._held: int | None = None  # the descriptor of the lock
        self.damage = DamageMark(path)
        self._database = self._fresh()

    def run(self, query: peewee.Node | peewee.Context) -> list[tuple[Any, ...]]:
        """Run one query and fetch all that it answers."""
        self._state.refuse_late(self.path)
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
        self._state.refuse_late(self.path)
        try:
            connection: sqlite3.Connection = self._own().connection()
            return connection.execute(statement, values).fetchall()
        except FAILURES as error:
            raise self._worded(error) from error

    def add(self, model: type[peewee.Model], rows: Sequence[Row], over: tuple[str, ...] = ()) -> None:
        """Add rows, all with the same columns, in few statements; those there by the fields `over` are written anew."""
        for statement, values in insertions(model, rows, over):
            self.ask(statement, values)

    def add_numbered(self, model: type[peewee.Model], rows: Sequence[Row]) -> list[int]:
        """Add rows as `add` does; the numbers that they got, in the order of the rows.

        Numbers rise with the rows of a statement, but SQLite may answer them in any order, so they are sorted.
        """
        numbers: list[int] = []
        for statement, values in insertions(model, rows):
            numbers += sorted(number for (number,) in self.ask(f"{statement} RETURNING id", values))
        return numbers

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that is the only writer from its first moment; inside another one it is a part of that."""
        if self._state.writing:
            yield
            return
        self.in_place()
        self.damage.refuse()
        self.ask("BEGIN IMMEDIATE")
        self._state.writing = True
        try:
            yield
            self._commit()
        finally:
            self._state.writing = False
            self._undo_what_is_open()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """A stretch in which another writer is not waited for: StoreBusy at once."""
        self.ask("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self._own().connection().execute(f"PRAGMA busy_timeout = {self._busy_ms}")

    def _commit(self) -> None:
        """Keep what was written, unless damage was met on the way: a look-up inside may have been given up for it."""
        self.damage.refuse()
        try:
            self._own().connection().execute("COMMIT")
        except FAILURES as error:
            raise self._worded(error, committing=True) from error
        self._state.kept += 1

    def hold(self) -> None:
        """Keep backups from being put in this database's place until the process ends."""
        if self._held is None:
            self._held = hold(self.path)

    def kept(self) -> int:
        """How many transactions this thread has kept so far."""
        return self._state.kept

    def _undo_what_is_open(self) -> None:
        """Take back what was not committed, whatever limit of time there is; after a full disk SQLite did so by itself.

        Where even that fails the connection is given up, and what it began with it: the failure told is the first one.
        """
        connection: sqlite3.Connection = self._own().connection()
        if connection.in_transaction:
            try:
                connection.execute("ROLLBACK")
            except sqlite3.Error as error:
                LOG.error("a transaction could not be taken back", extra={"fields": {"reason": str(error)}})
                self._own().close()

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
        """Switch the file to a write-ahead log, where readers and the writer do not wait for each other."""
        switch(self.ask, self._busy_ms / 1000)
        self._file = self._at_path()

    def faults(self, whole: bool) -> tuple[str, ...]:
        """What is wrong with the file itself, in SQLite's words; `whole` also compares indexes with their tables."""
        try:
            connection: sqlite3.Connection = self._own().connection()
            found = connection.execute(f"PRAGMA {'integrity_check' if whole else 'quick_check'}({MOST_FAULTS})")
            return tuple(fault for (fault,) in found if fault != "ok")
        except FAILURES as error:
            failure = self._worded(error)
            if isinstance(failure, StoreDamaged):
                return (str(error),)
            raise failure from error

    def schema_faults(self) -> tuple[str, ...]:
        """What is wrong with the file where that is found at once: fewer bytes than it says, or unreadable tables."""
        ((pages,),), ((size,),) = self.ask("PRAGMA page_count"), self.ask("PRAGMA page_size")
        if pages * size > self.size() and not self.path.with_name(f"{self.path.name}-wal").exists():
            return (f"it ends after {self.size()} bytes of {pages * size}",)
        return () if self.tables() else ("no table can be read",)

    def damaged(self) -> str | None:
        """The damage that was noted, by any process; None where nobody noticed any."""
        return self.damage.found()

    def mark(self, damage: str | None) -> None:
        """Note damage, after which nothing is written any more; None forgets it."""
        if damage is None:
            self.damage.clear()
        else:
            self.damage.note(damage)

    def size(self) -> int:
        """How many bytes the file takes, without its log."""
        return self.path.stat().st_size

    def writable(self) -> None:
        """Raise StoreError if nothing could be written now; that another writer is busy is no hindrance."""
        self.damage.refuse()
        with in_words(self.path):
            try_writing(self.path)

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
        """Write the log into the file and empty it; False if somebody was reading all the while, or the disk failed.

        What is in the log is kept for good either way, so a failure is logged and none of the caller's.
        """
        try:
            ((busy, _, _),) = self.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        except StoreError as error:
            LOG.error("the log could not be emptied", extra={"fields": {"reason": str(error)}})
            return False
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

    def _worded(self, error: Exception, committing: bool = False) -> QuotesError:
        found = worded(error, self.path, committing)
        if isinstance(found, StoreDamaged):
            self.damage.note(str(error))
        return found
