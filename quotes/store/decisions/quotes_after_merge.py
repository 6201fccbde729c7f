"""What came to a speaker after a merge, found and given to the one who was merged when that is taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from peewee import JOIN

from quotes.store.contract.decisions import LaterQuote
from quotes.store.decisions.merges import MergePart, portions
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Quote
from quotes.store.tables.tables import SpeakerLink as Link


class ReturnedQuotePart(MergePart):
    """Quotes that came after a merge."""

    def later_quotes(self, state: Mapping[str, Any]) -> tuple[LaterQuote, ...]:
        """What readings gave to the one who stayed since a merge that is taken back; not what a person gave."""
        if "last_quote" not in state:
            return ()  # a merge of an older version: when its quotes came is not known
        one, into = number_of("s", state["from"]) or 0, number_of("s", state["into"]) or 0
        mine, theirs = Link.alias("mine"), Link.alias("theirs")
        query = (Quote.select(Quote.id, Quote.document, Quote.mention, theirs.name, mine.name)
                 .join_from(Quote, theirs, JOIN.LEFT_OUTER,
                            on=(theirs.document == Quote.document) & (theirs.speaker == into))
                 .join_from(Quote, mine, JOIN.LEFT_OUTER, on=(mine.document == Quote.document) & (mine.speaker == one))
                 .where(Quote.speaker == into, Quote.id > state["last_quote"], Quote.verdict != "corrected")
                 .order_by(Quote.id))
        return tuple(LaterQuote(id_of("q", number), id_of("d", document), document > state["last_document"], *names)
                     for number, document, *names in self.engine.run(query))

    def return_quotes(self, quote_ids: Collection[str], document_ids: Collection[str], from_id: str,
                      to_id: str) -> None:
        """Give quotes of one speaker to another, and all that some documents say of the one."""
        now, then = number_of("s", from_id) or 0, number_of("s", to_id) or 0
        with self.engine.writing():
            for some in portions([number_of("q", one) or 0 for one in quote_ids]):
                self.engine.run(Quote.update(speaker=then).where(Quote.id.in_(some), Quote.speaker == now))
            for some in portions([number_of("d", one) or 0 for one in document_ids]):
                self.engine.run(Quote.update(runner_up=then).where(Quote.document.in_(some), Quote.runner_up == now))
                self.engine.run(Link.update(speaker=then).where(Link.document.in_(some), Link.speaker == now))
            self.count_again(frozenset((now, then)))
            self.raise_versions([from_id, to_id, *quote_ids])
