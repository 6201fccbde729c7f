"""Lists as CSV: all rows of what a page shows, streamed, so that a list of any length takes little memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from flask import Response, request, stream_with_context, url_for

from quotes.api.pages.query_parameters import query_of
from quotes.schemas.formats.csv import Cell
from quotes.schemas.formats.csv_table import table
from quotes.store.contract.store import Page, PageRequest

Item = TypeVar("Item")
AT_ONCE = 500  # items that are asked for together


def asked(schema: Any) -> dict[str, Any]:
    """What a page of a list is asked for; a field of a form that was left empty asks for nothing."""
    return query_of(schema, {name: value for name, value in request.args.items() if value})


def every(part: Callable[[PageRequest], Page[Item]]) -> Iterator[Item]:
    """All items of a list, a part at a time."""
    wanted = PageRequest(AT_ONCE)
    while True:
        page = part(wanted)
        yield from page.items
        if page.next is None:
            return
        wanted = PageRequest(AT_ONCE, page.next)


def csv_file(name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], query: dict[str, Any]) -> Response:
    """A table as a file to keep."""
    pieces = stream_with_context(table(head, rows, query.get("bom", False)))
    return Response(pieces, mimetype="text/csv",
                    headers={"Content-Disposition": f'attachment; filename="{name}.csv"'})


def links(csv: str, api: str, **values: Any) -> dict[str, str]:
    """The addresses of what a page shows as CSV, as CSV for Excel and as JSON; `csv` and `api` are names of routes."""
    known = {name: value for name, value in values.items() if value not in (None, "", False)}
    return {"csv": url_for(csv, **known), "excel": url_for(csv, **known, bom="true"), "json": url_for(api, **known)}
