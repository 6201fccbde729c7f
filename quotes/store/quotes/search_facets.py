"""Facets: quotes that pass a filter, counted by what they can be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from peewee import Node

from quotes.records.errors import OutOfTime
from quotes.records.outlet import outlet_name
from quotes.store.contract.search import Counted, Facets
from quotes.store.contract.store import QuoteFilter
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.quotes.filters import Parts, conditions, with_words
from quotes.store.quotes.quotes import QuotePart
from quotes.store.tables.rows import id_of
from quotes.store.tables.tables import Outlet, Quote, Speaker
from quotes.store.tables.value_codes import QUOTE_KINDS, STANCES

MOST_QUOTES = 10_000  # that are counted
MOST_VALUES = 8  # of one kind that are shown
COLUMNS = (Quote.speaker, Quote.outlet, Quote.day, Quote.kind, Quote.stance)


class FacetPart(QuotePart):
    """Quotes counted by their speakers, outlets, years, kinds and stances."""

    def facets(self, wanted: QuoteFilter, limit_ms: int = 300) -> Facets:
        """Quotes that pass a filter, counted by what they can be narrowed to; three queries, however many there are.

        Nothing is counted where that takes too long.
        """
        narrowed = with_words(self.narrowed(replace(self.of_survivor(wanted), stance=None)), wanted)
        try:
            with self.engine.limited(limit_ms / 1000):
                rows = self.engine.fetch(_counted, (narrowed.parts,), (*narrowed.values, MOST_QUOTES + 1))
        except OutOfTime:
            return Facets(is_whole=False)
        stances = Counter(stance for *_, stance in rows[:MOST_QUOTES])
        stance = None if wanted.stance is None else STANCES.numbers[wanted.stance]
        shown = [row for row in rows[:MOST_QUOTES] if stance is None or row[-1] == stance]
        speakers, outlets, days, kinds, _ = (Counter(column) for column in zip(*shown, strict=True)) if shown else (
            Counter() for _ in COLUMNS)
        years = Counter(date.fromordinal(day).year for day in days.elements() if day)
        return Facets(
            self._named_speakers(speakers), self._named_outlets(outlets),
            tuple(Counted(str(year), str(year), number) for year, number in sorted(years.items(), reverse=True)),
            _values(QUOTE_KINDS.words, kinds), _values(STANCES.words, stances), len(shown), days[0],
            len(rows) <= MOST_QUOTES)

    def _named_speakers(self, counts: Counter[int | None]) -> tuple[Counted, ...]:
        names: dict[int, str] = dict(self._names(_speakers, counts))
        return _counts(counts, names, {number: id_of("s", number) for number in names})

    def _named_outlets(self, counts: Counter[int | None]) -> tuple[Counted, ...]:
        rows = self._names(_outlets, counts)
        names = {number: outlet_name(name, printed) or key for number, key, name, printed in rows}
        return _counts(counts, names, {number: key for number, key, *_ in rows})

    def _names(self, build: Any, counts: Counter[int | None]) -> Sequence[tuple[Any, ...]]:
        """What the most frequent of some rows are called."""
        numbers = [number for number, _ in _ranked(counts)]
        some = [*numbers, *numbers[-1:] * (MOST_VALUES - len(numbers))]
        return self.engine.fetch(build, (), some) if some else []


def _ranked(counts: Counter[int | None]) -> list[tuple[int, int]]:
    """The most frequent values that are there, those that came first among equals."""
    there = [(number, count) for number, count in counts.items() if number is not None]
    return sorted(there, key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES]


def _counts(counts: Counter[int | None], names: Mapping[int, str], values: Mapping[int, str]) -> tuple[Counted, ...]:
    return tuple(Counted(values[number], names[number], count) for number, count in _ranked(counts) if number in names)


def _values(words: Iterable[str], counts: Counter[int]) -> tuple[Counted, ...]:
    """The values of a closed list that are there, the most frequent first."""
    found = (Counted(word, word, counts[number]) for number, word in enumerate(words) if counts[number])
    return tuple(sorted(found, key=lambda one: -one.quotes))


def _counted(parts: Parts) -> Node:
    query = Quote.select(*COLUMNS)
    query = query.where(*conditions(parts)) if parts else query
    return query.limit(slot(sum(count for _, count in parts)))


def _speakers() -> Node:
    return Speaker.select(Speaker.id, Speaker.name).where(Speaker.id.in_(slots(MOST_VALUES)))


def _outlets() -> Node:
    return Outlet.select(Outlet.id, Outlet.key, Outlet.name, Outlet.printed).where(Outlet.id.in_(slots(MOST_VALUES)))
