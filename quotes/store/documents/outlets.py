"""Outlets: each once, by its domain, or by its name where no domain is known, with all names that lead to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from peewee import Node

from quotes.records.document import Document as DocumentRecord
from quotes.store.contract.outlets import OutletKeys
from quotes.store.engine.prepared_statements import slots
from quotes.store.store_part import Part
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Outlet, OutletName, Quote

TOGETHER = 4  # names asked for at once; their number is filled up to a multiple of this


class Bearer(NamedTuple):
    """The outlet that bears a name."""

    number: int
    key: str
    name: str
    printed: str | None


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
        found = bearers.get(keys.own) or self._without_domain(keys, bearers)
        if found is None:
            row = {"key": keys.own, "name": document.publisher, "printed": None}
            found = Bearer(self.engine.add_numbered(Outlet, [row])[0], keys.own, document.publisher or "", None)
        new = [key for key in (keys.own, *keys.named) if key not in bearers]
        if new:
            self.engine.add(OutletName, [{"key": key, "outlet": found.number} for key in new])
        if found.printed is None and document.publisher_printed:
            label = self.derivation.outlet_key(document.publisher_printed)
            if label in (keys.own, *keys.named) and bearers.get(label, found) == found:
                self.engine.run(Outlet.update(printed=document.publisher_printed).where(Outlet.id == found.number))
        return found.number

    def _without_domain(self, keys: OutletKeys, bearers: Mapping[str, Bearer]) -> Bearer | None:
        """The outlet known by one of these names alone; from now on it is this domain's."""
        named = (bearers[key] for key in keys.named if key in bearers and "." not in bearers[key].key)
        found = next(named, None) if keys.has_domain else None
        if found is not None:
            self.engine.run(Outlet.update(key=keys.own).where(Outlet.id == found.number))
        return found

    def name_bearer(self, document: DocumentRecord) -> str | None:
        """Another outlet, known by its domain, that bears the name which a document's page prints."""
        keys = self.derivation.outlet_keys(document)
        if keys is None or not document.publisher_printed:
            return None
        label = self.derivation.outlet_key(document.publisher_printed)
        found = self._bearers((label,)).get(label) if label in keys.named else None
        return found.name if found and "." in found.key and found.key != keys.own else None

    def outlets_of(self, quote_ids: Collection[str]) -> Mapping[str, str]:
        """The outlets of kept quotes by their ids, one outlet always by the same name; those without are left out."""
        numbers = [number for one in quote_ids if (number := number_of("q", one)) is not None]
        query = Quote.select(Quote.id, Outlet.name).join(Outlet).where(Quote.id.in_(numbers or [0]))
        return {id_of("q", number): name for number, name in self.engine.run(query)}

    def _bearers(self, keys: Collection[str]) -> dict[str, Bearer]:
        some = [*keys, *[*keys][-1:] * (-len(keys) % TOGETHER)]
        return {key: Bearer(*bearer) for key, *bearer in self.engine.fetch(_bearing, (len(some),), some)}


def _bearing(count: int) -> Node:
    return (OutletName.select(OutletName.key, Outlet.id, Outlet.key, Outlet.name, Outlet.printed).join(Outlet)
            .where(OutletName.key.in_(slots(count))))
