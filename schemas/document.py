"""Documents: what came in, and where it comes from."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from quotes.records.document import Document
from quotes.schemas.record_schema import RecordSchema


class DocumentSchema(RecordSchema):
    """One article with its text."""

    id = fields.String(metadata={"description": "The document's id.", "example": "d12"})
    title = fields.String(allow_none=True, metadata={"description": "The headline."})
    url = fields.String(allow_none=True, metadata={"description": "Where it was published."})
    publisher = fields.String(allow_none=True, metadata={
        "description": "The outlet: the domain of the address, or what the caller said; without an address, what the "
                       "page prints."})
    publisher_printed = fields.String(allow_none=True, metadata={
        "description": "The outlet's name as the page prints it, without slogans. It is the page's own word."})
    byline = fields.String(allow_none=True, metadata={"description": "Who wrote the article."})
    published_at = fields.String(allow_none=True, metadata={"description": "A date, or a date with time, in ISO 8601."})
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
