"""Bodies: the fullest name of an organisation from its initials, from a part of its name, or from “the union”."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from quotes.languages.contract import Language
from quotes.text.entities.recognizer import Run
from quotes.text.patterns import pattern
from quotes.text.sentences import LESSER_SUBJECT, SAYING, SUBJECT, part_of
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    AMPERSAND,
    CLOSING_BRACKET,
    CONJUNCTION,
    DETERMINER,
    IN_MENTION,
    IN_QUOTATION,
    NAME,
    OF,
    OPENING_BRACKET,
    PREPOSITION,
)

LONGEST_ACRONYM = 6
OFTEN = 4  # how many times as often as a longer one a name stands that is none of its short forms
LINKS = frozenset((OF, CONJUNCTION, AMPERSAND, PREPOSITION, DETERMINER))  # no name ends with them
NAME_PARTS = frozenset((NAME, *IN_MENTION))
BRACKETED = pattern(OPENING_BRACKET, NAME, CLOSING_BRACKET)


def name_end(view: str, after: int) -> int:
    """Where a name ends that seems to end with a link: what follows belongs to it, or the link does not.

    So of “the National Theatre of” before “Norway”.
    """
    if view[after - 1] not in LINKS:
        return after
    end = after
    while view[end : end + 1] in NAME_PARTS:
        end += 1
    if end > after:
        return end
    while view[after - 1] in LINKS:
        after -= 1
    return after


class Bodies:
    """All names in an article that are not persons', with look-ups by their parts."""

    def __init__(self, tokens: Tokens, view: str, runs: Iterable[Run], language: Language) -> None:
        self._tokens, self._view = tokens, view
        self._names, self._references = language.names, language.references
        self._counts: dict[tuple[str, ...], int] = defaultdict(int)
        self._by_edge: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._by_initials: dict[str, tuple[str, ...]] = {}
        self._ends = frozenset[str]().union(*self._references.body_nouns.values())
        self._places: list[tuple[int, tuple[str, ...]]] = []
        self._active: list[tuple[int, tuple[str, ...]]] = []
        self._take_bracketed()
        for run in runs:
            if run.kind in ("organization", "work"):
                words = tuple(tokens.words[run.first : run.after])
                if run.kind == "organization":
                    self._places.append((run.first, words))
                if view[run.first] != IN_QUOTATION and self._acts(run):
                    self._active.append((run.first, words))
                self._take(words)

    def _acts(self, run: Run) -> bool:
        """Whether a name says or does something where it stands, as persons and bodies do."""
        part = part_of(self._view, self._tokens.words, run.first, run.after, self._references.asking)
        return part in (SAYING, SUBJECT, LESSER_SUBJECT) and " ".join(
            self._tokens.words[run.first : run.after]) not in self._names.places

    def _take(self, words: tuple[str, ...]) -> None:
        if words not in self._counts:
            self._by_edge[words[0].lower()].add(words)
            self._by_edge[words[-1].lower()].add(words)
        self._counts[words] += 1
        if len(words) > 1:
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(initials) > 1:
                self._by_initials.setdefault(initials, words)

    def _take_bracketed(self) -> None:
        """Every long name with its initials in brackets behind it: Alliance for Clean Water (ACW)."""
        words = self._tokens.words
        for match in BRACKETED.finditer(self._view):
            short = words[match.start() + 1]
            if not short.isupper():
                continue
            first, left = match.start(), list(short)
            while left and first > match.start() - 2 * len(short) and first > 0:
                first -= 1
                if words[first][0] == left[-1]:
                    left.pop()
                elif words[first][0].isupper():
                    break
            if not left:
                name = tuple(words[first : match.start()])
                self._places.append((first, name))
                self._take(name)
                self._by_initials[short] = name

    def fullest(self, words: Sequence[str]) -> tuple[str, ...]:
        """The fullest name that the article gives for a body named by these words."""
        form = tuple(words)
        initials = form[0].replace(".", "")
        if len(form) == 1 and initials.isupper() and len(initials) <= LONGEST_ACRONYM:
            return self._by_initials.get(initials, form)
        if " ".join(form) in self._names.places:
            return form
        low = [w.lower() for w in form]
        fitting = [
            name for name in self._by_edge.get(low[-1], set()) | self._by_edge.get(low[0], set())
            if len(name) > len(form) and low in (_lower(name[-len(form) :]), _lower(name[: len(form)]))
        ]
        if not fitting:
            return form
        longest = max(fitting, key=lambda name: (self._counts[name], len(name), name))
        return form if self._stands_alone(form, longest) else self.fullest(longest)

    def _stands_alone(self, form: tuple[str, ...], longer: tuple[str, ...]) -> bool:
        """Whether a name is no short form of a longer one: it stands far oftener, and the rest is no word of bodies.

        So for “Tesco” beside one “Tesco Clubcard”, not for “the Times” or “Tesco” beside “Tesco Group”.
        """
        often = self._counts.get(form, 0)
        if often < OFTEN or often < OFTEN * self._counts[longer]:
            return False
        last = longer[-1].lower()
        return last not in self._ends and last not in self._names.organization_words

    def repeated(self, words: tuple[str, ...]) -> bool:
        """Whether the article has this name more than once."""
        return self._counts.get(words, 0) > 1

    def meant_by(self, noun: str, before: int) -> tuple[str, ...] | None:
        """The body named last before a token that can be called by this noun: “the union”.

        A noun for any body (the agency) else means the last one that said or did something.
        """
        ends = self._references.body_nouns.get(noun)
        if ends is None:
            return None
        earlier = [words for first, words in self._places if first < before]
        for words in reversed(earlier):
            if words[-1].lower() in ends or words[0].lower() in ends:
                return self.fullest(words)
        if noun not in self._references.any_body:
            return None
        n = bisect_left(self._active, (before,))
        return self.fullest(self._active[n - 1][1]) if n else None


def _lower(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words]
