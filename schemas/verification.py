"""Did X say this? What is asked, and the answer."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from quotes.schemas.quote import SHARE, QuoteSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.text_fields import Words

OUTCOMES = ("found", "altered", "clipped", "other_speaker", "not_found")
OPS = ("equal", "replace", "insert", "delete", "elided")
CHANGES = ("negation", "number", "name")
LONGEST = 4000


class VerifyQuerySchema(Schema):
    """The words that somebody is said to have said."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    text = Words(required=True, validate=validate.Length(1, LONGEST), metadata={
        "description": "The words, with or without quotation marks."})
    speaker = Words(validate=validate.Length(max=400), metadata={
        "description": "Who is said to have said them: an id (s12), or all or part of a name."})


class DifferenceSchema(RecordSchema):
    """A stretch of the words that were asked for beside what is found in its place."""

    op = fields.String(validate=validate.OneOf(OPS), metadata={
        "description": "equal: the same but for typography; replace: other words; insert: asked for, but not there; "
                       "delete: there, but not asked for; elided: left out where an ellipsis says so."})
    asked = fields.String(metadata={"description": "The words that were asked for."})
    found = fields.String(metadata={"description": "The words found in their place."})


class MatchSchema(RecordSchema):
    """A kept quote that has these words, or words like them."""

    quote = fields.Nested(QuoteSchema, metadata={"description": "The kept quote."})
    outcome = fields.String(validate=validate.OneOf(OUTCOMES), metadata={
        "description": "The outcome if this were the only match."})
    similarity = fields.Float(validate=SHARE, metadata={
        "description": "The share of the words that are equal, from 0 to 1; longer words count more."})
    diff = fields.List(fields.Nested(DifferenceSchema), metadata={
        "description": "The words that were asked for beside those of the quote, in order."})
    changed = fields.List(fields.String(validate=validate.OneOf(CHANGES)), metadata={
        "description": "Which changes alter the meaning."})
    omitted_before = fields.String(allow_none=True, metadata={"description": "The quote's words before those asked."})
    omitted_after = fields.String(allow_none=True, metadata={"description": "The quote's words after those asked."})
    joined = fields.List(fields.String(), metadata={
        "description": "The ids of further quotes of the same utterance that contain the rest of the words."})


class CoverageSchema(RecordSchema):
    """What the collection holds."""

    documents = fields.Integer(metadata={"description": "How many documents there are."})
    quotes = fields.Integer(metadata={"description": "How many active quotes there are."})
    since = fields.String(data_key="from", allow_none=True, metadata={
        "description": "The earliest day.", "format": "date"})
    until = fields.String(data_key="to", allow_none=True, metadata={"description": "The latest day.", "format": "date"})
    publishers = fields.List(fields.String(), metadata={"description": "The outlets."})


class VerificationSchema(RecordSchema):
    """Whether words are in the collection, the best passages, and what the collection covers."""

    outcome = fields.String(validate=validate.OneOf(OUTCOMES), metadata={"description": "What was found."})
    matches = fields.List(fields.Nested(MatchSchema), metadata={
        "description": "The best matches first. If nothing is found, the nearest passages, if there are any."})
    coverage = fields.Nested(CoverageSchema, metadata={"description": "What the collection holds."})


_VERIFICATION = VerificationSchema()


def dump_verification(verification: Any) -> dict[str, Any]:
    """An answer, ready for JSON."""
    written: dict[str, Any] = _VERIFICATION.dump(verification)
    return written
