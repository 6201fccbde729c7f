"""/v1/quotes/export and /export: every quote that passes the filters, as a file, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Response, stream_with_context

from quotes.api.http.access_control import needs
from quotes.api.http.problems import wrong_parameter
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.query_parameters import query_of
from quotes.api.resources.filters import quote_filter
from quotes.api.resources.quote_answers import placed
from quotes.api.resources.quotes import quotes
from quotes.schemas.filters import ExportQuerySchema
from quotes.schemas.formats.catalogue import BY_NAME, FORMATS
from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.formats.csv import CSV, MARK
from quotes.store.contract.store import PageRequest, QuoteFilter

AT_ONCE = 200  # quotes that are held at a time
QUERY = ExportQuerySchema()


@quotes.route("/quotes/export")
@quotes.arguments(QUERY, location="query")
@quotes.response(200, {"type": "string"}, content_type="text/csv",
                 description="All of them: CSV, or what `format` asks for")
@quotes.in_formats(format_ for format_ in FORMATS if format_ is not CSV)
@needs("read")
def export_quotes(query: dict[str, Any]) -> Response:
    """Send every quote that passes the filters of /v1/quotes as one file, while it is written.

    With `bom=true`, CSV begins with the mark by which Excel knows UTF-8. An answer that breaks off is not whole.
    """
    return _file(query)


@needs("read")
def export_page() -> Response:
    """The same for people who have signed in, from the links on pages."""
    return _file(query_of(QUERY))


def _file(query: Mapping[str, Any]) -> Response:
    format_ = BY_NAME[query["format"]]
    if query["bom"] and format_.name != "csv":
        raise wrong_parameter("bom", "Only CSV can begin with this mark.")
    about, pieces = About(public), _placed(quote_filter(query), format_, query)
    response = Response(stream_with_context(_written(format_.many(pieces, about), query["bom"])),
                        content_type=f"{format_.media_type}{'; charset=utf-8' if format_.name == 'csv' else ''}")
    ending = "json" if format_.name in ("jsonld", "annotation") else format_.name
    response.headers["Content-Disposition"] = f'attachment; filename="quotes.{ending}"'
    return response


def _written(pieces: Iterator[str], marked: bool) -> Iterator[str]:
    if marked:
        yield MARK
    yield from pieces


def _placed(wanted: QuoteFilter, format_: Format, query: Mapping[str, Any]) -> Iterator[Placed]:
    """The quotes in their order, some at a time, each part asked for once the one before is sent."""
    request: PageRequest | None = PageRequest(AT_ONCE, None, query["order"] == "asc")
    while request is not None:
        page = current_store().quotes(wanted, request, query["sort"])
        yield from placed(page.items, format_)
        request = PageRequest(AT_ONCE, page.next, request.ascending) if page.next else None
