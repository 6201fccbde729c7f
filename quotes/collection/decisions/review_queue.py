"""The review queue: which quotes a person should look at first."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.records.quote import Quote, Verdict
from quotes.store.contract.store import PageRequest, QuoteFilter, Store

DOUBTFUL: tuple[Verdict, ...] = ("unsure", "unknown", "likely")  # in the order in which they are worth a look
AT_ONCE = 50


def doubtful(store: Store, most: int) -> tuple[Quote, ...]:
    """The quotes that a person should look at, the doubtful ones first; what somebody has confirmed is left out."""
    found: list[Quote] = []
    for quote in _doubtful(store):
        found.append(quote)
        if len(found) == most:
            break
    return tuple(found)


def _doubtful(store: Store) -> Iterator[Quote]:
    for verdict in DOUBTFUL:
        page = store.quotes(QuoteFilter(verdict=verdict), PageRequest(AT_ONCE))
        while True:
            yield from (quote for quote in page.items if quote.confirmed_by is None)
            if page.next is None:
                break
            page = store.quotes(QuoteFilter(verdict=verdict), PageRequest(AT_ONCE, page.next))
