"""Roles to persons: whom “the mayor”, “his wife” or “Clinton’s running mate” means.

Unlike a pronoun, a role mostly points at the person an article is about. What counts is what the paper said of a person
before, and how often, how recently and in which part of a sentence the person was mentioned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.coreference.descriptions import APPOSITION, BEFORE_NAME, phrase_before
from quotes.coreference.persons import People
from quotes.coreference.pronouns import Pronouns, Spot
from quotes.text.patterns import pattern
from quotes.text.sentences import OTHER, SAYING, SUBJECT, Sentences, part_of
from quotes.text.word_classes import COMMA, NAME, PRONOUNS, ROLE, STOP

RECENT = 80  # mentions before a role within which persons are looked for
NEARNESS = (2.2, 2.0, 1.2, 0.5, 0.0, 0.0, 0.0, 0.0)
SAID = (1.2, 1.5, 1.0, 0.4)
DID = (0.8, 0.8, 0.3)
LAST_TO_SPEAK, FAR_AWAY = 1.5, -1.0
SPOKEN_OF, FIRST_IN_SENTENCE, NAMED_IN_FULL = -0.6, 0.5, 0.8
MENTIONED, MENTIONED_CAP = 0.8, 10
BORNE_AS_TITLE, SAME_HEAD, SAME_WORDS, SHARED_WORD = 2.0, 2.2, 0.6, 0.7
WRONG_GENDER, OTHERS_BETWEEN = -6.0, -0.3
CLEAR_LEAD = 2.0
LEADS = (-4.0, -2.0, -1.0, 0.0, 0.5, 1.0, 2.0, 4.0)
MOST_DESCRIBING = 4  # capitalised words before a name
OTHERS = 2  # persons beside the likeliest
TITLE_ALIKE, ROLE_ALIKE, NOT_ALIKE = "title ", "role ", "unlike "
FOLLOWING = 14  # tokens after a role in which its first pronoun tells the gender
GENDERED = pattern(PRONOUNS)


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its tokens, its head noun, its other words, and whoever it cannot mean."""

    first: int
    after: int
    head: str
    words: frozenset[str]
    excluded: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ranked:
    """The person whom a role most likely means, how clearly, what tells so, and who else it may mean."""

    person: int
    described: bool
    certainty: float
    told: str
    others: tuple[tuple[int, str], ...]


