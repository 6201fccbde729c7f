"""Readings: everything found in one document."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from quotes.records.not_quote import REASONS, WHYS
from quotes.records.reading import Reading
from quotes.schemas.document import DocumentSchema
from quotes.schemas.quote import QuoteSchema
from quotes.schemas.record_schema import RecordSchema, without
from quotes.schemas.speaker import SpeakerSchema


class WarnedSchema(RecordSchema):
    """Something a reader of the result should know."""

    code = fields.String(metadata={"description": "The warning's code, which stays the same."})
    message = fields.String(metadata={"description": "The warning in words; the wording may change."})
    start = fields.Integer(allow_none=True, metadata={
        "description": "Where the place it is about begins, if it is about a place."})
    end = fields.Integer(allow_none=True, metadata={"description": "Where that place ends; exclusive."})


class NotQuoteSchema(RecordSchema):
    """Words in quotation marks that are listed as no quote, with the reason."""

    text = fields.String(metadata={"description": "The words, without the marks."})
    start = fields.Integer(metadata={"description": "Where they begin in the text."})
    end = fields.Integer(metadata={"description": "Where they end; exclusive."})
    why = fields.String(validate=validate.OneOf(WHYS), metadata={
        "description": " ".join(f"{why}: {reason}" for why, reason in REASONS.items())})


class MarkCountSchema(RecordSchema):
    """All quotation marks and apostrophes of a text, each counted once, by what it belongs to."""

    quotes = fields.Integer(metadata={"description": "Marks of quotes and posts."})
    not_quotes = fields.Integer(metadata={"description": "Marks of words that are listed as no quote."})
    apostrophes = fields.Integer(metadata={"description": "Apostrophes, and signs of feet, inches, minutes, seconds."})
    stray = fields.Integer(metadata={"description": "Marks that belong to nothing."})


class NotQuoteListSchema(Schema):
    """All words in a document's quotation marks that are listed as no quote."""

    items = fields.List(fields.Nested(NotQuoteSchema), required=True, metadata={
        "description": "The words, in the order of the text."})


class ReadingSchema(RecordSchema):
    """A document with the quotes and speakers found in it, and warnings."""

    document = fields.Nested(DocumentSchema, metadata={"description": "The document that was read."})
    quotes = fields.List(fields.Nested(QuoteSchema), metadata={"description": "Its quotes, in the order of the text."})
    speakers = fields.List(fields.Nested(SpeakerSchema), metadata={
        "description": "Its speakers, in the order in which they are first quoted."})
    warnings = fields.List(fields.Nested(WarnedSchema), metadata={"description": "What to know about the reading."})
    not_quotes = fields.List(fields.Nested(NotQuoteSchema), metadata={
        "description": "What else stands in quotation marks, in the order of the text."})
    marks = fields.Nested(MarkCountSchema, metadata={"description": "Its quotation marks, by what they belong to."})

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """A reading ready for JSON; a quote that does not name its document gets the reading's, without text."""
        written = super().dump(obj, many=many)
        for reading in written if isinstance(written, list) else (written,):
            document = without(reading["document"], {"text"})
            for quote in reading["quotes"]:
                quote["document"] = quote["document"] or document
        return written


_READING = ReadingSchema()


def dump_reading(reading: Reading) -> dict[str, Any]:
    """A reading, ready for JSON."""
    written: dict[str, Any] = _READING.dump(reading)
    return written
