"""Marked segments: the stretches of a gold article that every reader is asked about.

A segment stands between double quotation marks, straight or curly, marks included, inside one paragraph. Nothing else
decides where segments are, so that different readers, and one reader before and after a change, answer the same
questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.model.gold_corpus import covered
from quotes.records.spans import Span

MARK = re.compile("[“”\"]")
EDGE = "“”\"'‘’.,;:!?…—–-"
WIDE = 200  # characters outside all segments that a quote may take in, or half of its length


def find_segments(text: str) -> list[Span]:
    """The marked segments of a text, in order, none inside another.

    A segment that is still open where its paragraph ends, or where the next one opens, ends there.
    """
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        found.extend(Span(start + s.start, start + s.end) for s in _in_line(line))
        start += len(line) + 1
    return [s for s in found if bare(s.of(text))]


def _in_line(line: str) -> Iterator[Span]:
    opened: int | None = None
    for match in MARK.finditer(line):
        at, mark = match.start(), match[0]
        after_space = at == 0 or line[at - 1].isspace()
        before_space = at + 1 == len(line) or line[at + 1].isspace()
        if opened is None:
            if mark == "“" or (mark == '"' and not before_space):
                opened = at
        elif mark == "“" or (mark == '"' and after_space and not before_space):
            yield Span(opened, at)
            opened = at
        else:
            yield Span(opened, at + 1)
            opened = None
    if opened is not None:
        yield Span(opened, len(line))


def bare(words: str) -> str:
    """Words without the white space, quotation marks and punctuation at their edges."""
    start, end = 0, len(words)
    while start < end and (words[start] in EDGE or words[start].isspace()):
        start += 1
    while end > start and (words[end - 1] in EDGE or words[end - 1].isspace()):
        end -= 1
    return words[start:end]


def mostly_marked(quote: Span, segments: Sequence[Span]) -> bool:
    """Whether a quote keeps to the segments: one over a whole article would be an answer to everything."""
    inside = sum(max(0, min(quote.end, s.end) - max(quote.start, s.start)) for s in segments)
    length = quote.end - quote.start
    return length - inside <= max(WIDE, length / 2)


def answering(segment: Span, quotes: Sequence[Span]) -> int | None:
    """The number of the narrowest quote in which more than half of a segment lies."""
    hits = [n for n, quote in enumerate(quotes) if covered(segment, [quote]) > 0.5]
    return min(hits, key=lambda n: quotes[n].end - quotes[n].start, default=None)


def same_bounds(quote: Span, segments: Sequence[Span], text: str) -> bool:
    """Whether a quote's words are those from the first to the last segment that it answers, edges aside."""
    spanned = [s for s in segments if covered(s, [quote]) > 0.5]
    return bool(spanned) and bare(quote.of(text)) == bare(text[spanned[0].start : spanned[-1].end])
