"""What keeping an article answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from marshmallow import fields, validate

from quotes.records.document import Document, Warned
from quotes.records.not_quote import NO_MARKS, MarkCount, NotQuote
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.schemas.reading import ReadingSchema


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A reading as it is kept, with the store's ids, and what keeping it did."""

    outcome: Literal["new", "same", "revision"]
    document: Document
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    warnings: tuple[Warned, ...]
    not_quotes: tuple[NotQuote, ...] = ()
    marks: MarkCount = NO_MARKS


class KeptReadingSchema(ReadingSchema):
    """A reading as it is kept; `outcome` says whether it is new, the same again, or a revision."""

    outcome = fields.String(validate=validate.OneOf(("new", "same", "revision")), metadata={
        "description": "Whether the article is new, the same as before, or a revision."})
