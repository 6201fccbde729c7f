"""Documents: what came in, and where it comes from."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import fields, validate

from quotes.records.document import AddressOrigin, DateOrigin, Document
from quotes.schemas.record_schema import RecordSchema


class DocumentSchema(RecordSchema):
    """One article with its text."""

    id = fields.String(metadata={"description": "The document's id.", "example": "d12"})
    title = fields.String(allow_none=True, metadata={"description": "The headline."})
    url = fields.String(allow_none=True, metadata={"description": "Where it was published."})
    url_from = fields.String(allow_none=True, validate=validate.OneOf(get_args(AddressOrigin)), metadata={
        "description": "Who gave the address: the caller, or the page alone, which may claim any; null if that is not "
                       "known."})
    publisher = fields.String(allow_none=True, metadata={
        "description": "The outlet: the domain of the address, or what the caller said; without an address, what the "
                       "page prints."})
    publisher_printed = fields.String(allow_none=True, metadata={
        "description": "The outlet's name as the page prints it, without slogans. It is the page's own word."})
    byline = fields.String(allow_none=True, metadata={"description": "Who wrote the article."})
    published_at = fields.String(allow_none=True, metadata={
        "description": "A date, or a date with time, in ISO 8601; null if the article is undated."})
    published_from = fields.String(allow_none=True, validate=validate.OneOf(get_args(DateOrigin)), metadata={
        "description": "What the date rests on: the caller, JSON-LD, a meta tag, an element with a machine's date "
                       "(time), the address (url), or the words of the page (text); null if that is not known."})
    archived_at = fields.String(allow_none=True, metadata={
        "description": "When an archive took the page, in ISO 8601; no day of publication."})
    added_at = fields.String(allow_none=True, metadata={
        "description": "When it was first kept here, in ISO 8601; null if it is not kept."})
    language = fields.String(allow_none=True, metadata={"description": "The language tag."})
    text = fields.String(metadata={"description": "The text that all offsets count in, in Unicode code points."})
    engine = fields.String(metadata={"description": "The versions of the program and of its weights."})


class DocumentSummarySchema(DocumentSchema):
    """One article without its text: as lists show it."""

    class Meta:
        """What is left out."""

        exclude = ("text",)


class QuotedDocumentSchema(DocumentSchema):
    """The document of a quote; its text is there where expand=document asked for it."""

    ON_DEMAND = frozenset({"text"})


_DOCUMENT = DocumentSchema()


def dump_document(document: Document) -> dict[str, Any]:
    """A document with its text, ready for JSON."""
    written: dict[str, Any] = _DOCUMENT.dump(document)
    return written
