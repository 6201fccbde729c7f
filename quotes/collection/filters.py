"""What people type for a speaker, as the parts of a filter that a store understands."""

from __future__ import annotations

from dataclasses import replace

from quotes.collection.canonical_addresses import canonical_address
from quotes.records.document import Document
from quotes.records.errors import NotFound
from quotes.records.search_query import parse
from quotes.store.contract.store import Fingerprint, QuoteFilter, SpeakerFilter, Store
from quotes.text.personal_names import fold_words

LONGEST_NUMBER = 18  # digits that still fit the number of a row
NOBODY = ("",)  # no folded word is empty, so that this finds no one, where no words at all would find everyone


def is_speaker_id(typed: str) -> bool:
    """Whether what was typed is a kept speaker's id, like s12."""
    return is_id(typed, "s")


def is_id(typed: str, letter: str) -> bool:
    """Whether what was typed is the id of something kept, which begins with this letter."""
    number = typed[1:]
    return (typed[:1] == letter and number.isascii() and number.isdigit() and not number.startswith("0")
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


def document_named(store: Store, typed: str) -> Document:
    """The kept document with an id (d12) or from an address; NotFound if there is none."""
    typed = typed.strip()
    if is_id(typed, "d"):
        found = store.document(typed)
    else:
        address = canonical_address(typed)
        there = store.find_document(Fingerprint("", address))
        kept = there[0] if there else store.document_claiming(address) if address else None
        found = None if kept is None or not typed else store.document(kept)
    if found is None:
        raise NotFound(f"There is no article {typed} in this collection; give its id, like d12, or its address.")
    return found


def speakers_like(wanted: SpeakerFilter, typed: str) -> SpeakerFilter:
    """A filter narrowed to the speakers of whom one name has all the words that were typed."""
    return replace(wanted, name_words=name_words(typed))
