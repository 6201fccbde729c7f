"""Single quotation marks: told from apostrophes, and whether they are the marks that an article quotes with.

The papers of some countries quote with single marks and put double ones inside. Elsewhere single marks stand inside
double ones, around titles, or are apostrophes. Both kinds are equals: what stands in single marks beside the double
ones, or around them, is a quotation like theirs, for what it holds is judged by other steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotes.records.spans import Span

# No opening mark: what stands for dropped letters or digits (’twas, ’em, the ’90s).
DROPPED = (r"(?:(?i:\d0s|t(?:was|is|ween|ill?)|em|cause|bout|n|round|cos)\b"
           r"|(?<=\w[ \u00a0].)\d\d(?![\d\w]))")
# What stands right before a mark for letters dropped at a word's end: goin’, ol’, o’.
DROPPED_AFTER = r"(?:\p{L}\p{L}in|\b(?i:ol|o|th|an|wi|lil|d|l|j|qu|y|t|fo))"
OPENING = regex.compile(rf"(?<![^\s(\[—–“\"«„/-])[‘'’‚‹](?!{DROPPED})(?=[^\s'’,.;:)])")
CLOSING = regex.compile(r"(?<=[^\s‘(\[])[’'›](?!\w)|(?<=[^\s(\[])‘(?=[\s,.;:!?)]|$)")
ENDS = {"‚": "‘’", "‹": "›"}  # of marks that open nothing but a quotation
STOPS = frozenset(",.?!…—")
SIGNS = regex.compile(r"(?<![^\s(\[—–“\"«„/-])[‘'’‚‹][^\s]")  # of a single mark that opens something
MOST_INSIDE = 20  # double-marked stretches inside one in single marks
LONGEST_DOUBTFUL = 60  # characters
LINE = regex.compile(r"\S(?:[^\n]|(?<=[\w,;’'–-])\n(?=\p{Ll}))*+")  # with the breaks inside a sentence


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
            if closing[at] > first and text[closing[at]] in ENDS.get(text[first], "'’"):
                candidates.append(closing[at])
            at += 1
        last = _closing(text, candidates) if candidates else -1
        if text[first] != "’" or (last > 0 and text[last] == "’" and text[last - 1] in STOPS):
            yield Span(first, last + 1 if candidates else -1)


def _closing(text: str, candidates: Sequence[int]) -> int:
    """Which mark closes: the first after a stop; else the first that is not an apostrophe after an s (the Reeds’)."""
    for at in candidates:
        if text[at - 1] in STOPS:
            return at
    return next((at for at in candidates if text[at - 1] not in "sS"), candidates[0])


def quoting_singles(text: str, doubles: Sequence[Span]) -> list[Span]:
    """The single-marked stretches that are quotations beside a text's stretches in double marks, or around them.

    Where those that hold several words and a stop are more than twice the double-marked ones beside them, the text
    quotes with single marks, and every one counts. Elsewhere those count that cross none of the others.
    """
    if not SIGNS.search(text):
        return []
    pairs = _all_pairs(text)
    if not pairs:
        return []
    spoken = [p for p in pairs if p.end > 0 and text[p.end - 2] in STOPS and " " in text[p.start : p.end]]
    spoken = list(_apart(spoken, doubles))
    if len(spoken) > 2 * sum(1 for _ in _apart(doubles, [p for p in pairs if p.end > 0])):
        return pairs
    return [p for p in _uncrossed(pairs, doubles) if p.end < 0 or not _is_doubtful(text, p)]


def _all_pairs(text: str) -> list[Span]:
    """The pairs of every line; one that is left open counts if it begins its line, or if the next line opens one."""
    found: list[Span] = []
    waiting: Span | None = None  # what the line before leaves open at its end
    for line in LINE.finditer(text):
        pairs = list(single_pairs(text, *line.span()))
        if waiting and pairs and pairs[0].start == line.start():
            found.append(waiting)
        found += [pair for pair in pairs if pair.end > 0 or pair.start == line.start()]
        waiting = pairs[-1] if pairs and pairs[-1].end < 0 and pairs[-1].start > line.start() else None
    return found


def _is_doubtful(text: str, pair: Span) -> bool:
    """Whether what ends a stretch may be an apostrophe after an s far behind (’Ndrangheta … the farmers’ land)."""
    return text[pair.end - 2] in "sS" and pair.end - pair.start > LONGEST_DOUBTFUL


def _uncrossed(pairs: Sequence[Span], doubles: Sequence[Span]) -> Iterator[Span]:
    """Those pairs that lie beside the double-marked stretches, or wholly around some of them."""
    n = 0
    for pair in pairs:
        end = pair.end if pair.end > 0 else pair.start + 1
        while n < len(doubles) and doubles[n].end <= pair.start:
            n += 1
        inside = [double for double in doubles[n : n + MOST_INSIDE] if double.start < end]
        if not inside or (inside[0].start > pair.start and inside[-1].end < end):
            yield pair


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Those of the spans that lie inside none of the others; both are in order and none overlaps its neighbour."""
    n = 0
    for span in spans:
        while n < len(others) and others[n].end < span.end:
            n += 1
        if n == len(others) or others[n].start > span.start:
            yield span
