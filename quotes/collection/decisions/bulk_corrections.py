"""All quotes of one article that are one speaker's given to another, or to nobody: one decision, undone as one."""

from __future__ import annotations

from quotes.collection.decisions.quote_decisions import (
    By,
    Named,
    check_not_erased,
    corrected,
    entered,
    kept,
    note_of,
    signed,
    text_of,
)
from quotes.collection.decisions.quote_snapshots import taken
from quotes.records.errors import InvalidInput
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import Store

OPEN = ("active", "withdrawn")  # what is no quote, or is hidden, stays as it is


def correct_all(store: Store, document_id: str, speaker_id: str, to: str | Named | None, by: By) -> Decision:
    """Every quote that one speaker has in one document is by another: a kept one (by id), a new one, or nobody named.

    InvalidInput if there is no such quote, or if both are the same.
    """
    with store.writing():
        speaker = kept(store, speaker_id)
        quotes = _quotes(store, document_id, speaker)
        who = entered(store, to) if isinstance(to, Named) else kept(store, to)
        if speaker is None or (who is not None and who.id == speaker.id):
            raise InvalidInput("These quotes are that speaker's already; name another one.", "to")
        if who is not None:
            check_not_erased(store, who.id)
        before = {quote.id: taken(quote, text_of(store, quote)) for quote in quotes}
        for quote in quotes:
            store.put_quote(corrected(quote, who, by))
        new = who.id if isinstance(to, Named) and who is not None else None
        named = {"id": speaker.id, "name": speaker.name}
        after = {"speaker": who and {"id": who.id, "name": who.name}, "quotes": len(quotes)}
        touched = [document_id, speaker.id, *([who.id] if who else [])]
        return store.add_decision(
            Decision("", "correct", *signed(by), tuple(before), note_of(by), {"speaker": named}, after,
                     state={"quotes": before, "new_speaker": new}), touched)


def _quotes(store: Store, document_id: str, speaker: Speaker | None) -> list[Quote]:
    found = [quote for quote in store.document_quotes(document_id, status=None)
             if speaker and quote.speaker and quote.speaker.id == speaker.id and quote.status in OPEN]
    if not found:
        raise InvalidInput(f"Nothing in {document_id} is by {speaker.name if speaker else 'nobody'}.", "speaker")
    return found
