"""What the forms of the pages ask."""

from __future__ import annotations

from marshmallow import validate

from quotes.schemas.pagination import LONGEST_FILTER, PageQuerySchema, QuoteQuerySchema
from quotes.schemas.text_fields import Words


class SearchQuerySchema(PageQuerySchema):
    """A name or words of a quote; without any, the latest quotes."""

    q = Words(load_default="", validate=validate.Length(max=LONGEST_FILTER))


class SpeakerPageQuerySchema(PageQuerySchema):
    """Which of a speaker's quotes are wanted; all filters narrow."""

    kind, publisher, since, until, q = (QuoteQuerySchema._declared_fields[name]
                                        for name in ("kind", "publisher", "since", "until", "q"))
