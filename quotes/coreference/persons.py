"""The cast: every person that an article names, with all places where it does.

Full names make persons (quotes.coreference.full_names); short names are then tied to them from left to right. A short
name that fits nobody is a person of its own where it has a title or speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import regex

from quotes.coreference.full_names import NAMESAKES, FullNames, Person, stands_first, without_parts_of_bodies
from quotes.languages.contract import Language
from quotes.text.entities.recognizer import Run
from quotes.text.name_parts import GIVEN_NAME_OR_PLACE, UNKNOWN_WORD
from quotes.text.patterns import none_of, pattern, repeated, up_to
from quotes.text.personal_names import SHORTEST_MISSPELT, Name, fold, one_letter_apart
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    IN_QUOTATION,
    LINE,
    MODIFIERS,
    NAME,
    PRONOUNS,
    QUOTATION_ENDS,
    QUOTED,
    REPORTING_VERBS,
    SENTENCE_EDGES,
    SPEECH_VERB,
)

SPEAKS = pattern(up_to(2, MODIFIERS), REPORTING_VERBS)
SAYS = pattern(up_to(2, MODIFIERS), SPEECH_VERB)
PRONOUN_AFTER = pattern(repeated(1, 20, none_of(SENTENCE_EDGES, QUOTED, NAME, PRONOUNS)), PRONOUNS)
WOMAN, MAN = 0.8, 0.2  # shares of women among a name's bearers from and up to which it tells
SURELY_MISSPELT = 7  # letters a surname must have to be taken for another spelling where it does not speak
SURE, SHARED, TOLD, MISSPELT, GUESSED = 1.0, 0.6, 0.8, 0.8, 0.9
DOUBTED = 0.75  # a word that is no person's name as surely as this is not taken for one's surname
MOST_NAMESAKES = 100  # persons of one surname that a full name is compared with
FIRST_MET = 1.5  # full names that being introduced before one's namesakes is worth
NEAR = 2_000  # tokens looked back for the start of a paragraph
# A line of marks between the pieces of a live report or a column: each piece has its own persons.
SECTION = regex.compile(r"^[^\S\n]*(?:_{2,}|(?:[*•·#~=–—-][^\S\n]?){3,})[^\w\n]{0,3}$", regex.MULTILINE)


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

    def __init__(self, text: str, tokens: Tokens, view: str, language: Language, runs: Sequence[Run]) -> None:
        self.text, self.tokens, self.view, self.language = text, tokens, view, language
        runs = without_parts_of_bodies(runs, tokens.words)
        self._names = FullNames(text, tokens, view, language)
        self._full = self._names.find(runs)
        self._misspelt: dict[str, Person | None] = {}
        self.persons: list[Person] = self._names.persons
        self.named: list[Named] = []
        self.others: list[Run] = []
        for run in runs:
            self._read(run)
        self.firsts = [n.first for n in self.named]

    def _read(self, run: Run) -> None:
        """Tie a run to a person, or put it with the others."""
        person = self._full.get(run.first)
        quoted = self.view[run.first] == IN_QUOTATION
        if person:
            named: Named | None = Named(run.first, run.name, run.after, person.number, True, quoted)
        else:
            named = self._short_name(run, quoted)
        if named is None:
            self.others.append(run)
            return
        if not named.quoted:
            self.persons[named.person].mentions.append(len(self.named))
        self.named.append(named)

    def of_surname(self, surname: str) -> Sequence[Person]:
        """The persons with a surname, the last ones where a list has hundreds of it."""
        return self._names.by_surname.get(surname, ())[-MOST_NAMESAKES:]

    # -- short names ---------------------------------------------------------------------------------------------

    def _short_name(self, run: Run, quoted: bool) -> Named | None:
        """The person whom a name of one word means; one that is surely something else than a person's means nobody."""
        if not run.single or (run.kind != "person" and run.sure > DOUBTED):
            return None
        word = self.tokens.words[run.name]
        head, hyphen, tail = word.partition("-")
        key = fold(tail if hyphen and tail and head.lower() in self.language.names.particles else word)
        candidates = self._fitting(self._names.by_surname.get(key, ())[:NAMESAKES], run)
        if not candidates and run.letters != GIVEN_NAME_OR_PLACE:
            candidates = self._of_given_name(key, run)
        if candidates:
            person, rival, certainty = self._choose(candidates, run)
            self._names.note_titles(person, run)
            return Named(run.first, run.name, run.after, person.number, False, quoted, certainty, rival)
        return self._alone(run, key) if run.kind == "person" and not quoted else None

    def _of_given_name(self, key: str, run: Run) -> Sequence[Person]:
        """The persons called by a given name; behind a title only those who bore it before: Sir Keith."""
        candidates = self._fitting(self._names.with_given(key), run)
        if run.name > run.first:
            titles = {word.lower().rstrip(".") for word in self.tokens.words[run.first : run.name]}
            candidates = [person for person in candidates if titles & person.titles]
        if len(candidates) == 1:
            candidates[0].told += 1
        return candidates

    def _alone(self, run: Run, key: str) -> Named | None:
        """A short name that fits nobody: another spelling of somebody's, or a person of its own."""
        active = run.name > run.first or self._speaks(run)
        if run.letters == UNKNOWN_WORD and len(key) >= (SHORTEST_MISSPELT if active else SURELY_MISSPELT):
            similar = self._similar(key)
            if similar:
                return Named(run.first, run.name, run.after, similar.number, False, False, MISSPELT)
        if run.sure < DOUBTED and not active:
            return None
        person = self._names.new(Name("", (), key))
        person.forms[self._with_particle(run.name)] = 1
        self._names.note_titles(person, run)
        return Named(run.first, run.name, run.after, person.number, False, False, GUESSED)

    def _with_particle(self, token: int) -> str:
        """A short name as printed, with the particle before it: Le Pen."""
        words = self.tokens.words
        before = words[token - 1] if token else ""
        return f"{before} {words[token]}" if before.lower() in self.language.names.surname_particles else words[token]

    def _speaks(self, run: Run) -> bool:
        view = self.view
        if (SAYS if run.letters == UNKNOWN_WORD else SPEAKS).match(view, run.after):
            return True
        return run.first > 1 and view[run.first - 1] == SPEECH_VERB and view[run.first - 2] in QUOTATION_ENDS

    def _similar(self, key: str) -> Person | None:
        """The only person whose surname differs from this one by a single letter."""
        if key not in self._misspelt:
            found = [person for person in self._names.surnames_like(key)
                     if one_letter_apart(person.name.surname, key) and person.name.surname + "s" != key]
            self._misspelt[key] = found[0] if len(found) == 1 else None
        return self._misspelt[key]

    def _fitting(self, candidates: Sequence[Person], run: Run) -> Sequence[Person]:
        """The candidates whom the titles before a short name do not rule out."""
        if run.name == run.first or not candidates:
            return candidates
        titles = {word.lower().rstrip(".") for word in self.tokens.words[run.first : run.name]}
        gender = next((g for t in titles if (g := self.language.names.genders.get(t))), "")
        if gender:
            candidates = [p for p in candidates if self.gender(p) in ("", gender)]
        office = titles & self.language.references.single_offices
        if office:
            candidates = [p for p in candidates if office & p.titles or self.gender(p) != "f"]
        if len(candidates) > 1:
            candidates = [p for p in candidates if titles & p.titles] or candidates
        return candidates

    def _choose(self, candidates: Sequence[Person], run: Run) -> tuple[Person, int | None, float]:
        """Which of several persons of one name is meant, who else could be, and how sure that is."""
        if len(candidates) == 1:
            return candidates[0], None, SURE
        introduced = [p for p in candidates if p.fulls and p.fulls[0] < run.first]
        if len(introduced) == 1:
            return introduced[0], None, GUESSED
        pool = introduced or list(candidates)
        first = min(pool, key=lambda p: p.number)
        ranked = sorted(pool, key=lambda p: -len(p.fulls) - p.told - FIRST_MET * (p is first))
        gender = self._told_after(run)
        fitting = [p for p in ranked if self.gender(p) == gender] if gender else []
        if len(fitting) == 1:
            fitting[0].told += 1
            return fitting[0], next(p for p in (*ranked, *candidates) if p is not fitting[0]).number, TOLD
        here = [p for p in pool if self._section(run.first) <= _last_full(p, run.first)]
        if len(here) == 1:
            return here[0], next(p for p in (*ranked, *candidates) if p is not here[0]).number, GUESSED
        line = self.view.rfind(LINE, max(0, run.first - NEAR), run.first)
        since = self.view.rfind(LINE, max(0, line - NEAR), line) if line > 0 else 0
        near = [p for p in pool if since < _last_full(p, run.first)]
        chosen = near[0] if len(near) == 1 else ranked[0]
        rival = next(p for p in (*ranked, *candidates) if p is not chosen)
        return chosen, rival.number, SHARED

    @cached_property
    def _sections(self) -> list[int]:
        """The tokens at which the pieces of the article begin, the first left out."""
        return [bisect_left(self.tokens.starts, match.end()) for match in SECTION.finditer(self.text)]

    def _section(self, token: int) -> int:
        """The first token of this token's piece of the article; past all tokens if there is only one piece."""
        if not self._sections:
            return len(self.view)
        n = bisect_left(self._sections, token)
        return self._sections[n - 1] if n else 0

    def _told_after(self, run: Run) -> str:
        """The gender of the first he or she after a name, in its sentence and before another name or mark."""
        match = PRONOUN_AFTER.match(self.view, run.after)
        kind = self.language.references.pronouns.get(self.tokens.words[match.end() - 1].lower(), "") if match else ""
        return kind if kind in ("m", "f") else ""

    # -- what a name lets expect ---------------------------------------------------------------------------------

    def gender(self, person: Person) -> str:
        """The gender that titles suggest or, if there are none, the given name: "f", "m" or nothing."""
        if person.gender:
            return person.gender
        share = self.share(person)
        return "" if share is None else "f" if share >= WOMAN else "m" if share <= MAN else ""

    def share(self, person: Person) -> float | None:
        """The share of women among the bearers of a person's given name, where the lists have it."""
        name, given = person.name, person.name.given or person.name.surname
        names = self.language.names
        surname_first = given in names.family_first and given.capitalize() not in names.common_given_names
        if surname_first or stands_first(name, self.language):
            return self._share("".join((*name.middle, name.surname)), *name.middle, name.surname)
        if len(given) == 1 and name.middle:
            given = name.middle[0]
        return self._share(given, given.partition("-")[0])

    def _share(self, *names: str) -> float | None:
        """The share of the first of some names, folded, that the lists have; Ji-hoon is looked up as Jihoon too."""
        listed, others = self.language.names.given_names, self.language.names.name_shares
        for name in names:
            plain = name.replace("-", "")
            for key, shares in ((name.capitalize(), listed), (plain.capitalize(), listed), (plain, others)):
                if key in shares:
                    return shares[key]
        return None


def _last_full(person: Person, before: int) -> int:
    n = bisect_left(person.fulls, before)
    return person.fulls[n - 1] if n else -1
