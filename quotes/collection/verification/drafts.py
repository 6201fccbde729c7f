"""A draft's quotations, each verified: what the collection knows of what somebody is about to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.collection.ingestion import fingerprint
from quotes.collection.verification.outcomes import Match, Outcome, TextPassage, Verification
from quotes.collection.verification.verification import LONGEST, verify
from quotes.records.errors import OutOfTime
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.store import Store

MOST = 30  # quotations that are verified at once
FEWEST = 3  # words of one that is; fewer stand in too many quotes to tell anything
WORD = re.compile(r"\w+")
NAMED = frozenset({"person", "organization"})


@dataclass(frozen=True, slots=True)
class Check:
    """One quotation of a draft, what the collection says of it, and the best match or passage of another article.

    `outcome` is that of the best match elsewhere: what the draft's own article has, if that is kept, does not count.
    """

    quote: Quote
    outcome: Outcome
    match: Match | None = None
    passage: TextPassage | None = None


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """Some of a draft's quotations verified, from number `offset` on, of `total` that can be.

    `short` counts those of too few words. `next` is the offset of the next ones, None where these are the last.
    `kept_as` is the draft's own article, if that is kept.
    """

    checks: tuple[Check, ...]
    offset: int
    total: int
    short: int
    next: int | None
    kept_as: str | None = None


def check_draft(store: Store, reading: Reading, offset: int = 0) -> CheckedDraft:
    """Verify a draft's quotations in the order of its text, a bounded number from `offset` on, each with its speaker.

    Nested ones count with those that they stand in. A speaker who is named in the draft is asked for; others are not.
    Where the store has a limit of time, those that were verified in it; OutOfTime if it is none.
    """
    own = store.find_document(fingerprint(reading.document))
    said = [quote for quote in reading.quotes if quote.text and quote.parent is None]
    able = [quote for quote in said
            if len(WORD.findall(quote.text or "")) >= FEWEST and len(quote.text or "") <= LONGEST]
    kept_as = own[0] if own else None
    checks = _checked(store, able[offset : offset + MOST], kept_as)
    after = offset + len(checks)
    return CheckedDraft(checks, offset, len(able), len(said) - len(able),
                        after if after < len(able) else None, kept_as)


def _checked(store: Store, quotes: Sequence[Quote], own: str | None) -> tuple[Check, ...]:
    checks: list[Check] = []
    for quote in quotes:
        speaker = quote.speaker.name if quote.speaker and quote.speaker.kind in NAMED else None
        try:
            checks.append(_check(quote, verify(store, quote.text or "", speaker), own))
        except OutOfTime:
            if not checks:
                raise
            break  # the others are asked for as those that come after these
    return tuple(checks)


def _check(quote: Quote, answer: Verification, own: str | None) -> Check:
    elsewhere = [match for match in answer.matches if match.quote.document is None or match.quote.document.id != own]
    passages = [passage for passage in answer.passages if passage.document.id != own]
    if answer.outcome in ("not_found", "in_text"):
        return Check(quote, "in_text" if passages else "not_found", None, passages[0] if passages else None)
    if not elsewhere:
        return Check(quote, "not_found")
    return Check(quote, elsewhere[0].outcome, elsewhere[0])
