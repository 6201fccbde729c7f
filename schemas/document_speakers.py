"""A document's speakers, and why each is taken for the kept speaker that it is."""

from __future__ import annotations

from marshmallow import fields

from quotes.schemas.quote import SHARE
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.speaker import SpeakerSchema


class SourceSchema(RecordSchema):
    """A speaker of one document, under the name it has there."""

    speaker = fields.Nested(SpeakerSchema, metadata={
        "description": "The speaker, under the name that the document gives."})
    how = fields.String(metadata={
        "description": "Why the speaker is taken for this kept speaker.", "example": "same full name"})
    confidence = fields.Float(validate=SHARE, metadata={"description": "How sure that is."})
    anonymity_explained = fields.Boolean(allow_none=True, metadata={
        "description": "For an unnamed source, whether the document says why it has no name; null for others."})


class SourceListSchema(RecordSchema):
    """All speakers of one document."""

    items = fields.List(fields.Nested(SourceSchema), metadata={"description": "The document's speakers."})
