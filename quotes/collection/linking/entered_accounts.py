"""Accounts of which it is settled whose they are: their posts are that speaker's, in every reading to come.

A person's word settles it, or that of several outlets. What an article makes of the name that such an account shows
does not count against it: the posts go to the owner, and the person whom the article names stays who that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.collection.linking.account_claims import account_of
from quotes.collection.linking.name_keys import kept_names
from quotes.records.post import ACCOUNT_ONLY, SAME_NAME, Account, AccountLink
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import SpeakerLink, Store

HOW = "entered by a person"
ENTERED = AccountLink(HOW, 1.0)
VOUCHED = AccountLink("several outlets", 0.95)
ALONE = AccountLink(ACCOUNT_ONLY, 0.7)
Linked = tuple[Reading, tuple[SpeakerLink, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """Whose accounts are, by a person's word and by that of outlets; and whose they are not, as a person said."""

    entered: Mapping[Account, str]
    vouched: Mapping[Account, str]
    refused: frozenset[tuple[str, Account]]

    def owner(self, account: Account) -> str | None:
        """The id of an account's speaker, if that is settled."""
        return self.entered.get(account) or self.vouched.get(account)


def by_entered_accounts(store: Store, reading: Reading, links: Sequence[SpeakerLink]) -> Linked:
    """A reading and its links, what is settled about accounts going before anything that one article tells."""
    accounts = {account for link in links for account in link.speaker.accounts}
    accounts |= {account for quote in reading.quotes if (account := account_of(quote))}
    if not accounts:
        return reading, tuple(links)
    stored = {link.speaker.id: link.stored for link in links}
    pairs = {(who, account) for quote in reading.quotes if (account := account_of(quote))
             and (who := stored.get(_speaker(quote)))}
    settled = Settled(store.entered_owners(accounts), store.vouched_owners(accounts), store.refused_accounts(pairs))
    if not (settled.entered or settled.vouched or settled.refused):
        return reading, tuple(links)
    links = [_owned(link, settled.entered) for link in links]
    return _given_back(store, reading, links, settled)


def _owned(link: SpeakerLink, entered: Mapping[Account, str]) -> SpeakerLink:
    """A link to the owner of its account, where a person said who that is."""
    whose = {entered[account] for account in link.speaker.accounts if account in entered}
    return replace(link, stored=whose.pop(), how=HOW, confidence=1.0) if len(whose) == 1 else link


def _given_back(store: Store, reading: Reading, links: Sequence[SpeakerLink], settled: Settled) -> Linked:
    """Every post to its account's owner; away from whoever is only named like the account, if that is another one."""
    stored = {link.speaker.id: link.stored for link in links}
    quotes: list[Quote] = []
    added: dict[Account, SpeakerLink] = {}
    for quote in reading.quotes:
        account, post = account_of(quote), quote.post
        if account is None or post is None:
            quotes.append(quote)
            continue
        how = ENTERED if account in settled.entered else VOUCHED if account in settled.vouched else None
        owner, who = settled.owner(account), stored.get(_speaker(quote))
        claimed = post.account_link is not None and post.account_link.how == SAME_NAME
        if claimed and ((owner or who) != who or (who or "", account) in settled.refused):
            name = post.author_name or f"@{account.handle}"
            link = added.setdefault(account, _apart(store, account, name, owner, f"s{len(links) + len(added) + 1}"))
            quote = _of(quote, link.speaker, how or ALONE)
        elif how is not None:
            quote = replace(quote, post=replace(post, account_link=how))
        quotes.append(quote)
    named = {who.id for quote in quotes for who in (quote.speaker, quote.runner_up) if who}
    left = tuple(link for link in (*links, *added.values()) if link.speaker.id in named)
    return replace(reading, quotes=tuple(quotes), speakers=tuple(link.speaker for link in left)), left


def _apart(store: Store, account: Account, name: str, owner: str | None, id: str) -> SpeakerLink:
    """An account as a speaker of its own: its owner, or nothing but the account."""
    speaker = Speaker(id, name, "person", accounts=(account,))
    names = tuple(replace(one, keys=()) for one in kept_names(speaker))
    known = store.account_owner(account.platform, account.handle) if owner is None else None
    return SpeakerLink(speaker, owner or (known.id if known else None), "same account" if owner or known
                       else "new in this document", 0.95 if owner or known else 1.0, names)


def _of(quote: Quote, speaker: Speaker, how: AccountLink) -> Quote:
    """A post as another speaker's."""
    post = None if quote.post is None else replace(quote.post, account_link=how)
    return replace(quote, speaker=QuotedSpeaker(speaker.id, speaker.name, speaker.kind), post=post, verdict="likely",
                   confidence=how.confidence)


def _speaker(quote: Quote) -> str:
    return (quote.speaker.id if quote.speaker else None) or ""
