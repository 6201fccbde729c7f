"""Which kept speaker a reading's speaker is.

A person is known again by an account of theirs, or by a full name of two words or more; an organization by its
account or its name. Unnamed sources, groups and documents are never taken to be those of another document. A machine
links only where exactly one kept speaker fits; otherwise the speaker is a new one, and `how` says why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quotes.names import fold_words
from quotes.records import Account, Reading, Speaker
from quotes.store.contract import SpeakerLink, SpeakerName, Store

SHORTEST_NAME = {"person": 2, "organization": 1}  # words; kinds that are not here never merge across documents
ACCOUNT_CONFIDENCE, NAME_CONFIDENCE, ORGANIZATION_CONFIDENCE = 0.95, 0.85, 0.9
SURE, DOUBTFUL = 1.0, 0.5

Names = Mapping[tuple[str, ...], tuple[Speaker, ...]]
Owners = Mapping[Account, Speaker]


@dataclass(frozen=True, slots=True)
class Known:
    """The kept speakers that could be meant in one reading, by full name and by account."""

    names: Names
    owners: Owners


def link_speakers(store: Store, reading: Reading) -> tuple[SpeakerLink, ...]:
    """A link for each speaker of a reading, in their order; two look-ups in all."""
    linkable = [speaker for speaker in reading.speakers if speaker.kind in SHORTEST_NAME]
    known = Known(
        store.speakers_of_names({words for speaker in linkable if (words := full_name_words(speaker))}),
        store.account_owners({account for speaker in linkable for account in speaker.accounts}),
    )
    return tuple(link_speaker(speaker, known) for speaker in reading.speakers)


def link_speaker(speaker: Speaker, known: Known) -> SpeakerLink:
    """The link of one speaker, given who could be meant."""
    stored, how, confidence = _who(speaker, known)
    return SpeakerLink(speaker, stored, how, confidence, kept_names(speaker))


def full_name_words(speaker: Speaker) -> tuple[str, ...]:
    """The folded words by which a speaker may be known again, or none if the name is too short for that."""
    words = fold_words(speaker.name)
    return words if len(words) >= SHORTEST_NAME.get(speaker.kind, len(words) + 1) else ()


def kept_names(speaker: Speaker) -> tuple[SpeakerName, ...]:
    """The names under which a speaker is to be found, each spelling once, the fullest first."""
    others = dict.fromkeys(alias for alias in speaker.aliases if alias != speaker.name)
    return (SpeakerName(speaker.name, fold_words(speaker.name)),
            *(SpeakerName(alias, fold_words(alias), full=False) for alias in others))


def _who(speaker: Speaker, known: Known) -> tuple[str | None, str, float]:
    """The id of the kept speaker, why it is that one, and how sure that is."""
    if speaker.kind not in SHORTEST_NAME:
        return None, "new in this document", SURE
    owners = {owner.id for account in speaker.accounts
              if (owner := known.owners.get(account)) and owner.kind in SHORTEST_NAME}
    if len(owners) == 1:
        return owners.pop(), "same account", ACCOUNT_CONFIDENCE
    if owners:
        return None, "its accounts belong to several", DOUBTFUL
    return _by_name(speaker, known.names.get(full_name_words(speaker), ()))


def _by_name(speaker: Speaker, bearers: Collection[Speaker]) -> tuple[str | None, str, float]:
    fitting = {bearer.id for bearer in bearers if bearer.kind == speaker.kind}
    if len(fitting) > 1:
        return None, "several bear this name", DOUBTFUL
    if not fitting:
        return None, "new in this document", SURE
    if speaker.kind == "organization":
        return fitting.pop(), "same name", ORGANIZATION_CONFIDENCE
    return fitting.pop(), "same full name", NAME_CONFIDENCE
