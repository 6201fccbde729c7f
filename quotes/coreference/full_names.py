"""Full names: which runs of words hold one, and which of them are forms of one person's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quotes.languages.contract import Language
from quotes.text.entities.form_parts import GIVEN
from quotes.text.entities.recognizer import Run
from quotes.text.name_parts import GIVEN_NAMES
from quotes.text.personal_names import Name, same_person, take_apart
from quotes.text.tokens import Tokens
from quotes.text.word_classes import CONJUNCTION, IN_QUOTATION

REPEATED = 3  # places where a name stands by itself from which on it is surely a body's
NAMESAKES = 12  # persons of one surname that are compared with the next one


@dataclass(slots=True, eq=False)
class Person:
    """One person as the article names them, filled while it is read.

    `forms` counts the full names as printed, those in headlines and quotations as 0; `fulls` are the first tokens where
    they stand elsewhere, `mentions` the numbers of all places outside of marks that name the person. `told` counts the
    short names that could also mean a namesake, and that a pronoun decided.
    """

    number: int
    name: Name
    forms: dict[str, int] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    gender: str = ""
    fulls: list[int] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    told: int = 0


def stands_first(name: Name, language: Language) -> bool:
    """Whether the family name comes first: Kim Jong-un, Tran Van Minh, but not Kim Clark, Kim Ann Clark."""
    parts = (*name.middle, name.surname)
    foreign = "-" in name.surname or (len(parts) > 1 and all(len(part) > 1 for part in parts))
    names = language.names
    common = names.common_given_names
    western = name.given.capitalize() in common and parts[0].capitalize() in common
    return foreign and name.given in names.family_first and not western


def without_parts_of_bodies(runs: Sequence[Run], words: Sequence[str]) -> list[Run]:
    """The runs, but for persons in whose name a body's stands that the article has by itself: Tesco, Tesco Clubcard."""
    alone = Counter(words[run.name] for run in runs if run.single and run.kind == "organization")
    return [run._replace(kind="organization") if _names_part(run, words, alone) else run for run in runs]


def _names_part(run: Run, words: Sequence[str], alone: Mapping[str, int]) -> bool:
    if run.kind != "person" or run.single or run.name > run.first or not GIVEN.isdisjoint(run.letters):
        return False
    return max(alone.get(words[run.name], 0), alone.get(words[run.after - 1], 0)) >= REPEATED


