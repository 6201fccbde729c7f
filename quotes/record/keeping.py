"""Keeping a reading: new, the same again, or a revision of what its address held before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

from quotes.errors import InvalidInput, StoreError, TakenDown
from quotes.record.addresses import canonical_address
from quotes.record.decisions import By
from quotes.record.relinking import linked, linked_again
from quotes.record.undoing import undo
from quotes.records import Document, Quote, Reading
from quotes.store.contract import Fingerprint, Kept, Store

STRAIGHT = str.maketrans("“”„‟«»‘’‚‛‹›", '""""""' + "''''''")


def keep(store: Store, reading: Reading, again: By | None = None) -> Kept:
    """Keep a reading in one transaction; the same document twice makes no second copy.

    What was taken down is refused, TakenDown, unless `again` says who wants it all the same: that undoes the takedown.

    The same: equal text at an equal canonical address or, without an address, from an equal publisher. Changed text at
    an address is a revision: quotes whose words are still there keep their ids and what people decided about them.
    """
    known_by = fingerprint(reading.document)
    with store.writing():
        found = store.find_document(known_by)
        if found is None:
            _check_taken_down(store, known_by, again)
            reading, links = linked(store, reading)
            return Kept(store.add_reading(reading, known_by, links), "new")
        kept_id, same_text = found
        if same_text:
            return Kept(_kept(store, kept_id), "same")
        same = still_there(store.document_quotes(kept_id, status=None), reading.quotes)
        reading, links = linked_again(store, kept_id, reading)
        return Kept(store.replace_reading(kept_id, reading, known_by, links, same), "revision")


def _check_taken_down(store: Store, known_by: Fingerprint, again: By | None) -> None:
    """Refuse what was taken down; where it is wanted again, from now on it is."""
    decision_id = store.taken_down(known_by)
    if decision_id is None:
        return
    if again is not None:
        undo(store, decision_id, again)
        return
    decision = store.decision(decision_id)
    when = f" on {decision.made_at[:10]} by {decision.made_by}" if decision else ""
    raise TakenDown(f"This article, or one with the same text, was taken down{when}, and is not kept again. "
                    f"Undo {decision_id} to allow it.")


def fingerprint(document: Document) -> Fingerprint:
    """By what a document is known again."""
    try:
        text = document.text.encode()
    except UnicodeEncodeError as error:
        message = "There is half a surrogate pair in the text, which is no character; take it out."
        raise InvalidInput(message, "text") from error
    return Fingerprint(sha256(text).hexdigest(), canonical_address(document.url), document.publisher or None)


def still_there(kept: Iterable[Quote], found: Iterable[Quote]) -> dict[str, str]:
    """Which quotes of a revision are kept ones: from the id in the reading to the id in the store.

    Equal words say so, up to white space and the style of inner marks; a post is known by its number as well. Where the
    same words stand several times, they are taken in the order of the text, none twice.
    """
    waiting: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for quote in sorted(kept, key=lambda quote: quote.status == "withdrawn"):
        waiting[_words(quote)].append(quote.id)
    same = {}
    for quote in found:
        if left := waiting[_words(quote)]:
            same[quote.id] = left.pop(0)
    return same


def _words(quote: Quote) -> tuple[str, ...]:
    """What makes a quote the same one in another version of its document."""
    post = quote.post
    if post is not None and post.post_id:
        return ("post", post.platform, post.post_id)
    words = " ".join((quote.text or "").translate(STRAIGHT).split())
    return ("post", post.platform, post.url or "", words) if post is not None else ("quotation", words)


def _kept(store: Store, id: str) -> Document:
    document = store.document(id)
    if document is None:
        raise StoreError(f"Document {id} was found, but cannot be read; the database may be damaged.")
    return document
