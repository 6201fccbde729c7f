"""What a store knows of whose accounts may be: a part of the contract, and its records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from quotes.records.post import Account
from quotes.records.speaker import Speaker


@dataclass(frozen=True, slots=True)
class AccountClaim:
    """That articles have posts of an account for somebody's whom they name.

    `outlets` counts the outlets whose addresses callers gave, each once, and no more of them than there are different
    texts, so that copies of one article count once. `quote` is one of the posts.
    """

    account: Account
    speaker: str
    outlets: int
    quote: str


class AccountClaimStore(Protocol):
    """A place where it is known what articles say of whose accounts are."""

    def account_claims(self, accounts: Collection[Account]) -> tuple[AccountClaim, ...]:
        """Whom articles take these accounts for; from active posts alone."""

    def open_claims(self, limit: int) -> tuple[AccountClaim, ...]:
        """The same for all accounts that are not settled, nor refused to that speaker, those of most outlets first."""

    def lone_accounts(self, limit: int) -> tuple[tuple[Account, Speaker], ...]:
        """Accounts whose speaker is nothing but the account, and has quotes; the newest first."""

    def vouched_owners(self, accounts: Collection[Account]) -> Mapping[Account, str]:
        """Whose accounts are by the word of several outlets: the speakers' ids."""

    def vouch(self, account: Account, speaker_id: str) -> None:
        """Note that an account is somebody's by the word of several outlets."""

    def refused_accounts(self, pairs: Collection[tuple[str, Account]]) -> frozenset[tuple[str, Account]]:
        """Those of some pairs of a speaker's id and an account that a person refused."""
