"""Entries of the list of speakers that are nobody: bare pronouns, numbers, labels of pictures; and taking them off it.

Readings make none of these any more; older ones did. Their quotes stay, and are of nobody known until their article is
read anew. What a person said about a quote or an account of theirs is not touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotes.collection.decisions.quote_decisions import By, note_of, signed, text_of
from quotes.collection.decisions.quote_snapshots import decided_on, taken
from quotes.collection.decisions.speaker_edits import speaker_to_change
from quotes.languages import load
from quotes.records.errors import Conflict
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from quotes.text.personal_names import fold_words

LANGUAGE = "en"
AT_ONCE = 500  # speakers read together
ARTICLES = frozenset({"a", "an"})
SHORTENED = frozenset({"m", "re", "ve", "ll", "d", "s"})  # what follows the apostrophe in I'm, they've


@dataclass(frozen=True, slots=True)
class NoSpeaker:
    """A kept speaker that is none, why, and how many quotes it has."""

    speaker: Speaker
    why: str
    quotes: int


def no_speakers(store: Store) -> tuple[NoSpeaker, ...]:
    """All entries that are nobody by their names, but for those about which a person decided, and for accounts."""
    found = [(speaker, why) for speaker in _every(store) if not speaker.accounts and (why := why_nobody(speaker.name))]
    return tuple(NoSpeaker(speaker, why, len(store.speaker_quotes(speaker.id))) for speaker, why in found
                 if not _decided(store, speaker.id))


def why_nobody(name: str) -> str | None:
    """Why nobody is called so, in a few words; None for a name that somebody may have."""
    if not any(character.isalpha() for character in name):
        return "a number or a sign" if name.strip() else "no name"
    language, words = load(LANGUAGE), fold_words(name)
    whole, _, shortened = name.strip().casefold().replace("’", "'").partition("'")
    is_abbreviation = name.isupper() and len(name) > 1  # WHO, the US, IT
    if whole in language.references.pronouns and not is_abbreviation and (not shortened or shortened in SHORTENED):
        return "a pronoun"
    if len(words) > 1 and words[0] in language.references.definite | ARTICLES:
        words = words[1:]
    if len(words) != 1 or is_abbreviation:
        return None
    if words[0] in language.comparison.numbers:
        return "a number"
    return "no name, but a label or a thing" if words[0] in language.sources.no_speakers else None


def set_aside(store: Store, speaker_id: str, by: By) -> Decision:
    """An entry is nobody: it is in no list any more, and its quotes are of nobody known. One decision, to be undone.

    Conflict if the entry has an account, if somebody so called objected, or if a person decided about a quote of it.
    """
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        if speaker.accounts or store.objection(speaker.id) is not None or _decided(store, speaker.id):
            raise Conflict(f"{speaker.name} ({speaker.id}) is somebody: there is an account, an objection, or a "
                           "decision of a person about a quote.")
        quotes = _quotes(store, speaker.id)
        before = {quote.id: taken(quote, text_of(store, quote)) for quote in quotes}
        for quote in quotes:
            store.put_quote(replace(quote, speaker=None, runner_up=None, clues=(), verdict="unknown", confidence=0.0))
        state = {"quotes": before, "removed": store.remove_speaker(speaker.id)}
        return store.add_decision(Decision(
            "", "set_aside", *signed(by), (speaker.id,), note_of(by),
            {"speaker": {"id": speaker.id, "name": speaker.name}}, {"speaker": None, "quotes": len(quotes)},
            state=state), list(before))


def _every(store: Store) -> Iterator[Speaker]:
    wanted = PageRequest(AT_ONCE)
    while True:
        page = store.speakers(SpeakerFilter(), wanted)
        yield from page.items
        if page.next is None:
            return
        wanted = PageRequest(AT_ONCE, page.next)


def _quotes(store: Store, speaker_id: str) -> tuple[Quote, ...]:
    return store.quotes_of(store.speaker_quotes(speaker_id))


def _decided(store: Store, speaker_id: str) -> bool:
    return any(decided_on(quote) for quote in _quotes(store, speaker_id))
