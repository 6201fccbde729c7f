"""Whose accounts may be, as articles have it: claims counted by outlets, and what settles them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from peewee import SQL, Expression, ModelSelect, fn

from quotes.records.post import SAME_NAME
from quotes.records.post import Account as AccountRecord
from quotes.records.speaker import Speaker as SpeakerRecord
from quotes.store.contract.account_claims import AccountClaim
from quotes.store.speakers.names import refused_account
from quotes.store.speakers.speakers import COLUMNS, SpeakerPart
from quotes.store.tables.decisions import EnteredAccount, SpeakerRefusal
from quotes.store.tables.rows import handle_key, id_of, number_of
from quotes.store.tables.tables import Account, Document, Post, Quote, Speaker
from quotes.store.tables.value_codes import STATUSES

OUTLETS = "outlets"  # what an account's speaker rests on; see the table
KEY = fn.LOWER(Post.handle)
CALLER = "caller"
MOST_CLAIMS = 1000  # posts that are looked at for a list of suggestions, in the order of their accounts
SETTLED = """(SELECT platform || ' ' || handle_key FROM account WHERE basis = 'outlets'
OR id IN (SELECT account_id FROM entered_account))"""


class AccountClaimPart(SpeakerPart):
    """Accounts, and whom articles take them for."""

    def account_claims(self, accounts: Collection[AccountRecord]) -> tuple[AccountClaim, ...]:
        """Whom articles take these accounts for; from active posts alone."""
        if not accounts:
            return ()
        handles = {handle_key(one.handle) for one in accounts}
        asked = {(one.platform, handle_key(one.handle)) for one in accounts}
        query = _claims().where(Post.platform.in_({one.platform for one in accounts}), KEY.in_(handles))
        return tuple(one for one in self._claims_in(query)
                     if (one.account.platform, handle_key(one.account.handle)) in asked)

    def open_claims(self, limit: int) -> tuple[AccountClaim, ...]:
        """The same for all accounts that are not settled, nor refused to that speaker, those of most outlets first."""
        query = _claims().where(SQL(f"platform || ' ' || lower(handle) NOT IN {SETTLED}"))
        found = self._claims_in(query.limit(MOST_CLAIMS))
        refused = self.refused_accounts({(one.speaker, one.account) for one in found})
        left = [one for one in found if (one.speaker, one.account) not in refused]
        return tuple(sorted(left, key=lambda one: (-one.outlets, -(number_of("q", one.quote) or 0)))[:limit])

    def lone_accounts(self, limit: int) -> tuple[tuple[AccountRecord, SpeakerRecord], ...]:
        """Accounts whose speaker is nothing but the account, and has quotes; the newest first."""
        query = (Speaker.select(*COLUMNS.values(), Account.platform, Account.handle).join(Account)
                 .where(Account.basis != OUTLETS, Speaker.quote_count > 0,
                        Account.id.not_in(EnteredAccount.select(EnteredAccount.account)))
                 .order_by(Account.id.desc()).limit(limit))
        rows = self.engine.run(query)
        speakers = {one.id: one for one in self._read(
            {row[0]: dict(zip(COLUMNS, row[:-2], strict=True)) for row in rows}.values())}
        return tuple((AccountRecord(*row[-2:]), speakers[id_of("s", row[0])]) for row in rows)

    def vouched_owners(self, accounts: Collection[AccountRecord]) -> Mapping[AccountRecord, str]:
        """Whose accounts are by the word of several outlets: the speakers' ids."""
        if not accounts:
            return {}
        query = Account.select(Account.platform, Account.handle_key, Account.speaker).where(
            Account.handle_key.in_({handle_key(one.handle) for one in accounts}), Account.basis == OUTLETS)
        owners = {(platform, key): id_of("s", number) for platform, key, number in self.engine.run(query)}
        return {one: owners[key] for one in accounts if (key := (one.platform, handle_key(one.handle))) in owners}

    def vouch(self, account: AccountRecord, speaker_id: str) -> None:
        """Note that an account is somebody's by the word of several outlets."""
        row = {"platform": account.platform, "handle": account.handle, "handle_key": handle_key(account.handle),
               "speaker": number_of("s", speaker_id), "basis": OUTLETS}
        with self.engine.writing():
            self.engine.run(Account.insert(row).on_conflict(
                conflict_target=[Account.platform, Account.handle_key], preserve=[Account.speaker, Account.basis]))

    def refused_accounts(
        self, pairs: Collection[tuple[str, AccountRecord]],
    ) -> frozenset[tuple[str, AccountRecord]]:
        """Those of some pairs of a speaker's id and an account that a person refused."""
        if not pairs or not self.engine.ask("SELECT 1 FROM speaker_refusal LIMIT 1"):
            return frozenset()
        query = SpeakerRefusal.select(SpeakerRefusal.speaker, SpeakerRefusal.what).where(
            SpeakerRefusal.speaker.in_({number_of("s", one) or 0 for one, _ in pairs}))
        refused = set(self.engine.run(query))
        return frozenset((one, account) for one, account in pairs
                         if (number_of("s", one), refused_account(account)) in refused)

    def _claims_in(self, query: ModelSelect[Post]) -> list[AccountClaim]:
        return [AccountClaim(AccountRecord(platform, handle), id_of("s", speaker), min(outlets, texts),
                             id_of("q", quote))
                for platform, handle, speaker, outlets, texts, quote in self.engine.run(query)]


def _claims() -> ModelSelect[Post]:
    """Accounts with the speakers whom articles take them for: outlets and texts counted, and one of the posts."""
    told: Expression = Document.url_from == CALLER
    outlets = fn.COUNT(fn.DISTINCT(Quote.outlet)).filter(told)
    texts = fn.COUNT(fn.DISTINCT(Document.text_hash)).filter(told)
    active: Any = Quote.status == STATUSES.numbers["active"]
    return (Post.select(Post.platform, fn.MIN(Post.handle), Quote.speaker, outlets, texts, fn.MIN(Post.quote))
            .join(Quote).join(Document, on=Quote.document == Document.id)
            .where(Post.account_how == SAME_NAME, SQL(f"account_how = '{SAME_NAME}'"), active,
                   Quote.speaker.is_null(False))
            .group_by(Post.platform, KEY, Quote.speaker))
