"""Objections kept to: whatever is written, an objector's quotes are hidden, or are not there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from peewee import Node

from quotes.store.decisions.edit_counters import EditCounterPart
from quotes.store.engine.prepared_statements import slot
from quotes.store.speakers.quote_counts import QuoteCountPart
from quotes.store.tables.decisions import Objection
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Document, Quote

HIDDEN = "hidden"
AT_ONCE = 10_000


class ObjectionPart(QuoteCountPart, EditCounterPart):
    """Speakers who objected, and their quotes."""

    def objection(self, speaker_id: str) -> str | None:
        """What was done on a speaker's objection: hide or erase; None where there is none."""
        found = self.engine.fetch(_of_speaker, (), (number_of("s", speaker_id) or 0,))
        return str(found[0][0]) if found else None

    def keep_to_objections(self, document: int, speakers: Collection[int]) -> None:
        """Hide or erase what has just been written of speakers who objected; `speakers` are those of the document."""
        if not self.engine.ask("SELECT 1 FROM objection LIMIT 1"):
            return
        query = Objection.select(Objection.speaker, Objection.what).where(Objection.speaker.in_(list(speakers)))
        found: dict[int, str] = dict(self.engine.run(query))
        if found:
            hidden = [number for number, what in found.items() if what == "hide"]
            self.engine.run(Quote.update(status=HIDDEN).where(
                Quote.document == document, Quote.speaker.in_(hidden), Quote.status != HIDDEN))
            erased = [number for number, what in found.items() if what == "erase"]
            self.engine.run(Quote.delete().where(Quote.document == document, Quote.speaker.in_(erased)))
            self.count_again(frozenset(found))

    def hide_quotes(self, speaker_id: str) -> dict[str, list[str]]:
        """Hide all quotes of a speaker, now and to come; the ids of those that were hidden, by what they were."""
        number = number_of("s", speaker_id) or 0
        before: dict[str, list[str]] = {}
        with self.engine.writing():
            self.engine.add(Objection, [{"speaker": number, "what": "hide"}])
            for status in ("active", "withdrawn", "not_a_quote"):
                query = Quote.select(Quote.id).where(Quote.speaker == number, Quote.status == status)
                before[status] = [id_of("q", found) for (found,) in self.engine.run(query.order_by(Quote.id))]
            self.engine.run(Quote.update(status=HIDDEN).where(Quote.speaker == number))
            self.raise_versions(one for ids in before.values() for one in ids)
            self.count_again(frozenset((number,)))
        return before

    def lift_objection(self, speaker_id: str, before: Mapping[str, Sequence[str]]) -> None:
        """Keep to a speaker's objection no longer: what was hidden is what it was, by `before`, or became since."""
        number = number_of("s", speaker_id) or 0
        hidden = (Quote.speaker == number) & (Quote.status == HIDDEN)
        with self.engine.writing():
            self.engine.run(Objection.delete().where(Objection.speaker == number))
            ids = [id_of("q", found) for (found,) in self.engine.run(Quote.select(Quote.id).where(hidden))]
            for status in ("not_a_quote", "withdrawn"):
                marked = [number_of("q", one) or 0 for one in before.get(status, ())]
                for start in range(0, len(marked), AT_ONCE):
                    some = marked[start:start + AT_ONCE]
                    self.engine.run(Quote.update(status=status).where(hidden, Quote.id.in_(some)))
            newest = Document.select(Document.revision).where(Document.id == Quote.document)
            self.engine.run(Quote.update(status="withdrawn").where(hidden, Quote.revision < newest))
            self.engine.run(Quote.update(status="active").where(hidden))
            self.raise_versions(ids)
            self.count_again(frozenset((number,)))


def _of_speaker() -> Node:
    return Objection.select(Objection.what).where(Objection.speaker == slot(0))
