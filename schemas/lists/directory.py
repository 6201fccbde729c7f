"""What is browsed: outlets, and words that are given to different people."""

from __future__ import annotations

from marshmallow import fields

from quotes.schemas.pagination import ListingSchema
from quotes.schemas.quote import QuoteSchema
from quotes.schemas.record_schema import RecordSchema


class OutletSchema(RecordSchema):
    """An outlet, with what is quoted in it."""

    publisher = fields.String(metadata={
        "description": "Its domain or name, as its first article called it: the value for `publisher` elsewhere."})
    publisher_printed = fields.String(allow_none=True, metadata={
        "description": "The outlet's name as its pages print it; null if they print none, or another outlet's."})
    quotes = fields.Integer(metadata={"description": "How many active quotes there are of words that were said."})
    first = fields.String(allow_none=True, metadata={
        "description": "The day of the first quote that has a date.", "format": "date"})
    last = fields.String(allow_none=True, metadata={"description": "The day of the last one.", "format": "date"})


class OutletListSchema(ListingSchema):
    """A part of the list of outlets."""

    items = fields.List(fields.Nested(OutletSchema), metadata={"description": "The outlets of this part."})


class DisagreementSchema(RecordSchema):
    """The same words, given to different people by different articles."""

    text = fields.String(metadata={"description": "The words, in the shortest form in which they were printed."})
    quotes = fields.List(fields.Nested(QuoteSchema), metadata={
        "description": "The quotes that have these words, or begin with them, each with its speaker."})


class DisagreementListSchema(ListingSchema):
    """A part of the list of disagreements."""

    items = fields.List(fields.Nested(DisagreementSchema), metadata={"description": "The words of this part."})
