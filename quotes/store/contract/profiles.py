"""What a store knows of one speaker as a whole: the part of the contract behind a speaker's page, and its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker in one document: the name and description there, and how it was taken for the kept one."""

    document_id: str
    name: str
    description: str | None
    how: str
    confidence: float
    publisher: str | None
    publisher_printed: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """How many active quotes somebody has, and the days of publication of the first and the last that are dated."""

    quotes: int
    first: str | None = None
    last: str | None = None


class ProfileStore(Protocol):
    """A place where a speaker is known as a whole."""

    def span(self, speaker_id: str) -> Span:
        """How many quotes a speaker has, and from when to when."""

    def appearances(self, speaker_id: str, limit: int) -> tuple[Appearance, ...]:
        """A speaker in the documents that came in last, at most so many."""

    def quotes_over_time(self, speaker_id: str, bounds: Sequence[str]) -> tuple[int, ...]:
        """How many quotes a speaker has between each two neighbouring days, the later one not counted in.

        The days are those that are printed; what is undated is not counted.
        """
