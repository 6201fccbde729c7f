"""Single quotation marks: told from apostrophes, and whether they are the marks that an article quotes with.

The papers of some countries quote with single marks and put double ones inside. Elsewhere single marks stand inside
double ones, around titles, or are apostrophes; so they count as quotations only where the article shows that style.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotes.records.spans import Span

# No opening mark: what stands for dropped letters or digits (’twas, ’em, the ’90s).
DROPPED = r"(?:\d0s|t(?:was|is|ween|ill?)|em|cause|bout|n|round|cos)\b"
# What stands right before a mark for letters dropped at a word's end: goin’, ol’, o’.
DROPPED_AFTER = r"(?:\p{L}\p{L}in|\b(?i:ol|o|th|an|wi|lil|d|l|j|qu|y|t|fo))"
OPENING = regex.compile(rf"(?<![^\s(\[—–“\"«„])[‘'](?!(?i:{DROPPED}))(?=[^\s'’])")
CLOSING = regex.compile(r"(?<=[^\s‘(\[])[’'](?!\w)")
STOPS = frozenset(",.?!…—")
SPOKEN = tuple(stop + mark for stop in ",.?!" for mark in "’'")
LINE = regex.compile(r"[^\n]+")


def single_pairs(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches in single marks, marks included, in a part of one paragraph; an end of -1 where none closes it."""
    opening = [m.start() for m in OPENING.finditer(text, start, end)]
    if not opening:
        return
    closing = [m.start() for m in CLOSING.finditer(text, start, end)]
    at = 0
    for i, first in enumerate(opening):
        bound = opening[i + 1] if i + 1 < len(opening) else end
        candidates = []
        while at < len(closing) and closing[at] < bound:
            if closing[at] > first:
                candidates.append(closing[at])
            at += 1
        yield Span(first, _closing(text, candidates) + 1 if candidates else -1)


def _closing(text: str, candidates: Sequence[int]) -> int:
    """Which mark closes: the first after a stop; else the first that is not an apostrophe after an s (the Reeds’)."""
    for at in candidates:
        if text[at - 1] in STOPS:
            return at
    return next((at for at in candidates if text[at - 1] not in "sS"), candidates[0])


def quoting_singles(text: str, doubles: Sequence[Span]) -> list[Span]:
    """The single-marked stretches that are this article's quotations, given its stretches in double marks.

    None unless those that hold several words and a stop are more than twice the double-marked stretches beside them.
    """
    if not any(sign in text for sign in SPOKEN):
        return []
    pairs = [pair for line in LINE.finditer(text) for pair in single_pairs(text, *line.span())]
    spoken = [p for p in pairs if p.end > 0 and text[p.end - 2] in STOPS and " " in text[p.start : p.end]]
    spoken = list(_apart(spoken, doubles))
    if len(spoken) <= 2 * sum(1 for _ in _apart(doubles, [p for p in pairs if p.end > 0])):
        return []
    return [p for p in pairs if p.end > 0 or p.start == 0 or text[p.start - 1] == "\n"]


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Those of the spans that lie inside none of the others; both are in order and none overlaps its neighbour."""
    n = 0
    for span in spans:
        while n < len(others) and others[n].end < span.end:
            n += 1
        if n == len(others) or others[n].start > span.start:
            yield span
