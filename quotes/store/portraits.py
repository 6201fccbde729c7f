"""One speaker as a whole, by the indexes alone, so that it costs little however much somebody said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from peewee import SQL, Case, Node, Ordering, fn

from quotes.store.engine import select
from quotes.store.part import Part
from quotes.store.portrait_contract import Appearance, Span
from quotes.store.rows import id_of, moment_of, number_of
from quotes.store.tables import Document, Quote, Speaker
from quotes.store.tables import SpeakerLink as Link

APPEARANCE: dict[str, Node] = {
    "document": Link.document, "name": Link.name, "description": Link.description, "how": Link.how,
    "confidence": Link.confidence, "publisher": Document.publisher, "day": Document.day,
}


class PortraitPart(Part):
    """Speakers seen over all documents."""

    def span(self, speaker_id: str) -> Span:
        """How many quotes a speaker has, and from when to when."""
        number = number_of("s", speaker_id) or 0
        counted = self.engine.run(Speaker.select(Speaker.quote_count).where(Speaker.id == number))
        if not counted or not counted[0][0]:
            return Span(0)
        first, last = self._day_of(number, Quote.sort_key.asc()), self._day_of(number, Quote.sort_key.desc())
        return Span(counted[0][0], first, last)

    def _day_of(self, speaker: int, order: Ordering) -> str | None:
        query = Quote.select(Quote.sort_key).where(Quote.speaker == speaker, Quote.status == "active")
        found = self.engine.run(query.order_by(order).limit(1))
        return datetime.fromtimestamp(found[0][0], UTC).date().isoformat() if found else None

    def appearances(self, speaker_id: str, limit: int) -> tuple[Appearance, ...]:
        """A speaker in the documents that came in last, at most so many."""
        query = (Link.select(*APPEARANCE.values()).join(Document)
                 .where(Link.speaker == (number_of("s", speaker_id) or 0)).order_by(Link.document.desc()).limit(limit))
        return tuple(Appearance(id_of("d", row["document"]), row["name"], row["description"] or None, row["how"],
                                row["confidence"], row["publisher"], row["day"])
                     for row in select(self.engine, APPEARANCE, query))

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
