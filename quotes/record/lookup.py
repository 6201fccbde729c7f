"""What people type for a speaker, as the parts of a filter that a store understands."""

from __future__ import annotations

from dataclasses import replace

from quotes.names import fold_words
from quotes.searching import parse
from quotes.store.contract import QuoteFilter, SpeakerFilter

LONGEST_NUMBER = 18  # digits that still fit the number of a row
NOBODY = ("",)  # no folded word is empty, so that this finds no one, where no words at all would find everyone


def is_speaker_id(typed: str) -> bool:
    """Whether what was typed is a kept speaker's id, like s12."""
    number = typed[1:]
    return (typed[:1] == "s" and number.isascii() and number.isdigit() and not number.startswith("0")
            and len(number) <= LONGEST_NUMBER)


def name_words(typed: str) -> tuple[str, ...]:
    """The folded words of a whole or part name; where there are none, words that no name has."""
    return fold_words(typed) or NOBODY


def by_speaker(wanted: QuoteFilter, typed: str) -> QuoteFilter:
    """A filter narrowed to the speaker that was typed: s12 is an id, anything else a whole or part name."""
    typed = typed.strip()
    if is_speaker_id(typed):
        return replace(wanted, speaker_id=typed)
    return replace(wanted, name_words=name_words(typed))


def by_words(wanted: QuoteFilter, typed: str) -> QuoteFilter:
    """A filter narrowed to quotes with the words that were typed; what has no word in it finds nothing."""
    return replace(wanted, terms=parse(typed), words=() if parse(typed) else (typed,))


def speakers_like(wanted: SpeakerFilter, typed: str) -> SpeakerFilter:
    """A filter narrowed to the speakers of whom one name has all the words that were typed."""
    return replace(wanted, name_words=name_words(typed))
