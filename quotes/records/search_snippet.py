"""Search snippets: which part of a text to show for a search, and where the matches stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.records.search_query import Term, places, words_of

AROUND = 60  # characters shown before the first match
LONGEST = 240  # characters of a snippet


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text around what was found: its place in the text, and the matches' places in the text."""

    start: int
    end: int
    matches: tuple[tuple[int, int], ...]


def snippet(terms: Sequence[Term], text: str) -> Snippet:
    """The part of a text to show for a search, whole words only; where nothing matches, its beginning."""
    wanted = tuple(term for term in terms if not term.without)
    words = list(words_of(text))
    found = sorted({place for term in wanted for place in places(term, words)})
    start = max(0, found[0][0] - AROUND) if found else 0
    end = min(len(text), start + LONGEST)
    start = start and next((at for _, at, _ in words if at >= start), start)
    if end < len(text):
        end = max((to for _, at, to in words if to <= end and at >= start), default=end)
    return Snippet(start, end, tuple((at, to) for at, to in found if start <= at and to <= end))
