"""Speakers whose names are spelt with letters that look like others: told to readers, with whom they look like."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.records.speaker import Speaker
from quotes.store.contract.store import Store
from quotes.text.confusables import is_mixed, skeleton, strange_letters
from quotes.text.personal_names import fold_words


@dataclass(frozen=True, slots=True)
class Lookalike:
    """What is strange about a name: letters with their names in Unicode, and the kept speakers whom it looks like."""

    letters: tuple[tuple[str, str], ...]
    like: tuple[Speaker, ...]


def lookalike(store: Store, speaker: Speaker) -> Lookalike | None:
    """What there is to tell of a speaker's name; None for a name in one alphabet that looks like no other speaker's."""
    if speaker.name.isascii():
        return None
    plain = skeleton(speaker.name)
    like = store.speakers_named(fold_words(plain)) if fold_words(plain) != fold_words(speaker.name) else ()
    others = tuple(one for one in like if one.id != speaker.id)
    if not others and not is_mixed(speaker.name):
        return None
    return Lookalike(strange_letters(speaker.name), others)
