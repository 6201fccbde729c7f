"""Lists: how much of one is wanted, and how it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

from quotes.schemas.document import DocumentSummarySchema
from quotes.schemas.quote import QuoteSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.speaker import ListedSpeakerSchema
from quotes.schemas.text_fields import Words

LIMIT, MOST = 20, 100


class PageQuerySchema(Schema):
    """Which part of a list is wanted."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    cursor = Words(validate=validate.Length(max=1500), metadata={
        "description": "Which part of the list: taken from `next` or `prev` of an answer."})
    limit = fields.Integer(load_default=LIMIT, validate=validate.Range(1, MOST), metadata={
        "description": "How many items to return at most."})


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

    items = fields.List(fields.Nested(ListedSpeakerSchema), metadata={"description": "The speakers of this part."})