class Roles:
    """What the article says each person is, and whom a role means by that."""

    def __init__(self, people: People, sentences: Sentences, pronouns: Pronouns) -> None:
        self._people, self._sentences, self._pronouns = people, sentences, pronouns
        named = [Spot(n.first, n.after, n.person, None) for n in people.named if not n.quoted]
        self._spots: list[Spot] = sorted(
            named + [Spot(token, token + 1, m.person, None) for token, m in pronouns.meant.items()])
        self._firsts = [spot.first for spot in self._spots]
        self._full = {n.first for n in people.named if n.full}
        self.described = self._descriptions()

    def _descriptions(self) -> list[frozenset[str]]:
        """For every person the words of titles, of what stands before the name, and of what is set beside it."""
        view, words = self._people.view, self._people.tokens.words
        found: list[set[str]] = [set(person.titles) for person in self._people.persons]
        for named in self._people.named:
            if named.quoted or not (named.full or named.name > named.first):
                continue
            for match in (APPOSITION.match(view, named.after),
                          BEFORE_NAME.search(view, max(0, named.first - 6), named.first)):
                if match:
                    found[named.person].update(w.lower() for w in words[match.start() : match.end()])
            start = self._beside(named.first)
            found[named.person].update(w.lower() for w in words[start : named.first])
        return [frozenset(words) for words in found]

    def _beside(self, first: int) -> int:
        """Where the words begin that describe a name right after them: Labor MP Ann Reed; the mayor, Ann Reed."""
        view = self._people.view
        if view[first - 2 : first] == ROLE + COMMA:
            return phrase_before(view, first - 1)
        start = first
        while start and view[start - 1] == NAME and start > first - MOST_DESCRIBING:
            start -= 1
        return start

    def meant_by(self, role: Role) -> Ranked | None:
        """Whom a role means; None where nobody is near."""
        n = bisect_left(self._firsts, role.first)
        before = self._spots[max(0, n - RECENT) : n]
        if not before:
            return None
        gender = self._gender(role)
        counts = Counter(spot.person for spot in before)
        own = self._sentences.number(role.first)
        speaker = self._last_to_speak(before)
        scores = []
        between: set[int] = set()
        for spot in reversed(before):
            if spot.person in between:
                continue
            score = self._score(role, spot, own)
            score += LAST_TO_SPEAK * (spot.person == speaker) + OTHERS_BETWEEN * min(len(between), 3)
            score += MENTIONED * min(counts[spot.person], MENTIONED_CAP) / max(1, min(len(before), 10))
            if gender and self._pronouns.genders[spot.person] not in ("", gender):
                score += WRONG_GENDER
            between.add(spot.person)
            if spot.person not in role.excluded:
                scores.append((score, spot.person))
        if not scores:
            return None
        scores.sort(reverse=True)
        best, person = scores[0]
        lead = best - scores[1][0] if len(scores) > 1 else CLEAR_LEAD
        others = tuple((other, self._told(role, other, score - best)) for score, other in scores[1:OTHERS + 1])
        return Ranked(person, role.head in self.described[person], 0.9 if lead >= CLEAR_LEAD else 0.6,
                      self._told(role, person, lead), others)

    def _told(self, role: Role, person: int, lead: float) -> str:
        """A code of what tells that a role means a person: the words said of him, and how clearly he leads."""
        titled = role.head in self._people.persons[person].titles
        alike = TITLE_ALIKE if titled else ROLE_ALIKE if role.head in self.described[person] else NOT_ALIKE
        return alike + chr(ord("a") + bisect_left(LEADS, lead))

    def owner(self, token: int) -> int | None:
        """The person whom a possessive pronoun at a token means."""
        meant = self._pronouns.meant.get(token)
        return None if meant is None else meant.person

    def _gender(self, role: Role) -> str:
        """The gender that the role's noun tells, else that of the first pronoun after it in its sentence."""
        language = self._people.language
        told = language.names.genders.get(role.head)
        if told:
            return told
        view, words = self._people.view, self._people.tokens.words
        stop = view.find(STOP, role.after, role.after + FOLLOWING)
        match = GENDERED.search(view, role.after, stop if stop >= 0 else role.after + FOLLOWING)
        kind = language.references.pronouns.get(words[match.start()].lower(), "") if match else ""
        return kind if kind in ("m", "f") else ""

    def _last_to_speak(self, before: Sequence[Spot]) -> int | None:
        for spot in reversed(before[-12:]):
            if self._part(spot) == SAYING:
                return spot.person
        return None

    def _part(self, spot: Spot) -> int:
        people = self._people
        return part_of(people.view, people.tokens.words, spot.first, spot.after, people.language.references.asking)

    def _score(self, role: Role, spot: Spot, own: int) -> float:
        """How well the last mention of a person before a role, and what was said of them, go with it."""
        number = self._sentences.number(spot.first)
        back = own - number
        score = NEARNESS[back] if back < len(NEARNESS) else FAR_AWAY
        part = self._part(spot)
        if part == SAYING and back < len(SAID):
            score += SAID[back]
        elif part == SUBJECT and back < len(DID):
            score += DID[back]
        elif part == OTHER:
            score += SPOKEN_OF
        score += FIRST_IN_SENTENCE * (spot.first - self._sentences.starts[number] < 3) if number >= 0 else 0.0
        score += NAMED_IN_FULL * (spot.first in self._full)
        described = self.described[spot.person]
        score += BORNE_AS_TITLE * (role.head in self._people.persons[spot.person].titles)
        if role.head in described:
            score += SAME_HEAD + SAME_WORDS * (role.words <= described)
        return score + SHARED_WORD * min(len(role.words & described), 3)
