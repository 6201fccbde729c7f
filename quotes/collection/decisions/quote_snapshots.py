"""Whose a quote is, taken out of it and put back: what a decision changes, and what undoing it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from quotes.records.evidence import Antecedent, Clue
from quotes.records.post import AccountLink
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker

FIELDS = ("verdict", "confidence", "status", "confirmed_by")


def decided_on(quote: Quote) -> bool:
    """Whether a person decided something about a quote."""
    return quote.confirmed_by is not None or quote.verdict == "corrected" or quote.status == "not_a_quote"


def shown(quote: Quote) -> dict[str, Any]:
    """The part of a quote that decisions change, as the record of a decision shows it."""
    speaker = quote.speaker
    who = None if speaker is None else {"id": speaker.id, "name": speaker.name}
    return {"speaker": who, **{name: getattr(quote, name) for name in FIELDS}}


def taken(quote: Quote, text: str) -> dict[str, Any]:
    """All that is needed to put a quote back as it is now; `text` is its document's, in which the places count."""
    return {
        **{name: getattr(quote, name) for name in FIELDS},
        "speaker": None if quote.speaker is None else asdict(quote.speaker),
        "runner_up": None if quote.runner_up is None else asdict(quote.runner_up),
        "clues": [asdict(clue) for clue in quote.clues],
        "account_link": asdict(quote.post.account_link) if quote.post and quote.post.account_link else None,
        "text": _mark(text),
    }


def put_back(quote: Quote, before: Mapping[str, Any], text: str) -> Quote:
    """A quote as it was; without reasons and places where its document's text has changed meanwhile."""
    same = before["text"] == _mark(text)
    post = quote.post
    if post is not None and "account_link" in before:  # older decisions changed nothing of it and do not say
        link = before["account_link"]
        post = replace(post, account_link=AccountLink(**link) if link else None)
    return replace(
        quote, **{name: before[name] for name in FIELDS},
        speaker=_speaker(before["speaker"], same), runner_up=_speaker(before["runner_up"], same),
        clues=tuple(_clue(clue) for clue in before["clues"]) if same else (), post=post,
    )


def _clue(given: Mapping[str, Any]) -> Clue:
    """A reason as it was put on record, where a list stands for what was a tuple."""
    return Clue(**{**given, "facts": tuple(given.get("facts", ()))})


def _speaker(fields: Mapping[str, Any] | None, same: bool) -> QuotedSpeaker | None:
    if fields is None:
        return None
    antecedent = fields.get("antecedent")  # older decisions do not have it
    speaker = QuotedSpeaker(**{**fields, "antecedent": antecedent and Antecedent(**antecedent)})
    return speaker if same else replace(speaker, start=None, end=None, antecedent=None)


def _mark(text: str) -> str:
    """By what a text is known to be the same."""
    return sha256(text.encode()).hexdigest()[:20]
