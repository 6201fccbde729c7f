"""How many active, asserted quotes a speaker has, counted again where more than one document is concerned."""

from __future__ import annotations

from peewee import fn

from quotes.store.store_part import Part
from quotes.store.tables.tables import Quote, Speaker


class QuoteCountPart(Part):
    """Counts that speakers carry."""

    def count_again(self, speakers: frozenset[int]) -> None:
        """Count the active, asserted quotes of some speakers again."""
        count = Quote.select(fn.COUNT(Quote.id)).where(
            Quote.speaker == Speaker.id, Quote.status == "active", Quote.stance == "asserted")
        if speakers:
            self.engine.run(Speaker.update(quote_count=count).where(Speaker.id.in_(speakers)))
