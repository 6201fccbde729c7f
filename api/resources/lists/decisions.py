"""/v1/decisions: what people corrected, over the whole collection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.pagination import listing, page_request
from quotes.api.http.request_context import current_store
from quotes.collection.corrections import corrections
from quotes.schemas.decision import DecisionListSchema
from quotes.schemas.pagination import PageQuerySchema

corrected = Resources("corrections", __name__, url_prefix="/v1", description="What people corrected.")
LIST = "decisions"


@corrected.route("/decisions")
@corrected.arguments(PageQuerySchema, location="query")
@corrected.response(200, DecisionListSchema)
@needs("read")
def list_decisions(query: dict[str, Any]) -> Any:
    """List what people corrected, the latest first: speakers set, merged, split or edited, quotes made and unmade.

    Confirmations are left out, as are takedowns and whatever is about somebody who objected; so a part can have fewer
    items than its limit, and the list goes on all the same where `next` says so.
    """
    page = corrections(current_store(), page_request(LIST, query))
    return listing(LIST, replace(page, items=tuple(one.decision for one in page.items)))
