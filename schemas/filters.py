"""Filters: what the lists of the API and of the pages can be asked for, and in which format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from quotes.records.search_query import Order
from quotes.schemas.formats.catalogue import BY_NAME
from quotes.schemas.formats.catalogue import NAMES as FORMAT_NAMES
from quotes.schemas.pagination import PageQuerySchema
from quotes.schemas.quote import KINDS, SPEAKER_KINDS, STANCES, STATUSES, VERDICTS
from quotes.schemas.text_fields import Words

LONGEST_FILTER = 400
ORDERS = ("desc", "asc")
SPEAKER_ORDERS, OUTLET_ORDERS = ("quotes", "added"), ("quotes", "name")
LETTERS = (*"abcdefghijklmnopqrstuvwxyz", "0", "other")
SHORT = validate.Length(1, LONGEST_FILTER, error="Send {min} to {max} characters, or leave this parameter out.")
DOCUMENT_ID = validate.Regexp(r"^d[1-9][0-9]{0,17}(?!\n)$", error="This is no document's id; they look like d12.")
ANY_STANCE = "any"
_EXPANSION = "(document|speaker|sentence)"
EXPANSIONS = validate.Regexp(rf"^{_EXPANSION}(,{_EXPANSION}){{0,3}}(?!\n)$",
                             error="This must be document, speaker or sentence, or several with a comma between.")


class FormQuerySchema(Schema):
    """How a quote is to be written."""

    error_messages = PageQuerySchema.error_messages

    format = Words(validate=validate.OneOf(FORMAT_NAMES), metadata={
        "description": "The format of the answer. Without it the header Accept decides; otherwise it is json."})
    expand = Words(validate=EXPANSIONS, metadata={
        "description": "What JSON includes in full: document (with its text), speaker (with names and accounts), "
                       "sentence (the sentence in which a part of one stands).",
        "example": "document,speaker"})


class QuotePageQuerySchema(PageQuerySchema, FormQuerySchema):
    """Which part of a list of quotes is wanted, and how it is to be written."""


class QuoteQuerySchema(QuotePageQuerySchema):
    """Which quotes are wanted; all filters narrow."""

    speaker = Words(validate=SHORT, metadata={"description": "The speaker's id (s12), or all or part of a name."})
    speaker_kind = Words(validate=SPEAKER_KINDS, metadata={"description": "What the speaker is."})
    account = Words(validate=SHORT, metadata={
        "description": "The handle of a social account, with or without @: only posts from it, on any platform, "
                       "whoever is linked to them.", "example": "@harbourwatch"})
    document = Words(validate=DOCUMENT_ID, metadata={"description": "A document's id.", "example": "d12"})
    kind = Words(validate=KINDS, metadata={"description": "The kind of quote."})
    verdict = Words(validate=VERDICTS, metadata={"description": "The verdict on the speaker."})
    status = Words(load_default="active", validate=STATUSES, metadata={
        "description": "The status; hidden needs a key with the scope admin."})
    stance = Words(load_default="asserted", validate=validate.OneOf((*STANCES.choices, ANY_STANCE)), metadata={
        "description": "What the article says of the words: asserted ones were said; denied, alleged and hypothetical "
                       "ones are left out unless they, or any, are asked for."})
    publisher = Words(validate=SHORT, metadata={
        "description": "The outlet's domain, or a name that it goes by; where none is called so, all of whose names it "
                       "is a part."})
    min_confidence = fields.Float(validate=validate.Range(0, 1), metadata={"description": "The lowest confidence."})
    since = fields.Date(data_key="from", metadata={
        "description": "The first day of publication, as printed; of a post its own. Leaves out what is undated."})
    until = fields.Date(data_key="to", metadata={
        "description": "The last day, inclusive. Leaves out what is undated."})
    undated = fields.Boolean(load_default=False, metadata={
        "description": "With `from` or `to`: whether what is undated is wanted as well."})
    q = Words(validate=SHORT, metadata={
        "description": "Words that the quote must all contain; also “a phrase”, begin* and -without."})
    sort = Words(validate=validate.OneOf(get_args(Order)), load_default="date", metadata={
        "description": "date: the newest first, what is undated last; added: what came in last first; "
                       "relevance: with q, the best match first."})
    order = Words(validate=validate.OneOf(ORDERS), load_default="desc", metadata={
        "description": "desc: the newest first; asc: the oldest first, what is undated last all the same. "
                       "Not looked at by relevance, where the best match is first."})


class ExportQuerySchema(QuoteQuerySchema):
    """Which quotes are wanted in one file, all of them."""

    class Meta:
        """What belongs to parts of a list, and to JSON alone, is left out."""

        exclude = ("cursor", "limit", "expand")

    format = Words(load_default="csv", validate=validate.OneOf([*BY_NAME]), metadata={
        "description": "The format of the file."})
    sort = Words(load_default="date", validate=validate.OneOf(("date", "added")), metadata={
        "description": "date: the newest first, what is undated last; added: what came in last first."})
    bom = fields.Boolean(load_default=False, metadata={
        "description": "Whether CSV begins with the mark by which Excel knows UTF-8."})


class SpeakerQuerySchema(PageQuerySchema):
    """Which speakers are wanted."""

    q = Words(validate=SHORT, metadata={"description": "All or part of a name."})
    kind = Words(validate=SPEAKER_KINDS, metadata={"description": "The kind of speaker."})
    sort = Words(validate=validate.OneOf(SPEAKER_ORDERS), load_default="quotes", metadata={
        "description": "quotes: the most quoted first; added: those who came in last first, only those who are named "
                       "and quoted."})
    letter = Words(validate=validate.OneOf(LETTERS), metadata={
        "description": "In place of a sort: those under a letter, in its order; a person is under the surname. "
                       "0: names that begin with a digit; other: names in other scripts."})

    @validates_schema
    def check_one(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        """Refuse a name that is looked for in a list which is not made for that."""
        if "q" in data and ("letter" in data or data.get("sort") == "added"):
            raise ValidationError("This looks for names in another way; leave out sort and letter.", "q")


class DocumentQuerySchema(PageQuerySchema):
    """Which documents are wanted."""

    publisher = Words(validate=SHORT, metadata={
        "description": "The outlet's domain, or a name that it goes by; only documents in which somebody is quoted."})


class OutletQuerySchema(PageQuerySchema):
    """Which outlets are wanted."""

    sort = Words(validate=validate.OneOf(OUTLET_ORDERS), load_default="quotes", metadata={
        "description": "quotes: those with the most quotes first; name: by their names."})


class SearchQuerySchema(PageQuerySchema):
    """A name or words of a quote; without any, the latest quotes."""

    q = Words(load_default="", validate=validate.Length(max=LONGEST_FILTER))
    stance = QuoteQuerySchema._declared_fields["stance"]


class SpeakerPageQuerySchema(PageQuerySchema):
    """Which of a speaker's quotes are wanted; all filters narrow."""

    kind, stance, publisher, since, until, undated, q = (QuoteQuerySchema._declared_fields[name] for name in (
        "kind", "stance", "publisher", "since", "until", "undated", "q"))
