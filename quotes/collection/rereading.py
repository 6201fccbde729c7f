"""Rereading: kept documents read anew by a newer extractor or newer weights, their texts unchanged.

What people decided stands: their quotes stay as they are, found again or not. A quote that has the same words at the
same place keeps its id; one that is not found any more becomes withdrawn, never deleted. Speakers of a document stay
the kept speakers that they were wherever the new reading gives them the name that they had.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from quotes.collection.decisions.quote_snapshots import decided_on
from quotes.collection.ingestion import still_there
from quotes.collection.linking.link_continuity import linked_again
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest, Store

Reader = Callable[[Document], Reading]
AT_ONCE = 100  # documents listed at a time


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one document, and how many of its quotes stayed, came and went."""

    document: str
    outcome: Literal["reread", "changed"]
    stayed: int = 0
    came: int = 0
    went: int = 0


def documents_to_read(store: Store, engine: str, every: bool = False) -> Iterator[tuple[str, bool]]:
    """The id of each kept document, and whether it is to be read anew: whether another engine read it, or all are."""
    page = store.documents(PageRequest(AT_ONCE))
    while True:
        for document in page.items:
            yield document.id, every or document.engine != engine
        if page.next is None:
            return
        page = store.documents(PageRequest(AT_ONCE, page.next))


def reread(store: Store, document_id: str, read: Reader) -> Reread:
    """Read one kept document anew and keep what is found, in one transaction.

    The reading is made before the transaction, so that others can write meanwhile; a document that they changed or
    removed by then is left as it is now.
    """
    before = store.document(document_id)
    if before is None:
        return Reread(document_id, "changed")
    reading = read(before)
    with store.writing():
        if store.document(document_id) != before:
            return Reread(document_id, "changed")
        kept = store.document_quotes(document_id, status=None)
        same = same_place(kept, reading.quotes)
        reading = beside_decided(reading, kept, same)
        reading, links = linked_again(store, document_id, reading)
        store.renew_reading(document_id, reading, links, same)
        after = {quote.id for quote in store.document_quotes(document_id)}
    active = {quote.id for quote in kept if quote.status == "active"}
    return Reread(document_id, "reread", len(active & after), len(after - active), len(active - after))


def same_place(kept: Iterable[Quote], found: Iterable[Quote]) -> dict[str, str]:
    """Which quotes of a new reading are kept ones: from the id in the reading to the id in the store.

    The same words at the same place are; so is a post with the same number, wherever it begins.
    """
    waiting: dict[object, list[str]] = defaultdict(list)
    for quote in sorted(kept, key=lambda quote: quote.status == "withdrawn"):
        waiting[_place(quote)].append(quote.id)
    same = {quote.id: left.pop(0) for quote in found if (left := waiting[_place(quote)])}
    taken = set(same.values())
    posts = [quote for quote in kept if _is_numbered(quote) and quote.id not in taken]
    return {**same, **still_there(posts, [quote for quote in found if _is_numbered(quote) and quote.id not in same])}


def beside_decided(reading: Reading, kept: Iterable[Quote], same: Mapping[str, str]) -> Reading:
    """A reading without the quotes that are, with other bounds, those about which a person decided.

    Theirs stay as they are; the new ones would say the same a second time.
    """
    found_again = set(same.values())
    text = reading.document.text
    standing = [quote for quote in kept if decided_on(quote) and quote.id not in found_again
                and quote.status != "withdrawn" and text[quote.start : quote.end] == quote.text]
    gone = {quote.id for quote in reading.quotes if quote.id not in same
            and any(_mostly_one(quote, other) for other in standing)}
    if not gone:
        return reading
    quotes = tuple(_untied(quote, gone) for quote in reading.quotes if quote.id not in gone)
    named = {who.id for quote in quotes for who in (quote.speaker, quote.runner_up) if who}
    return replace(reading, quotes=quotes, speakers=tuple(one for one in reading.speakers if one.id in named))


def _place(quote: Quote) -> tuple[object, ...]:
    return quote.post is not None, quote.start, quote.end, quote.text


def _is_numbered(quote: Quote) -> bool:
    return quote.post is not None and bool(quote.post.post_id)


def _mostly_one(one: Quote, other: Quote) -> bool:
    """Whether two quotes share more than half of the longer one's stretch."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > max(one.end - one.start, other.end - other.start)


def _untied(quote: Quote, gone: set[str]) -> Quote:
    return replace(quote, continues=None if quote.continues in gone else quote.continues,
                   parent=None if quote.parent in gone else quote.parent)
