"""/v1/disagreements: the same words given to different people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.pagination import listing, page_of, page_request
from quotes.api.http.request_context import current_store
from quotes.collection.disagreements import Disagreement, disagreements, with_quotes
from quotes.schemas.lists.directory import DisagreementListSchema
from quotes.schemas.pagination import PageQuerySchema
from quotes.store.contract.store import Page

disagreeing = Resources("disagreements", __name__, url_prefix="/v1",
                        description="The same words given to different people.")
LIST = "disagreements"


@disagreeing.route("/disagreements")
@disagreeing.arguments(PageQuerySchema, location="query")
@disagreeing.response(200, DisagreementListSchema)
@needs("read")
def list_disagreements(query: dict[str, Any]) -> Any:
    """List words that different articles give to different people, what came in last first.

    Words of six and more, by named speakers of whom the reading is not unsure; of the newest 500 groups of quotes that
    begin alike.
    """
    return listing(LIST, disagreements_asked(query))


def disagreements_asked(query: dict[str, Any]) -> Page[Disagreement]:
    """The part of the list of disagreements that a query asks for."""
    store = current_store()
    page = page_of(disagreements(store), page_request(LIST, query))
    return replace(page, items=with_quotes(store, page.items))
