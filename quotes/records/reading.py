"""Readings: everything found in one document."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.records.document import Document, Warned
from quotes.records.frozen import quickly_made
from quotes.records.not_quote import NO_MARKS, MarkCount, NotQuote
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document.

    `not_quotes` are the words in quotation marks that are listed as no quote, in the order of the text; `marks` counts
    all quotation marks by what they belong to.
    """

    document: Document
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    warnings: tuple[Warned, ...] = ()
    not_quotes: tuple[NotQuote, ...] = ()
    marks: MarkCount = NO_MARKS
