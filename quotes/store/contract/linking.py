"""What a store knows for telling whether two speakers are one: a part of the contract, and its records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from quotes.records.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Seen:
    """How one document calls a speaker's trade, and where that document is from."""

    description: str | None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Bearer:
    """A kept speaker who bears a name like the one that is looked for, and how many quotes there are."""

    speaker: Speaker
    quotes: int


class LinkingStore(Protocol):
    """A place where speakers are looked for by the keys of their names."""

    def bearers_of(self, keys: Collection[str]) -> Mapping[str, tuple[Bearer, ...]]:
        """For each key of names the kept speakers who have it, those quoted most first, not more than a few dozen.

        Keys that nobody has are left out.
        """

    def seen_as(self, ids: Collection[str]) -> Mapping[str, tuple[Seen, ...]]:
        """How some of the documents, a few at the most for each speaker, describe kept speakers."""
