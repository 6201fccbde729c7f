"""Accounts as one article shows them: those that it takes for a person's whom it names, and those that stand alone.

A display name is a claim. It links a post to the person inside the article, and makes nobody the owner of an account.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from quotes.records.post import ACCOUNT_ONLY, HANDLE_ONLY, SAME_NAME, Account
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import Speaker
from quotes.store.contract.store import Store

LONE = frozenset((ACCOUNT_ONLY, HANDLE_ONLY))
# Outlets that must have an account as one person's, at addresses that callers gave. Two are a site and its mirror, or
# one page and whoever copies it; three who each name the person, in different texts, have looked.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """`claims` are the accounts taken for a speaker's by the names that they show; `own` the speakers who are nothing
    but an account."""

    claims: Mapping[str, frozenset[Account]]
    own: frozenset[str]


def account_of(quote: Quote) -> Account | None:
    """The account of a post, if its markup names one."""
    post = quote.post
    return Account(post.platform, post.handle) if post is not None and post.handle else None


def shown_accounts(quotes: Iterable[Quote]) -> Shown:
    """What posts tell of accounts; `quotes` are all of one document."""
    claims: dict[str, set[Account]] = {}
    alone: dict[str, bool] = {}
    for quote in quotes:
        if quote.speaker is None or quote.speaker.id is None:
            continue
        link = quote.post.account_link if quote.post is not None else None
        account = account_of(quote)
        if link is not None and link.how == SAME_NAME and account is not None:
            claims.setdefault(quote.speaker.id, set()).add(account)
        is_alone = link is not None and link.how in LONE
        alone[quote.speaker.id] = alone.get(quote.speaker.id, True) and is_alone
    return Shown({one: frozenset(accounts) for one, accounts in claims.items()},
                 frozenset(one for one, is_alone in alone.items() if is_alone))


def without_claims(speaker: Speaker, shown: Shown) -> Speaker:
    """A speaker without the accounts that it has by what they show alone."""
    claimed = shown.claims.get(speaker.id)
    if not claimed:
        return speaker
    return replace(speaker, accounts=tuple(one for one in speaker.accounts if one not in claimed))


def settle_claims(store: Store, reading: Reading) -> None:
    """Let accounts that this reading has as somebody's be theirs, if enough outlets say so by now and none disagrees.

    What a person entered, or refused, stands.
    """
    accounts = {account for found in shown_accounts(reading.quotes).claims.values() for account in found}
    if not accounts:
        return
    claims = store.account_claims(accounts)
    entered = store.entered_owners({one.account for one in claims})
    refused = store.refused_accounts({(one.speaker, one.account) for one in claims})
    for claim in claims:
        rivals = [one for one in claims if _key(one.account) == _key(claim.account) and one is not claim]
        if claim.outlets >= ENOUGH and not rivals and claim.account not in entered and (
                claim.speaker, claim.account) not in refused:
            store.vouch(claim.account, claim.speaker)


def _key(account: Account) -> tuple[str, str]:
    return account.platform, account.handle.casefold()
