"""The same words given to two people: printed in several articles, each of which says somebody else said them.

Only speakers who are named are compared, and none of whom the reading itself is unsure. A name that is a part of the
other one (Reid, and Reid's campaign) may be the same person, and so is no disagreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.records.quote import Quote
from quotes.store.contract.directory import Saying
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

MOST_GROUPS = 500  # the newest groups of quotes that begin alike
FEWEST_WORDS = 6
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words in the shortest form in which they were printed, and the quotes that give them to different people."""

    text: str
    quotes: tuple[Quote, ...]


def disagreements(store: Store, most: int = MOST_GROUPS) -> tuple[tuple[Saying, ...], ...]:
    """What is given to different people, what came in last first; `most` groups of like beginnings are looked at."""
    return tuple(found for group in store.begun_alike(most) for found in _disagreeing(group))


def with_quotes(store: Store, found: Sequence[tuple[Saying, ...]]) -> tuple[Disagreement, ...]:
    """Disagreements with their quotes, all of them read at once."""
    quotes = {quote.id: quote for quote in store.quotes_of([one.quote for group in found for one in group])}
    whole = (tuple(quotes[one.quote] for one in group if one.quote in quotes) for group in found)
    return tuple(Disagreement(min((quote.text or "" for quote in group), key=len), group) for group in whole if group)


def _disagreeing(group: Sequence[Saying]) -> Iterator[tuple[Saying, ...]]:
    """The quotes of a group in which one's words are another's, or the beginning of them, by different people."""
    left = [(fold_words_of(one.text), one) for one in group if one.verdict != "unsure"]
    left = sorted((pair for pair in left if len(pair[0]) >= FEWEST_WORDS), key=lambda pair: len(pair[0]))
    while left:
        words = left[0][0]
        same = [one for others, one in left if others[: len(words)] == words]
        left = [pair for pair in left if pair[1] not in same]
        if _differ(same):
            yield tuple(same)


def fold_words_of(text: str) -> Words:
    """The words of a text without case, accents and marks."""
    return tuple(word for part in text.split() for word in fold_words(part))


def _differ(same: Sequence[Saying]) -> bool:
    """Whether two of these are of different people in different articles."""
    return any(one.document != other.document and one.speaker != other.speaker and _two(one.name, other.name)
               for place, one in enumerate(same) for other in same[place + 1:])


def _two(name: str, other: str) -> bool:
    mine, theirs = set(fold_words(name)), set(fold_words(other))
    return not (mine <= theirs or theirs <= mine)
