"""What the pages of lists can be asked for: as the API's lists, with more items on a page, and as CSV for Excel too."""

from __future__ import annotations

from marshmallow import fields, validate

from quotes.schemas.filters import DocumentQuerySchema, OutletQuerySchema, QuoteQuerySchema, SpeakerQuerySchema
from quotes.schemas.pagination import MOST, PageQuerySchema
from quotes.schemas.statistics import SpeakerStatsQuerySchema

ON_A_PAGE, OF_STATISTICS = 50, 20


def _limit(most: int) -> fields.Integer:
    return fields.Integer(load_default=most, validate=validate.Range(1, MOST))


class ListPageSchema(PageQuerySchema):
    """A list that cannot be narrowed."""

    limit = _limit(ON_A_PAGE)
    bom = fields.Boolean(load_default=False)


class SpeakerListPageSchema(ListPageSchema, SpeakerQuerySchema):
    """The list of speakers."""


class OutletListPageSchema(ListPageSchema, OutletQuerySchema):
    """The list of outlets."""


class DocumentListPageSchema(ListPageSchema, DocumentQuerySchema):
    """The list of articles."""


class UnnamedPageSchema(ListPageSchema):
    """Unnamed sources, of one outlet or of all."""

    publisher = QuoteQuerySchema._declared_fields["publisher"]


class StatisticsPageSchema(SpeakerStatsQuerySchema):
    """What is counted."""

    limit = _limit(OF_STATISTICS)
    bom = fields.Boolean(load_default=False)
