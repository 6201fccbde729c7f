"""What a store knows of a question's words: a part of the contract behind the search, and its records."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from quotes.records.search_question import AskedOutlet
from quotes.store.contract.linking import Bearer

Run = tuple[str, ...]  # folded words that stand side by side


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of some quotes have one value: the value's id or key, what it is called, and the number."""

    value: str
    name: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Some quotes counted by what they can be narrowed to, the most first, years the latest first.

    `is_whole` is false where there were more quotes than are counted. Of stances all are counted, of the rest only
    quotes of the stance that is asked for. `undated` quotes are of no year.
    """

    speakers: tuple[Counted, ...] = ()
    outlets: tuple[Counted, ...] = ()
    years: tuple[Counted, ...] = ()
    kinds: tuple[Counted, ...] = ()
    stances: tuple[Counted, ...] = ()
    quotes: int = 0
    undated: int = 0
    is_whole: bool = True


class SearchWordStore(Protocol):
    """A place where one can ask what words mean."""

    def name_words_among(self, words: Collection[str]) -> frozenset[str]:
        """Those of some folded words that are words of names."""

    def said_words_among(self, words: Collection[str]) -> frozenset[str]:
        """Those of some words that a kept quote has in its text."""

    def bearers_named(self, runs: Sequence[Run], limit: int) -> Mapping[Run, tuple[Bearer, ...]]:
        """For each run of folded words the speakers of whom one name has them all, those quoted most first.

        Runs that nobody bears are left out, and speakers who objected. One query a run.
        """

    def bearers_of_handles(self, handles: Collection[str]) -> Mapping[str, Bearer]:
        """Whose accounts some handles are, on any platform; those that belong to nobody are left out."""

    def handles_of_others(self, handles: Collection[str]) -> frozenset[str]:
        """Those of some handles from which there are posts that are not linked to whoever owns the account."""

    def outlets_called(self, keys: Collection[str], cores: Collection[str] = ()) -> Mapping[str, AskedOutlet]:
        """The outlets with these keys of names, or whose domain is one of `cores` and an ending; by these."""

    def outlets_with(self, part: str, limit: int) -> tuple[AskedOutlet, ...]:
        """Outlets of which a name's key has this part, those with the most quotes first."""

    def words_like(self, beginnings: Collection[str], keys: Collection[str], limit: int) -> Mapping[str, int]:
        """Words of names that begin so, or whose names have one of these keys, with the quotes of their most quoted."""

    def speakers_beginning(self, words: Run, limit: int) -> tuple[Bearer, ...]:
        """Speakers of whom one name has all these folded words, the last one as a beginning; the most quoted first."""
