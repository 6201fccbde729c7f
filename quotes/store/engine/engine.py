"""What the store needs of a database engine: run queries, write in one transaction, say in words what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from peewee import Context, Model, Node

from quotes.store.engine.prepared_statements import Build, Shape
from quotes.store.tables.rows import Row


class Engine(Protocol):
    """A database that runs queries; one connection a thread, failures as StoreError or StoreBusy."""

    def run(self, query: Node | Context) -> list[tuple[Any, ...]]:
        """Run one query and fetch all that it answers."""

    def fetch(self, build: Build, shape: Shape, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run a query that is built and spelt out the first time only, with these values in its slots."""

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement written in the engine's own terms."""

    def add(self, model: type[Model], rows: Sequence[Mapping[str, Any]], over: tuple[str, ...] = ()) -> None:
        """Add rows, all with the same columns, in as few statements as the engine allows.

        Where a row is there already that has the same values in the fields `over`, that one is written anew.
        """

    def add_numbered(self, model: type[Model], rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Add rows as `add` does; the numbers that they got, in the order of the rows."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction for everything inside; inside another one it is a part of that."""

    def at_once(self) -> AbstractContextManager[None]:
        """A stretch in which another writer is not waited for: StoreBusy at once."""

    def state(self) -> object:
        """Something that is another one whenever the database may have changed since this thread asked before."""

    def limited(self, seconds: float) -> AbstractContextManager[None]:
        """A stretch of time in which questions must be answered; OutOfTime for one that is not."""

    def in_share(self, share: float) -> AbstractContextManager[None]:
        """The same for a share of the time that is left; without end where there is no limit."""

    def tables(self) -> frozenset[str]:
        """The names of the tables that are there."""

    def create(self, models: Iterable[type[Model]]) -> None:
        """Make tables with their indexes."""

    def write_through(self) -> bool:
        """Leave nothing that was deleted in any log of the database; False if somebody was reading all the while."""

    def hold(self) -> None:
        """Keep backups from being put in this database's place until the process ends."""

    def kept(self) -> int:
        """How many transactions this thread has kept so far."""

    def faults(self, whole: bool) -> tuple[str, ...]:
        """What is wrong with the file itself, in the engine's words; `whole` compares indexes with their tables too."""

    def schema_faults(self) -> tuple[str, ...]:
        """What is wrong with the file where that is found at once."""

    def writable(self) -> None:
        """Raise StoreError if nothing could be written now; that another writer is busy is no hindrance."""

    def damaged(self) -> str | None:
        """The damage that was noted, by any process; None where nobody noticed any."""

    def mark(self, damage: str | None) -> None:
        """Note damage, after which nothing is written any more; None forgets it."""

    def size(self) -> int:
        """How many bytes the database takes."""

    def back_up(self, to: Path, reached: Callable[[float], None], replace: bool) -> None:
        """Copy everything, as it is at this moment, to a file that is checked."""

    def in_place(self) -> None:
        """Raise StoreError if what was opened is not there any more, so that what is written would be lost."""

    def close(self) -> None:
        """Give back this thread's connection."""


def fetch_rows(engine: Engine, columns: Mapping[str, Node], build: Build, shape: Shape,
               values: Sequence[Any]) -> list[Row]:
    """The rows that a query answers which is spelt out once, each as a mapping from the names of its columns."""
    return [dict(zip(columns, found, strict=True)) for found in engine.fetch(build, shape, values)]


def select(engine: Engine, columns: Mapping[str, Node], query: Node) -> list[Row]:
    """The rows that a query answers, each as a mapping from the names of its columns."""
    return [dict(zip(columns, values, strict=True)) for values in engine.run(query)]
