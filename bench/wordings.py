"""Wordings made of kept quotes: true ones, clipped, altered in known ways, and some that nobody said; by a seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from quotes.records.quote import Quote

WORDS, SHORTEST = re.compile(r"\S+"), 6
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
SPELT = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty",
         "million", "billion"]
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
NEGATION = re.compile(r"\b(?:not|never)\b ?|n['’]t\b", re.IGNORECASE)
AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|can|could|should|have|has|do|does|did)\b(?!n['’]t)")
OTHER_NAMES = ("Mulrooney", "Castellane", "Brixham", "Odenthal", "Pickering", "Yarborough")
STRAIGHT = str.maketrans("“”‘’—", "\"\"''-")


@dataclass(frozen=True)
class Case:
    """One wording, the text that it was made of (none where nobody said it), and what was changed in it."""

    text: str
    source: str | None
    changed: str = ""


def enough(quote: Quote) -> bool:
    """Whether a quote is long enough for its wording to be known again."""
    return quote.text is not None and len(WORDS.findall(quote.text)) >= SHORTEST


def true(texts: Sequence[str], random: Random) -> Iterator[Case]:
    """The words as they are, or in other typography, or with an ellipsis for some in the middle."""
    for text in texts:
        words = text.split()
        way = random.randrange(4)
        if way == 1:
            yield Case(text.translate(STRAIGHT).rstrip(",.").swapcase()[:1] + text.translate(STRAIGHT).rstrip(",.")[1:],
                       text)
        elif way == 2 and len(words) >= 14:
            third = len(words) // 3
            yield Case(" ".join([*words[:third], "…", *words[2 * third :]]), text)
        else:
            yield Case(text, text)


def clipped(texts: Sequence[str], random: Random) -> Iterator[Case]:
    """A part of the words, at least five of them, with at least two left out."""
    for text in texts:
        words = text.split()
        if len(words) < SHORTEST + 2:
            continue
        length = random.randint(5, len(words) - 2)
        start = random.randint(0, len(words) - length)
        yield Case(" ".join(words[start : start + length]), text)


Way = tuple[str, Callable[[str, Random], str | None]]


def ways() -> tuple[Way, ...]:
    """The kinds of changes, each with what makes it."""
    return ("negation", flipped), ("number", renumbered), ("name", renamed), ("", reworded)


def altered(texts: Sequence[str], random: Random, kinds: Sequence[Way] | None = None) -> Iterator[Case]:
    """The words with one change of a known kind, the kinds taken in turn."""
    pending = list(kinds or ways())
    for text in texts:
        for way in pending:
            made = way[1](text, random)
            if made is not None and made.casefold().split() != text.casefold().split():
                yield Case(made, text, way[0])
                pending.remove(way)
                break
        pending = pending or list(kinds or ways())


def flipped(text: str, random: Random) -> str | None:
    """A sentence with its negation taken out, else with one put in."""
    found = list(NEGATION.finditer(text))
    if found:
        one = random.choice(found)
        return text[: one.start()] + text[one.end() :]
    verbs = list(AUXILIARY.finditer(text))
    if not verbs:
        return None
    one = random.choice(verbs)
    return f"{text[: one.end()]} {random.choice(('not', 'never'))}{text[one.end() :]}"


def renumbered(text: str, random: Random) -> str | None:
    """A sentence with one of its numbers changed."""
    digits = list(NUMBER.finditer(text))
    if digits:
        one = random.choice(digits)
        digit = one[0][0]
        other = random.choice([d for d in "123456789" if d != digit])
        return text[: one.start()] + other + text[one.start() + 1 :]
    spelt = [word for word in SPELT if re.search(rf"\b{word}\b", text)]
    if not spelt:
        return None
    word = random.choice(spelt)
    return re.sub(rf"\b{word}\b", random.choice([other for other in SPELT if other != word]), text, count=1)


def renamed(text: str, random: Random) -> str | None:
    """A sentence with one of its names changed."""
    names = list(NAME.finditer(text))
    if not names:
        return None
    one = random.choice(names)
    return text[: one.start()] + random.choice(OTHER_NAMES) + text[one.end() :]


def reworded(text: str, random: Random) -> str | None:
    """A sentence with a word or two changed, left out or added."""
    words = text.split()
    for _ in range(1 + (len(words) > 12)):
        at = random.randrange(1, len(words) - 1)
        way = random.randrange(3)
        other = random.choice(("really", "quickly", "people", "always", "country", "important", "simply", "terrible"))
        words[at : at + 1] = {0: [other], 1: [], 2: [words[at], other]}[way]
    return " ".join(words)


def never_said(texts: Sequence[str], narrated: Sequence[str], random: Random) -> Iterator[Case]:
    """Halves of two quotes put together, and sentences of articles that nobody is quoted with, in turn."""
    for number, (one, other) in enumerate(zip(texts, reversed(texts), strict=True)):
        if number % 2:
            first, second = one.split(), other.split()
            length = min(len(first), len(second), 20) // 2
            yield Case(" ".join([*first[:length], *second[-length:]]), None)
        elif narrated:
            yield Case(narrated[random.randrange(len(narrated))], None)
