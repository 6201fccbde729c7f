"""Outlets: each once, by its domain, or by its name where no domain is known, with all names that lead to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from peewee import Node

from quotes.records.document import Document as DocumentRecord
from quotes.store.engine.prepared_statements import slots
from quotes.store.store_part import Part
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Outlet, OutletName, Quote

TOGETHER = 4  # names asked for at once; their number is filled up to a multiple of this
Bearers = dict[str, tuple[int, str, str]]  # by the key of a name, the outlet's number, key and name


class OutletPart(Part):
    """Outlets, found and added."""

    def outlet_number(self, document: DocumentRecord) -> int | None:
        """The number of a document's outlet, which is added if this is its first document; None if it has none.

        An outlet that was known by a name alone becomes that of the first domain that bears the name.
        """
        keys = self.derivation.outlet_keys(document)
        if keys is None:
            return None
        bearers = self._bearers((keys.own, *keys.named))
        named = [bearers[key] for key in keys.named if key in bearers]
        if keys.own in bearers:
            number = bearers[keys.own][0]
        elif keys.has_domain and (nameless := [one for one in named if "." not in one[1]]):
            number = nameless[0][0]
            self.engine.run(Outlet.update(key=keys.own).where(Outlet.id == number))
        else:
            row = {"key": keys.own, "name": document.publisher, "printed": None}
            number = self.engine.add_numbered(Outlet, [row])[0]
        new = [key for key in (keys.own, *keys.named) if key not in bearers]
        if new:
            self.engine.add(OutletName, [{"key": key, "outlet": number} for key in new])
            if document.publisher_printed and self.derivation.outlet_key(document.publisher_printed) in new:
                self.engine.run(Outlet.update(printed=document.publisher_printed).where(
                    Outlet.id == number, Outlet.printed.is_null()))
        return number

    def name_bearer(self, document: DocumentRecord) -> str | None:
        """Another outlet, known by its domain, that bears the name which a document's page prints."""
        keys = self.derivation.outlet_keys(document)
        if keys is None or not document.publisher_printed:
            return None
        label = self.derivation.outlet_key(document.publisher_printed)
        found = self._bearers((label,)).get(label) if label in keys.named else None
        return found[2] if found and "." in found[1] and found[1] != keys.own else None

    def outlets_of(self, quote_ids: Collection[str]) -> Mapping[str, str]:
        """The outlets of kept quotes by their ids, one outlet always by the same name; those without are left out."""
        numbers = [number for one in quote_ids if (number := number_of("q", one)) is not None]
        query = Quote.select(Quote.id, Outlet.name).join(Outlet).where(Quote.id.in_(numbers or [0]))
        return {id_of("q", number): name for number, name in self.engine.run(query)}

    def _bearers(self, keys: Collection[str]) -> Bearers:
        some = [*keys, *[*keys][-1:] * (-len(keys) % TOGETHER)]
        return {key: (number, own, name) for key, number, own, name in self.engine.fetch(_bearing, (len(some),), some)}


def _bearing(count: int) -> Node:
    return (OutletName.select(OutletName.key, Outlet.id, Outlet.key, Outlet.name).join(Outlet)
            .where(OutletName.key.in_(slots(count))))
