"""The size of a card's letters: the largest in which all words fit, and the smallest with a cut where none does."""

from __future__ import annotations

from quotes.api.cards.line_breaks import Frame, broken, fits, shortened

SIZES = (84, 72, 60, 52, 46, 40, 36, 33)
LEADING = 1.36


def set_large(text: tuple[str, str, str], room: tuple[float, float], style: str) -> tuple[int, list[str]]:
    """The size of letters for a text in a room, and its lines; the last ones are cut where the text is too long.

    `text` is the opening mark, the words and the closing mark; `room` is the width and height that there is.
    """
    opening, words, closing = text
    width, height = room
    for size in SIZES:
        frame = Frame(width / size, int(height / (size * LEADING)), style)
        lines = broken(opening + words + closing, frame) if fits(words, frame) else []
        if 0 < len(lines) <= frame.lines:
            return size, lines
    return size, shortened(opening + words, frame, closing)
