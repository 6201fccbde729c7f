"""Full names: which runs of words hold one, and which of them are forms of one person's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.languages.contract import Language
from quotes.text.capitalised_runs import Run
from quotes.text.name_parts import MAY_DESCRIBE, NAME_SUFFIX, NO_GIVEN_NAMES, ORDINARY_WORD, PLACE, UNKNOWN_WORD
from quotes.text.patterns import any_of, none_of, one_of, optional, pattern, repeated, sequence, up_to
from quotes.text.personal_names import Name, same_person, take_apart
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AUXILIARY,
    CLOSING_BRACKET,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GENITIVE,
    IN_QUOTATION,
    MODIFIERS,
    NAME,
    NUMBER,
    OPENING_BRACKET,
    PLAIN_WORD,
    QUOTED,
    RELATIVE,
    ROLE,
    SENTENCE_EDGES,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
    VERB,
)

# Reed, 52, … Reed, who … Reed (D-Va.) … Reed, a retired teacher, … Reed said
PERSONAL = pattern(one_of(
    sequence(COMMA, NUMBER, any_of(COMMA, STOP)),
    sequence(COMMA, RELATIVE),
    sequence(OPENING_BRACKET, NAME, any_of(DASH, CLOSING_BRACKET)),
    sequence(COMMA, optional(DETERMINER, ADVERB), up_to(5, PLAIN_WORD, ADVERB, GENITIVE, NAME, ROLE, DASH), ROLE),
    sequence(up_to(2, MODIFIERS), SPEECH_VERB),
))
# Reed has … . She …
NEXT_SUBJECT = pattern(
    any_of(AUXILIARY, VERB), repeated(1, 60, none_of(SENTENCE_EDGES, QUOTED)), STOP, SUBJECT_PRONOUN)
NO_SURNAMES = ORDINARY_WORD + PLACE
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
    """Whether the family name comes first: Kim Jong-un, Kim Jong Un, but not Kim Clark, Kim Ann Clark."""
    parts = (*name.middle, name.surname)
    foreign = "-" in name.surname or (len(parts) > 1 and all(len(part) > 1 for part in parts))
    names = language.names
    return foreign and name.given in names.family_first and parts[0].capitalize() not in names.given_names


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
        self._certain: set[int] = set()

    def find(self, runs: Sequence[Run]) -> dict[int, Person]:
        """The person of every run that holds a full name, by the run's first token."""
        found: dict[int, Person] = {}
        doubtful = []
        for run in runs:
            if run.kind == "person" and not self._is_place(run) and not self._opens_with_particle(run):
                found[run.first] = self._person(run)
                self._certain.add(run.first)
            elif run.kind in ("person", "unknown"):
                doubtful.append(run)
        alone = {self._tokens.words[run.after - 1] for run in runs
                 if run.kind == "single" or self._opens_with_particle(run)} if doubtful else set()
        for run in (*doubtful, *doubtful):  # one name found makes others known
            if run.first not in found and self._is_person(run, alone):
                found[run.first] = self._person(run)
        return found

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

    def _is_place(self, run: Run) -> bool:
        """Whether a run, or its name by itself, is a place's: Hong Kong, United Arab Emirates."""
        starts, end, places = self._tokens.starts, self._tokens.ends[run.after - 1], self._names.places
        name = self._text[starts[run.name] : end]
        if name in self._by_form:
            return False
        return name in places or (run.name > run.first and self._text[starts[run.first] : end] in places)

    def _take_apart(self, run: Run) -> Name:
        return take_apart(self._tokens.words[run.name : run.after], self._names.particles, self._names.suffixes)

    def _is_person(self, run: Run, alone: set[str]) -> bool:
        """Whether a run that need not be a person is one, by the words around it or by other names in the article."""
        words = self._tokens.words
        last = words[run.after - 1]
        form = self._text[self._tokens.starts[run.name] : self._tokens.ends[run.after - 1]]
        if form in self._by_form:
            return True
        if last in self._names.demonyms or self._is_place(run):
            return False
        if run.kind == "person":
            return True
        name = self._take_apart(run)
        if self._known(name):
            return True
        shared = name.surname in self.by_surname
        if run.letters[0] in MAY_DESCRIBE and shared:  # Wisconsin Smith
            return False
        if (shared or last in alone) and run.letters[-1] not in NO_SURNAMES:
            return True
        if self._partly_alone(run, alone):
            return True
        if run.letters[0] in NO_GIVEN_NAMES:
            return False
        return not (run.letters[0] == ORDINARY_WORD == run.letters[-1]) and self._personal(run)

    def _partly_alone(self, run: Run, alone: set[str]) -> bool:
        """Whether a person with a foreign name is later called by a word of it that is not the last one.

        Hale of Thurston Hale Jr., Ferraz of Ilda Ferraz Moreno, Xi of Xi Jinping.
        """
        words, letters = self._tokens.words, run.letters.rstrip(NAME_SUFFIX)
        if letters[-1] != UNKNOWN_WORD:
            return False
        if words[run.name] in alone and words[run.name].lower() in self._names.family_first:
            return True
        inner = words[run.name + 1 : run.name + len(letters)]
        return letters[0] == UNKNOWN_WORD and any(
            word in alone for word, letter in zip(inner, letters[1:], strict=True) if letter == UNKNOWN_WORD)

    def _personal(self, run: Run) -> bool:
        """Whether the words around a name are typical of a person."""
        view, words, sources = self._view, self._tokens.words, self._language.sources
        if view[run.after : run.after + 1] == CONJUNCTION and run.after + 1 in self._certain:
            return True
        if run.first and view[run.first - 1] == ROLE:
            role = words[run.first - 1].lower()
            return role not in sources.group_heads and role not in sources.document_heads
        after = PERSONAL.match(view, run.after)
        if not after:
            return self._taken_up(run)
        word = words[after.end() - 1].lower()
        if word in sources.group_heads or word in sources.document_heads:
            return False
        return word != self._language.references.which

    def _taken_up(self, run: Run) -> bool:
        """Whether the next sentence goes on about the subject of this one as he or she."""
        view = self._view
        if run.first and view[run.first - 1] not in SENTENCE_EDGES:
            return False
        pronoun = NEXT_SUBJECT.match(view, run.after)
        if not pronoun:
            return False
        return self._language.references.pronouns.get(self._tokens.words[pronoun.end() - 1].lower()) in ("m", "f")

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
        return run.kind == "person" and run.after - run.name == 2 and first[0].lower() in self._names.particles

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
        """Keep the titles before a name, and the gender that they tell."""
        for word in self._tokens.words[run.first : run.name]:
            title = word.lower().rstrip(".")
            person.titles.add(title)
            person.gender = person.gender or self._names.genders.get(title, "")
