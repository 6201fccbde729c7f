"""What the search box of the pages asks."""

from __future__ import annotations

from schemas.listing import SHORT, PageQuerySchema
from schemas.strings import Words


class SearchQuerySchema(PageQuerySchema):
    """A name or words of a quote; without any, the latest quotes."""

    q = Words(load_default="", validate=SHORT)
