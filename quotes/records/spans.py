"""Stretches of text: where something is written.

Offsets count Unicode code points from the start of a document's text, as Python strings do; `end` is
exclusive, so that `text[start:end]` is the stretch itself.
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text from `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start : self.end]


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its edges; an empty span at `start` if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
