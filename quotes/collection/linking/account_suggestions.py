"""Accounts that may be somebody's, for a person to say: by what articles make of them, or by the name they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotes.collection.linking.identity_evidence import NO_TRAITS
from quotes.collection.linking.name_keys import sought_keys
from quotes.collection.linking.person_linking import bearing, chosen
from quotes.collection.linking.person_name_comparison import called
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.store import Store
from quotes.text.confusables import skeleton

NEWEST = 60  # accounts whose names are compared


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An account that may be a speaker's.

    Where articles take it for theirs, in how many `outlets`, and one `quote`; else who it is `shown` as by itself, and
    `how` that name is like the speaker's.
    """

    account: Account
    speaker: Speaker
    outlets: int = 0
    quote: str | None = None
    shown: Speaker | None = None
    how: str = ""


def suggested_accounts(store: Store, limit: int) -> tuple[Suggestion, ...]:
    """The accounts about which it is worth while to decide, those of most outlets first."""
    claims = store.open_claims(limit)
    speakers = store.speakers_of({one.speaker for one in claims})
    found = [Suggestion(one.account, speakers[one.speaker], one.outlets, one.quote)
             for one in claims if one.speaker in speakers]
    known = {(one.account.platform, one.account.handle.casefold(), one.speaker.id) for one in found}
    alike = [one for one in _by_name(store) if (one.account.platform, one.account.handle.casefold(),
                                                one.speaker.id) not in known]
    refused = store.refused_accounts({(one.speaker.id, one.account) for one in alike})
    return (*found, *(one for one in alike if (one.speaker.id, one.account) not in refused))[:limit]


def _by_name(store: Store) -> Iterator[Suggestion]:
    """Accounts that stand alone, with the one kept person whose name each shows or looks like."""
    lone = [(account, shown, replace(shown, name=skeleton(shown.name)))
            for account, shown in store.lone_accounts(NEWEST) if shown.kind == "person"]
    keys = {one.id: sought_keys(one) for _, _, one in lone}
    bearers = store.bearers_of({key for some in keys.values() for key in some})
    for account, shown, plain in lone:
        parts = called(plain.name)
        near = {one.speaker.id: one for key in keys[plain.id] for one in bearers.get(key, ())
                if one.speaker.kind == "person" and one.speaker.id != shown.id}
        fitting = bearing(plain, parts, near.values()) if parts else ()
        choice = chosen(plain, fitting, {}, NO_TRAITS) if fitting else None
        if choice is not None and choice.stored is not None:
            yield Suggestion(account, near[choice.stored].speaker, shown=shown, how=choice.how)
