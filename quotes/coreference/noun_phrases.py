"""Phrases without a person's name: whom “the union”, “the letter”, “the mayor” or “a source close to him” means.

What cannot be tied to anything named keeps its whole description as its name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from quotes.coreference.descriptions import definite, head_of, introduces, phrase_before, several, whole_phrase
from quotes.coreference.entities import Figure
from quotes.coreference.organizations import Bodies, name_end
from quotes.coreference.persons import SPEAKS, People
from quotes.coreference.roles import Ranked, Role, Roles
from quotes.records.speaker import SpeakerKind
from quotes.text.entities.entity_labels import EntityKind
from quotes.text.entities.name_genitives import printed
from quotes.text.entities.recognizer import Run
from quotes.text.patterns import any_of, pattern
from quotes.text.personal_names import fold_words
from quotes.text.sentences import LESSER_SUBJECT, SAYING, SUBJECT, part_of
from quotes.text.word_classes import (
    COMMA,
    CUES,
    DETERMINER,
    GENITIVE,
    IN_MENTION,
    IN_QUOTATION,
    MODIFIERS,
    NAME,
    NOUNS,
    PHRASE_OPENERS,
    PLAIN_WORD,
    POSSESSIVE,
    PREPOSITIONS,
    RELATIVE,
    ROLE,
    SENTENCE_EDGES,
    SPEECH_NOUN,
)

NOUN = pattern(NOUNS)
SET_OFF = pattern(COMMA, any_of(PHRASE_OPENERS, RELATIVE))
OF_PERSON = ROLE + NAME  # heads that mean a person in any case
# What speaks under a name that is no person's; a place does by its government.
KIND_OF_BODY: dict[EntityKind, SpeakerKind] = {
    "person": "person", "organization": "organization", "place": "organization", "people": "group", "work": "document"}
# What a figure may be called else: the whole phrase, its beginning, a name with the people's or place's before it.
WHOLE, BARE, PRECEDED, POINTS_BACK, AUTHOR = "whole", "bare", "preceded", "back", "author"
IN_NAME = NAME + IN_MENTION
LIKELY = 0.8
ACTIVE = (SAYING, SUBJECT, LESSER_SUBJECT)
LONGEST_CLAUSE = 40  # tokens before a document in which its author is looked for
NEAR_VERB = 3  # tokens between a verb and its object
BEFORE_OBJECT = MODIFIERS + PREPOSITIONS + DETERMINER  # put out a, released the following
EARLIER = 40  # earlier places of a noun that are looked at


class Phrases:
    """Who is meant by the phrases of one article that hold no person's name."""

    def __init__(self, people: People, roles: Callable[[], Roles], person: Callable[..., Figure]) -> None:
        self._people, self._roles, self._person = people, roles, person
        self._tokens, self._view, self._language = people.tokens, people.view, people.language
        self._sources, self._references = people.language.sources, people.language.references
        self._other_firsts = [run.first for run in people.others]

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self._tokens, self._view, self._people.others, self._language)

    @cached_property
    def _nouns(self) -> dict[str, list[int]]:
        """The places of every noun for documents, bodies and unnamed sources, outside of marks."""
        found: dict[str, list[int]] = {}
        words, sources = self._tokens.words, self._sources
        heads = sources.document_heads | sources.unnamed_heads | self._references.body_nouns.keys()
        for match in NOUN.finditer(self._view):
            word = words[match.start()]
            if word in heads:
                found.setdefault(word, []).append(match.start())
        return found

    def figure(self, first: int, after: int, whole: bool = True) -> Figure:
        """Who or what the phrase between two tokens means; `whole` takes in what follows and belongs to it."""
        head = head_of(self._view, first, after)
        run = self._other_at(head)
        if run is not None and run.kind in KIND_OF_BODY and self._view[head] == NAME:
            return self.body(max(first, run.first), min(after, run.after), run)
        aside = SET_OFF.search(self._view, head, after)
        after = aside.start() if aside else after
        phrase = self._whole(first, after) if whole else (first, after)
        return self._as_printed(self._meant(head, phrase), (phrase, (first, after)))

    def _meant(self, head: int, phrase: tuple[int, int]) -> Figure:
        """Who or what a phrase without a name means, by its head noun."""
        word = self._tokens.words[head].lower()
        if word in self._sources.document_heads or self._view[head] == SPEECH_NOUN:
            return self._document(word, phrase)
        if word in self._sources.group_heads or word in self._references.body_nouns:
            return self._body_noun(word, phrase)
        return self._role(word, head, phrase)

    def _as_printed(self, figure: Figure, phrases: Iterable[tuple[int, int]]) -> Figure:
        """A figure with the printed phrases, the whole one and what it begins with, as what else it may be called."""
        if figure.kind == "person":
            return figure
        known = {figure.key, *(rival.key for rival in figure.rivals)}
        others = []
        for phrase, told in zip(phrases, (WHOLE, BARE), strict=False):
            other = self._described(phrase, figure.kind)
            if other.key not in known:
                known.add(other.key)
                others.append(replace(other, told=told))
        return replace(figure, rivals=(*figure.rivals, *others)) if others else figure

    def body(self, first: int, after: int, run: Run) -> Figure:
        """The body named by these tokens, under its fullest name."""
        after = name_end(self._view, after)
        words = self._tokens.words[first:after]
        name, alias = printed(self._bodies.fullest(words)), printed(words)
        kind: SpeakerKind = KIND_OF_BODY[run.kind]
        figure = Figure((kind, fold_words(name)), name, kind, None, (alias,) if alias != name else (),
                        self._tokens.starts[first], self._tokens.ends[after - 1])
        start = first
        while start and self._view[start - 1] in IN_NAME and self._other_at(start - 1):
            start -= 1
        return replace(figure, rivals=(replace(self._described((start, after), kind), told=PRECEDED),)
                       ) if start < first else figure

    def acting_body(self, first: int, after: int) -> Figure | None:
        """The first body outside of marks between two tokens that says or does something."""
        firsts = self._other_firsts
        for run in self._people.others[bisect_left(firsts, first) : bisect_left(firsts, after)]:
            if self._view[run.first] != IN_QUOTATION and self._may_be_body(run) and self._acts(run.first, run.after):
                return self.body(run.first, run.after, run)
        return self._acting_noun(first, after)

    def _acting_noun(self, first: int, after: int) -> Figure | None:
        """The same for a body that is called by a noun: Moss’s campaign is …"""
        for match in NOUN.finditer(self._view, first, after):
            head = match.start()
            if self._tokens.words[head].lower() in self._references.body_nouns and self._acts(head, head + 1):
                start = phrase_before(self._view, head + 1)
                if self._acts(start, head + 1):
                    return self.figure(start, head + 1, whole=False)
        return None

    def _acts(self, first: int, after: int) -> bool:
        return part_of(self._view, self._tokens.words, first, after, self._references.asking) in ACTIVE

    def _may_be_body(self, run: Run) -> bool:
        """Whether a run that names no person names a body."""
        return run.kind == "organization"

    def _other_at(self, token: int) -> Run | None:
        n = bisect_right(self._other_firsts, token) - 1
        return self._people.others[n] if n >= 0 and token < self._people.others[n].after else None

    def _document(self, word: str, phrase: tuple[int, int]) -> Figure:
        """A document, and whoever issued it as who may be meant by it; who released a statement speaks in it."""
        figure, author = self._text(word, phrase), self._author(phrase)
        if author is None or author.key == figure.key:
            return figure
        if word in self._references.statements and self._issued(phrase[0]):
            return replace(author, told=AUTHOR)
        return replace(figure, rivals=(replace(author, told=AUTHOR, rivals=()), *figure.rivals))

    def _issued(self, first: int) -> bool:
        """Whether somebody speaks in a document that begins here: today released the …, said in a …"""
        i = first
        while i > max(0, first - NEAR_VERB) and self._view[i - 1] in BEFORE_OBJECT:
            i -= 1
        in_it = i < first and self._view[i] in PREPOSITIONS
        return i > 0 and (self._tokens.words[i - 1].lower() in self._references.issuing
                          or (in_it and self._view[i - 1] in CUES))

    def _author(self, phrase: tuple[int, int]) -> Figure | None:
        """Who issued a document: Reed released the following statement; a statement from Reed."""
        first, after = phrase
        view, people = self._view, self._people
        by = next((i for i in range(first, after) if self._tokens.words[i] in self._references.authorship), None)
        if by is not None:
            writers = people.named[bisect_left(people.firsts, by) : bisect_left(people.firsts, after)]
            return self._person(writers[0].person) if writers else self._body_in(by, after)
        start = first
        while start > max(0, first - LONGEST_CLAUSE) and view[start - 1] not in SENTENCE_EDGES:
            start -= 1
        for named in people.named[bisect_left(people.firsts, start) : bisect_left(people.firsts, first)]:
            if not named.quoted and self._acts(named.first, named.after):
                return self._person(named.person)
        return self.acting_body(start, first)

    def _body_in(self, first: int, after: int) -> Figure | None:
        """The first body that is named between two tokens."""
        firsts = self._other_firsts
        found = self._people.others[bisect_left(firsts, first) : bisect_left(firsts, after)]
        return next((self.body(run.first, min(after, run.after), run) for run in found if self._may_be_body(run)), None)

    def _text(self, word: str, phrase: tuple[int, int]) -> Figure:
        """A document itself: if the phrase only points back, the fullest earlier phrase with the same noun."""
        longer = [p for p in self._earlier(word, phrase) if p[1] - p[0] > 2]
        if longer:
            longest = max(longer, key=lambda p: p[1] - p[0])
            return replace(self._described(longest, "document", LIKELY), told=POINTS_BACK)
        return self._described(phrase, "document")

    def _earlier(self, word: str, phrase: tuple[int, int]) -> list[tuple[int, int]]:
        """The earlier phrases with the same noun that a definite phrase of two words can point back at."""
        first, after = phrase
        if after - first != 2 or not definite(self._tokens.words[first], self._language):
            return []
        places = self._nouns.get(word, [])
        n = bisect_left(places, first)
        return [self._whole(phrase_before(self._view, i + 1), i + 1) for i in places[max(0, n - EARLIER) : n]]

    def _whole(self, first: int, after: int) -> tuple[int, int]:
        return whole_phrase(self._tokens, self._view, first, after, self._sources.document_heads)

    def _introduced(self, word: str, phrase: tuple[int, int]) -> list[tuple[int, int]]:
        """The earlier phrases that a phrase can point back at and that tell of somebody or something new."""
        words, language = self._tokens.words, self._language
        return [p for p in self._earlier(word, phrase) if introduces(self._view, words, p, language)]

    def _unnamed(self, word: str, phrase: tuple[int, int]) -> Figure:
        """An unnamed source: if the phrase points back, the one introduced last with the same noun."""
        introduced = self._introduced(word, phrase)
        if introduced:
            return replace(self._described(introduced[-1], "unnamed", LIKELY), told=POINTS_BACK)
        return self._described(phrase, "unnamed")

    def _body_noun(self, word: str, phrase: tuple[int, int]) -> Figure:
        first, after = phrase
        if after - first == 2 and definite(self._tokens.words[first], self._language):
            words = self._bodies.meant_by(word, first)
            longer = [] if words else self._introduced(word, phrase)
            if longer:
                return replace(self._described(longer[-1], "organization", LIKELY), told=POINTS_BACK)
            if words:
                name = " ".join(words)
                return Figure(("organization", fold_words(name)), name, "organization", certainty=LIKELY,
                              told=POINTS_BACK)
        return self._described(phrase, "organization" if word in self._references.body_nouns else "group")

    def _role(self, word: str, head: int, phrase: tuple[int, int]) -> Figure:
        """A person by role: tied to somebody named before if the phrase is definite, otherwise left without a name."""
        first, after = phrase
        words, view = self._tokens.words, self._view
        owned = view[first] == POSSESSIVE or GENITIVE in view[first:head]
        person = view[head] in OF_PERSON or (view[head] == PLAIN_WORD and SPEAKS.match(view, head + 1))
        if person and (owned or definite(words[first], self._language)) and not several(word, self._language):
            lows = frozenset(w.lower() for w in words[first + 1 : after])
            role = Role(first, after, word, lows - {word}, self._owners(first, head))
            ranked = self._roles().meant_by(role)
            if ranked:
                return self._of_role(ranked, self._unnamed(word, phrase),
                                     self._convincing(role, ranked, owned or view[head] == PLAIN_WORD))
        return self._unnamed(word, phrase)

    def _of_role(self, ranked: Ranked, unnamed: Figure, convincing: bool) -> Figure:
        """Whom a role means, a person or somebody without a name, with whoever else it may mean."""
        persons = [self._person(number, told=told) for number, told in ((ranked.person, ranked.told), *ranked.others)]
        if convincing:
            return replace(persons[0], certainty=ranked.certainty, rivals=(*persons[1:], unnamed))
        return replace(unnamed, rivals=tuple(persons))

    def _convincing(self, role: Role, ranked: Ranked, strict: bool) -> bool:
        """Whether a role names its person well enough: somebody's aide only where the paper said so before."""
        if strict:
            return ranked.described and (not role.words or bool(role.words & self._roles().described[ranked.person]))
        return ranked.described or role.head not in self._sources.unnamed_heads

    def _owners(self, first: int, head: int) -> frozenset[int]:
        """The persons whom a role cannot mean because it belongs to them: his wife, Clinton’s aide."""
        firsts = self._people.firsts
        found = {n.person for n in self._people.named[bisect_left(firsts, first) : bisect_left(firsts, head)]}
        owner = self._roles().owner(first)
        return frozenset(found if owner is None else found | {owner})

    def _described(self, phrase: tuple[int, int], kind: SpeakerKind, certainty: float = 1.0) -> Figure:
        start, end = self._tokens.starts[phrase[0]], self._tokens.ends[phrase[1] - 1]
        name = " ".join(self._people.text[start:end].split())
        return Figure((kind, fold_words(name)), name, kind, start=start, end=end, certainty=certainty)
