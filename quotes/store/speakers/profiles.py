"""One speaker as a whole, by the indexes alone, so that it costs little however much somebody said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from peewee import SQL, Case, Expression, ModelSelect, Node, fn

from quotes.store.contract.profiles import Appearance, Span
from quotes.store.engine.engine import fetch_rows
from quotes.store.engine.prepared_statements import slot
from quotes.store.quotes.filters import SECONDS
from quotes.store.store_part import Part
from quotes.store.tables.rows import DATED, day_number, id_of, moment_of, number_of
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
        """How many quotes a speaker has, and from when to when as far as they are dated."""
        number = number_of("s", speaker_id) or 0
        found = self.engine.fetch(_span, (), [number])
        if not found or not found[0][0]:
            return Span(0)
        count, first, last = found[0]
        if first is None:
            return Span(count)
        ((earliest, _),) = self.engine.fetch(_days_between, (), (number, first, first + SECONDS))
        ((_, latest),) = self.engine.fetch(_days_between, (), (number, last - SECONDS, last))
        return Span(count, date.fromordinal(earliest).isoformat(), date.fromordinal(latest).isoformat())

    def appearances(self, speaker_id: str, limit: int) -> tuple[Appearance, ...]:
        """A speaker in the documents that came in last, at most so many."""
        rows = fetch_rows(self.engine, APPEARANCE, _appearances, (limit,), [number_of("s", speaker_id) or 0])
        return tuple(Appearance(id_of("d", row["document"]), row["name"], row["description"] or None, row["how"],
                                row["confidence"], row["publisher"], row["publisher_printed"], row["day"] or None)
                     for row in rows)

    def quotes_over_time(self, speaker_id: str, bounds: Sequence[str]) -> tuple[int, ...]:
        """How many quotes a speaker has between each two neighbouring days, the later one not counted in.

        All are counted in the index; the few that are not active or not asserted are counted apart and taken off. The
        index has the moment in UTC, and a quote is counted by the day that is printed: those near a bound are looked at
        themselves.
        """
        if len(bounds) < 2:
            return ()
        moments = [moment_of(day) for day in bounds]
        days = [day_number(day[:10]) + ("T" in day) for day in bounds]  # with a time, the end of that day
        place = Case(None, [(Quote.sort_key < moment, at) for at, moment in enumerate(moments)], len(moments))
        counts = [0] * (len(moments) + 1)
        of_speaker = (Quote.speaker == (number_of("s", speaker_id) or 0)) & (Quote.sort_key >= DATED)
        gone = of_speaker & (Quote.status != "active") & (Quote.status != SQL("0"))
        unsaid = of_speaker & (Quote.status == "active") & (Quote.stance != SQL("0"))
        for sign, condition in ((1, of_speaker), (-1, gone), (-1, unsaid)):
            for at, count in self.engine.run(Quote.select(place, fn.COUNT(Quote.id)).where(condition).group_by(place)):
                counts[at] += sign * count
        for moment, day in self._near(speaker_id, moments):
            counts[bisect_right(moments, moment)] -= 1
            counts[bisect_right(days, day)] += 1
        return tuple(counts[1:-1])

    def _near(self, speaker_id: str, moments: Sequence[int]) -> list[tuple[int, int]]:
        """The moments and days of a speaker's active quotes within a day of one of these moments."""
        near = {(row[0], row[1], row[2]) for moment in moments for row in self.engine.fetch(
            _between, (), (number_of("s", speaker_id) or 0, moment - SECONDS, moment + SECONDS))}
        return [(moment, day) for _, moment, day in near]


def _span() -> ModelSelect[Speaker]:
    dated = (Quote.speaker == Speaker.id) & (Quote.status == "active") & (Quote.stance == "asserted")
    ends = [Quote.select(Quote.sort_key).where(dated & (Quote.sort_key >= DATED)).order_by(order).limit(1)
            for order in (Quote.sort_key.asc(), Quote.sort_key.desc())]
    return Speaker.select(Speaker.quote_count, *ends).where(Speaker.id == slot(0))


def _between() -> ModelSelect[Quote]:
    return Quote.select(Quote.id, Quote.sort_key, Quote.day).where(*_active_between())


def _days_between() -> ModelSelect[Quote]:
    return Quote.select(fn.MIN(Quote.day), fn.MAX(Quote.day)).where(*_active_between())


def _active_between() -> tuple[Expression, ...]:
    return (Quote.speaker == slot(0), Quote.status == "active", Quote.stance == "asserted",
            Quote.sort_key.between(slot(1), slot(2)))


def _appearances(limit: int) -> ModelSelect[Link]:
    return (Link.select(*APPEARANCE.values()).join(Document).where(Link.speaker == slot(0))
            .order_by(Link.document.desc()).limit(limit))
