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
        "description": "How it relates to the quote: the same words, altered, a shorter part of it, or longer."})
    similarity = fields.Float(validate=SHARE, metadata={
        "description": "The share of the words that are equal, from 0 to 1; longer words count more."})
    diff = fields.List(fields.Nested(DifferenceSchema), metadata={
        "description": "The quote's words (asked) beside the words of this version (found)."})
    changed = fields.List(fields.String(validate=validate.OneOf(CHANGES)), metadata={
        "description": "Which changes alter the meaning."})
    quotes = fields.List(fields.Nested(QuoteSchema), metadata={
        "description": "The quotes with this wording, by day, what is undated last."})


class VersionsSchema(RecordSchema):
    """A quote, where it was printed first and by which outlets, and its versions, the most alike first."""

    quote = fields.Nested(QuoteSchema, metadata={"description": "The quote that was asked for."})
    first = fields.Nested(QuoteSchema, allow_none=True, metadata={
        "description": "The version that was published first of those that are dated, which may be the quote itself; "
                       "null if the dates do not say which it is."})
    earliest = fields.List(fields.Nested(QuoteSchema), metadata={
        "description": "The versions of which no date says that another was before: several if they are of one day, "
                       "none if nothing is dated."})
    outlets = fields.List(fields.String(), metadata={
        "description": "The outlets that printed it or a version of it, by day, what is undated last."})
    speakers_disagree = fields.Boolean(metadata={"description": "Whether versions name different speakers."})
    versions = fields.List(fields.Nested(VersionSchema), metadata={
        "description": "The other wordings, the most alike first."})
    undated = fields.Integer(metadata={"description": "How many of the quotes are undated."})
    more = fields.Boolean(metadata={"description": "Whether there are more versions than are shown."})
