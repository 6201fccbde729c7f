"""Speakers: whom mentions mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.records.evidence import Antecedent
from quotes.records.frozen import quickly_made
from quotes.records.post import Account

SpeakerKind = Literal["person", "organization", "group", "document", "unnamed"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom mentions mean: one person, organization, group, document or unnamed source of a reading.

    `name` is the fullest name that the document gives; `aliases` the other forms it uses. `wikidata` is the number
    there (Q42), which only a person enters.
    """

    id: str
    name: str
    kind: SpeakerKind
    description: str | None = None
    aliases: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    wikidata: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class QuotedSpeaker:
    """A speaker as one quote shows it: with the words taken as evidence and their place.

    `id` is None for a runner-up who is quoted nowhere in the reading and so is not among its speakers. `antecedent` is
    what the mention stands for, where it is not a full name itself; of a runner-up it is not told.
    """

    id: str | None
    name: str
    kind: SpeakerKind
    description: str | None = None
    mention: str | None = None
    start: int | None = None
    end: int | None = None
    antecedent: Antecedent | None = None
