"""Who a mention means: person, body, document or unnamed source, under the fullest name that the article gives.

Nothing is invented: a name is put together from no other words than the article's own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from quotes.coreference.anonymous_sources import AnonymousSources
from quotes.coreference.descriptions import grown, phrase_before, whole_phrase
from quotes.coreference.entities import SURE, Figure, joined
from quotes.coreference.impersonal_pronouns import ImpersonalPronouns
from quotes.coreference.noun_phrases import Phrases
from quotes.coreference.persons import SPEAKS, Named, People
from quotes.coreference.pronouns import Pronouns
from quotes.coreference.roles import Roles
from quotes.coreference.shown_names import portrait
from quotes.languages.contract import Language
from quotes.text.confusables import is_mixed
from quotes.text.patterns import END, any_of, one_of, pattern, sequence, up_to
from quotes.text.patterns import named as part
from quotes.text.personal_names import fold_words, same_person, take_apart
from quotes.text.sentences import Sentences
from quotes.text.word_classes import (
    AMPERSAND,
    AUXILIARY,
    BASE_SPEECH_VERB,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GENITIVE,
    IN_QUOTATION,
    LINE,
    MODIFIERS,
    NAME,
    NOUNS,
    NOUNS_AND_NAMES,
    OBJECT_PRONOUN,
    OPENING_BRACKET,
    PLAIN_WORD,
    PREPOSITIONS,
    QUOTATION,
    REPORTING_VERBS,
    ROLE,
    SEMICOLON,
    SENTENCE_EDGES,
    SIGN,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
)

EDGES = frozenset((*SENTENCE_EDGES, COMMA, SEMICOLON, COLON, DASH, OPENING_BRACKET, CLOSING_BRACKET, QUOTATION, SIGN,
                   GENITIVE))
OWNS = frozenset((GENITIVE, *NOUNS))  # after a name that only describes: Reed’s aunt, the Reed campaign
DEPENDS = PREPOSITIONS + AUXILIARY  # a critic of Reed, close to Reed
JOINED = (CONJUNCTION, COMMA, COMMA + CONJUNCTION, AMPERSAND)
# What follows a name that a role is set beside: said the governor, Peter Smith of Ohio. The governor, Ann Reed, said
BESIDE = pattern(one_of(any_of(COMMA, OPENING_BRACKET, SENTENCE_EDGES, PREPOSITIONS), END,
                        sequence(up_to(2, MODIFIERS), REPORTING_VERBS)))
# A spokesman for the company, who …
ROLE_OF = pattern(part("role", ROLE), PREPOSITIONS, up_to(8, NOUNS_AND_NAMES, DETERMINER, PREPOSITIONS, GENITIVE), END)
# Reed’s aunt, state Rep. Ida Moss
ASIDE = pattern(COMMA, up_to(2, DETERMINER, AUXILIARY, BASE_SPEECH_VERB, PLAIN_WORD))
BEGINNINGS = ("", STOP, LINE, IN_QUOTATION, COMMA)
STANDS_ALONE = SUBJECT_PRONOUN + OBJECT_PRONOUN
LONGEST_ROLE = 12  # tokens of a role with what it is for
NAMESAKE = "name"  # told of whom a short name may mean too
NAMED_ALIKE, HANDLE_ALIKE = 0.8, 0.9  # never certain: whoever signs up chooses both


class Cast:
    """Everybody who appears in an article; asked for the figure behind each mention."""

    def __init__(self, people: People, author: str | None = None) -> None:
        self._people, self._author = people, author
        self._tokens, self._view, self._language = people.tokens, people.view, people.language
        self._persons: dict[int, Figure] = {}

    @property
    def language(self) -> Language:
        """The language of the article."""
        return self._language

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._view)

    @cached_property
    def _pronouns(self) -> Pronouns:
        return Pronouns(self._people, self._sentences)

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self._people, self._sentences, self._pronouns)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._people, lambda: self._roles, self._person)

    @cached_property
    def _described(self) -> AnonymousSources:
        return AnonymousSources(self._people, self._sentences, self.identify)

    @cached_property
    def _others(self) -> ImpersonalPronouns:
        return ImpersonalPronouns(self._people, self._sentences, self._phrases, self._person)

    def identify(self, start: int, end: int) -> Figure | None:
        """Who is meant by the words from `start` to `end`, offsets in the text; None where the article does not say."""
        first, after = self._bounds(start, end)
        if first >= after:
            return None
        letter = self._view[first]
        kind = self._language.references.pronouns.get(self._tokens.words[first].lower())
        if kind and letter != NAME and (after == first + 1 or letter in STANDS_ALONE):
            return self._pronoun(first, kind)
        if letter == SPEECH_VERB and after == first + 1:
            return self._subject(first)
        first, after = grown(self._view, first, after)
        named = self._persons_in(first, after) or self._set_beside(first, after)
        return self._by_name(named) if named else self._phrases.figure(first, after)

    def owned(self, start: int, end: int) -> int:
        """The end of the longer phrase that the words only begin, as Reed does in Reed’s aunt; otherwise `end`."""
        first, after = self._bounds(start, end)
        if first >= after or self._view[after : after + 1] != GENITIVE:
            return end
        return max(end, self._tokens.ends[grown(self._view, first, after)[1] - 1])

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """The tokens between two offsets, marks at the edges left out."""
        view = self._view
        first, after = bisect_right(self._tokens.ends, start), bisect_left(self._tokens.starts, end)
        while first < after and view[first] in EDGES:
            first += 1
        while after > first and view[after - 1] in EDGES:
            after -= 1
        return first, after

    # -- names ---------------------------------------------------------------------------------------------------

    def _persons_in(self, first: int, after: int) -> list[Named]:
        """The places in a phrase that name whoever the phrase means, not those that only describe somebody."""
        people, view = self._people, self._view
        found: list[Named] = []
        for named in people.named[bisect_left(people.firsts, first - 4) : bisect_left(people.firsts, after)]:
            if named.after <= first:
                continue
            beyond = view[named.after : named.after + 1]
            if named.after < after and beyond in OWNS:
                continue
            if named.first > first and view[named.first - 1] in DEPENDS:
                continue
            if not found or view[found[-1].after : named.first] in JOINED:
                found.append(named)
        return self._with_partner(found[0]) if len(found) == 1 and found[0].after == after else found

    def _with_partner(self, named: Named) -> list[Named]:
        """A person with the other one who says the same: “…,” Reed and Wexley said."""
        people, view = self._people, self._view
        n = bisect_left(people.firsts, named.first)
        for pair in (people.named[n : n + 2], people.named[max(0, n - 1) : n + 1]):
            if len(pair) == 2 and view[pair[0].after : pair[1].first] == CONJUNCTION:
                opens = view[pair[0].first - 1 : pair[0].first] in BEGINNINGS
                if opens and SPEAKS.match(view, pair[1].after):
                    return pair
        return [named]

    def _set_beside(self, first: int, after: int) -> list[Named]:
        """The name that follows a role after a comma: another critic, Ann Reed, said."""
        view, people = self._view, self._people
        if view[after - 1] != ROLE:
            return []
        _, end = whole_phrase(self._tokens, view, first, after, self._language.sources.document_heads)
        n = bisect_left(people.firsts, end)
        if n == len(people.named) or not ASIDE.fullmatch(view[end : people.named[n].first]) or not people.named[n].full:
            return []
        return [people.named[n]] if BESIDE.match(view, people.named[n].after) else []

    def _by_name(self, named: list[Named]) -> Figure:
        rivals = [() if one.rival is None else ((one.rival, NAMESAKE),) for one in named]
        figures = {one.person: self._person(one.person, one.certainty, others=others)
                   for one, others in zip(named, rivals, strict=True)}
        return joined(list(figures.values()))

    def _person(self, number: int, certainty: float = SURE, told: str = "",
                others: Iterable[tuple[int, str]] = ()) -> Figure:
        figure = self._persons.get(number)
        if figure is None:
            figure = self._persons[number] = portrait(self._people, self._people.persons[number])
        rivals = tuple(self._person(other, told=code) for other, code in others)
        if certainty == SURE and not told and not rivals:
            return figure
        return replace(figure, certainty=certainty, told=told, rivals=rivals)

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, token: int, kind: str) -> Figure | None:
        if kind in ("m", "f"):
            meant = self._pronouns.meant.get(token)
            named = None if meant is None else self._person(meant.person, meant.certainty, meant.told, meant.others)
            return self._described.joined(token, kind, named)
        if kind in ("i", "we"):
            return self.author
        if kind == "w":
            return self._antecedent(token)
        return self._others.meant(token, several=kind == "p")

    @property
    def author(self) -> Figure | None:
        """Who wrote the article, as its byline says."""
        if not self._author:
            return None
        words = fold_words(self._author)
        body = bool(words) and words[-1] in self._language.names.organization_words
        return self.alike(self._author) or Figure(
            ("author", words), self._author, "organization" if body else "person")

    def _antecedent(self, token: int) -> Figure | None:
        """Who stands right before “who”, else the last person of its sentence."""
        view, people = self._view, self._people
        end = token
        while end > 0 and view[end - 1] == COMMA:
            end -= 1
        n = bisect_left(people.firsts, token) - 1
        if n >= 0 and people.named[n].after == end:
            return self._by_name([people.named[n]])
        if end and view[end - 1] in NOUNS_AND_NAMES:
            role = ROLE_OF.search(view, max(0, end - LONGEST_ROLE), end)
            start = phrase_before(view, role.start("role") + 1) if role else phrase_before(view, end)
            return self._phrases.figure(start, end, whole=False)
        return self._person_before(token)

    def _subject(self, verb: int) -> Figure | None:
        """Whom a verb of speech by itself points at: the person right after it, else the last one before it."""
        people = self._people
        n = bisect_left(people.firsts, verb)
        if n < len(people.named) and people.named[n].first == verb + 1:
            return self._by_name([people.named[n]])
        return self._person_before(verb)

    def _person_before(self, token: int) -> Figure | None:
        """The last person named before a token in its sentence."""
        people, sentences = self._people, self._sentences
        n = bisect_left(people.firsts, token) - 1
        if n >= 0 and sentences.number(people.named[n].first) == sentences.number(token):
            return self._by_name([people.named[n]])
        return None

    # -- accounts ------------------------------------------------------------------------------------------------

    def alike(self, name: str) -> Figure | None:
        """The only person in the article whose name is compatible with this one."""
        names = self._language.names
        wanted = take_apart(name.split(), names.particles, names.suffixes)
        if not wanted.given:
            return None
        found = [p for p in self._people.of_surname(wanted.surname)
                 if p.name.given and same_person(p.name, wanted, names.nicknames)]
        return self._person(found[0].number) if len(found) == 1 else None


def link_account(cast: Cast, author_name: str | None, handle: str | None) -> Figure | None:
    """The person of the article who bears an account's printed name; the surer if its handle holds the surname too."""
    figure = cast.alike(author_name) if author_name and not is_mixed(author_name) else None
    if figure is None:
        return None
    squeezed = "".join(c for c in (handle or "").lower() if c.isalnum())
    agrees = bool(squeezed) and fold_words(figure.name)[-1] in squeezed
    return replace(figure, certainty=HANDLE_ALIKE if agrees else NAMED_ALIKE)
