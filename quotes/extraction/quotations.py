"""Quotations: marks paired paragraph by paragraph, over several paragraphs, nested, and left open.

Marks that do not pair spoil only their own paragraph: an opening mark without its closing one runs to the end of its
paragraph, a closing mark without its opening one is passed over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import regex

from quotes.extraction.forgotten_marks import cut_end, is_next_speaker
from quotes.extraction.mark_styles import in_one_style
from quotes.extraction.single_marks import LINE, quoting_singles, single_pairs
from quotes.extraction.typewriter_marks import FILLER, outer_end
from quotes.records.document import Passage
from quotes.records.quotation import Quotation, QuoteKind
from quotes.records.spans import Span, trimmed
from quotes.text.tokens import Tokens

OPENERS = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』", "‟": "”"}
CLOSERS = frozenset("”»」』")
EITHER = '"'
# Ends a line of marks; a break inside a sentence, as hard-wrapped texts and poems have it, does not.
HARD_BREAK = regex.compile(r"\n(?!(?<=[\w,;’'–-]\n)\p{Ll})")
DOUBLE = regex.compile("[“”\"«»„‟「」『』]")
MAY_STAND_INSIDE = frozenset("“\"『")
INSIDE = frozenset("“”\"『』")
SINGLE = regex.compile(
    r"(?<![\w’])(?:‘(?=\S)[^‘“”\"\n]*?\S’|‚(?=\S)[^‚‘’\n]*\S[‘’]|‹(?=\S)[^‹›\n]*\S›)(?!\w)")
SINGLE_SIGNS = frozenset("‘‚‹")
TURN = regex.compile(r"\p{Lu}[\p{L}\p{M}.’'-]+(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,3}:\s")
EMPTY = regex.compile(r"[\W_]*")
LONGEST_LABEL = 120  # characters of a name before a turn


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paired stretch: from its opening mark up to its end, the closing mark included where there is one."""

    start: int
    end: int
    closed: bool
    depth: int = 0


class MarkedStretches(NamedTuple):
    """The quotations of a text, and the stretches between marks that hold no word."""

    quotations: tuple[Quotation, ...]
    empty: tuple[Quotation, ...]


