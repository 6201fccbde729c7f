"""Pronouns to persons: one pass from left to right over an article's he and she, each result helping the next.

A pronoun means somebody in the nearest sentence, its own or an earlier one, that mentions a person of fitting gender.
In that sentence, whoever was asked comes first, then whoever says something, then whoever does something, and last
whoever is spoken of.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from typing import NamedTuple

from quotes.coreference.full_names import Person
from quotes.coreference.persons import People
from quotes.text.patterns import any_of, optional, pattern, up_to
from quotes.text.sentences import ASKED, LESSER_SUBJECT, OTHER, SAYING, SUBJECT, UNCLEAR, Sentences, part_of
from quotes.text.word_classes import (
    ADVERB,
    COMMA,
    DASH,
    DETERMINER,
    DETERMINERS,
    GENITIVE,
    LINE,
    NAME,
    NUMBER,
    OBJECT_PRONOUN,
    PLAIN_WORD,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    QUOTATION,
    ROLE,
    SPEECH_NOUN,
    STOP,
    SUBJECT_PRONOUN,
)

PRONOUN = pattern(PRONOUNS)
# …, which worries Ann Reed, president of the union. “…,” she said: who is introduced last is heard next.
INTRODUCED = pattern(
    COMMA, optional(DETERMINERS), up_to(4, PLAIN_WORD, ADVERB, NAME, DASH), ROLE,
    up_to(20, ROLE, PLAIN_WORD, PREPOSITIONS, NAME, DETERMINER, ADVERB, NUMBER, GENITIVE, DASH), STOP,
    any_of(LINE, QUOTATION))
OPENING = pattern(up_to(3, ROLE, DETERMINER, PLAIN_WORD))  # what may stand before the first name of a sentence
ACTING = (SAYING, SUBJECT, LESSER_SUBJECT)
FARTHEST = 5  # sentences looked at, the pronoun's own one included, those that begin in marks not counted
LONGEST_DIALOGUE = 20  # sentences looked at in any case
CROWD = 100  # places of one sentence that are weighed; sentences as they are written have far fewer
ANTECEDENTS = 4  # persons that a pronoun may mean
KNOWN, NOT_KNOWN = " known", " unknown"  # whether a person's gender is told
FAR_BACK = "far"
MAIN = "main"  # told of whom the article names most
SELDOM = 0.05  # share of a name's bearers that does not count
NOUN_PHRASES = (PLAIN_WORD, ROLE, NAME, SPEECH_NOUN, NUMBER)  # what goes on after “her” that is a possessive
OVERRIDING = 2  # pronouns after a name that outweigh what it lets expect; one less where both sexes bear it
CLEAR, NEARLY, CONTESTED, DISTANT = 0.95, 0.85, 0.7, 0.5


class Antecedent(NamedTuple):
    """One person whom a pronoun may mean, and a code of what tells so: how far back, in what part, by what gender."""

    person: int
    told: str


class Meant(NamedTuple):
    """Whom a pronoun means: the person's number, how sure that is, what tells so, and who else it could be."""

    person: int
    certainty: float
    told: str = ""
    others: tuple[Antecedent, ...] = ()


class Spot(NamedTuple):
    """A place that points at a person: a name or an earlier pronoun, with the part it plays once that is known."""

    first: int
    after: int
    person: int
    part: int | None


