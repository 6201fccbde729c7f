"""Readings: everything found in one document."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

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


class ReadingSchema(RecordSchema):
    """A document with the quotes and speakers found in it, and warnings."""

    document = fields.Nested(DocumentSchema, metadata={"description": "The document that was read."})
    quotes = fields.List(fields.Nested(QuoteSchema), metadata={"description": "Its quotes, in the order of the text."})
    speakers = fields.List(fields.Nested(SpeakerSchema), metadata={
        "description": "Its speakers, in the order in which they are first quoted."})
    warnings = fields.List(fields.Nested(WarnedSchema), metadata={"description": "What to know about the reading."})

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
