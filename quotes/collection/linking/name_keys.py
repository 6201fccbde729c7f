"""Names as they are kept for a speaker: with the folded words that searches find and the keys that linking follows."""

from __future__ import annotations

from quotes.collection.linking.organization_name_comparison import organization_keys
from quotes.collection.linking.person_linking import is_handle, spelt_by_handle
from quotes.collection.linking.person_name_comparison import called, keys_of
from quotes.records.speaker import Speaker
from quotes.store.contract.store import SpeakerName
from quotes.text.personal_names import fold_words


def kept_names(speaker: Speaker) -> tuple[SpeakerName, ...]:
    """The names under which a speaker is to be found, each spelling once, the fullest first."""
    others = dict.fromkeys(alias for alias in speaker.aliases if alias != speaker.name)
    return (kept_name(speaker, speaker.name), *(kept_name(speaker, alias, full=False) for alias in others))


def kept_name(speaker: Speaker, name: str, full: bool = True) -> SpeakerName:
    """One name of a speaker as it is kept."""
    return SpeakerName(name, fold_words(name), full, name_keys(speaker, name))


def name_keys(speaker: Speaker, name: str) -> tuple[str, ...]:
    """The keys under which one name of a speaker is kept, so that its variants lead to it."""
    if speaker.kind == "organization":
        return organization_keys(name)
    parts = called(name) if speaker.kind == "person" else None
    # A short form beside a full name is no name of its own: Trump is not to be found as one who is only called so.
    if parts is None or (not parts.given and name != speaker.name):
        return ()
    return (*keys_of(parts), *(spelt_by_handle(speaker) if is_handle(speaker) else ()))
