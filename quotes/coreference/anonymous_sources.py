"""He and she for somebody without a name: which description that says or does something such a pronoun may mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from quotes.coreference.descriptions import introduces, phrase_before, several
from quotes.coreference.entities import Figure
from quotes.coreference.persons import People
from quotes.text.patterns import pattern
from quotes.text.sentences import ASKED, LESSER_SUBJECT, SAYING, SUBJECT, Sentences, part_of
from quotes.text.word_classes import COMMA, NAME, ROLE

HEAD = pattern(ROLE)
SPEAKING = (SAYING, ASKED)
ACTING = (*SPEAKING, SUBJECT, LESSER_SUBJECT)
REACH = 5  # sentences looked at, those that begin in marks not counted
LONGEST_DIALOGUE = 20  # sentences looked at in any case
LONGEST = 60  # tokens of a sentence that are looked at
TOLD, DOUBTFUL = 0.85, 0.7


class Described(NamedTuple):
    """A figure that is called by a description, and the token of its noun.

    `speaks` tells whether it says something there, `new` whether the description is of somebody not heard of before.
    """

    figure: Figure
    token: int
    speaks: bool
    new: bool


class AnonymousSources:
    """Whom each he and she of one article may mean that is called by a description alone.

    `identify` gives whoever is meant by the words between two offsets of the text.
    """

    def __init__(self, people: People, sentences: Sentences, identify: Callable[[int, int], Figure | None]) -> None:
        self._people, self._sentences, self._identify = people, sentences, identify
        self._tokens, self._view, self._language = people.tokens, people.view, people.language
        self._known: dict[int, Figure | None] = {}

    def joined(self, token: int, gender: str, named: Figure | None) -> Figure | None:
        """The figure of a pronoun, somebody named or nobody so far, with who else may be meant by it.

        Whoever is new and speaks comes first where nobody who could be meant is named after that.
        """
        described = self._before(token, gender)
        if described is None or (named is not None and described.figure.key == named.key):
            return named
        if named is None:
            return described.figure if described.speaks else replace(described.figure, certainty=DOUBTFUL)
        if described.new and described.speaks and described.token > self._last_named(token, gender):
            return replace(described.figure, certainty=DOUBTFUL, rivals=(replace(named, rivals=()), *named.rivals))
        return replace(named, rivals=(*named.rivals, described.figure))

    def _before(self, token: int, gender: str) -> Described | None:
        """The description of the nearest sentence before a token that has one."""
        sentences = self._sentences
        own = number = sentences.number(token)
        seen = 0
        while number >= max(0, own - LONGEST_DIALOGUE) and seen < REACH:
            after = token if number == own else sentences.starts[number + 1]
            heads = HEAD.finditer(self._view, max(sentences.starts[number], after - LONGEST), after)
            found = [self._described(head.start(), gender, own - number) for head in heads]
            nearest = next((one for wanted in (True, False) for one in found if one and one.speaks is wanted), None)
            if nearest is not None:
                return nearest
            seen += number == own or not sentences.quoted(number)
            number -= 1
        return None

    def _described(self, head: int, gender: str, back: int) -> Described | None:
        view, words, language = self._view, self._tokens.words, self._language
        if not self._may_be(words[head].lower(), gender):
            return None
        first, following = phrase_before(view, head + 1), view[head + 1 : head + 3]
        beside = NAME in following[:1] or following == COMMA + NAME or view[max(0, first - 2) : first] == NAME + COMMA
        part = part_of(view, words, first, head + 1, language.references.asking)
        if beside or part not in ACTING:
            return None
        if head not in self._known:
            self._known[head] = self._identify(self._tokens.starts[first], self._tokens.ends[head])
        figure = self._known[head]
        if figure is None or figure.kind not in ("unnamed", "person"):
            return None
        told = f"described {min(back, REACH)}{part}{figure.kind[0]}"
        new = figure.kind == "unnamed" and introduces(view, words, (first, head + 1), language)
        return Described(replace(figure, certainty=TOLD, told=told, rivals=()), head, part in SPEAKING, new)

    def _may_be(self, word: str, gender: str) -> bool:
        """Whether a noun can mean the one person that a pronoun means: no body, no document, not several."""
        language = self._language
        sources, references = language.sources, language.references
        no_person = several(word, language) or word in sources.group_heads or word in sources.document_heads or (
            word in references.body_nouns)
        return not no_person and word not in references.askers and language.names.genders.get(word, gender) == gender

    def _last_named(self, token: int, gender: str) -> int:
        """Where somebody of fitting gender is named last before a token; below 0 where nobody is."""
        people = self._people
        n = bisect_left(people.firsts, token)
        return next((named.first for named in reversed(people.named[max(0, n - LONGEST) : n])
                     if not named.quoted and people.gender(people.persons[named.person]) in ("", gender)), -1)
