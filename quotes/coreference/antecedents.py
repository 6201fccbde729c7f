"""Antecedents: which words of an article a mention stands for, so that a reader can look whether it does.

A pronoun, a role or a description stands for the name right behind it or the last one before it; a short name for the
full one. What names its figure in full by itself stands for nothing else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from quotes.coreference.entities import Figure
from quotes.coreference.persons import Named, People
from quotes.records.spans import Span
from quotes.text.sentences import Sentences
from quotes.text.word_classes import LINE, QUOTATION, SENTENCE_EDGES, SIGN

PERSON, SEVERAL = "person", "group"
NO_WORDS = frozenset((*SENTENCE_EDGES, QUOTATION, SIGN, LINE))
LONGEST = 12  # tokens of a name with its titles


class Place(NamedTuple):
    """Where the words stand that a mention stands for, and how many sentences before it; below 0 where they follow."""

    words: Span
    sentences_before: int


class Antecedents:
    """The antecedents of one article's mentions."""

    def __init__(self, people: People) -> None:
        self._people, self._tokens, self._text = people, people.tokens, people.text
        self._full: dict[int, list[int]] = {}

    def of(self, figure: Figure, mention: Span) -> Place | None:
        """Which words the mention of a figure stands for; None where it names the figure, or where nothing does."""
        key = figure.key if isinstance(figure.key, tuple) else (None, None)
        if key[0] == SEVERAL:
            return None
        person = key[1] if key[0] == PERSON and isinstance(key[1], int) else None  # else somebody told from a body
        words = self._other(figure, mention) if person is None else self._name(person, mention)
        if words is None:
            return None
        return Place(words, self._sentence(mention.start) - self._sentence(words.start))

    def _name(self, number: int, mention: Span) -> Span | None:
        """The name that a mention of a person stands for."""
        people = self._people
        first, after = bisect_right(self._tokens.ends, mention.start), bisect_left(self._tokens.starts, mention.end)
        beyond = bisect_left(people.firsts, after)
        own = [place for place in people.named[bisect_left(people.firsts, first - LONGEST) : beyond]
               if place.after > first and place.person == number]
        if any(place.full for place in own):
            return None
        places = self._in_full(number) if own else people.persons[number].mentions
        if not places:
            return None
        at = bisect_left(places, bisect_left(people.firsts, own[0].first if own else first))
        beside = at < len(places) and people.named[places[at]].first <= after + 1  # said the mayor, Ann Reed
        return self._bare(people.named[places[at if beside else max(0, at - 1)]])

    def _in_full(self, number: int) -> list[int]:
        """The places that name a person in full, as their numbers among all that name somebody."""
        if number not in self._full:
            named = self._people.named
            self._full[number] = [n for n in self._people.persons[number].mentions if named[n].full]
        return self._full[number]

    def _bare(self, place: Named) -> Span:
        return Span(self._tokens.starts[place.name], self._tokens.ends[place.after - 1])

    def _other(self, figure: Figure, mention: Span) -> Span | None:
        """The phrase or name that a mention of a body, a document or an unnamed source stands for."""
        if figure.start is not None and figure.end is not None:
            named = Span(figure.start, figure.end)
            if not named.overlaps(mention):
                return named
        if figure.kind != "organization" or figure.name in mention.of(self._text):
            return None
        at = self._text.rfind(figure.name, 0, mention.start)
        at = self._text.find(figure.name, mention.end) if at < 0 else at
        return Span(at, at + len(figure.name)) if at >= 0 else None

    @cached_property
    def _sentences(self) -> list[int]:
        """The tokens at which sentences begin, those inside of quotation marks too, as a reader counts them."""
        classes = self._tokens.classes
        bounds = Sentences(classes).starts
        return [first for first, after in zip(bounds, [*bounds[1:], len(classes)], strict=False)
                if not self._goes_on(first) and not NO_WORDS.issuperset(classes[first:after])]

    def _goes_on(self, first: int) -> bool:
        """Whether what follows a stop only ends the sentence before: “It floats!” he said."""
        tokens = self._tokens
        closes = first > 0 and tokens.classes[first] == QUOTATION and tokens.starts[first] == tokens.ends[first - 1]
        return closes and "".join(tokens.words[first + 1 : first + 2])[:1].islower()

    def _sentence(self, offset: int) -> int:
        """The number of the sentence in which an offset of the text lies."""
        return bisect_right(self._sentences, bisect_right(self._tokens.starts, offset) - 1)