class FullNames:
    """The persons of an article, with look-ups by surname and by given name."""

    def __init__(self, text: str, tokens: Tokens, view: str, language: Language) -> None:
        self._text, self._tokens, self._view, self._language = text, tokens, view, language
        self._names = language.names
        self.persons: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_form: dict[str, Person] = {}
        self._by_letters: dict[str, list[Person]] = {}

    def find(self, runs: Sequence[Run]) -> dict[int, Person]:
        """The person of every run that holds a full name, by the run's first token."""
        full = [run for run in runs if run.kind == "person" and not run.single]
        full.sort(key=self._opens_with_particle)  # Van Houwen after Pieter van Houwen
        found = {run.first: self._person(run) for run in full}
        for run, other in pairwise(runs):
            if self._shares_surname(run, other) and other.first in found:
                found[run.first] = self._relative(run, other)
        return found

    def _shares_surname(self, run: Run, other: Run) -> bool:
        """Whether a given name and a full one after it have their surname together: Ann and Peter Reed."""
        joined = self._view[run.after : other.first] == CONJUNCTION and other.name == other.first
        return joined and run.kind == "person" == other.kind and run.single and other.after - other.name == 2 and (
            run.letters in GIVEN_NAMES and other.letters[0] in GIVEN_NAMES)

    def _relative(self, run: Run, other: Run) -> Person:
        """The person of a given name that shares the surname of the full name after it."""
        words = self._tokens.words
        name = take_apart([words[run.name], words[other.after - 1]], self._names.particles, self._names.suffixes)
        person = self._known(name)
        if person is None:
            person = self.new(name)
            person.forms[f"{words[run.name]} {words[other.after - 1]}"] = 1
            self._index_given(person, name)
        person.fulls.append(run.first)
        return person

    def _person(self, run: Run) -> Person:
        """The person of a run that holds a full name."""
        form = self._text[self._tokens.starts[run.name] : self._tokens.ends[run.after - 1]]
        person = self._by_form.get(form)
        if person is None:
            name = self._take_apart(run)
            person = self._by_form[form] = self._known(name) or self._of_particle(name) or self.new(name)
            self._index_given(person, name)
            self._index_family(person, name)
        form = form if form.isprintable() else " ".join(form.split())
        if run.headline or self._view[run.first] == IN_QUOTATION:
            person.forms.setdefault(form, 0)
        else:
            person.forms[form] = person.forms.get(form, 0) + 1
            person.fulls.append(run.first)
        self.note_titles(person, run)
        return person

    def _take_apart(self, run: Run) -> Name:
        return take_apart(self._tokens.words[run.name : run.after], self._names.particles, self._names.suffixes)

    def _known(self, name: Name) -> Person | None:
        """The person with a form of this name; the fuller form is kept for comparing."""
        for person in self.by_surname.get(name.surname, ())[-NAMESAKES:]:
            if same_person(person.name, name, self._names.nicknames):
                old = person.name
                given = name.given if len(old.given) == 1 else old.given
                if given != old.given or len(name.middle) > len(old.middle):
                    person.name = old._replace(given=given, middle=max(old.middle, name.middle, key=len))
                return person
        return None

    def new(self, name: Name) -> Person:
        """One more person, with this name."""
        person = Person(len(self.persons), name)
        self.persons.append(person)
        self.by_surname.setdefault(name.surname, []).append(person)
        if name.given:
            self._by_letters.setdefault(name.surname[:2], []).append(person)
        return person

    def _index_given(self, person: Person, name: Name) -> None:
        for part in (name.given, *name.middle):
            if len(part) > 1:
                known = self._by_given.setdefault(part, [])
                if person not in known[-NAMESAKES:]:
                    known.append(person)

    def _index_family(self, person: Person, name: Name) -> None:
        """Let the family name lead to a person where it stands first: Kim Jong-un, Kim Jong Un, not Kim Clark."""
        if stands_first(name, self._language):
            known = self.by_surname.setdefault(name.given, [])
            if person not in known[-NAMESAKES:]:
                known.append(person)

    def _opens_with_particle(self, run: Run) -> bool:
        """Whether a full name's first word may be a particle at a sentence's start: Van Houwen, Van Morrison."""
        first = self._tokens.words[run.name : run.name + 1]
        return run.after - run.name == 2 and first[0].lower() in self._names.particles

    def _of_particle(self, name: Name) -> Person | None:
        """The one person of this surname, where what looks like a given name is its particle: Van Houwen."""
        if name.middle or name.given not in self._names.particles:
            return None
        found = self.by_surname.get(name.surname, ())[:NAMESAKES]
        fitting = [person for person in found if any(
            f"{name.given} " in form.lower() for form in person.forms)]
        return fitting[0] if len(fitting) == 1 else None

    def with_given(self, given: str) -> Sequence[Person]:
        """The persons with this first or middle name, else those with one that it is a pet name of."""
        found = self._by_given.get(given)
        if found is None:
            forms = self._names.nicknames.get(given, ())
            found = [person for form in forms for person in self._by_given.get(form, ())]
        return found[:NAMESAKES]

    def surnames_like(self, key: str) -> Sequence[Person]:
        """The last persons whose surnames begin with the same two letters."""
        return self._by_letters.get(key[:2], ())[-4 * NAMESAKES :]

    def note_titles(self, person: Person, run: Run) -> None:
        """Keep the titles before a name, and the gender that they or a noun before them tell: her husband Peter."""
        for word in self._tokens.words[run.first : run.name]:
            title = word.lower().rstrip(".")
            person.titles.add(title)
            person.gender = person.gender or self._names.genders.get(title, "")
        if run.first:
            person.gender = person.gender or self._names.genders.get(self._tokens.words[run.first - 1].lower(), "")
