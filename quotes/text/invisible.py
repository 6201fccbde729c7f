"""Characters inside words that nobody sees: passed over when a text is read, while places count in the text as given.

Soft hyphens, zero-width blanks and the marks that turn the direction of writing tell nothing of who said what, and a
name with one inside is the name. The zero-width joiner and non-joiner are spelling in Persian and in Indic scripts, and
hold emoji together: they are passed over beside Latin, Greek and Cyrillic letters alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import regex

JOINED = r"[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]"
INVISIBLE = regex.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff]"
    rf"|(?<={JOINED})[\u200c\u200d]|[\u200c\u200d](?={JOINED})")
ANY = regex.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text without what nobody sees, and the places of what is left out, in order, in the text as it was given."""

    text: str
    left_out: tuple[int, ...]
    before: tuple[int, ...]  # where in the text that is left each of them stood

    def start(self, place: int) -> int:
        """Where a place of the text that is left lies in the one given, as the start of something."""
        return place + bisect_right(self.before, place)

    def end(self, place: int) -> int:
        """The same as an end: right after the last character before it."""
        return self.start(place - 1) + 1 if place else 0

    def left(self, place: int) -> int:
        """Where a place of the text given lies in the one that is left."""
        return place - bisect_left(self.left_out, place)


def seen(text: str) -> Seen | None:
    """A text without what nobody sees; None where there is nothing of that kind, as in most."""
    if text.isascii() or ANY.search(text) is None:
        return None
    places = [found.start() for found in INVISIBLE.finditer(text)]
    if not places:
        return None
    return Seen(INVISIBLE.sub("", text), tuple(places), tuple(place - n for n, place in enumerate(places)))


def visible(words: str) -> str:
    """Words without what nobody sees."""
    return words if words.isascii() else INVISIBLE.sub("", words)
