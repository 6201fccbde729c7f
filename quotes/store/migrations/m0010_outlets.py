"""Outlets by their domains; the names that pages print for them stand beside.

Until here an outlet was its name alone, so that NJ.com and nj were two. What a domain is, and what is left of a printed
name without its slogan, are rules that the store does not know: whoever opens the store makes them. Ids stay, and by
what a document without an address is known again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import ForeignKeyField, Model, TextField

from quotes.records.document import Document
from quotes.store.contract.store import Derivation
from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine

AT_ONCE = 1000  # documents
DOCUMENTS = "SELECT id, url, publisher FROM document WHERE id > ? ORDER BY id LIMIT ?"


class Outlet(Model):
    """Only what the new table points at."""

    id = NumberField()


class OutletName(Model):
    """A domain or a name, as it is compared, and the one outlet that bears it."""

    key = TextField(primary_key=True)
    outlet = ForeignKeyField(Outlet, backref="+", on_delete="CASCADE")

    class Meta:
        """Each name once."""

        table_name = "outlet_name"
        without_rowid = True


def apply(engine: Engine) -> None:
    """Make the table, and the columns."""
    engine.ask('ALTER TABLE "document" ADD COLUMN "publisher_printed" TEXT')
    engine.ask('ALTER TABLE "outlet" ADD COLUMN "printed" TEXT')
    engine.create((OutletName,))


def fill(engine: Engine, derivation: Derivation) -> None:
    """Tell the outlets of all documents apart again, in the order in which they came; outlets of before are gone."""
    ((last_outlet,),) = engine.ask("SELECT COALESCE(MAX(id), 0) FROM outlet")
    engine.ask("UPDATE outlet SET key = '\n' || key")  # out of the way until their documents have others
    outlets = _Outlets(engine, derivation)
    last = 0
    while rows := engine.ask(DOCUMENTS, (last, AT_ONCE)):
        for number, url, kept in rows:
            publisher, printed = derivation.outlet_fields(url, kept)
            if (publisher, printed) != (kept, None):
                engine.ask("UPDATE document SET publisher = ?, publisher_printed = ? WHERE id = ?",
                           (publisher, printed, number))
            outlet = outlets.number(Document("", url=url, publisher=publisher, publisher_printed=printed))
            engine.ask("UPDATE quote SET outlet_id = ? WHERE document_id = ? AND outlet_id IS NOT ?",
                       (outlet, number, outlet))
        last = rows[-1][0]
    engine.ask("DELETE FROM outlet WHERE id <= ?", (last_outlet,))


class _Outlets:
    """The outlets told apart so far, by their names."""

    def __init__(self, engine: Engine, derivation: Derivation) -> None:
        self.engine, self.derivation = engine, derivation
        self.bearers: dict[str, int] = {}
        self.nameless: set[int] = set()  # those of which no domain is known
        self.printed: set[int] = set()  # those of which a printed name is known

    def number(self, document: Document) -> int | None:
        """The number of a document's outlet, which is added if this is its first document."""
        keys = self.derivation.outlet_keys(document)
        if keys is None:
            return None
        number = self.bearers.get(keys.own)
        if number is None and keys.has_domain:
            number = next((one for key in keys.named if (one := self.bearers.get(key)) in self.nameless), None)
            if number is not None:
                self._ask("UPDATE outlet SET key = ? WHERE id = ?", (keys.own, number))
                self.nameless.discard(number)
        if number is None:
            ((number,),) = self._ask("INSERT INTO outlet (key, name) VALUES (?, ?) RETURNING id",
                                     (keys.own, document.publisher))
            if not keys.has_domain:
                self.nameless.add(number)
        self._name(number, (keys.own, *keys.named), document.publisher_printed)
        return number

    def _name(self, number: int, keys: Sequence[str], printed: str | None) -> None:
        new = [key for key in keys if key not in self.bearers]
        for key in new:
            self.bearers[key] = number
            self._ask("INSERT INTO outlet_name (key, outlet_id) VALUES (?, ?)", (key, number))
        if printed and number not in self.printed and self.bearers.get(self.derivation.outlet_key(printed)) == number:
            self.printed.add(number)
            self._ask("UPDATE outlet SET printed = ? WHERE id = ?", (printed, number))

    def _ask(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self.engine.ask(statement, values)
