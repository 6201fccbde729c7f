"""Outcomes: what is said of a wording, of each match, and of the versions of a quote, and which outcome wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.collection.verification.differences import Change, Difference
from quotes.records.quote import Quote
from quotes.store.contract.verification import Coverage

Outcome = Literal["found", "altered", "clipped", "other_speaker", "not_found"]
Relation = Literal["same", "altered", "shorter", "longer"]


def outcome_of(is_same: bool, is_part: bool, by_other: bool) -> Outcome:
    """What is said of a match where several things hold: that somebody else said it first, then altered, then clipped.

    `is_same` says that no word differs, `is_part` that the quote has more words before or after, `by_other` that its
    speaker is not the one who was asked for.
    """
    if by_other:
        return "other_speaker"
    if not is_same:
        return "altered"
    return "clipped" if is_part else "found"


@dataclass(frozen=True, slots=True)
class Match:
    """A kept quote that has the words that were asked for, or words like them.

    `outcome` is what would be said of this match alone. `diff` lays the asked words beside those of the quote, in
    order; `changed` names what was changed that turns the meaning. `omitted_before` and `omitted_after` are the quote's
    words around those that were asked for, if there are any. `joined` are further quotes of the same utterance that
    the asked words go on into.
    """

    quote: Quote
    outcome: Outcome
    similarity: float
    diff: tuple[Difference, ...]
    changed: tuple[Change, ...]
    omitted_before: str | None = None
    omitted_after: str | None = None
    joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a wording is in the collection, the best passages, and what the collection covers.

    Where nothing is found, `matches` are the passages nearest to the wording, if any are near.
    """

    outcome: Outcome
    matches: tuple[Match, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Version:
    """One wording in which other documents give the words of a quote, and all quotes that have it, by day.

    `relation` says what it is to the quote: the same words, altered, a shorter part of it, or longer. `diff` lays the
    quote's words (`asked`) beside those of this version (`found`).
    """

    relation: Relation
    similarity: float
    diff: tuple[Difference, ...]
    changed: tuple[Change, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """A quote's versions in other documents, the most alike first.

    `earliest` are those of which no date says that another one was before them, the quote itself among them or not;
    what is undated is left out where any of them is dated. `first` is the one of them, None where the dates do not say
    which it is. `outlets` print it or a version of it, by day; `undated` counts what has no date. `more` says that
    there are more versions than are shown.
    """

    quote: Quote
    first: Quote | None
    earliest: tuple[Quote, ...]
    outlets: tuple[str, ...]
    speakers_disagree: bool
    versions: tuple[Version, ...]
    undated: int = 0
    more: bool = False
