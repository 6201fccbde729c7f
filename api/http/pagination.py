"""Lists in parts: from a query to a request for a page, and from a page to its answer with links to its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import request

from quotes.api.http.problems import wrong_parameter
from quotes.api.http.request_context import public
from quotes.schemas.cursor import BadCursor, read_cursor, write_cursor
from quotes.schemas.pagination import Listing
from quotes.store.contract.store import Cursor, Page, PageRequest


def page_request(of: str, query: Mapping[str, Any]) -> PageRequest:
    """The part of the list called `of` that a query asks for."""
    written = query.get("cursor")
    ascending = query.get("order") == "asc"
    if written is None:
        return PageRequest(query["limit"], None, ascending)
    try:
        return PageRequest(query["limit"], Cursor(*read_cursor(of, written)), ascending)
    except BadCursor as error:
        raise wrong_parameter("cursor", "Take the cursor from next or prev of an answer of this list.") from error


def listing(of: str, page: Page[Any]) -> tuple[Listing, dict[str, str]]:
    """A page as the API answers it: the body, and the header that links to the parts after and before."""
    found = Listing(page.items, neighbour(of, page.next), neighbour(of, page.prev))
    links = [f'<{address}>; rel="{rel}"' for rel, address in (("next", found.next), ("prev", found.prev)) if address]
    return found, {"Link": ", ".join(links)} if links else {}


def neighbour(of: str, cursor: Cursor | None) -> str | None:
    """The absolute address of the part of a list at a cursor, everything else asked for as in this request."""
    path = neighbour_path(of, cursor)
    return None if path is None else public(path)


def neighbour_path(of: str, cursor: Cursor | None) -> str | None:
    """The same as a path below the service's own."""
    if cursor is None:
        return None
    asked = {name: value for name, value in request.args.items() if name != "cursor"}
    place = write_cursor(of, cursor.key, cursor.number, cursor.backwards)
    return f"{request.path}?{urlencode({**asked, 'cursor': place})}"


def page_of(items: tuple[Any, ...], wanted: PageRequest) -> Page[Any]:
    """One part of a list that is there as a whole; its cursors count items."""
    start = wanted.cursor.number if wanted.cursor else 0
    if wanted.cursor and wanted.cursor.backwards:
        start = max(0, start - wanted.limit)
    end = start + wanted.limit
    return Page(items[max(start, 0):end], Cursor("", end) if end < len(items) else None,
                Cursor("", start, True) if start > 0 else None)
