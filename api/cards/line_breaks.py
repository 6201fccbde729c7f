"""Words broken into lines by their measured width, and cut at the end of a sentence where they are too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from uniseg.linebreak import line_break_units

from quotes.api.cards.script_runs import clusters, width

CUT = "\u00a0[…]"  # in brackets, as editors mark what they left out of somebody's words
SIMPLE = 0x2E80  # from here on scripts without blanks begin
ENDS, CLOSING = ".!?…。！？؟", "”’\"'»)]」』"
SHORTEST_PART = 0.25  # of what would fit: a cut that leaves less is made inside a sentence instead
ABBREVIATION = 3  # letters: “Mr.” and “U.S.” end no sentence that we can be sure of


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for some words: a width, the size of the type being 1, a number of lines, and the style."""

    width: float
    lines: int
    style: str


def broken(words: str, frame: Frame) -> list[str]:
    """The lines of some words; what has no place to break is broken anywhere."""
    return [line for paragraph in words.split("\n") if paragraph.strip() for line in _filled(paragraph, frame)]


def _filled(paragraph: str, frame: Frame) -> Iterator[str]:
    line, taken = "", 0.0
    for unit in _units(paragraph):
        needed = width(unit.rstrip(" "), frame.style)
        if line and taken + needed > frame.width:
            yield line.rstrip(" ")
            line, taken = "", 0.0
        if needed > frame.width:
            *whole, unit = _anywhere(unit, frame)
            yield from whole
        line += unit
        taken += width(unit, frame.style)
    if line.strip():
        yield line.rstrip(" ")


def _units(paragraph: str) -> Iterator[str]:
    """The stretches between the places where a line may end."""
    for word in _words(paragraph):
        if all(ord(character) < SIMPLE for character in word):
            yield word
        else:
            yield from line_break_units(word)


def _words(paragraph: str) -> Iterator[str]:
    start = 0
    for at, character in enumerate(paragraph):
        if character == " " and paragraph[at + 1 : at + 2] != " ":
            yield paragraph[start : at + 1]
            start = at + 1
    yield paragraph[start:]


def _anywhere(unit: str, frame: Frame) -> list[str]:
    """A stretch without a place to break, in parts that fit; the last one may have room left."""
    parts, part, taken = [], "", 0.0
    for cluster in clusters(unit):
        needed = width(cluster, frame.style)
        if part and taken + needed > frame.width:
            parts.append(part)
            part, taken = "", 0.0
        part += cluster
        taken += needed
    return [*parts, part]


def fits(words: str, frame: Frame) -> bool:
    """Whether words could have room at all, before it is known where their lines end."""
    return sum(width(word, frame.style) for word in _words(words)) <= frame.width * frame.lines


def shortened(words: str, frame: Frame, closing: str) -> list[str]:
    """The lines of words that are too many for their room: whole sentences if they can be, and the mark of a cut."""
    fitting = sum(len(line) + 1 for line in broken(words, frame)[: frame.lines])
    ends = [end for end in _sentence_ends(words[: fitting + 1]) if end >= fitting * SHORTEST_PART]
    for end in chain(reversed(ends), _word_ends(words[:fitting]), range(fitting, 0, -1)):
        lines = broken(words[:end].rstrip() + CUT + closing, frame)
        if len(lines) <= frame.lines:
            return lines
    return []


def _sentence_ends(words: str) -> Iterator[int]:
    """Where sentences end, their closing marks counted in."""
    for at, character in enumerate(words[:-1]):
        if character not in ENDS:
            continue
        end = at + 1
        while end < len(words) and words[end] in CLOSING + ENDS:
            end += 1
        spaced = words[end : end + 1] in ("", " ", "\n") or ord(character) > SIMPLE
        if spaced and not (character == "." and _is_abbreviation(words[:at])):
            yield end


def _is_abbreviation(before: str) -> bool:
    last = before[before.rfind(" ") + 1 :]
    return "." in last or (len(last) <= ABBREVIATION and last[:1].isupper())


def _word_ends(words: str) -> Iterator[int]:
    """Where words end, the last first."""
    for at in range(len(words), 0, -1):
        if words[at : at + 1] in ("", " ", "\n") or ord(words[at]) >= SIMPLE:
            yield at
