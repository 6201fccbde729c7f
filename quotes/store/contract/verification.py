"""What a store knows about wordings: the part of the contract behind “did X say this?”, and its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Breadth = Literal["narrow", "wide"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An active quote that shares telling words with some wording: what is needed to compare it, and no more.

    `continues` is the quote that it carries on.
    """

    id: str
    text: str
    document: str
    speaker: str | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a collection holds: how many documents and active quotes, of which days, and which outlets."""

    documents: int
    quotes: int
    since: str | None
    until: str | None
    publishers: tuple[str, ...]


class VerificationStore(Protocol):
    """A place where quotes are looked for by their wording."""

    def candidates(self, words: Sequence[str], breadth: Breadth = "narrow") -> tuple[Candidate, ...]:
        """Active quotes that share the most telling of these words, the likeliest first; a bounded number.

        `words` are a wording's in their order. A wide search tries more of them and takes longer.
        """

    def coverage(self) -> Coverage:
        """What this collection holds."""
