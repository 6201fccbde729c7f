"""Quotes that were said, counted: by speaker, by outlet and month, and who is new."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from quotes.records.errors import OutOfTime
from quotes.store.contract.statistics import MonthCount, NewSpeaker, OutletMonth, Period, SpeakerCount
from quotes.store.contract.store import Derivation
from quotes.store.engine.engine import Engine
from quotes.store.quotes.filters import SECONDS
from quotes.store.store_part import Clock, Part
from quotes.store.tables.rows import DATED, day_number, id_of, moment_of

AGAIN = 7  # days within which the same words are the same quote printed again
PATIENCE = 10.0  # seconds, where nobody sets a limit
TOO_MUCH = "There is too much to count in this time; ask for fewer days, by from and to."
FIRST, LAST = date.min.toordinal(), date.max.toordinal()
AT_LEAST, MOST_REMEMBERED = 100, 100_000  # rows of a thread, in all its answers but the last: some 20 MB
LAST_OF_ALL = "~"  # in place of a month where there is none

# Sources without a name are kept apart for each document, and so their words are compared for all of them together.
PRINTED = """WITH printed AS (SELECT q.speaker_id AS speaker, s.kind AS kind, q.document_id AS document,
q.outlet_id AS outlet, q.day AS day, q.day - LAG(q.day) OVER (PARTITION BY {},
CASE WHEN s.kind IS NULL OR s.kind = 'unnamed' THEN 0 ELSE q.speaker_id END,
CASE WHEN q.text IS NULL THEN CAST(q.id AS TEXT) ELSE lower(q.text) END ORDER BY q.day, q.id) AS since
FROM quote q LEFT JOIN speaker s ON s.id = q.speaker_id
WHERE q.status = 0 AND q.stance = 0 AND (q.day BETWEEN ? AND ? OR (q.day = 0 AND ?)) {})"""
# Days alone are in no index; the sort key, in UTC, can lie a day apart from the day as printed.
IN_DAYS = " AND q.sort_key >= {} AND q.sort_key < {} "
ONCE = f"SUM(CASE WHEN since IS NULL OR since > {AGAIN} THEN 1 ELSE 0 END)"
OF_KIND = f"SUM(CASE WHEN {{}} AND (since IS NULL OR since > {AGAIN}) THEN 1 ELSE 0 END)"
OF_OUTLET = "AND q.outlet_id = (SELECT outlet_id FROM outlet_name WHERE key = ?)"
SPEAKERS = PRINTED.format("1", "{}") + f"""
SELECT printed.speaker, speaker.name, speaker.kind, {ONCE}, COUNT(*), COUNT(DISTINCT document)
FROM printed LEFT JOIN speaker ON speaker.id = printed.speaker
GROUP BY printed.speaker, speaker.name, speaker.kind ORDER BY 4 DESC, 5 DESC, printed.speaker"""
MONTHS = PRINTED.format("q.outlet_id", "{}") + f"""
SELECT outlet.name, outlet.printed, day,
{ONCE}, {OF_KIND.format("kind = 'unnamed'")}, {OF_KIND.format("speaker IS NULL")}
FROM printed LEFT JOIN outlet ON outlet.id = printed.outlet GROUP BY outlet.id, outlet.name, outlet.printed, day"""
DAYS = PRINTED.format("1", "{}") + f"""
SELECT day, {ONCE}, {OF_KIND.format("kind = 'unnamed'")}, {OF_KIND.format("speaker IS NULL")}
FROM printed GROUP BY day"""
# A sort key, in UTC, can lie a day apart from the day as printed: with it come those near the bounds.
NEW = f"""SELECT speaker, name, kind, day FROM (
SELECT f.speaker, f.name, f.kind, f.moment, (SELECT MIN(o.day) FROM quote o WHERE o.speaker_id = f.speaker
AND o.sort_key BETWEEN f.moment AND f.moment + {SECONDS}) AS day FROM (
SELECT q.speaker_id AS speaker, s.name AS name, s.kind AS kind, MIN(q.sort_key) AS moment
FROM quote q JOIN speaker s ON s.id = q.speaker_id
WHERE s.kind <> 'unnamed' AND s.quote_count > 0 AND q.sort_key >= {DATED} {{}}
AND q.speaker_id IN (SELECT speaker_id FROM quote WHERE sort_key >= ? AND sort_key < ?)
GROUP BY q.speaker_id, s.name, s.kind
HAVING MIN(q.sort_key) >= ? AND MIN(q.sort_key) < ?) f) WHERE day BETWEEN ? AND ?
ORDER BY moment DESC, speaker DESC"""


class Remembered(threading.local):
    """What one thread counted, and the state of the database that it counted."""

    state: object = None

    def __init__(self) -> None:
        self.answers: dict[tuple[str, tuple[Any, ...]], list[tuple[Any, ...]]] = {}

    @property
    def rows(self) -> int:
        """How many rows all answers have, each of them at least as many as one answer takes room for."""
        return sum(max(AT_LEAST, len(rows)) for rows in self.answers.values())


class StatisticsPart(Part):
    """Counts over many quotes."""

    def __init__(self, engine: Engine, clock: Clock, derivation: Derivation) -> None:
        super().__init__(engine, clock, derivation)
        self._statistics = Remembered()

    def speaker_counts(self, period: Period) -> tuple[SpeakerCount, ...]:
        """Everybody quoted in a period, the most quoted first; what nobody is known to have said as one without id."""
        return tuple(SpeakerCount(None if number is None else id_of("s", number), *counted)
                     for number, *counted in self._tallied(SPEAKERS, period))

    def new_speakers(self, period: Period, limit: int) -> tuple[int, tuple[NewSpeaker, ...]]:
        """How many named speakers have their first quote in a period, and those who came last."""
        outlet = () if period.publisher is None else (self.derivation.outlet_key(period.publisher),)
        since, until = _moments(period)
        found = self._asked_once(NEW.format(OF_OUTLET if outlet else ""),
                                 (*outlet, since, until, since, until, *_days(period)))
        shown = (NewSpeaker(id_of("s", number), name, kind, date.fromordinal(day).isoformat())
                 for number, name, kind, day in found[:limit])
        return len(found), tuple(shown)

    def outlet_months(self, period: Period) -> tuple[OutletMonth, ...]:
        """Every outlet's months in a period, by month and then by name; what is undated last, of no month."""
        months: dict[tuple[str, str | None, str | None], list[int]] = defaultdict(lambda: [0, 0, 0])
        for publisher, printed, day, *counted in self._tallied(MONTHS, period):
            sums = months[date.fromordinal(day).isoformat()[:7] if day else LAST_OF_ALL, publisher, printed]
            sums[:] = [one + more for one, more in zip(sums, counted, strict=True)]
        order = sorted(months.items(), key=lambda pair: (pair[0][0], pair[0][1] or ""))
        return tuple(OutletMonth(publisher, printed, None if month == LAST_OF_ALL else month, *sums)
                     for (month, publisher, printed), sums in order)

    def months(self, period: Period) -> tuple[MonthCount, ...]:
        """The months of a period; what is undated last, of no month."""
        months: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for day, *counted in self._tallied(DAYS, period):
            sums = months[date.fromordinal(day).isoformat()[:7] if day else LAST_OF_ALL]
            sums[:] = [one + more for one, more in zip(sums, counted, strict=True)]
        return tuple(MonthCount(None if month == LAST_OF_ALL else month, *sums)
                     for month, sums in sorted(months.items()))

    def _tallied(self, statement: str, period: Period) -> list[tuple[Any, ...]]:
        with_undated = period.undated or not (period.since or period.until)
        outlet = () if period.publisher is None else (self.derivation.outlet_key(period.publisher),)
        narrowed = OF_OUTLET if outlet else ""
        if not with_undated:
            narrowed += IN_DAYS.format(*_moments(period))
        return self._asked_once(statement.format(narrowed), (*_days(period), with_undated, *outlet))

    def _asked_once(self, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """What is counted, once as long as the database stays as it is."""
        with _in_time(), self.engine.limited(PATIENCE):
            state, counted = self.engine.state(), self._statistics
            if counted.state != state or counted.rows > MOST_REMEMBERED:
                counted.state, counted.answers = state, {}
            if (statement, values) not in counted.answers:
                counted.answers[statement, values] = self.engine.ask(statement, values)
            return counted.answers[statement, values]


@contextmanager
def _in_time() -> Iterator[None]:
    """Say what helps where counting takes too long."""
    try:
        yield
    except OutOfTime as error:
        raise OutOfTime(TOO_MUCH, TOO_MUCH) from error


def _moments(period: Period) -> tuple[int, int]:
    """The sort keys between which a period lies, the second one no longer in it."""
    return (moment_of(period.since) - SECONDS if period.since else DATED,
            moment_of(period.until) + 2 * SECONDS if period.until else 2**62)


def _days(period: Period) -> tuple[int, int]:
    """The first and the last day of a period."""
    return (day_number(period.since) if period.since else FIRST, day_number(period.until) if period.until else LAST)
