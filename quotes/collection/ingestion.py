"""Keeping a reading: new, the same again, or a revision of what its address held before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from quotes.collection.canonical_addresses import canonical_address
from quotes.collection.decisions.quote_decisions import By
from quotes.collection.decisions.undo import undo
from quotes.collection.linking.account_claims import settle_claims
from quotes.collection.linking.link_continuity import linked, linked_again
from quotes.collection.takedown.takedown_keys import asked_keys, nearest
from quotes.records.document import Document, Warned
from quotes.records.errors import Conflict, InvalidInput, StoreError, TakenDown
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.store import Fingerprint, Kept, Store
from quotes.text.personal_names import fold_words

AT_THE_END = ",."  # which of the two it is depends on the sentence around the quotation
STRAIGHT = str.maketrans("“”„‟«»‘’‚‛‹›", '""""""' + "''''''")


def keep(store: Store, reading: Reading, again: By | None = None) -> Kept:
    """Keep a reading in one transaction; the same document twice makes no second copy.

    What was taken down is refused, TakenDown, unless `again` says who wants it all the same: that undoes the takedown.

    The same: equal text at an equal canonical address or, without an address, from an equal publisher. Changed text at
    an address is a revision, if the caller gave that address: where the page alone claims it, changed text is another
    document, for a page may claim any address, and the quotes kept of it stay. In a revision quotes whose words are
    still there keep their ids and what people decided about them. A text that is empty, as of a page that could not be
    fetched, is no revision of one that is not: Conflict.
    """
    known_by = fingerprint(reading.document)
    with store.writing():
        found = store.find_document(known_by)
        if found is None:
            _check_taken_down(store, known_by, reading.document.text, again)
            reading, links = linked(store, _with_claim(store, reading))
            document = store.add_reading(reading, known_by, links)
            settle_claims(store, reading)
            return Kept(document, "new")
        kept_id, same_text = found
        if same_text:
            if known_by.address and not known_by.claimed:
                store.confirm_address(kept_id, known_by)
            return Kept(_kept(store, kept_id), "same")
        _check_empty(store, kept_id, reading)
        _check_taken_down(store, known_by, reading.document.text, again)
        same = still_there(store.document_quotes(kept_id, status=None), reading.quotes)
        reading, links = linked_again(store, kept_id, _with_claim(store, reading))
        document = store.replace_reading(kept_id, reading, known_by, links, same)
        settle_claims(store, reading)
        return Kept(document, "revision")


def _with_claim(store: Store, reading: Reading) -> Reading:
    """The reading, with a warning where its page goes by the name of another outlet."""
    document, claims = reading.document, []
    bearer = store.name_bearer(document)
    if bearer is not None:
        claims.append(Warned("publisher_claim", f"This page, of {document.publisher}, goes by the name "
                                                f"“{document.publisher_printed}”, which {bearer} bears too."))
    there = store.find_document(replace(fingerprint(document), claimed=False)) if document.url_from == "page" else None
    if there is not None and not there[1]:
        claims.append(Warned("address_claim", f"This page says that it stands at {document.url}, of which {there[0]} "
                                              f"is kept with other words. It is kept beside that one; give its address "
                                              f"with it if it is a new version."))
    return replace(reading, warnings=(*reading.warnings, *claims)) if claims else reading


def _check_taken_down(store: Store, known_by: Fingerprint, text: str, again: By | None) -> None:
    """Refuse what was taken down, and what is nearly the same; where it is wanted again, from now on it is."""
    decision_id = store.taken_down(known_by) or _near(store, text)
    if decision_id is None:
        return
    if again is not None:
        undo(store, decision_id, again)
        return
    decision = store.decision(decision_id)
    when = f" on {decision.made_at[:10]} by {decision.made_by}" if decision else ""
    raise TakenDown(f"This article, or one with nearly the same text, was taken down{when}, and is not kept again. "
                    f"Undo {decision_id} to allow it.")


def _near(store: Store, text: str) -> str | None:
    """The decision that took down a text of which this one is a near-copy."""
    if not store.has_taken_down():
        return None
    keys, size = asked_keys(text)
    found = store.near_taken_down(keys)
    return nearest(size, {one: count for one, (count, _) in found.items()},
                   {one: sizes for one, (_, sizes) in found.items()})


def _check_empty(store: Store, kept_id: str, reading: Reading) -> None:
    """Refuse to withdraw all quotes of an article because nothing was in what came from its address this time."""
    if not reading.document.text.strip() and _kept(store, kept_id).text.strip():
        raise Conflict(f"There is no text in this article; what was kept of its address before ({kept_id}) stays as it "
                       f"is. Take that down if it is meant to go.")


def fingerprint(document: Document) -> Fingerprint:
    """By what a document is known again."""
    try:
        text = document.text.encode()
    except UnicodeEncodeError as error:
        message = "There is half a surrogate pair in the text, which is no character; take it out."
        raise InvalidInput(message, "text") from error
    return Fingerprint(sha256(text).hexdigest(), canonical_address(document.url), document.publisher or None,
                       claimed=document.url_from == "page")


def still_there(kept: Iterable[Quote], found: Iterable[Quote]) -> dict[str, str]:
    """Which quotes of a revision are kept ones: from the id in the reading to the id in the store.

    Equal words say so, up to white space, the style of inner marks and the comma or point at the end; a post is known
    by its number as well. Where the same words stand several times, those of the same speaker are the same first, of
    one that a reading found; what is left then is taken in the order of the text, none twice.
    """
    old = sorted(kept, key=lambda quote: quote.status == "withdrawn")
    new = list(found)
    same: dict[str, str] = {}
    for known_by in (_words_of_somebody, _words):
        waiting: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for quote in old:
            waiting[known_by(quote)].append(quote.id)
        same |= {quote.id: left.pop(0) for quote in new if (left := waiting[known_by(quote)])}
        taken = set(same.values())
        old, new = ([quote for quote in old if quote.id not in taken], [quote for quote in new if quote.id not in same])
    return same


def _words_of_somebody(quote: Quote) -> tuple[object, ...]:
    by = None if quote.speaker is None else fold_words(quote.speaker.name)
    return (*_words(quote), quote.verdict == "corrected", by)


def _words(quote: Quote) -> tuple[object, ...]:
    """What makes a quote the same one in another version of its document."""
    post = quote.post
    if post is not None and post.post_id:
        return ("post", post.platform, post.post_id)
    words = " ".join((quote.text or "").translate(STRAIGHT).split())
    if post is not None:
        return ("post", post.platform, post.url or "", words)
    return ("quotation", words.rstrip(AT_THE_END) or words)


def _kept(store: Store, id: str) -> Document:
    document = store.document(id)
    if document is None:
        raise StoreError(f"Document {id} was found, but cannot be read; the database may be damaged.")
    return document
