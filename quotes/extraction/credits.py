"""Credits: the lines that say whose words the quotations beside them are, and which quotations those are.

A credit belongs to the quotations above it, a label to those behind its colon: to all of the block quote it stands in,
or to the marked quotations that fill the lines next to it and nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from quotes.extraction.credit_lines import Lines
from quotes.records.document import Passage
from quotes.records.quotation import Quotation
from quotes.records.spans import Span, trimmed

BULLET = regex.compile(r"(?:[•*·>–-]\s+)*")
# What stands between a quotation and its credit: on its own line a dash between blanks, or on the next one a dash.
BELOW = regex.compile(r"(?:[^\S\n]*(?:[—–―‒]|--)\s*|[^\S\n]+-[^\S\n]+|[^\S\n]*\n\s*(?:[—–―‒]|--?)\s*)(?=\S)")
LABELLED = regex.compile(r":\s*")
GAP = 3  # line ends between a quotation and its credit, at most
WORDS = regex.compile(r"[\w]")


@dataclass(frozen=True, slots=True)
class Credit:
    """Who or what is printed as the source of some quotations: its stretch without dash and colon, and their numbers.

    `printed` tells that the page sets it apart, `formed` that it has the form of a credit, without a verb.
    """

    start: int
    end: int
    quotations: tuple[int, ...]
    printed: bool = False
    formed: bool = True


def find_credits(lines: Lines, passages: Sequence[Passage], quotations: Sequence[Quotation]) -> tuple[Credit, ...]:
    """Every credit with quotations of its own, those of block quotes first; none has two."""
    outer = [n for n, quotation in enumerate(quotations) if quotation.parent is None]
    found = [credit for credit in _of_blocks(lines, passages, quotations, outer) if credit.quotations]
    taken = {n for credit in found for n in credit.quotations}
    free = [n for n in outer if n not in taken]
    return (*found, *_of_lines(lines, quotations, free))


def _of_blocks(lines: Lines, passages: Sequence[Passage], quotations: Sequence[Quotation],
               outer: Sequence[int]) -> Iterator[Credit]:
    """The credits that a page sets apart, with the quotations of the block quote around each."""
    for n, passage in enumerate(passages):
        if passage.kind != "credit":
            continue
        label = lines.text.startswith(":", passage.end)
        numbers = [number for part in _neighbours(passages, n, 1 if label else -1)
                   for number in _filling(lines.text, part, quotations, outer)]
        dash = lines.signed(passage.start, passage.end)
        start = passage.start if dash is None else dash
        yield Credit(start, passage.end, tuple(sorted(numbers)), True, lines.is_credit(start, passage.end))


def _neighbours(passages: Sequence[Passage], n: int, step: int) -> Iterator[Passage]:
    """The passages of the block quote on one side of a credit."""
    n += step
    while 0 <= n < len(passages) and passages[n].kind == "quote":
        yield passages[n]
        n += step


def _filling(text: str, part: Passage, quotations: Sequence[Quotation], outer: Sequence[int]) -> list[int]:
    """The quotations that fill a passage of a block quote; none where the writer speaks in it too: “No,” she said."""
    inside = [n for n in outer if quotations[n].outer_start < part.end and part.start < quotations[n].outer_end]
    at = part.start
    for n in inside:
        if WORDS.search(text, at, max(at, quotations[n].outer_start)):
            return []
        at = quotations[n].outer_end
    return [] if WORDS.search(text, at, max(at, part.end)) else inside


def _of_lines(lines: Lines, quotations: Sequence[Quotation], free: Sequence[int]) -> Iterator[Credit]:
    """The credits of marked quotations that have their lines to themselves."""
    for group in _groups(lines.text, quotations, free):
        first, last = quotations[group[0]], quotations[group[-1]]
        begin = lines.text.rfind("\n", 0, first.outer_start) + 1
        bullet = BULLET.match(lines.text, begin, first.outer_start)
        start = bullet.end() if bullet else begin
        if start == first.outer_start:
            credit = _below(lines, last.outer_end)
        else:
            credit = _before(lines, start, first.outer_start)
        if credit:
            yield Credit(*credit, tuple(group))


def _groups(text: str, quotations: Sequence[Quotation], free: Sequence[int]) -> Iterator[list[int]]:
    """The quotations that follow each other on one line with nothing between them."""
    group: list[int] = []
    for n in free:
        between = text[quotations[group[-1]].outer_end : quotations[n].outer_start] if group else "\n"
        if between.strip() or "\n" in between:
            if group:
                yield group
            group = []
        group.append(n)
    if group:
        yield group


def _below(lines: Lines, end: int) -> Span | None:
    """The credit behind a dash that follows a quotation and runs to the end of its line."""
    match = BELOW.match(lines.text, end)
    if match is None or match.group().count("\n") > GAP:
        return None
    line_end = lines.text.find("\n", match.end())
    credit = trimmed(lines.text, match.end(), len(lines.text) if line_end < 0 else line_end)
    return credit if lines.is_credit(*credit) else None


def _before(lines: Lines, start: int, end: int) -> Span | None:
    """The label that a line begins with before its quotation."""
    label = lines.label(start, end)
    if label is None:
        return None
    match = LABELLED.fullmatch(lines.text, label.end, end)
    return label if match else None
