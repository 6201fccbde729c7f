"""What the collection holds, counted anew only where it may have changed."""

from __future__ import annotations

import threading

from peewee import Ordering, fn

from quotes.store.contract.store import Derivation
from quotes.store.contract.verification import Coverage
from quotes.store.engine.engine import Engine
from quotes.store.store_part import Clock, Part
from quotes.store.tables.tables import Document, Outlet, Quote


class Counted(threading.local):
    """What one thread counted last, and the state of the database that it counted."""

    state: object = None
    coverage: Coverage | None = None


class CoveragePart(Part):
    """How much there is."""

    def __init__(self, engine: Engine, clock: Clock, derivation: Derivation) -> None:
        super().__init__(engine, clock, derivation)
        self._counted = Counted()

    def coverage(self) -> Coverage:
        """What this collection holds."""
        state, counted = self.engine.state(), self._counted
        if counted.coverage is None or counted.state != state:
            counted.state, counted.coverage = state, self._count()
        return counted.coverage

    def _count(self) -> Coverage:
        ((documents,),) = self.engine.run(Document.select(fn.COUNT(Document.id)))
        ((quotes,),) = self.engine.run(Quote.select(fn.COUNT(Quote.id)))
        ((gone,),) = self.engine.run(Quote.select(fn.COUNT(Quote.id)).where(Quote.status != "active"))
        quoted = fn.EXISTS(Quote.select(Quote.id).where(Quote.outlet == Outlet.id))
        publishers = self.engine.run(Outlet.select(Outlet.name).where(quoted).order_by(Outlet.name))
        return Coverage(documents, quotes - gone, self._day(Document.sort_key.asc()),
                        self._day(Document.sort_key.desc()), tuple(name for (name,) in publishers))

    def _day(self, order: Ordering) -> str | None:
        """The day of the first dated document in this order; the order in time is the one that has an index."""
        dated = Document.select(Document.day).where(Document.sort_key >= "0")
        days = self.engine.run(dated.order_by(order).limit(1))
        return days[0][0] if days else None
