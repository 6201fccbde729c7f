"""Did X say this? What is asked, and the answer; the same for each quotation of a draft."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from quotes.schemas.document import DocumentSummarySchema
from quotes.schemas.quote import SHARE, QuoteSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.speaker import SpeakerSchema
from quotes.schemas.text_fields import Words

OUTCOMES = ("found", "altered", "clipped", "other_speaker", "not_found", "in_text")
OPS = ("equal", "replace", "insert", "delete", "elided")
CHANGES = ("negation", "number", "name")
LONGEST = 4000
MOST_PASSED = 100_000  # quotations of a draft


class VerifyQuerySchema(Schema):
    """The words that somebody is said to have said."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    text = Words(required=True, validate=validate.Length(1, LONGEST), metadata={
        "description": "The words, with or without quotation marks."})
    speaker = Words(validate=validate.Length(max=400), metadata={
        "description": "Who is said to have said them: an id (s12), all or part of a name, or a role (the mayor). "
                       "Without it, a name beside the words counts: Ona Reed: “…”, or “…” — Ona Reed."})


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
    denial = fields.String(allow_none=True, metadata={
        "description": "What the quote's sentence says right before the words, where that denies them: "
                       "“it is not true that”."})


class PassageSchema(RecordSchema):
    """A passage of an article's own text that has these words and is no quotation."""

    document = fields.Nested(DocumentSummarySchema, metadata={"description": "The article."})
    start = fields.Integer(metadata={"description": "Where the passage begins in the article's text, in code points."})
    end = fields.Integer(metadata={"description": "Where it ends; exclusive."})
    text = fields.String(metadata={"description": "The words as the article has them."})
    before = fields.String(metadata={"description": "The text right before, in the same paragraph."})
    after = fields.String(metadata={"description": "The text right after, in the same paragraph."})
    similarity = fields.Float(validate=SHARE, metadata={
        "description": "The share of the words that are equal, from 0 to 1; longer words count more."})
    diff = fields.List(fields.Nested(DifferenceSchema), metadata={
        "description": "The words that were asked for beside those of the article, in order."})
    changed = fields.List(fields.String(validate=validate.OneOf(CHANGES)), metadata={
        "description": "Which changes alter the meaning."})


class AskedSchema(RecordSchema):
    """What was looked for."""

    text = fields.String(metadata={"description": "The words, without what stood beside them."})
    speaker = fields.String(allow_none=True, metadata={"description": "Who is said to have said them."})
    speaker_in_text = fields.Boolean(metadata={"description": "Whether the speaker was named beside the words."})


class HolderSchema(RecordSchema):
    """Somebody whom kept articles call what was asked for as speaker: a role, not a name."""

    speaker = fields.Nested(SpeakerSchema, metadata={"description": "Who it is."})
    called = fields.String(metadata={"description": "What articles say."})
    first = fields.String(allow_none=True, metadata={
        "description": "The first day on which one says so.", "format": "date"})
    last = fields.String(allow_none=True, metadata={"description": "The last day.", "format": "date"})
    is_meant = fields.Boolean(metadata={
        "description": "Whether articles of the time of the best match say so. If this holds of one alone, it is taken "
                       "for the speaker; of several, ask again with the id of one."})


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
        "description": "The best matches first. If no quote has the words, the nearest quotes, if there are any."})
    coverage = fields.Nested(CoverageSchema, metadata={"description": "What the collection holds."})
    asked = fields.Nested(AskedSchema, metadata={"description": "What was looked for."})
    passages = fields.List(fields.Nested(PassageSchema), metadata={
        "description": "Where no quote has the words, but an article's own text does: there."})
    holders = fields.List(fields.Nested(HolderSchema), metadata={
        "description": "If the speaker was asked for by a role: those who can be meant."})
    is_partial = fields.Boolean(data_key="partial", metadata={
        "description": "Whether time ran out: there may be other matches, and better ones."})


class DraftQuerySchema(Schema):
    """Which of a draft's quotations are wanted."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    offset = fields.Integer(load_default=0, validate=validate.Range(0, MOST_PASSED), metadata={
        "description": "How many of the draft's quotations to pass over: `next` of the answer before."})


class CheckSchema(RecordSchema):
    """One quotation of a draft, and what the collection says of it."""

    quote = fields.Nested(QuoteSchema, metadata={"description": "The quotation, as it was read in the draft."})
    outcome = fields.String(validate=validate.OneOf(OUTCOMES), metadata={
        "description": "What was found in other articles than the draft itself, if that is kept."})
    match = fields.Nested(MatchSchema, allow_none=True, metadata={"description": "The best match."})
    passage = fields.Nested(PassageSchema, allow_none=True, metadata={
        "description": "Where an article's own text has the words, if no quote has them."})


class CheckedDraftSchema(RecordSchema):
    """Some of a draft's quotations, each verified, in the order of the draft."""

    checks = fields.List(fields.Nested(CheckSchema), metadata={"description": "The quotations, at most 30."})
    offset = fields.Integer(metadata={"description": "How many were passed over."})
    total = fields.Integer(metadata={"description": "How many of the draft's quotations can be verified."})
    short = fields.Integer(metadata={
        "description": "How many more it has that are too short, fewer than three words, or too long."})
    next = fields.Integer(allow_none=True, metadata={
        "description": "The offset of the next ones; null if these are the last."})
    kept_as = fields.String(allow_none=True, metadata={
        "description": "The id of the draft's own article, if that is kept already; what it has does not count."})


_VERIFICATION = VerificationSchema()


def dump_verification(verification: Any) -> dict[str, Any]:
    """An answer, ready for JSON."""
    written: dict[str, Any] = _VERIFICATION.dump(verification)
    return written
