"""It and they: which bodies, pairs and single persons these pronouns may mean, the nearest that acts first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from quotes.coreference.entities import Figure, joined
from quotes.coreference.noun_phrases import Phrases
from quotes.coreference.persons import People
from quotes.text.sentences import Sentences
from quotes.text.word_classes import CONJUNCTION

REACH = 4  # sentences back in which a body is looked for
LONGEST = 200  # tokens of a sentence that are looked at, before the pronoun or the sentence's end
BODIES = 3  # bodies and pairs that may be meant
SINGLES = 2  # persons whom a “they” may mean alone
NAMED_BEFORE = 6  # places of names looked back for them
TOLD, DOUBTFUL = 0.9, 0.5
ACTS, SINGLE = "acts ", "single"  # told of what is meant: a body that does something, with how far back; one person


class ImpersonalPronouns:
    """Whom each it and they of one article may mean."""

    def __init__(self, people: People, sentences: Sentences, phrases: Phrases, person: Callable[..., Figure]) -> None:
        self._people, self._sentences, self._phrases, self._person = people, sentences, phrases, person

    def meant(self, token: int, several: bool) -> Figure | None:
        """What “it” at a token means; for `several`, “they”, two persons or one count too; the rest are its rivals."""
        found: dict[Hashable, Figure] = {}
        for figure in self._bodies(token, several):
            if len(found) < BODIES:
                found.setdefault(figure.key, figure)
        singles = self._singles(token) if several else []
        told = next((person for person in singles if person.key in self._called_they), None)
        first = told or next(iter(found.values()), None) or (self._itself(token) if singles else None)
        if first is None:
            return None
        found |= {person.key: person for person in singles}
        others = tuple(replace(figure, certainty=DOUBTFUL) for key, figure in found.items() if key != first.key)
        return replace(first, certainty=TOLD if told else DOUBTFUL, rivals=others)

    @cached_property
    def _called_they(self) -> set[Hashable]:
        """The persons of whom the article says that their pronouns are they and them."""
        people, words = self._people, self._people.tokens.words
        found = set()
        for token, word in enumerate(words):
            if word in people.language.references.pronoun_nouns:
                start, end = self._sentences.bounds(token)
                kinds = map(people.language.references.pronouns.get, words[start:end])
                n = bisect_left(people.firsts, token) - 1
                if "p" in kinds and n >= 0 and people.firsts[n] >= start:
                    found.add(self._person(people.named[n].person).key)
        return found

    def _itself(self, token: int) -> Figure:
        tokens = self._people.tokens
        return Figure(("mention", token), tokens.words[token], "unnamed", start=tokens.starts[token],
                      end=tokens.ends[token])

    def _bodies(self, token: int, several: bool) -> Iterator[Figure]:
        """The first pair and the first body of each sentence, the nearest first."""
        own = self._sentences.number(token)
        starts = [*self._sentences.starts[max(0, own - REACH) : own + 1], token]
        for back, (first, after) in enumerate(zip(starts[-2::-1], starts[:0:-1], strict=True)):
            first = max(first, after - LONGEST)
            for figure in (self._pair(first, after) if several else None, self._phrases.acting_body(first, after)):
                if figure is not None:
                    yield replace(figure, told=f"{ACTS}{back}", rivals=())

    def _pair(self, first: int, after: int) -> Figure | None:
        """The first two persons between two tokens that “and” joins."""
        people = self._people
        named = people.named[bisect_left(people.firsts, first) : bisect_left(people.firsts, after)]
        for one, other in pairwise(named):
            if people.view[one.after : other.first] == CONJUNCTION and not one.quoted:
                return joined([self._person(one.person), self._person(other.person)])
        return None

    def _singles(self, token: int) -> list[Figure]:
        """The persons named last before a token, the nearest first: a “they” may mean one of them."""
        people = self._people
        n = bisect_left(people.firsts, token)
        places = (named for named in people.named[max(0, n - NAMED_BEFORE) : n][::-1] if not named.quoted)
        numbers = list(dict.fromkeys(named.person for named in places))[:SINGLES]
        return [replace(self._person(number), told=SINGLE) for number in numbers]
