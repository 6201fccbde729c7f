"""Saved searches: what is kept of one, what can be changed, and what came in since the last visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from quotes.records.search_question import LONGEST_LABEL
from quotes.schemas.pagination import ListingSchema, PageQuerySchema
from quotes.schemas.quote import QuoteSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.search.search_answer import QuestionQuerySchema
from quotes.schemas.text_fields import Words

LONGEST_QUERY, LONGEST_TOKEN = 4000, 100
# What a saved search can ask for, in the order of its canonical query string.
FILTERS = ("q", "plain", "speaker", "speaker_kind", "account", "publisher", "document", "kind", "verdict", "stance",
           "min_confidence", "from", "to", "undated")
PASSED_OVER = ("cursor", "limit", "sort", "order", "format", "expand")  # which part of a list, and how it is written
QUOTE_ID = validate.Regexp(r"^q(0|[1-9][0-9]{0,17})(?!\n)$", error="This is no quote's id; they look like q12.")
_QUERY = Words(required=True, validate=validate.Length(1, LONGEST_QUERY), metadata={
    "description": "The parameters of `GET /v1/search` that say which quotes are wanted, as its address has them; "
                   "those that say which part of the list, and how, are passed over.",
    "example": "q=harbour&speaker=s12"})
_LABEL = Words(validate=validate.Length(1, LONGEST_LABEL), metadata={
    "description": "What its owner calls it; without one it is called by what it looks for.",
    "example": "The harbour master on the wall"})


class SavedQuerySchema(QuestionQuerySchema):
    """Which quotes a saved search asks for."""

    class Meta:
        """What says which part of a list, in which order and form, is left out; and other statuses than active."""

        exclude = (*PASSED_OVER, "status")


class SavingSchema(Schema):
    """A search to be saved."""

    error_messages = {"unknown": "This member is not known here."}  # noqa: RUF012  marshmallow declares it so

    label = _LABEL
    query = _QUERY


class SavedChangeSchema(Schema):
    """What is to be changed of a saved search."""

    error_messages = SavingSchema.error_messages

    label = _LABEL
    seen = Words(validate=QUOTE_ID, metadata={
        "description": "The quote up to which everything is seen: `latest` of a digest.", "example": "q812"})
    renew_feed = fields.Boolean(metadata={
        "description": "true: the feed gets a new address, and the old one answers no more."})

    @validates_schema
    def check_something(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        """Refuse a change of nothing."""
        if not data:
            raise ValidationError("Send at least one of label, seen and renew_feed.")


class FeedQuerySchema(PageQuerySchema):
    """Which part of the feed of a saved search is wanted, and by what it is let in."""

    token = Words(required=True, validate=validate.Length(1, LONGEST_TOKEN), metadata={
        "description": "As the address of the feed has it, which `feed_atom` and `feed_json` of the saved search are."})


@dataclass(frozen=True, slots=True)
class ShownSearch:
    """A saved search as it is answered."""

    id: str
    label: str
    query: str
    made_at: str
    visited_at: str | None
    seen: str
    new: int
    is_whole: bool
    page: str
    search: str
    feed_atom: str
    feed_json: str


class SavedSearchSchema(RecordSchema):
    """A saved search, with how many quotes are new in it."""

    id = fields.String(metadata={"description": "Its id.", "example": "w12"})
    label = fields.String(metadata={"description": "What its owner calls it."})
    query = fields.String(metadata={
        "description": "What it looks for: parameters of `GET /v1/search`, always in the same order and form.",
        "example": "q=harbour&speaker=s12"})
    made_at = fields.String(metadata={"description": "When it was saved.", "format": "date-time"})
    visited_at = fields.String(allow_none=True, metadata={
        "description": "When its page was last looked at, or null.", "format": "date-time"})
    seen = fields.String(metadata={
        "description": "The quote that had come in last when its owner looked last; what came in later is new. q0 "
                       "where there was none.", "example": "q812"})
    new = fields.Integer(metadata={"description": "How many quotes are new; at most 100 are counted."})
    is_whole = fields.Boolean(data_key="whole", metadata={
        "description": "Whether all new ones were counted; false where there are more, or time ran out."})
    page = fields.String(metadata={"description": "The address of its digest for people.", "format": "uri"})
    search = fields.String(metadata={"description": "The address of the search for people.", "format": "uri"})
    feed_atom = fields.String(metadata={
        "description": "The address of its Atom feed, which needs no key: whoever knows it can read this search, and "
                       "nothing else.", "format": "uri"})
    feed_json = fields.String(metadata={"description": "The same as JSON Feed.", "format": "uri"})


class SavedSearchListSchema(ListingSchema):
    """A part of the list of one's saved searches."""

    items = fields.List(fields.Nested(SavedSearchSchema), metadata={"description": "The searches of this part."})


@dataclass(frozen=True, slots=True)
class DigestListing:
    """A part of a digest, as DigestSchema writes it."""

    items: Sequence[Any]
    next: str | None
    prev: str | None
    partial: bool
    seen: str
    latest: str


class DigestSchema(ListingSchema):
    """Quotes of a saved search that came in since its owner last looked, what came in last first."""

    items = fields.List(fields.Nested(QuoteSchema), metadata={"description": "The quotes of this part."})
    is_partial = fields.Boolean(attribute="partial", data_key="partial", metadata={
        "description": "Whether the search ran out of time; then these are the newest matches."})
    seen = fields.String(metadata={"description": "The quote after which these came in.", "example": "q812"})
    latest = fields.String(metadata={
        "description": "The quote that came in last of all: send it as `seen` once these are seen.", "example": "q900"})