class Pronouns:
    """Whom each he and she outside of marks means, by the pronoun's token."""

    def __init__(self, people: People, sentences: Sentences) -> None:
        self._people, self._sentences = people, sentences
        self._view, self._words = people.view, people.tokens.words
        self._spots: dict[int, list[Spot]] = defaultdict(list)
        for named in people.named:
            if not named.quoted:
                self._spots[sentences.number(named.first)].append(Spot(named.first, named.after, named.person, None))
        self._pronouns = self._gendered()
        self.genders = self._genders()
        self.meant: dict[int, Meant] = {}
        self._often: dict[str, Counter[int]] = defaultdict(Counter)
        self._counted: Counter[str] = Counter()
        self._best: dict[str, int] = {}
        if self._spots:  # else nobody is named whom a pronoun could mean
            for token, gender in self._pronouns:
                self._resolve(token, gender)

    def _gendered(self) -> list[tuple[int, str]]:
        """Every he and she outside of marks with its gender, in order."""
        kinds, words = self._people.language.references.pronouns, self._words
        found = []
        for match in PRONOUN.finditer(self._view):
            kind = kinds.get(words[match.start()].lower())
            if kind in ("m", "f"):
                found.append((match.start(), kind))
        return found

    # -- gender --------------------------------------------------------------------------------------------------

    def _genders(self) -> list[str]:
        """For every person "f", "m" or nothing: by titles, else the given name unless pronouns after it differ."""
        votes, clear = self._votes()
        found = []
        for person in self._people.persons:
            expected = self._people.gender(person)
            told = votes[person.number]
            if not person.gender and told:
                (best, count), *rest = told.most_common()
                needed = OVERRIDING - self._borne_by_both(person)
                unanimous = not rest and clear[person.number] >= needed
                if unanimous or (not expected and count > sum(n for _, n in rest)):
                    expected = best
            if not expected and not told:
                share = self._people.share(person)
                expected = "" if share is None or share == 0.5 else "f" if share > 0.5 else "m"
            found.append(expected)
        return found

    def _votes(self) -> tuple[dict[int, Counter[str]], Counter[int]]:
        """For every person the first pronouns after the name, and how many follow the sentence's first person."""
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        clear: Counter[int] = Counter()
        spots = [spot for number in sorted(self._spots) for spot in self._spots[number]]
        tokens = [token for token, _ in self._pronouns]
        for i, spot in enumerate(spots):
            n = bisect_left(tokens, spot.after)
            following = spots[i + 1].first if i + 1 < len(spots) else len(self._view)
            if n == len(tokens) or tokens[n] > following:
                continue
            number = self._sentences.number(spot.first)
            if self._sentences.number(tokens[n]) - number > 1:
                continue
            if self._is_object(tokens[n]) and self._sentences.number(tokens[n]) == number:
                continue  # Reed has sued her: not Reed
            votes[spot.person][self._pronouns[n][1]] += 1
            clear[spot.person] += self._spots[number][0].person == spot.person
        return votes, clear

    def _borne_by_both(self, person: Person) -> bool:
        """Whether women and men bear a person's given name, so that it lets expect neither."""
        share = self._people.share(person)
        return share is not None and SELDOM < share < 1 - SELDOM

    def _is_object(self, token: int) -> bool:
        """Whether a pronoun is the object of a verb: sued her, but not sued her mill, nor herself."""
        letter, following = self._view[token], self._view[token + 1 : token + 2]
        if self._words[token].lower() in self._people.language.references.reflexives:
            return False
        return letter == OBJECT_PRONOUN or (letter == POSSESSIVE and following not in NOUN_PHRASES)

    # -- the pass ------------------------------------------------------------------------------------------------

    def _resolve(self, token: int, gender: str) -> None:
        own = self._sentences.number(token)
        found: dict[int, str] = {}
        certainty = DISTANT
        acting = self._acting(token, own)
        seen, number = 0, own
        while number >= max(0, own - LONGEST_DIALOGUE) and seen < FARTHEST and len(found) < ANTECEDENTS:
            fitting = [(i, s) for i, s in self._before(token, number)
                       if self._fits(s.person, gender) and s.person != acting]
            if fitting:
                ranked = self._ranked(fitting, number, own)
                if not found:
                    certainty = self._certainty(ranked, own - number)
                for unknown, part, _, person in ranked:
                    told = f"{min(own - number, FARTHEST)}{part}{NOT_KNOWN if unknown else KNOWN}"
                    found.setdefault(person, told)
            seen += number == own or not self._sentences.quoted(number)
            number -= 1
        main = self._main(token, gender)
        if found and main is not None and main != acting:
            found.setdefault(main, MAIN)
        if found:
            (person, told), *others = found.items()
            self._keep(token, own, Meant(person, certainty, told, tuple(Antecedent(*other) for other in others)))
            return
        nearest = self._nearest(token, gender, number)
        if nearest is not None:
            self._keep(token, own, Meant(nearest, DISTANT, FAR_BACK))

    def _before(self, token: int, number: int) -> list[tuple[int, Spot]]:
        """The spots of a sentence before a token with their numbers in it; of a sentence without end the last CROWD."""
        spots = self._spots.get(number, [])
        after = bisect_left(spots, token, key=_first)
        first = max(0, after - CROWD)
        return list(enumerate(spots[first:after], first))

    def _main(self, token: int, gender: str) -> int | None:
        """The fitting person whom the article has named most often before a token."""
        counts = self._often[gender]
        while self._counted[gender] < len(self._people.firsts) and self._people.firsts[self._counted[gender]] < token:
            named = self._people.named[self._counted[gender]]
            self._counted[gender] += 1
            if not named.quoted and self._fits(named.person, gender):
                counts[named.person] += 1
                best = self._best.get(gender)
                if best is None or counts[named.person] > counts[best]:
                    self._best[gender] = named.person
        return self._best.get(gender)

    def _fits(self, person: int, gender: str) -> bool:
        return self.genders[person] in ("", gender)

    def _acting(self, token: int, own: int) -> int | None:
        """The subject of a clause whose object a pronoun is, and which it cannot mean: Reed has sued her."""
        if not self._is_object(token):
            return None
        for i, spot in reversed(self._before(token, own)):
            if (self._part(own, i, spot) in ACTING or self._opens(own, spot)):
                return spot.person
        return None

    def _opens(self, number: int, spot: Spot) -> bool:
        """Whether a name with an apposition behind it opens a sentence: Reed, a neighbour, has sued her."""
        opens = OPENING.fullmatch(self._view, self._sentences.starts[number], spot.first)
        return opens is not None and self._view[spot.after : spot.after + 1] == COMMA

    def _ranked(self, fitting: list[tuple[int, Spot]], number: int, own: int) -> list[tuple[bool, int, int, int]]:
        """A sentence's fitting spots, the likeliest to be meant first.

        Those come first whose gender is known, by the person or by a pronoun; then counts the part that each plays.
        """
        ranked = []
        for i, spot in fitting:
            part = self._part(number, i, spot)
            if part == ASKED and number == own:
                part = OTHER
            order = -spot.first if number == own and part == SAYING else spot.first
            known = bool(self.genders[spot.person]) or (spot.after == spot.first + 1 and spot.first in self.meant)
            ranked.append((not known, part, order, spot.person))
        return sorted(ranked)

    def _certainty(self, ranked: list[tuple[bool, int, int, int]], back: int) -> float:
        """How sure it is that the first of a sentence's spots is meant."""
        *part, _, person = ranked[0]
        rival = next((other for other in ranked if other[3] != person), None)
        if rival is None:
            return CLEAR if back < 2 else NEARLY
        return NEARLY if part < list(rival[:2]) else CONTESTED

    def _part(self, number: int, i: int, spot: Spot) -> int:
        if spot.part is not None:
            return spot.part
        part = part_of(self._view, self._words, spot.first, spot.after, self._people.language.references.asking)
        if part in (SUBJECT, LESSER_SUBJECT, UNCLEAR, OTHER) and INTRODUCED.match(self._view, spot.after):
            part = SAYING
        self._spots[number][i] = spot._replace(part=part)
        return part

    def _nearest(self, token: int, gender: str, number: int) -> int | None:
        """The last fitting person before, where the sentences near by have none."""
        people = self._people
        n = bisect_left(people.firsts, token) - 1
        for named in people.named[n : max(-1, n - 60) : -1] if n >= 0 else ():
            if not named.quoted and self._fits(named.person, gender):
                return named.person
        return None

    def _keep(self, token: int, own: int, meant: Meant) -> None:
        """Note whom a pronoun means, so that later ones can be tied to it."""
        self.meant[token] = meant
        letter = self._view[token]
        part = OTHER
        if letter == SUBJECT_PRONOUN:
            part = part_of(self._view, self._words, token, token + 1, self._people.language.references.asking)
            part = part if part in (SAYING, LESSER_SUBJECT) else SUBJECT
        spots = self._spots[own]
        insort(spots, Spot(token, token + 1, meant.person, part), key=_first)


def _first(spot: Spot) -> int:
    return spot.first
