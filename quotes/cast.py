"""The cast: every person that an article names, with all places where it does.

Full names make persons; short names are then tied to them from left to right. A short name that fits nobody is a
person of its own where it has a title or speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from quotes.languages.contract import Language
from quotes.names import SHORTEST_MISSPELT, Name, fold, one_letter_apart, same_person, take_apart
from quotes.runs import Run, find_runs
from quotes.tokens import Tokens

SPEAKS = regex.compile(r"[RA]{0,2}[Cc]")
LABELS = regex.compile(r":")
PERSONAL = regex.compile(r",#[,.]|,W|\(X[-)]|,[DR]?[nRzX-]{0,5}H|[RA]{0,2}C")
WOMAN, MAN = 0.8, 0.2  # shares of women among a name's bearers from and up to which it tells
NAME_LETTERS = "GgXB"
SURELY_MISSPELT = 7  # letters a surname must have to be taken for another spelling where it does not speak
SURE, SHARED, MISSPELT, GUESSED = 1.0, 0.6, 0.8, 0.9


@dataclass(slots=True, eq=False)
class Person:
    """One person as the article names them, filled while it is read; `forms` counts the full names as printed."""

    number: int
    name: Name
    forms: dict[str, int] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    gender: str = ""
    fulls: list[int] = field(default_factory=list)  # first tokens where the full name stands, marks and headlines aside
    mentions: list[int] = field(default_factory=list)  # numbers of all mentions outside of marks


class Named(NamedTuple):
    """A place that names a person, by its tokens: the first, the first of the name, the one after the last.

    `certainty` says how sure the person is, `rival` who else it may be.
    """

    first: int
    name: int
    after: int
    person: int
    full: bool
    quoted: bool
    certainty: float = SURE
    rival: int | None = None


class People:
    """All persons of an article and all places that name them, in order; `others` are the runs that name nobody."""

    def __init__(self, tokens: Tokens, view: str, language: Language) -> None:
        self.tokens, self.view, self.language = tokens, view, language
        self.persons: list[Person] = []
        self.named: list[Named] = []
        self.others: list[Run] = []
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_form: dict[str, Person] = {}
        self._openings: set[str] = set()  # first words of longer names that are no persons': Peabody Energy
        self._misspelt: dict[str, Person | None] = {}
        runs = find_runs(tokens, language)
        self._after_and = {run.first for run in runs if run.kind == "person"}
        self._full: dict[int, Person] = self._name_in_full(runs)
        self._read(runs)
        self.firsts = [n.first for n in self.named]

    # -- full names ---------------------------------------------------------------------------------------------

    def _name_in_full(self, runs: Sequence[Run]) -> dict[int, Person]:
        """The person of every run that holds a full name, by the run's first token."""
        found: dict[int, Person] = {}
        doubtful = []
        for run in runs:
            if run.kind == "person":
                found[run.first] = self._full_name(run)
            elif run.kind == "unknown":
                doubtful.append(run)
        if doubtful:
            words = self.tokens.words
            alone = {words[run.name] for run in runs if run.kind == "single"}
            for run in (*doubtful, *doubtful):  # one name found makes others known
                if run.first not in found:
                    person = self._doubtful_name(run, alone)
                    if person:
                        found[run.first] = person
        words = self.tokens.words
        self._openings = {words[run.first] for run in runs
                          if run.after - run.first > 1 and run.kind in ("body", "unknown") and run.first not in found}
        return found

    def _full_name(self, run: Run) -> Person:
        words = self.tokens.words[run.name : run.after]
        form = " ".join(words)
        person = self._by_form.get(form)
        if person is None:
            name = take_apart(words, self.language.particles, self.language.suffixes)
            person = self._known(name) or self._new(name)
            self._by_form[form] = person
        self._note(person, run, form)
        return person

    def _doubtful_name(self, run: Run, alone: set[str]) -> Person | None:
        """The person of a run that need not be one: it counts if the words around it or elsewhere say so."""
        words = self.tokens.words
        form = " ".join(words[run.name : run.after])
        if form in self._by_form:
            return self._full_name(run)
        if form in self.language.places or words[run.after - 1] in self.language.demonyms:
            return None
        name = take_apart(words[run.name : run.after], self.language.particles, self.language.suffixes)
        known = self._known(name)
        if known:
            return self._full_name(run)
        if run.letters[0] in "LNAt" or (run.letters[0] == "W" and name.surname in self._by_surname):  # Wisconsin Smith
            return None
        if (name.surname in self._by_surname or words[run.after - 1] in alone) and run.letters[-1] not in "WL":
            return self._full_name(run)
        if run.letters[0] == "W" and run.letters[-1] == "W":
            return None
        if self._personal(run):
            return self._full_name(run)
        return None

    def _personal(self, run: Run) -> bool:
        """Whether the words around a name are such as stand around persons."""
        view, words = self.view, self.tokens.words
        if view[run.after : run.after + 1] == "K" and run.after + 1 in self._after_and:
            return True
        if run.first and view[run.first - 1] == "H":
            role = words[run.first - 1].lower()
            return role not in self.language.group_heads and role not in self.language.document_heads
        after = PERSONAL.match(view, run.after)
        if not after:
            return False
        word = words[after.end() - 1].lower()
        if word == "which":
            return False
        return word not in self.language.group_heads and word not in self.language.document_heads

    def _known(self, name: Name) -> Person | None:
        nicknames = self.language.nicknames
        for person in self._by_surname.get(name.surname, ()):
            if same_person(person.name, name, nicknames):
                if len(name.given) > len(person.name.given) or len(name.middle) > len(person.name.middle):
                    person.name = person.name._replace(
                        middle=max(person.name.middle, name.middle, key=len),
                        given=name.given if len(person.name.given) == 1 else person.name.given)
                    self._index(person)
                return person
        return None

    def _new(self, name: Name) -> Person:
        person = Person(len(self.persons), name)
        self.persons.append(person)
        self._by_surname.setdefault(name.surname, []).append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for part in (person.name.given, *person.name.middle):
            if len(part) > 1:
                known = self._by_given.setdefault(part, [])
                if person not in known:
                    known.append(person)

    def _note(self, person: Person, run: Run, form: str) -> None:
        if self.view[run.first] != "q":
            person.forms[form] = person.forms.get(form, 0) + 1
            person.fulls.append(run.first)
        else:
            person.forms.setdefault(form, 0)
        self._note_titles(person, run)

    def _note_titles(self, person: Person, run: Run) -> None:
        for word in self.tokens.words[run.first : run.name]:
            title = word.lower().rstrip(".")
            person.titles.add(title)
            person.gender = person.gender or self.language.genders.get(title, "")

    # -- short names, from left to right ------------------------------------------------------------------------

    def _read(self, runs: Sequence[Run]) -> None:
        view = self.view
        for run in runs:
            person = self._full.get(run.first)
            quoted = view[run.first] == "q"
            if person:
                self._add(Named(run.first, run.name, run.after, person.number, True, quoted))
                continue
            short = self._short_name(run, quoted) if run.kind in ("single", "unknown", "title") else None
            if short:
                self._add(short)
            else:
                self.others.append(run)

    def _add(self, named: Named) -> None:
        if not named.quoted:
            self.persons[named.person].mentions.append(len(self.named))
        self.named.append(named)

    def _short_name(self, run: Run, quoted: bool) -> Named | None:
        """The person whom a run of one word means, or the last word of a run that begins with something else."""
        words = self.tokens.words
        if run.kind == "title":
            if run.after - run.first > 1:
                return None
            run = run._replace(name=run.first)
        elif run.kind == "unknown":
            if run.letters[0] not in "LWNAt":
                return None
            run = run._replace(name=run.after - 1, letters=run.letters[-1])
        word = words[run.name]
        key = fold(word)
        if "-" in word and not word[0].isupper():
            key = fold(word.partition("-")[2])
        candidates = self._fitting(self._by_surname.get(key, ()), run)
        certainty = SURE
        if not candidates:
            candidates = self._fitting(self._by_given.get(key, ()), run) if run.name == run.first else ()
        if candidates:
            person, rival, certainty = self._choose(candidates, run)
            if run.name > run.first:
                self._note_titles(person, run)
            return Named(run.first, run.name, run.after, person.number, False, quoted, certainty, rival)
        return self._alone(run, key, quoted) if run.kind == "single" else None

    def _alone(self, run: Run, key: str, quoted: bool) -> Named | None:
        """A short name that fits nobody: another spelling of somebody's, or a person of its own."""
        if quoted:
            return None
        view, titled = self.view, run.name > run.first
        label = view[run.after : run.after + 1] == ":" and (run.first == 0 or view[run.first - 1] in "¶Q")
        if not titled and run.letters not in NAME_LETTERS and not (label and run.letters == "A"):
            return None
        active = titled or label or self._speaks(run)
        if run.letters == "X" and len(key) >= (SHORTEST_MISSPELT if active else SURELY_MISSPELT):
            similar = self._similar(key)
            if similar:
                return Named(run.first, run.name, run.after, similar.number, False, False, MISSPELT)
        if not active or (not titled and self.tokens.words[run.name] in self._openings):
            return None
        person = self._new(Name("", (), key))
        person.forms[self.tokens.words[run.name]] = 1
        self._note_titles(person, run)
        return Named(run.first, run.name, run.after, person.number, False, False, GUESSED)

    def _speaks(self, run: Run) -> bool:
        view = self.view
        if SPEAKS.match(view, run.after):
            return True
        return run.first > 1 and view[run.first - 1] == "C" and view[run.first - 2] in "q.,Q"

    def _similar(self, key: str) -> Person | None:
        """The one person whose surname is this one but for a letter."""
        if key not in self._misspelt:
            found = [p for surname, persons in self._by_surname.items() if abs(len(surname) - len(key)) < 2
                     and surname[0] == key[0] and one_letter_apart(surname, key)
                     and surname + "s" != key for p in persons]
            self._misspelt[key] = found[0] if len(found) == 1 and found[0].name.given else None
        return self._misspelt[key]

    def _fitting(self, candidates: Sequence[Person], run: Run) -> Sequence[Person]:
        """The candidates whom the titles before a short name do not rule out."""
        if run.name == run.first or not candidates:
            return candidates
        titles = {word.lower().rstrip(".") for word in self.tokens.words[run.first : run.name]}
        gender = next((g for t in titles if (g := self.language.genders.get(t))), "")
        if gender:
            candidates = [p for p in candidates if self.gender(p) in ("", gender)]
        office = titles & self.language.single_offices
        if office:
            candidates = [p for p in candidates if office & p.titles or self.gender(p) != "f"]
        if len(candidates) > 1:
            titled = [p for p in candidates if titles & p.titles]
            candidates = titled or candidates
        return candidates

    def _choose(self, candidates: Sequence[Person], run: Run) -> tuple[Person, int | None, float]:
        """Which of several persons of one name is meant, who else could be, and how sure that is."""
        if len(candidates) == 1:
            return candidates[0], None, SURE
        introduced = [p for p in candidates if p.fulls and p.fulls[0] < run.first]
        if len(introduced) == 1:
            return introduced[0], None, GUESSED
        pool = introduced or list(candidates)
        line = self.view.rfind("¶", 0, run.first)
        since = self.view.rfind("¶", 0, line) if line > 0 else 0
        near = [p for p in pool if since < self._last_full(p, run.first)]
        ranked = sorted(pool, key=lambda p: -len(p.fulls))
        if len(near) == 1:
            rival = next(p for p in [*ranked, *candidates] if p is not near[0])
            return near[0], rival.number, SHARED
        return ranked[0], ranked[1].number if len(ranked) > 1 else None, SHARED

    def _last_full(self, person: Person, before: int) -> int:
        n = bisect_left(person.fulls, before)
        return person.fulls[n - 1] if n else -1

    # -- what is known about a person ----------------------------------------------------------------------------

    def gender(self, person: Person) -> str:
        """What titles and, for want of them, the given name let expect: "f", "m" or nothing."""
        if person.gender:
            return person.gender
        share = self.share(person)
        return "" if share is None else "f" if share >= WOMAN else "m" if share <= MAN else ""

    def share(self, person: Person) -> float | None:
        """The share of women among the bearers of a person's given name, where the list has it."""
        given = person.name.given or person.name.surname
        names = self.language.given_names
        if len(given) == 1 and person.name.middle:
            given = person.name.middle[0]
        found = names.get(given.capitalize())
        return names.get(given.partition("-")[0].capitalize()) if found is None else found
