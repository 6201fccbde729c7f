"""How large a frame should be to hold a card without scrolling, before its own script has measured it."""

from __future__ import annotations

from quotes.api.lone_words import detached
from quotes.records.quote import Quote

WIDTH = 550
LEAST_HEIGHT, MOST_HEIGHT = 180, 600
AROUND, LINE, LETTER, EDGES = 190, 30, 9.6, 64  # pixels: all but the words, a line of them, a letter, both margins


def height_for(quote: Quote, width: int, most: int = MOST_HEIGHT) -> int:
    """The height of a frame of a width for a card, at most what sites accept."""
    letters_a_line = max(12, int((width - EDGES) / LETTER))
    paragraphs = detached(quote).split("\n")
    lines = sum(-(-max(1, len(paragraph)) // letters_a_line) for paragraph in paragraphs)
    return min(most, max(LEAST_HEIGHT, AROUND + LINE * lines))
