"""Quotes: the one shape that API, command line and exports write."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import fields, validate

from quotes.records.evidence import StanceKind
from quotes.records.post import DateSource
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Quote, Status, Verdict
from quotes.records.speaker import SpeakerKind
from quotes.schemas.document import QuotedDocumentSchema
from quotes.schemas.editors.editor_name import EditorName
from quotes.schemas.record_schema import RecordSchema

KINDS = validate.OneOf(get_args(QuoteKind))
VERDICTS = validate.OneOf(get_args(Verdict))
STANCES = validate.OneOf(get_args(StanceKind))
STATUSES = validate.OneOf(get_args(Status))
SPEAKER_KINDS = validate.OneOf(get_args(SpeakerKind))
SHARE = validate.Range(0, 1)


class AccountSchema(RecordSchema):
    """A social account."""

    platform = fields.String(metadata={"description": "The platform, such as twitter."})
    handle = fields.String(metadata={"description": "The handle, without @."})


class AntecedentSchema(RecordSchema):
    """The words for which a pronoun, a role or a short name stands."""

    text = fields.String(metadata={"description": "The words, as printed."})
    start = fields.Integer(metadata={"description": "Where they begin in the document's text."})
    end = fields.Integer(metadata={"description": "Where they end; exclusive."})
    sentences_before = fields.Integer(metadata={
        "description": "How many sentences before the mention they stand; 0 in the same one, below 0 after it."})


class QuotedSpeakerSchema(RecordSchema):
    """A speaker as one quote shows it, with the words taken as evidence and their place."""

    ON_DEMAND = frozenset({"aliases", "accounts"})

    id = fields.String(allow_none=True, metadata={
        "example": "s12", "description": "The id; null for a runner-up who is quoted nowhere in the document."})
    name = fields.String(metadata={"description": "The fullest name that the document gives."})
    kind = fields.String(validate=SPEAKER_KINDS, metadata={"description": "What the speaker is."})
    description = fields.String(allow_none=True, metadata={"description": "How the document describes the speaker."})
    mention = fields.String(allow_none=True, metadata={"description": "The words taken as evidence."})
    start = fields.Integer(allow_none=True, metadata={
        "description": "Where the mention begins in the document's text."})
    end = fields.Integer(allow_none=True, metadata={"description": "Where the mention ends; exclusive."})
    antecedent = fields.Nested(AntecedentSchema, allow_none=True, metadata={
        "description": "The words that name the speaker, where the mention is a pronoun, a role or a short name; null "
                       "where it is a full name itself, and of a runner-up."})
    aliases = fields.List(fields.String(), metadata={
        "description": "Other forms of the name; only with expand=speaker."})
    accounts = fields.List(fields.Nested(AccountSchema), metadata={
        "description": "The speaker's social accounts; only with expand=speaker."})


class ViaSchema(RecordSchema):
    """Who passed the words on without being their speaker."""

    name = fields.String(metadata={"description": "The outlet or platform."})
    start = fields.Integer(allow_none=True, metadata={
        "description": "Where its name begins in the document's text, if it is there."})
    end = fields.Integer(allow_none=True, metadata={"description": "Where its name ends; exclusive."})


class CueSchema(RecordSchema):
    """The word or formula of speech."""

    text = fields.String(metadata={"description": "The word or formula, as printed."})
    start = fields.Integer(metadata={"description": "Where the cue begins in the document's text."})
    end = fields.Integer(metadata={"description": "Where the cue ends; exclusive."})


class StanceSchema(RecordSchema):
    """Whether the article stands by the words, and the stretch of text that shows it where it does not."""

    kind = fields.String(validate=STANCES, metadata={
        "description": "asserted: somebody said these words; denied: the article says that they were not said, or that "
                       "the sayer denies them; alleged: it passes them on as somebody’s claim; hypothetical: nobody "
                       "is reported to have said them."})
    text = fields.String(allow_none=True, metadata={
        "description": "The words that show it, as printed; null where the words are asserted."})
    start = fields.Integer(allow_none=True, metadata={
        "description": "Where these words begin in the document's text."})
    end = fields.Integer(allow_none=True, metadata={"description": "Where these words end; exclusive."})


class ClueSchema(RecordSchema):
    """One reason for or against the speaker, and the stretch of text that shows it."""

    clue = fields.String(metadata={"description": "The reason's name, which stays the same."})
    says = fields.String(metadata={"description": "The reason as a sentence."})
    weight = fields.Float(metadata={"description": "Above 0 it speaks for the speaker, below 0 against."})
    start = fields.Integer(metadata={"description": "Where the stretch that shows the reason begins."})
    end = fields.Integer(metadata={"description": "Where that stretch ends; exclusive."})


class AccountLinkSchema(RecordSchema):
    """Why an account is taken to be a person."""

    how = fields.String(metadata={"description": "How the account was recognized."})
    confidence = fields.Float(validate=SHARE, metadata={"description": "How sure that is, from 0 to 1."})


class PostSchema(RecordSchema):
    """Where a social post comes from."""

    platform = fields.String(metadata={"description": "The platform.", "example": "twitter"})
    handle = fields.String(allow_none=True, metadata={"description": "The handle, without @."})
    author_name = fields.String(allow_none=True, metadata={"description": "The author's name, as the post shows it."})
    post_id = fields.String(allow_none=True, metadata={"description": "The platform's id of the post."})
    url = fields.String(allow_none=True, metadata={"description": "The post's address."})
    posted_at = fields.String(allow_none=True, metadata={"description": "When it was posted, in ISO 8601 and UTC."})
    date_source = fields.String(allow_none=True, validate=validate.OneOf(get_args(DateSource)), metadata={
        "description": "What posted_at rests on: the post's id, the printed date (tail), or other markup (meta)."})
    printed_date = fields.String(allow_none=True, metadata={"description": "The date as it is printed."})
    account_link = fields.Nested(AccountLinkSchema, allow_none=True, metadata={
        "description": "Why the account is taken to be the speaker's."})


class SentenceSchema(RecordSchema):
    """The sentence in which a quoted part of one stands, as the document has it."""

    text = fields.String(metadata={
        "description": "The sentence with the quote in it; cut at whole words where it is very long."})
    start = fields.Integer(metadata={"description": "Where it begins in the document's text."})
    end = fields.Integer(metadata={"description": "Where it ends; exclusive."})


class QuoteSchema(RecordSchema):
    """A quotation or a post with everything known about it."""

    ON_DEMAND = frozenset({"sentence"})

    id = fields.String(metadata={"description": "The quote's id.", "example": "q12"})
    kind = fields.String(validate=KINDS, metadata={
        "description": "direct: a whole sentence or more; mixed: a part of the writer's own sentence; "
                       "block: a block quote; post: a social post."})
    text = fields.String(allow_none=True, metadata={
        "description": "The words, exactly as in the document; null for a post without words."})
    start = fields.Integer(metadata={"description": "Where the words begin in the document's text."})
    end = fields.Integer(metadata={"description": "Where the words end; exclusive."})
    continues = fields.String(allow_none=True, metadata={"description": "The id of the quote that this one continues."})
    parent = fields.String(allow_none=True, metadata={
        "description": "The id of the quote that contains this one, or of the post that quotes this post."})
    speaker = fields.Nested(QuotedSpeakerSchema, allow_none=True, metadata={
        "description": "Who said it; null if nobody is named."})
    via = fields.Nested(ViaSchema, allow_none=True, metadata={
        "description": "Who passed the words on without being their speaker."})
    cue = fields.Nested(CueSchema, allow_none=True, metadata={
        "description": "The word or formula that introduces the speech."})
    verdict = fields.String(validate=VERDICTS, metadata={
        "description": "How sure the speaker is, in a word; corrected and confirmed are what a person said of it."})
    confidence = fields.Float(validate=SHARE, metadata={
        "description": "How sure the reading was of the speaker, from 0 to 1; 1 where a person set it."})
    clues = fields.List(fields.Nested(ClueSchema), metadata={
        "description": "The reasons for and against the speaker, the weightiest first."})
    runner_up = fields.Nested(QuotedSpeakerSchema, allow_none=True, metadata={
        "description": "The speaker who came second."})
    post = fields.Nested(PostSchema, allow_none=True, metadata={
        "description": "Where a post comes from; null for other quotes."})
    stance = fields.Nested(StanceSchema, metadata={
        "description": "Whether the article stands by the words; asserted of most quotes."})
    status = fields.String(validate=STATUSES, metadata={"description": "Whether the quote is shown, and if not, why."})
    confirmed_by = EditorName(allow_none=True, metadata={
        "description": "The name of the key with which a person confirmed or corrected the quote; “a person” where "
                       "editors' names are not told."})
    link = fields.String(allow_none=True, metadata={
        "description": "The address of these words in the page that published them."})
    document = fields.Nested(QuotedDocumentSchema, allow_none=True, metadata={
        "description": "The document, without its text unless expand=document asks for it."})
    sentence = fields.Nested(SentenceSchema, allow_none=True, metadata={
        "description": "Of a mixed quote the sentence around it, null for other kinds; only with expand=sentence."})


_QUOTE = QuoteSchema()


def dump_quote(quote: Quote) -> dict[str, Any]:
    """A quote, ready for JSON."""
    written: dict[str, Any] = _QUOTE.dump(quote)
    return written
