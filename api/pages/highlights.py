"""A text with stretches of it marked, as a flat list of pieces that a template can write.

Marks may lie inside one another, overlap, touch, or be empty. The pieces in order are the text again, character for
character; each knows the innermost mark around it, how many there are, and which marks begin and end with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import Any, NamedTuple

GAP = "[…]"


class Mark(NamedTuple):
    """A stretch of a text to be marked, and what it is marked as."""

    start: int
    end: int
    what: Any


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text: `what` its innermost mark stands for, or None, and the number of marks around it.

    `starts` and `ends` are what begins and what ends with this piece; an empty mark is a piece without text.
    """

    text: str
    what: Any = None
    depth: int = 0
    starts: tuple[Any, ...] = ()
    ends: tuple[Any, ...] = ()


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The text cut where a mark begins or ends; marks are cut to the text where they reach beyond it."""
    inside = [_within(mark, len(text)) for mark in marks]
    opening, empty = defaultdict(list), defaultdict(list)
    for mark in inside:
        (empty if mark.start == mark.end else opening)[mark.start].append(mark)
    cuts = sorted({0, len(text), *(at for mark in inside for at in mark[:2])})
    found: list[Piece] = []
    around = _Around()
    for at, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
        around.leave(at)
        found.extend(Piece("", mark.what, around.depth + 1, (mark.what,), (mark.what,)) for mark in empty[at])
        starting = sorted(opening[at], key=lambda mark: -mark.end)
        for mark in starting:
            around.enter(mark)
        if after > at:
            found.append(Piece(text[at:after], around.innermost, around.depth,
                               tuple(mark.what for mark in starting), around.ending_at(after)))
    return found


class _Around:
    """The marks that are open at one place of the text."""

    def __init__(self) -> None:
        self._by_start: list[tuple[int, int, int, Mark]] = []
        self._ending: dict[int, list[Mark]] = defaultdict(list)
        self._entered = 0
        self._at = 0
        self.depth = 0

    def enter(self, mark: Mark) -> None:
        """A mark begins."""
        self._entered += 1
        self.depth += 1
        heappush(self._by_start, (-mark.start, mark.end, self._entered, mark))
        self._ending[mark.end].append(mark)

    def leave(self, at: int) -> None:
        """All marks that end here are over."""
        self._at = at
        self.depth -= len(self._ending.pop(at, ()))

    def ending_at(self, at: int) -> tuple[Any, ...]:
        """What ends at a place, the innermost first."""
        return tuple(mark.what for mark in sorted(self._ending.get(at, ()), key=lambda mark: -mark.start))

    @property
    def innermost(self) -> Any:
        """What the mark stands for that began last, the shorter one of two that began together."""
        while self._by_start and self._by_start[0][1] <= self._at:
            heappop(self._by_start)
        return self._by_start[0][3].what if self._by_start else None


def _within(mark: Mark, length: int) -> Mark:
    start = min(max(mark.start, 0), length)
    return Mark(start, min(max(mark.end, start), length), mark.what)


def passage(text: str, spans: Sequence[tuple[int, int]], most: int = 700) -> tuple[int, int]:
    """The paragraphs around some stretches of a text, as start and end; at most `most` characters on either side."""
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    first = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    after = len(text) if after < 0 else after
    return max(first, start - most), min(after, end + most)


def excerpts(found: Sequence[Piece], around: int) -> list[Piece]:
    """Pieces with at most `around` characters of unmarked text before and after each mark; 0 leaves all as it is.

    What is left out is shown as […]; the text is cut only between words.
    """
    if not around:
        return list(found)
    return [piece if piece.depth else replace(piece, text=_excerpt(piece.text, around, at > 0, at < len(found) - 1))
            for at, piece in enumerate(found)]


def _excerpt(text: str, around: int, follows: bool, leads: bool) -> str:
    """Text between two marks, after the last one, or before the first one, cut to what may be shown of it."""
    if len(text) <= around * (follows + leads or 1):
        return text
    head = text[:around].rpartition(" ")[0] + " " if follows or not leads else ""
    tail = " " + text[-around:].partition(" ")[2] if leads else ""
    return f"{head}{GAP}{tail}"
