"""Outcomes: what is said of a wording, of each match, and of the versions of a quote, and which outcome wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.collection.verification.differences import Change, Difference
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.store.contract.verification import Coverage

Outcome = Literal["found", "altered", "clipped", "other_speaker", "not_found", "in_text"]
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
    the asked words go on into. `denial` is what the quote's sentence says right before those words, where that denies
    them.
    """

    quote: Quote
    outcome: Outcome
    similarity: float
    diff: tuple[Difference, ...]
    changed: tuple[Change, ...]
    omitted_before: str | None = None
    omitted_after: str | None = None
    joined: tuple[str, ...] = ()
    denial: str | None = None


@dataclass(frozen=True, slots=True)
class TextPassage:
    """A passage of a kept article's own text that has the words that were asked for, and is no quotation.

    `text` stands from `start` to `end` of the document's text, code points, with `before` and `after` around it; `diff`
    lays the asked words beside it.
    """

    document: Document
    start: int
    end: int
    text: str
    before: str
    after: str
    similarity: float
    diff: tuple[Difference, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was looked for: the words, who is said to have said them, and whether that name stood among the words."""

    text: str
    speaker: str | None = None
    speaker_in_text: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom kept articles call what was asked for as speaker, where that is no name but a role.

    `called` is how they put it, from the day `first` to the day `last`, as far as they are dated. `is_meant` says that
    the matches are of the time when they did so.
    """

    speaker: Speaker
    called: str
    first: str | None
    last: str | None
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a wording is in the collection, the best matches, and what the collection covers.

    Where nothing is found, `matches` are the quotes nearest to the wording, if any are near; `passages` are places in
    the articles' own words, looked for where no quote has it. `holders` are those who can be meant by a role; one alone
    is taken for the speaker. `is_partial` says that time ran out, and there may be other and better matches.
    """

    outcome: Outcome
    matches: tuple[Match, ...]
    coverage: Coverage
    asked: Asked = Asked("")
    passages: tuple[TextPassage, ...] = ()
    holders: tuple[Holder, ...] = ()
    is_partial: bool = False


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