def find_quotations(text: str, tokens: Tokens, passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """All stretches between quotation marks in order, nested ones after the one around them, and the block quotes."""
    return find_stretches(text, tokens, passages).quotations


def find_stretches(text: str, tokens: Tokens, passages: Sequence[Passage]) -> MarkedStretches:
    """The same with the stretches that are none because they hold no word."""
    text = in_one_style(text)
    merged = _over_paragraphs(text, tokens, _stretches(text))
    quotations: list[Quotation] = []
    empty: list[Quotation] = []
    for stretch in merged:
        quotation = _quotation(text, stretch)
        (empty if EMPTY.fullmatch(text, quotation.start, quotation.end) else quotations).append(quotation)
    quotations += _block_quotes(passages, quotations)
    quotations.sort(key=lambda q: (q.outer_start, -q.outer_end))
    nested = _with_nested(text, quotations)
    has_words = [q.parent is None or not EMPTY.fullmatch(text, q.start, q.end) for q in nested]
    if not all(has_words):
        empty += [q for q, has in zip(nested, has_words, strict=True) if not has]
        nested, _ = only(nested, has_words)
    return MarkedStretches(nested, tuple(empty))


def _stretches(text: str) -> list[Stretch]:
    """The quotations of every line, in the style of marks that the text shows."""
    doubles = [s for line in _lines(text) for s in _paired(text, *line)]
    singles = quoting_singles(text, [Span(s.start, s.end) for s in doubles])
    if not singles:
        return doubles
    letters = list(text)
    for pair in singles:
        letters[pair.start] = "“"
        if pair.end > 0:
            letters[pair.end - 1] = "”"
    text = "".join(letters)
    return [s for line in _lines(text) for s in _paired(text, *line)]


def _lines(text: str) -> Iterator[tuple[list[int], int]]:
    """For every line with marks: the places of its marks, and its end."""
    marks: list[int] = []
    line_end = -1
    for match in DOUBLE.finditer(text):
        at = match.start()
        if at > line_end:
            if marks:
                yield marks, line_end
            hard = HARD_BREAK.search(text, at)
            marks, line_end = [], hard.start() if hard else len(text.rstrip())
        marks.append(at)
    if marks:
        yield marks, line_end


def _paired(text: str, marks: list[int], line_end: int) -> list[Stretch]:
    """The quotations of one line, outermost only."""
    found: list[Stretch] = []
    start: int | None = None
    depth = 0
    for n, at in enumerate(marks):
        mark = text[at]
        opening = _opens(text, at, start is not None)
        if start is None:
            if opening:
                start, depth = at, 0
        elif opening and mark in MAY_STAND_INSIDE and _inside(text, marks, n):
            depth += 1
        elif opening:
            found.append(Stretch(start, at, closed=False))
            start = at
        elif depth:
            depth -= 1
        elif mark == EITHER and _is_inch(text, marks, n):
            continue
        else:
            found.append(Stretch(start, outer_end(text, at + 1), closed=True))
            start = None
    if start is not None:
        found.append(Stretch(start, line_end, closed=False))
    return found


def _opens(text: str, at: int, is_open: bool) -> bool:
    """Whether a mark opens a quotation, by its form and by the spaces around it."""
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == EITHER:
        if not is_open:
            return not after.isspace()
        return (before.isspace() or before in "([—–") and not after.isspace()
    if mark in CLOSERS:
        return False
    # An author's slip: an opening mark where only a closing one can stand.
    return before.isspace() or not (after.isspace() or after in ",.;:)?!")


def _inside(text: str, marks: Sequence[int], n: int) -> bool:
    """Whether the opening mark number `n`, met inside a quotation, is closed apart from the quotation around it."""
    rest = [_opens(text, at, True) for at in marks[n + 1 : n + 3]]
    return len(rest) >= 2 and not rest[0] and not rest[1]


def _is_inch(text: str, marks: Sequence[int], n: int) -> bool:
    """Whether the straight mark number `n`, met inside a quotation, is an inch mark (a 12" pipe).

    It follows a number, and the next mark can only close what it would have closed.
    """
    at, after = marks[n], marks[n + 1] if n + 1 < len(marks) else None
    if text[marks[n - 1] + 1 : at].isdigit():  # an attribute's value: id="672138"
        return False
    if not text[at - 1].isdigit() or not text[at + 1 : at + 2].isspace() or after is None:
        return False
    return text[after] == EITHER and not _opens(text, after, True)


def _over_paragraphs(text: str, tokens: Tokens, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Join a quotation left open at the end of a paragraph with the next paragraph's, if that opens with a mark.

    One whose closing mark was forgotten ends before the words that tell who speaks.
    """
    joined: list[Stretch] = []
    for stretch in stretches:
        if not stretch.closed:
            stretch = replace(stretch, end=cut_end(tokens, stretch.start, stretch.end))
        last = joined[-1] if joined else None
        if last and not last.closed and _goes_on(text, last, stretch) and not is_next_speaker(
                tokens, last.start, stretch.start, stretch.end):
            joined[-1] = replace(last, end=stretch.end, closed=stretch.closed)
        else:
            joined.append(stretch)
    return joined


def _goes_on(text: str, last: Stretch, stretch: Stretch) -> bool:
    """Whether a quotation is the next paragraph of the one before; a turn of a transcript begins anew."""
    between = text[last.end : stretch.start].replace(">", " ")  # Markdown has this sign before each line
    if "\n" not in between or not between.isspace():
        return False
    first = stretch.start + 1  # with no end given the search would look for the colon up to the end of the text
    return TURN.match(text, first, first + LONGEST_LABEL) is None


def _quotation(text: str, stretch: Stretch) -> Quotation:
    words = _words(text, stretch)
    kind = _kind(text, stretch, words)
    return Quotation(words.start, words.end, stretch.start, stretch.end, kind, None, stretch.closed)


def _words(text: str, stretch: Stretch) -> Span:
    """A stretch without its outer marks and the spaces inside of them."""
    end = stretch.end - 1 if stretch.closed else stretch.end
    if stretch.closed and text[end] == FILLER:
        end -= 1
    start = stretch.start + (2 if text.startswith(FILLER, stretch.start + 1) else 1)
    return trimmed(text, start, end)


def _kind(text: str, stretch: Stretch, inner: Span) -> QuoteKind:
    """Mixed where the quoted part belongs to the writer's own sentence, direct where it stands as speech."""
    before = text[max(0, stretch.start - 3) : stretch.start].rstrip(" \u00a0")
    if text[inner.start : inner.end][:1].islower() and before and (before[-1].isalnum() or before[-1] in "’'"):
        return "mixed"
    short = not any(c.isspace() for c in text[inner.start : inner.end])
    return "mixed" if short and before and before[-1].isalnum() and text[inner.end - 1].isalnum() else "direct"


def _block_quotes(passages: Sequence[Passage], marked: Sequence[Quotation]) -> list[Quotation]:
    """Passages that the page sets apart as quotes and that hold no marks of their own."""
    blocks = []
    ends = [q.end for q in marked]
    for passage in passages:
        if passage.kind != "quote":
            continue
        n = bisect_right(ends, passage.start)
        if n == len(marked) or marked[n].start >= passage.end:
            blocks.append(Quotation(passage.start, passage.end, passage.start, passage.end, "block"))
    return blocks


def _with_nested(text: str, outer: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations again, each followed by those inside it, which point back at it."""
    found: list[Quotation] = []
    for quotation in outer:
        parent = len(found)
        found.append(quotation)
        for span in _inner_spans(text, quotation):
            inner = trimmed(text, span.start + 1, span.end - 1)
            kind = _kind(text, Stretch(span.start, span.end, True), inner)
            found.append(Quotation(inner.start, inner.end, span.start, span.end, kind, parent))
    return tuple(found)


def _inner_spans(text: str, quotation: Quotation) -> list[Span]:
    """Single-marked stretches inside a quotation, and double-marked ones that are paired apart from it."""
    start, end = quotation.start, quotation.end
    words = text[start:end]
    spans: list[Span] = []
    if not SINGLE_SIGNS.isdisjoint(words):
        spans += [Span(*m.span()) for m in SINGLE.finditer(text, start, end)]
    elif "'" in words:
        spans += [pair for line in LINE.finditer(text, start, end)
                  for pair in single_pairs(text, *line.span()) if pair.end > 0]
    if not MAY_STAND_INSIDE.isdisjoint(words):
        marks = [i for i, c in enumerate(words, start) if c in INSIDE]
        spans += [Span(a, b + 1) for a, b in pairwise(marks) if _pair_inside(text, a, b)]
    spans.sort()
    return [span for before, span in pairwise([Span(start, start), *spans]) if not before.overlaps(span)]


def _pair_inside(text: str, a: int, b: int) -> bool:
    """Whether two neighbouring marks inside a quotation are a pair; a mark that opens a paragraph anew is none."""
    if text[a] not in MAY_STAND_INSIDE or text[b] != OPENERS.get(text[a], EITHER) or "\n" in text[a:b]:
        return False
    return text[a] != EITHER or (text[a - 1] != "\n" and _opens(text, a, True) and not _opens(text, b, True))


def only(quotations: Sequence[Quotation], wanted: Sequence[bool]) -> tuple[tuple[Quotation, ...], list[bool]]:
    """The wanted quotations with their parents numbered anew, and for each old quotation whether it was kept.

    A quotation inside one that is not wanted is dropped with it.
    """
    numbers: dict[int, int] = {}
    kept: list[Quotation] = []
    flags = []
    for n, (quotation, want) in enumerate(zip(quotations, wanted, strict=True)):
        stays = want and (quotation.parent is None or quotation.parent in numbers)
        flags.append(stays)
        if stays:
            numbers[n] = len(kept)
            parent = None if quotation.parent is None else numbers[quotation.parent]
            kept.append(quotation if parent == quotation.parent else replace(quotation, parent=parent))
    return tuple(kept), flags
