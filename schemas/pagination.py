"""Lists: how much of one is wanted, and how it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from marshmallow import Schema, fields, validate

from quotes.records.search_query import Order
from quotes.schemas.document import DocumentSummarySchema
from quotes.schemas.formats.catalogue import NAMES as FORM_NAMES
from quotes.schemas.quote import KINDS, SPEAKER_KINDS, STATUSES, VERDICTS, QuoteSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.speaker import SpeakerSchema
from quotes.schemas.text_fields import Words

LIMIT, MOST = 20, 100
LONGEST_FILTER = 400
SHORT = validate.Length(1, LONGEST_FILTER, error="Send {min} to {max} characters, or leave this parameter out.")
DOCUMENT_ID = validate.Regexp(r"^d[1-9][0-9]{0,17}(?!\n)$", error="This is no document's id; they look like d12.")

EXPANSIONS = validate.Regexp(r"^(document|speaker)(,(document|speaker)){0,3}(?!\n)$",
                             error="This must be document, speaker, or both with a comma between.")


class PageQuerySchema(Schema):
    """Which part of a list is wanted."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    cursor = Words(validate=validate.Length(max=1500), metadata={
        "description": "Which part of the list: taken from `next` or `prev` of an answer."})
    limit = fields.Integer(load_default=LIMIT, validate=validate.Range(1, MOST), metadata={
        "description": "How many items to return at most."})


class FormQuerySchema(Schema):
    """How a quote is to be written."""

    error_messages = PageQuerySchema.error_messages

    format = Words(validate=validate.OneOf(FORM_NAMES), metadata={
        "description": "The format of the answer. Without it the header Accept decides; otherwise it is json."})
    expand = Words(validate=EXPANSIONS, metadata={
        "description": "What JSON includes in full: document (with its text), speaker (with names and accounts).",
        "example": "document,speaker"})


class QuotePageQuerySchema(PageQuerySchema, FormQuerySchema):
    """Which part of a list of quotes is wanted, and how it is to be written."""


class QuoteQuerySchema(QuotePageQuerySchema):
    """Which quotes are wanted; all filters narrow."""

    speaker = Words(validate=SHORT, metadata={"description": "The speaker's id (s12), or all or part of a name."})
    document = Words(validate=DOCUMENT_ID, metadata={"description": "A document's id.", "example": "d12"})
    kind = Words(validate=KINDS, metadata={"description": "The kind of quote."})
    verdict = Words(validate=VERDICTS, metadata={"description": "The verdict on the speaker."})
    status = Words(load_default="active", validate=STATUSES, metadata={
        "description": "The status; hidden needs a key with the scope admin."})
    publisher = Words(validate=SHORT, metadata={"description": "The outlet's name."})
    min_confidence = fields.Float(validate=validate.Range(0, 1), metadata={"description": "The lowest confidence."})
    since = fields.Date(data_key="from", metadata={
        "description": "The first day of publication, or of arrival if that is not known."})
    until = fields.Date(data_key="to", metadata={"description": "The last day, inclusive."})
    q = Words(validate=SHORT, metadata={
        "description": "Words that the quote must all contain; also “a phrase”, begin* and -without."})
    sort = Words(validate=validate.OneOf(get_args(Order)), load_default="date", metadata={
        "description": "date: the newest first; relevance: with q, the best match first."})


class SpeakerQuerySchema(PageQuerySchema):
    """Which speakers are wanted."""

    q = Words(validate=SHORT, metadata={"description": "All or part of a name."})
    kind = Words(validate=SPEAKER_KINDS, metadata={"description": "The kind of speaker."})


@dataclass(frozen=True, slots=True)
class FoundWords:
    """What a search shows of a quote: a part of its text, from `start` to `end`, and the places of the matches."""

    quote: str
    text: str
    start: int
    end: int
    matches: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Listing:
    """Some items of a list, and the addresses of the parts after and before; of a search also what is shown of it."""

    items: Sequence[Any]
    next: str | None = None
    prev: str | None = None
    partial: bool = False
    snippets: Sequence[FoundWords] = ()


class ListingSchema(RecordSchema):
    """Some items of a list, and the addresses of the parts after and before, null at either end."""

    next = fields.String(allow_none=True, metadata={
        "description": "The address of the part after this one; null at the end.", "format": "uri"})
    prev = fields.String(allow_none=True, metadata={
        "description": "The address of the part before this one; null at the beginning.", "format": "uri"})


class FoundWordsSchema(RecordSchema):
    """What a search shows of a quote. All places count in the quote's text."""

    quote = fields.String(metadata={"description": "The quote's id.", "example": "q12"})
    text = fields.String(metadata={"description": "The part of the quote's text around the first match."})
    start = fields.Integer(metadata={"description": "Where that part begins in the quote's text."})
    end = fields.Integer(metadata={"description": "Where that part ends; exclusive."})
    matches = fields.List(fields.List(fields.Integer()), metadata={
        "description": "Start and end of each match.", "example": [[4, 11]]})


class QuoteListSchema(ListingSchema):
    """A part of a list of quotes."""

    items = fields.List(fields.Nested(QuoteSchema), metadata={"description": "The quotes of this part."})
    is_partial = fields.Boolean(attribute="partial", data_key="partial", metadata={
        "description": "Whether the search ran out of time; then these are the newest matches."})
    snippets = fields.List(fields.Nested(FoundWordsSchema), metadata={
        "description": "With q, the part of each quote to show, with its matches."})


class DocumentListSchema(ListingSchema):
    """A part of a list of documents, without their texts."""

    items = fields.List(fields.Nested(DocumentSummarySchema), metadata={"description": "The documents of this part."})


class SpeakerListSchema(ListingSchema):
    """A part of a list of speakers."""

    items = fields.List(fields.Nested(SpeakerSchema), metadata={"description": "The speakers of this part."})


