"""One speaker as a whole, by the indexes alone, so that it costs little however much somebody said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from peewee import SQL, Case, ModelSelect, Node, fn

from quotes.store.contract.profiles import Appearance, Span
from quotes.store.engine.engine import fetch_rows
from quotes.store.engine.prepared_statements import slot
from quotes.store.store_part import Part
from quotes.store.tables.rows import id_of, moment_of, number_of
from quotes.store.tables.tables import Document, Quote, Speaker
from quotes.store.tables.tables import SpeakerLink as Link

APPEARANCE: dict[str, Node] = {
    "document": Link.document, "name": Link.name, "description": Link.description, "how": Link.how,
    "confidence": Link.confidence, "publisher": Document.publisher,
    "publisher_printed": Document.publisher_printed, "day": Document.day,
}


class ProfilePart(Part):
    """Speakers seen over all documents."""

    def span(self, speaker_id: str) -> Span:
        """How many quotes a speaker has, and from when to when."""
        number = number_of("s", speaker_id) or 0
        found = self.engine.fetch(_span, (), [number])
        if not found or not found[0][0]:
            return Span(0)
        count, first, last = found[0]
        return Span(count, _day_of(first), _day_of(last))

    def appearances(self, speaker_id: str, limit: int) -> tuple[Appearance, ...]:
        """A speaker in the documents that came in last, at most so many."""
        rows = fetch_rows(self.engine, APPEARANCE, _appearances, (limit,), [number_of("s", speaker_id) or 0])
        return tuple(Appearance(id_of("d", row["document"]), row["name"], row["description"] or None, row["how"],
                                row["confidence"], row["publisher"], row["publisher_printed"], row["day"])
                     for row in rows)

    def quotes_over_time(self, speaker_id: str, bounds: Sequence[str]) -> tuple[int, ...]:
        """How many quotes a speaker has between each two neighbouring days, the later one not counted in.

        All are counted in the index; the few that are not active are counted apart and taken off.
        """
        if len(bounds) < 2:
            return ()
        moments = [moment_of(day) for day in bounds]
        place = Case(None, [(Quote.sort_key < moment, at) for at, moment in enumerate(moments)], len(moments))
        counts = [0] * (len(moments) + 1)
        of_speaker = Quote.speaker == (number_of("s", speaker_id) or 0)
        gone = of_speaker & (Quote.status != "active") & (Quote.status != SQL("0"))
        for sign, condition in ((1, of_speaker), (-1, gone)):
            for at, count in self.engine.run(Quote.select(place, fn.COUNT(Quote.id)).where(condition).group_by(place)):
                counts[at] += sign * count
        return tuple(counts[1:-1])


def _day_of(moment: int | None) -> str | None:
    return None if moment is None else datetime.fromtimestamp(moment, UTC).date().isoformat()


def _span() -> ModelSelect[Speaker]:
    ends = [Quote.select(Quote.sort_key).where(Quote.speaker == Speaker.id, Quote.status == "active").order_by(order)
            .limit(1) for order in (Quote.sort_key.asc(), Quote.sort_key.desc())]
    return Speaker.select(Speaker.quote_count, *ends).where(Speaker.id == slot(0))


def _appearances(limit: int) -> ModelSelect[Link]:
    return (Link.select(*APPEARANCE.values()).join(Document).where(Link.speaker == slot(0))
            .order_by(Link.document.desc()).limit(limit))
