"""The versions of a quote in other documents."""

from __future__ import annotations

from marshmallow import fields, validate

from quotes.schemas.quote import SHARE, QuoteSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.verification import CHANGES, DifferenceSchema

RELATIONS = ("same", "altered", "shorter", "longer")


class VersionSchema(RecordSchema):
    """One wording in which other documents give the words."""

    relation = fields.String(validate=validate.OneOf(RELATIONS), metadata={
        "description": "What it is to the quote: the same words, altered, a shorter part of it, or longer."})
    similarity = fields.Float(validate=SHARE)
    diff = fields.List(fields.Nested(DifferenceSchema), metadata={
        "description": "The quote's words (asked) beside those of this version (found)."})
    changed = fields.List(fields.String(validate=validate.OneOf(CHANGES)))
    quotes = fields.List(fields.Nested(QuoteSchema), metadata={"description": "All that have it, the oldest first."})


class VersionsSchema(RecordSchema):
    """A quote, where it was printed first and by which outlets, and its versions, the most alike first."""

    quote = fields.Nested(QuoteSchema)
    first = fields.Nested(QuoteSchema, metadata={"description": "The one that was published first."})
    outlets = fields.List(fields.String(), metadata={"description": "Who prints it or a version, the earliest first."})
    speakers_disagree = fields.Boolean(metadata={"description": "Whether versions name different speakers."})
    versions = fields.List(fields.Nested(VersionSchema))
    more = fields.Boolean(metadata={"description": "Whether there are more versions than are shown."})
