"""What an attribution rests on: mentions, cues, clues, and who passed the words on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotes.records.frozen import quickly_made

MentionKind = Literal["name", "role", "pronoun", "handle", "description"]
StanceKind = Literal["asserted", "denied", "alleged", "hypothetical"]


class Mention(NamedTuple):
    """A stretch that names or points at somebody who could be a speaker.

    `kind` says how it points; `head_start` and `head_end` bound the name inside it, without titles, or its head noun.
    """

    start: int
    end: int
    kind: MentionKind
    head_start: int
    head_end: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Antecedent:
    """The words for which a pronoun, a role or a short name stands, with their place.

    `sentences_before` says how many sentences before the mention they stand: 0 in the same one, below 0 after it.
    """

    text: str
    start: int
    end: int
    sentences_before: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Clue:
    """One named reason for or against a mention, and the stretch of text that shows it.

    A positive `weight` speaks for the mention. `says` is the reason as a sentence; `facts` are what it is made from,
    and empty where it stands for itself.
    """

    clue: str
    says: str
    weight: float
    start: int
    end: int
    facts: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Via:
    """Who passed the words on without being their speaker: an outlet, a platform."""

    name: str
    start: int | None = None
    end: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Cue:
    """The word or formula of speech that ties a quotation to its speaker."""

    text: str
    start: int
    end: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Stance:
    """Whether the article stands by the words, and the stretch of text that shows it where it does not.

    asserted: somebody said them; denied: the article says that they were not said, or that the sayer denies them;
    alleged: it passes them on as somebody's claim; hypothetical: nobody is reported to have said them, they are
    supposed, asked about, or given as a meaning. Of asserted words there is no stretch that shows it.
    """

    kind: StanceKind = "asserted"
    text: str | None = None
    start: int | None = None
    end: int | None = None


ASSERTED = Stance()
