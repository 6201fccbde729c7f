"""Quotes: quotations and posts with everything known about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quotes.records.document import Document
from quotes.records.evidence import ASSERTED, Clue, Cue, Stance, Via
from quotes.records.frozen import quickly_made
from quotes.records.post import PostDetails
from quotes.records.quotation import QuoteKind
from quotes.records.speaker import QuotedSpeaker

Verdict = Literal["certain", "likely", "unsure", "unknown", "corrected", "confirmed"]
Status = Literal["active", "withdrawn", "not_a_quote", "hidden"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation or a post with everything known about it: the one shape that is written everywhere."""

    id: str
    kind: QuoteKind
    text: str | None
    start: int
    end: int
    verdict: Verdict
    confidence: float
    continues: str | None = None
    parent: str | None = None
    speaker: QuotedSpeaker | None = None
    via: Via | None = None
    cue: Cue | None = None
    clues: tuple[Clue, ...] = ()
    runner_up: QuotedSpeaker | None = None
    post: PostDetails | None = None
    stance: Stance = ASSERTED
    status: Status = "active"
    confirmed_by: str | None = None
    link: str | None = None
    document: Document | None = field(default=None, repr=False)
