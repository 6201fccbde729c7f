"""What people type into a search, taken apart, and where it occurs in a text.

word · several words, all of which must occur · "a phrase" · begin* · -without. Whatever is typed means something: marks
that belong to no rule are passed over, a quotation mark that is never closed goes to the end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Order = Literal["date", "added", "relevance"]  # the newest first, what came in last first, or the best match
MOST_TERMS = 30
OPENING, CLOSING = "\"“„«", "\"”“»"
MINUS = "-−–"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing looked for: folded words that stand side by side; the last one may be the beginning of a longer one.

    With `without`, what must not occur.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    without: bool = False


def parse(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed; none where it has no word."""
    terms = []
    for piece, is_phrase, without in pieces(typed.replace("\0", " ")):
        is_prefix = piece.endswith("*") and not is_phrase and piece[-2:-1].isalnum()
        words = tuple(word for word, _, _ in words_of(piece))
        if words:
            terms.append(Term(words, is_prefix, without))
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, folded, each with its place: runs of letters and digits."""
    start = None
    for at, sign in enumerate(text):
        if sign.isalnum() or (start is not None and unicodedata.combining(sign)):
            start = at if start is None else start
        elif start is not None:
            yield fold(text[start:at]), start, at
            start = None
    if start is not None:
        yield fold(text[start:]), start, len(text)


def fold(word: str) -> str:
    """A word as it is compared: without case and accents."""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))


def matches(terms: Iterable[Term], text: str) -> tuple[tuple[int, int], ...] | None:
    """The places in a text where the terms occur; None where it lacks one, or has one that it must not have."""
    folded = fold(text)
    if any(not term.without and any(word not in folded for word in term.words) for term in terms):
        return None  # most texts are told apart so, without looking at each of their words
    words = list(words_of(text))
    found: list[tuple[int, int]] = []
    for term in terms:
        met = list(places(term, words))
        if bool(met) == term.without:
            return None
        found += met
    return tuple(sorted(set(found)))


def places(term: Term, words: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    """Where a term stands among the words of a text, as offsets of its beginnings and ends."""
    size = len(term.words)
    *first, last = term.words
    for n in range(len(words) - size + 1):
        word, _, end = words[n + size - 1]
        fits = word.startswith(last) if term.is_prefix else word == last
        if fits and all(words[n + k][0] == one for k, one in enumerate(first)):
            yield words[n][1], end


def pieces(typed: str) -> Iterator[tuple[str, bool, bool]]:
    """The pieces of what was typed: the words, whether they stood in quotation marks, and whether behind a minus."""
    at, size = 0, len(typed)
    while at < size:
        if typed[at].isspace():
            at += 1
            continue
        without = typed[at] in MINUS and at + 1 < size and not typed[at + 1].isspace()
        at += without
        if typed[at] in OPENING:
            closing = next((n for n in range(at + 1, size) if typed[n] in CLOSING), size)
            yield typed[at + 1 : closing], True, without
            at = closing + 1
        else:
            end = next((n for n in range(at, size) if typed[n].isspace() or typed[n] in OPENING), size)
            yield typed[at:end], False, without
            at = max(end, at + 1)
