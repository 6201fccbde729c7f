"""What a store knows about wordings: the part of the contract behind “did X say this?”, and its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from quotes.store.contract.time_limit import TimedStore

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


@dataclass(frozen=True, slots=True)
class TextCandidate:
    """A kept document's current text, which has telling words of some wording near each other."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Described:
    """How kept articles describe a speaker in one month, from which day to which; None where they are undated."""

    speaker: str
    description: str
    first: str | None
    last: str | None


class VerificationStore(TimedStore, Protocol):
    """A place where quotes are looked for by their wording."""

    def candidates(self, words: Sequence[str], breadth: Breadth = "narrow") -> tuple[Candidate, ...]:
        """Active quotes that share the most telling of these words, the likeliest first; a bounded number.

        `words` are a wording's in their order. A wide search tries more of them and takes longer.
        """

    def text_candidates(self, words: Sequence[str]) -> tuple[TextCandidate, ...]:
        """Documents whose texts have the most telling of these words near each other, the likeliest first; a few.

        `words` are a wording's in their order. Documents with a speaker whose quotes were erased are left out.
        """

    def described(self, words: Sequence[str]) -> tuple[Described, ...]:
        """Who is described, in kept articles, with all of these words in some order; the most often so called first.

        `words` are folded; case and accents do not count. None of those who objected.
        """

    def coverage(self) -> Coverage:
        """What this collection holds."""
