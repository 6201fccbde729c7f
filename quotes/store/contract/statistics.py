"""What a store counts: the part of the contract behind statistics, and its records.

The same words of the same speaker count once where they are printed again within a week: an agency's text in several
outlets is one text. Only active quotes are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from quotes.records.speaker import SpeakerKind


@dataclass(frozen=True, slots=True)
class Period:
    """What is counted: inclusive ISO dates of publication, and an outlet; None does not narrow.

    What is undated is of no period, unless `undated` is true.
    """

    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How many quotes a speaker has, how often they were printed, and in how many documents; `id` None for unknown."""

    id: str | None
    name: str | None
    kind: SpeakerKind | None
    quotes: int
    printed: int
    documents: int


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """A speaker and the day of the first quote."""

    id: str
    name: str
    kind: SpeakerKind
    first: str


@dataclass(frozen=True, slots=True)
class OutletMonth:
    """How many quotes an outlet printed in a month, and how many of them are of unnamed sources or of nobody known.

    `month` is None for what is undated.
    """

    publisher: str | None
    publisher_printed: str | None
    month: str | None
    quotes: int
    unnamed: int
    unknown: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many quotes a month has, and how many are of unnamed sources or of nobody known; None for the undated."""

    month: str | None
    quotes: int
    unnamed: int
    unknown: int


class StatisticsStore(Protocol):
    """A place where quotes are counted."""

    def speaker_counts(self, period: Period) -> tuple[SpeakerCount, ...]:
        """Everybody quoted in a period, the most quoted first; what nobody is known to have said as one without id."""

    def new_speakers(self, period: Period, limit: int) -> tuple[int, tuple[NewSpeaker, ...]]:
        """How many named speakers have their first dated quote in a period, and those who came last."""

    def outlet_months(self, period: Period) -> tuple[OutletMonth, ...]:
        """Every outlet's months in a period, by month and then by name; what is undated last, of no month."""

    def months(self, period: Period) -> tuple[MonthCount, ...]:
        """The months of a period; what is undated last, of no month. Their sums are those of `speaker_counts`."""
