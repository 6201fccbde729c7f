"""Words in quotation marks that were listed as no quote, made one by a person's decision; undone like every other."""

from __future__ import annotations

from dataclasses import replace

from quotes.collection.decisions.quote_decisions import By, Named, check_not_erased, corrected, decide, entered, kept
from quotes.records.errors import InvalidInput, NotFound
from quotes.records.not_quote import NotQuote
from quotes.records.quote import Quote
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import Store


def accept(store: Store, document_id: str, start: int, speaker: str | Named | None, by: By) -> Decision:
    """Make a quote of the words in marks that begin at `start`, by a kept speaker (by id), a new one, or nobody named.

    Undone, they are marked as not a quote. InvalidInput if no words that are listed as no quote begin there.
    """
    with store.writing():
        words = _words(store, document_id, start)
        quote = _quote(store, document_id, words)
        who = entered(store, speaker) if isinstance(speaker, Named) else kept(store, speaker)
        if who is not None:
            check_not_erased(store, who.id)
        new = who.id if isinstance(speaker, Named) and who is not None else None
        after = replace(corrected(quote, who, by), status="active")
        return decide(store, "accept", after, by, new)


def _words(store: Store, document_id: str, start: int) -> NotQuote:
    found = next((one for one in store.not_quotes(document_id) if one.start == start and one.text), None)
    if found is None:
        raise InvalidInput(f"There are no words in {document_id} that begin at {start} and are listed as no quote.",
                           "start")
    return found


def _quote(store: Store, document_id: str, words: NotQuote) -> Quote:
    """The words as a quote that is none yet: a new one, or the one that was made of them before and undone."""
    for quote in store.document_quotes(document_id, status=None):
        if (quote.start, quote.end) == (words.start, words.end) and quote.status != "hidden":
            return quote
    made = Quote("", "direct", words.text, words.start, words.end, "unknown", 0.0, status="not_a_quote")
    added = store.quote(store.add_quote(document_id, made))
    if added is None:
        raise NotFound(f"There is no document {document_id}.")
    return added
