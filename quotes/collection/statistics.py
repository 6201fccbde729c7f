"""Statistics: who is quoted, and of whom nothing is known; unknown is told apart and never counts as a person.

Nothing is guessed about anybody: no gender, no origin.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.store.contract.statistics import NewSpeaker, OutletMonth, Period, SpeakerCount
from quotes.store.contract.store import Store


@dataclass(frozen=True, slots=True)
class SpeakerStatistics:
    """Who is quoted how often in a period, and the share of what is unknown or of unnamed sources, 0 to 1."""

    since: str | None
    until: str | None
    quotes: int
    unknown: int
    unknown_share: float
    unnamed: int
    unnamed_share: float
    speakers: tuple[SpeakerCount, ...]
    new: int
    newest: tuple[NewSpeaker, ...]


@dataclass(frozen=True, slots=True)
class UnnamedShare:
    """An outlet's month, with the share of quotes of unnamed sources; `month` is None for what is undated."""

    publisher: str | None
    publisher_printed: str | None
    month: str | None
    quotes: int
    unnamed: int
    unnamed_share: float
    unknown: int


@dataclass(frozen=True, slots=True)
class MonthShare:
    """A month over all outlets, with the shares of unnamed sources and of the unknown; None for what is undated."""

    month: str | None
    quotes: int
    unnamed: int
    unnamed_share: float
    unknown: int
    unknown_share: float


def speaker_statistics(store: Store, period: Period, limit: int) -> SpeakerStatistics:
    """The most quoted of a period, the new ones, and how much is nobody's or of unnamed sources."""
    counts = store.speaker_counts(period)
    quotes = sum(one.quotes for one in counts)
    unknown = sum(one.quotes for one in counts if one.id is None)
    unnamed = sum(one.quotes for one in counts if one.kind == "unnamed")
    named = [one for one in counts if one.id is not None and one.kind != "unnamed"]
    new, newest = store.new_speakers(period, limit)
    return SpeakerStatistics(period.since, period.until, quotes, unknown, _share(unknown, quotes), unnamed,
                             _share(unnamed, quotes), tuple(named[:limit]), new, newest)


def unnamed_sources(store: Store, period: Period) -> tuple[UnnamedShare, ...]:
    """How much of what each outlet printed in each month is of unnamed sources."""
    return tuple(_with_share(one) for one in store.outlet_months(period))


def over_time(store: Store, period: Period) -> tuple[MonthShare, ...]:
    """How much was quoted in each month; the sums are the numbers of `speaker_statistics`."""
    return tuple(MonthShare(one.month, one.quotes, one.unnamed, _share(one.unnamed, one.quotes), one.unknown,
                            _share(one.unknown, one.quotes)) for one in store.months(period))


def _with_share(one: OutletMonth) -> UnnamedShare:
    return UnnamedShare(one.publisher, one.publisher_printed, one.month, one.quotes, one.unnamed,
                        _share(one.unnamed, one.quotes), one.unknown)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
