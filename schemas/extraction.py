"""What a caller sends to have an article read, with or without keeping it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, post_load, validate, validates_schema

from quotes.records.document import Article
from quotes.schemas.text_fields import Words, check_address, check_language, check_moment

MEMBERS = ("text", "html", "url", "title", "publisher", "byline", "published_at", "language")


class ArticleSchema(Schema):
    """An article: exactly one of `text` and `html`, and what is known about it. Null is the same as left out."""

    error_messages = {  # noqa: RUF012  marshmallow declares it so
        "unknown": f"This field is not known here; the fields are {', '.join(MEMBERS)}.",
        "type": "The body must be one JSON object.",
    }

    text = Words(allow_none=True, metadata={
        "description": "The article as plain text, with paragraphs on lines of their own."})
    html = Words(allow_none=True, metadata={"description": "The article as a page or a part of one."})
    url = Words(allow_none=True, validate=[validate.Length(max=2000), check_address],
                metadata={"description": "Where it was published.", "format": "uri"})
    title = Words(allow_none=True, validate=validate.Length(max=1000), metadata={"description": "The headline."})
    publisher = Words(allow_none=True, validate=validate.Length(max=300), metadata={"description": "The outlet."})
    byline = Words(allow_none=True, validate=validate.Length(max=500), metadata={
        "description": "Who wrote the article."})
    published_at = Words(allow_none=True, validate=check_moment,
                         metadata={"description": "A date, or a date with time, in ISO 8601."})
    language = Words(allow_none=True, validate=[validate.Length(max=35), check_language], metadata={
        "description": "A language tag; without it, the language is found from the text.", "example": "en"})

    @validates_schema
    def check_one_body(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        """Refuse an article with no body, or with two."""
        if (data.get("text") is None) == (data.get("html") is None):
            raise ValidationError("Send exactly one of text and html.")

    @post_load
    def make_article(self, data: dict[str, Any], **kwargs: Any) -> Article:
        """The record that the pipeline reads."""
        return Article(**data)
