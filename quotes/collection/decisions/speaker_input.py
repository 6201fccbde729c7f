"""Whom a person means who types a speaker's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.collection.decisions.quote_decisions import Named, entered_name
from quotes.collection.filters import is_speaker_id
from quotes.records.errors import InvalidInput, NotFound
from quotes.records.speaker import Speaker
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

MOST_NAMED = 5


def chosen(store: Store, typed: str, document_id: str | None) -> str | Named | None:
    """The speaker that was typed: an id alone or in brackets at the end, a name, or nothing for nobody.

    A name means the one speaker of the document who bears it, else the one kept speaker with this full name; a name
    that nobody bears is somebody new. InvalidInput where several bear it.
    """
    typed = " ".join(typed.split())
    named = typed.rpartition("(")[2].removesuffix(")") if typed.endswith(")") else typed
    if is_speaker_id(named):
        return named
    if not typed:
        return None
    name = entered_name(typed)
    words = fold_words(name)
    for bearers in (_in_document(store, words, document_id), store.speakers_named(words)):
        if len(bearers) > 1:
            raise _several(bearers, "speaker")
        if bearers:
            return bearers[0].id
    return Named(name)


def kept_speaker(store: Store, typed: str, field: str) -> Speaker:
    """The kept speaker with an id (s12) or of whom this is a full name; NotFound, or InvalidInput if several bear it.

    The id of one who was merged is answered as it is, so that whoever decides is told where it leads.
    """
    typed = " ".join(typed.split())
    bearers = store.speakers_named(fold_words(typed)) if not is_speaker_id(typed) and fold_words(typed) else ()
    if len(bearers) > 1:
        raise _several(bearers, field)
    found = store.speaker(typed) if is_speaker_id(typed) else next(iter(bearers), None)
    if found is None:
        raise NotFound(f"There is no speaker {typed}; “quotes said” shows what is there.")
    return replace(found, id=typed) if is_speaker_id(typed) else found


def _several(bearers: Sequence[Speaker], field: str) -> InvalidInput:
    named = ", ".join(f"{one.name} ({one.id})" for one in bearers[:MOST_NAMED])
    return InvalidInput(f"Several bear this name: {named}. Give the id of the one you mean.", field)


def _in_document(store: Store, words: tuple[str, ...], document_id: str | None) -> Sequence[Speaker]:
    if document_id is None:
        return ()
    return [one for one in store.document_speakers(document_id)
            if any(fold_words(name) == words for name in (one.name, *one.aliases))]
