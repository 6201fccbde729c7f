"""Accounts of which a person said whose they are: their posts are that speaker's, in every reading to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.records.post import Account, AccountLink
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.store import SpeakerLink, Store

HOW = "entered by a person"
ENTERED = AccountLink(HOW, 1.0)
Linked = tuple[Reading, tuple[SpeakerLink, ...]]


def by_entered_accounts(store: Store, reading: Reading, links: Sequence[SpeakerLink]) -> Linked:
    """A reading and its links, a person's word about accounts going before anything that a machine found."""
    accounts = {account for link in links for account in link.speaker.accounts}
    accounts |= {account for quote in reading.quotes if (account := _account(quote))}
    owners = store.entered_owners(accounts) if accounts else {}
    if not owners:
        return reading, tuple(links)
    quotes = tuple(replace(quote, post=replace(quote.post, account_link=ENTERED))
                   if quote.post and _account(quote) in owners else quote for quote in reading.quotes)
    linked = []
    for link in links:
        whose = {owners[account] for account in link.speaker.accounts if account in owners}
        linked.append(replace(link, stored=whose.pop(), how=HOW, confidence=1.0) if len(whose) == 1 else link)
    return replace(reading, quotes=quotes), tuple(linked)


def _account(quote: Quote) -> Account | None:
    post = quote.post
    return Account(post.platform, post.handle) if post is not None and post.handle else None
