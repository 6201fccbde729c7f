"""Quotes: the one shape that API, command line and exports write."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import fields, validate

from quotes.records.post import DateSource
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Quote, Status, Verdict
from quotes.records.speaker import SpeakerKind
from quotes.schemas.document import QuotedDocumentSchema
from quotes.schemas.record_schema import RecordSchema

KINDS = validate.OneOf(get_args(QuoteKind))
VERDICTS = validate.OneOf(get_args(Verdict))
STATUSES = validate.OneOf(get_args(Status))
SPEAKER_KINDS = validate.OneOf(get_args(SpeakerKind))
SHARE = validate.Range(0, 1)


class AccountSchema(RecordSchema):
    """A social account."""

    platform = fields.String()
    handle = fields.String(metadata={"description": "Without @."})


class QuotedSpeakerSchema(RecordSchema):
    """A speaker as one quote shows it, with the words taken as evidence and their place."""

    ON_DEMAND = frozenset({"aliases", "accounts"})

    id = fields.String(allow_none=True, metadata={
        "example": "s12", "description": "Null for a runner-up who is quoted nowhere in the document."})
    name = fields.String(metadata={"description": "The fullest name that the document gives."})
    kind = fields.String(validate=SPEAKER_KINDS)
    description = fields.String(allow_none=True)
    mention = fields.String(allow_none=True, metadata={"description": "The words taken as evidence."})
    start = fields.Integer(allow_none=True)
    end = fields.Integer(allow_none=True)
    aliases = fields.List(fields.String(), metadata={"description": "Other forms of the name; by expand=speaker."})
    accounts = fields.List(fields.Nested(AccountSchema), metadata={"description": "By expand=speaker."})


class ViaSchema(RecordSchema):
    """Who passed the words on without being their speaker."""

    name = fields.String()
    start = fields.Integer(allow_none=True)
    end = fields.Integer(allow_none=True)


class CueSchema(RecordSchema):
    """The word or formula of speech."""

    text = fields.String()
    start = fields.Integer()
    end = fields.Integer()


class ClueSchema(RecordSchema):
    """One reason for or against the speaker, and the stretch of text that shows it."""

    clue = fields.String(metadata={"description": "The reason's name, which stays the same."})
    says = fields.String(metadata={"description": "The reason as a sentence."})
    weight = fields.Float(metadata={"description": "Above 0 it speaks for the speaker, below against."})
    start = fields.Integer()
    end = fields.Integer()


class AccountLinkSchema(RecordSchema):
    """Why an account is taken to be a person."""

    how = fields.String()
    confidence = fields.Float(validate=SHARE)


class PostSchema(RecordSchema):
    """Where a social post comes from."""

    platform = fields.String(metadata={"example": "twitter"})
    handle = fields.String(allow_none=True, metadata={"description": "Without @."})
    author_name = fields.String(allow_none=True)
    post_id = fields.String(allow_none=True)
    url = fields.String(allow_none=True)
    posted_at = fields.String(allow_none=True, metadata={"description": "ISO 8601, UTC."})
    date_source = fields.String(allow_none=True, validate=validate.OneOf(get_args(DateSource)))
    printed_date = fields.String(allow_none=True, metadata={"description": "As printed."})
    account_link = fields.Nested(AccountLinkSchema, allow_none=True)


class QuoteSchema(RecordSchema):
    """A quotation or a post with everything known about it."""

    id = fields.String(metadata={"example": "q12"})
    kind = fields.String(validate=KINDS)
    text = fields.String(allow_none=True, metadata={"description": "Null for a post whose words are not known."})
    start = fields.Integer()
    end = fields.Integer()
    continues = fields.String(allow_none=True, metadata={"description": "The quote that this one carries on."})
    parent = fields.String(allow_none=True, metadata={"description": "The quote around this one."})
    speaker = fields.Nested(QuotedSpeakerSchema, allow_none=True)
    via = fields.Nested(ViaSchema, allow_none=True)
    cue = fields.Nested(CueSchema, allow_none=True)
    verdict = fields.String(validate=VERDICTS)
    confidence = fields.Float(validate=SHARE)
    clues = fields.List(fields.Nested(ClueSchema))
    runner_up = fields.Nested(QuotedSpeakerSchema, allow_none=True)
    post = fields.Nested(PostSchema, allow_none=True)
    status = fields.String(validate=STATUSES)
    confirmed_by = fields.String(allow_none=True)
    link = fields.String(allow_none=True, metadata={"description": "The passage in the original page."})
    document = fields.Nested(QuotedDocumentSchema, allow_none=True)


_QUOTE = QuoteSchema()


def dump_quote(quote: Quote) -> dict[str, Any]:
    """A quote, ready for JSON."""
    written: dict[str, Any] = _QUOTE.dump(quote)
    return written
