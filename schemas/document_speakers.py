"""A document's speakers, and why each is taken for the kept speaker that it is."""

from __future__ import annotations

from marshmallow import fields

from quotes.schemas.quote import SHARE
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.speaker import SpeakerSchema


class SourceSchema(RecordSchema):
    """A speaker of one document, under the name it has there."""

    speaker = fields.Nested(SpeakerSchema)
    how = fields.String(metadata={"description": "Why it is this kept speaker.", "example": "same full name"})
    confidence = fields.Float(validate=SHARE, metadata={"description": "How sure that is."})
    anonymity_explained = fields.Boolean(allow_none=True, metadata={
        "description": "Of an unnamed source: whether the document says why it has no name. Null for others."})


class SourceListSchema(RecordSchema):
    """All speakers of one document."""

    items = fields.List(fields.Nested(SourceSchema))
