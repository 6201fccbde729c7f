"""/v1/outlets: where words were printed."""

from __future__ import annotations

from typing import Any

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.pagination import listing, page_of, page_request
from quotes.api.http.request_context import current_store
from quotes.records.outlet import outlet_name
from quotes.schemas.filters import OutletQuerySchema
from quotes.schemas.lists.directory import OutletListSchema
from quotes.store.contract.directory import OutletCount
from quotes.store.contract.store import Page

outlets = Resources("outlets", __name__, url_prefix="/v1", description="Where words were printed.")
LIST = "outlets"


@outlets.route("/outlets")
@outlets.arguments(OutletQuerySchema, location="query")
@outlets.response(200, OutletListSchema)
@needs("read")
def list_outlets(query: dict[str, Any]) -> Any:
    """List the outlets that have quotes, those with the most first, or by name.

    What else is known of one is at /v1/quotes, /v1/documents and /v1/stats with its `publisher`.
    """
    return listing(*outlets_asked(query))


def outlets_asked(query: dict[str, Any]) -> tuple[str, Page[OutletCount]]:
    """The name of the list of outlets that a query asks for, and the part."""
    of = f"{LIST} by {query['sort']}"
    return of, page_of(in_order(query["sort"]), page_request(of, query))


def in_order(sort: str) -> tuple[OutletCount, ...]:
    """All outlets, as a list of them is sorted."""
    found = current_store().outlets()
    return found if sort == "quotes" else tuple(sorted(found, key=_by_name))


def _by_name(outlet: OutletCount) -> tuple[str, str]:
    name = (outlet_name(outlet.publisher, outlet.publisher_printed) or "").casefold()
    return name.removeprefix("the "), outlet.publisher
