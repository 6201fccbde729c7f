"""Outlets as they are browsed, and the articles of one; counted in indexes, anew only where that may have changed."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import date
from typing import Any

from peewee import fn

from quotes.records.document import Document as DocumentRecord
from quotes.store.contract.directory import OutletCount
from quotes.store.contract.store import Derivation, Page, PageRequest
from quotes.store.documents.documents import COLUMNS
from quotes.store.engine.engine import Engine, select
from quotes.store.quotes.pagination import one_part, page
from quotes.store.store_part import Clock, Part
from quotes.store.tables.rows import DATED, read_document
from quotes.store.tables.tables import Document, Quote

FEW = 2000  # quotes of an outlet whose documents are gathered; of more, the newest are soon found among all documents
# All quotes of an outlet lie together in an index; the few that are not active or not asserted are counted apart.
ALL = "SELECT outlet_id, COUNT(*) FROM quote WHERE outlet_id IS NOT NULL GROUP BY outlet_id"
GONE = "SELECT outlet_id, COUNT(*) FROM quote WHERE status <> 0 AND outlet_id IS NOT NULL GROUP BY outlet_id"
UNSAID = """SELECT outlet_id, COUNT(*) FROM quote WHERE stance <> 0 AND status = 0 AND outlet_id IS NOT NULL
GROUP BY outlet_id"""
DAY = """(SELECT q.day FROM quote q WHERE q.outlet_id = o.id AND q.sort_key >= {dated} AND q.status = 0
AND q.stance = 0 ORDER BY q.sort_key {way} LIMIT 1)"""
NAMED = f"""SELECT o.id, o.name, o.printed, {DAY.format(dated=DATED, way="ASC")}, {DAY.format(dated=DATED, way="DESC")}
FROM outlet o {{}}"""
BY_NAME = "WHERE o.id = (SELECT outlet_id FROM outlet_name WHERE key = ?)"
COUNTED = "SELECT COUNT(*) FROM quote WHERE outlet_id = ? AND status = 0 AND stance = 0"


class Counted(threading.local):
    """What one thread counted last, and the state of the database that it counted."""

    state: object = None
    outlets: tuple[OutletCount, ...] = ()


class OutletListPart(Part):
    """Outlets in lists."""

    def __init__(self, engine: Engine, clock: Clock, derivation: Derivation) -> None:
        super().__init__(engine, clock, derivation)
        self._counted_outlets = Counted()

    def outlets(self) -> tuple[OutletCount, ...]:
        """All outlets that have quotes, those with the most first."""
        state, counted = self.engine.state(), self._counted_outlets
        if counted.state is None or counted.state != state:
            counted.state, counted.outlets = state, self._count_outlets()
        return counted.outlets

    def outlet(self, name: str) -> OutletCount | None:
        """The outlet with a domain or name, also one without quotes, or None."""
        for number, *known in self.engine.ask(NAMED.format(BY_NAME), (self.derivation.outlet_key(name),)):
            ((quotes,),) = self.engine.ask(COUNTED, (number,))
            return _read(known, quotes)
        return None

    def documents_in(self, publisher: str, wanted: PageRequest) -> Page[DocumentRecord]:
        """The documents of one outlet in which somebody is quoted, newest published first, without their texts."""
        key = self.derivation.outlet_key(publisher)
        ((number,),) = self.engine.ask("SELECT MAX(outlet_id) FROM outlet_name WHERE key = ?", (key,))
        theirs = Quote.outlet == (number or 0)
        many = Quote.select(Quote.id).where(theirs).limit(FEW + 1)
        ((count,),) = self.engine.run(many.select_from(fn.COUNT(many.c.id)))
        there = (Document.id.in_(Quote.select(Quote.document).where(theirs)) if count <= FEW else
                 fn.EXISTS(Quote.select(Quote.id).where(theirs, Quote.document == Document.id)))
        query = one_part(Document.select(*COLUMNS.values()).where(there), Document.sort_key, Document.id, wanted,
                         wanted.cursor.key if wanted.cursor else None)
        rows = select(self.engine, COLUMNS, query)
        return page(rows, wanted, "sort_key", lambda kept: [read_document(row) for row in kept])

    def _count_outlets(self) -> tuple[OutletCount, ...]:
        counts = Counter(dict(self.engine.ask(ALL)))
        for statement in (GONE, UNSAID):
            counts.subtract(dict(self.engine.ask(statement)))
        found = [_read(known, counts[number]) for number, *known in self.engine.ask(NAMED.format(""))
                 if counts[number] > 0]
        return tuple(sorted(found, key=lambda one: (-one.quotes, one.publisher)))


def _read(known: list[Any], quotes: int) -> OutletCount:
    name, printed, first, last = known
    days = [date.fromordinal(day).isoformat() if day else None for day in (first, last)]
    return OutletCount(name, printed, quotes, *days)
