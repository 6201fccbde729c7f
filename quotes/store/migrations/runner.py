"""Bringing a database's tables up to date: each change once, in order, in one transaction with its own record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from quotes.records.errors import StoreError
from quotes.store.contract.store import Derivation
from quotes.store.engine.engine import Engine
from quotes.store.migrations import (
    m0001_first_tables,
    m0002_search,
    m0003_decisions,
    m0004_compact_quotes,
    m0005_key_expiry,
    m0006_identities,
    m0007_taking,
    m0008_name_keys,
    m0009_undated,
    m0010_outlets,
    m0011_not_quotes,
    m0012_stance,
    m0013_confirmed,
    m0014_document_words,
    m0015_beginnings,
    m0016_saved_searches,
    m0017_places,
    m0018_sessions,
    m0020_jobs,
)
from quotes.store.tables.tables import Migration


def _nothing(engine: Engine) -> None:
    """Leave the tables as they are."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the tables; numbers rise.

    `fill` is for what the rows lack that follows from them by rules which the store does not know.
    """

    number: int
    name: str
    apply: Callable[[Engine], None] = _nothing
    fill: Callable[[Engine, Derivation], None] | None = None


CHANGES = (
    Change(1, "first tables", m0001_first_tables.apply),
    Change(2, "search", m0002_search.apply),
    Change(3, "decisions", m0003_decisions.apply),
    Change(4, "compact quotes", m0004_compact_quotes.apply),
    Change(5, "key expiry", m0005_key_expiry.apply),
    Change(6, "identities", m0006_identities.apply),
    Change(7, "taking", m0007_taking.apply),
    Change(8, "keys of names", fill=m0008_name_keys.fill),
    Change(9, "keys of names in more spellings", fill=m0008_name_keys.fill),  # what a name is found by has changed
    Change(10, "undated", m0009_undated.apply),
    Change(11, "outlets by their domains", m0010_outlets.apply, m0010_outlets.fill),
    Change(12, "not quotes", m0011_not_quotes.apply),
    Change(13, "stance", m0012_stance.apply),
    Change(14, "confirmed", m0013_confirmed.apply),
    Change(15, "words of documents", m0014_document_words.apply),
    Change(16, "beginnings of quotes", m0015_beginnings.apply),
    Change(17, "saved searches", m0016_saved_searches.apply),
    Change(18, "places", m0017_places.apply),
    Change(19, "sessions", m0018_sessions.apply),
    Change(20, "jobs", m0020_jobs.apply),
)


def migrate(engine: Engine, derivation: Derivation, changes: tuple[Change, ...] = CHANGES) -> None:
    """Apply what is not applied yet; processes that do so at the same time wait for each other."""
    if not pending(engine, changes):
        return
    for change in changes:
        with engine.writing():
            if change in pending(engine, changes):
                _apply(engine, change, derivation)


def pending(engine: Engine, changes: tuple[Change, ...] = CHANGES) -> tuple[Change, ...]:
    """The changes that a database lacks; StoreError if it is of a newer program, or of another one."""
    tables = engine.tables()
    if "migration" not in tables:
        if tables:
            raise StoreError("This database belongs to another program: it has tables, but none of ours. "
                             "Name another file in QUOTES_DATABASE.")
        return changes
    applied = {number for (number,) in engine.run(Migration.select(Migration.number))}
    newest, known = max(applied, default=0), changes[-1].number
    if newest > known:
        raise StoreError(f"This database was written by a newer version of this program: its tables are at number "
                         f"{newest}, this version knows up to {known}. Update the program, or name another file in "
                         f"QUOTES_DATABASE.")
    return tuple(change for change in changes if change.number not in applied)


def _apply(engine: Engine, change: Change, derivation: Derivation) -> None:
    if "migration" not in engine.tables():
        engine.create([Migration])
    change.apply(engine)
    if change.fill is not None:
        change.fill(engine, derivation)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    engine.run(Migration.insert(number=change.number, name=change.name, applied_at=now))
