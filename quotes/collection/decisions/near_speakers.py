"""Kept speakers whom somebody may mean who types a name that nobody bears exactly: asked before one is entered anew."""

from __future__ import annotations

from quotes.collection.filters import speakers_like
from quotes.collection.linking.name_keys import sought_keys
from quotes.records.speaker import Speaker, SpeakerKind
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from quotes.text.personal_names import fold_words, one_letter_apart

MOST, LOOKED_AT = 6, 50
NAMED: tuple[SpeakerKind, ...] = ("person", "organization")


def near_speakers(store: Store, name: str, most: int = MOST) -> tuple[Speaker, ...]:
    """Those whose names can be forms or misspellings of this one, the likeliest first; not who is called exactly so.

    Unnamed sources are nobody who could be meant.
    """
    words = fold_words(name)
    if not words:
        return ()
    found = [one for kind in NAMED for one in _alike(store, Speaker("new", name, kind))]
    found += store.speakers(speakers_like(SpeakerFilter(), name), PageRequest(most)).items
    for word in dict.fromkeys((words[0], words[-1])):
        some = store.speakers(SpeakerFilter((word,)), PageRequest(LOOKED_AT)).items
        found += [one for one in some if one_letter_apart(" ".join(words), " ".join(fold_words(one.name)))]
    near = {one.id: one for one in found if one.kind != "unnamed" and fold_words(one.name) != words}
    return tuple(near.values())[:most]


def _alike(store: Store, typed: Speaker) -> list[Speaker]:
    """Kept speakers of one kind with a name that sounds like the one that was typed, or is a form of it."""
    found = store.bearers_of(sought_keys(typed))
    return [one.speaker for bearers in found.values() for one in bearers if one.speaker.kind == typed.kind]
