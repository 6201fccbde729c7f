"""/v1/quotes: quotations and posts over all documents."""

from __future__ import annotations

from typing import Any

from flask import Response

from quotes.api.description import examples
from quotes.api.http.access_control import holds, needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.conditional_requests import note_version
from quotes.api.http.problems import Problem, missing
from quotes.api.http.request_context import current_store
from quotes.api.resources.filters import quote_filter
from quotes.api.resources.quote_answers import one_quote, quote_list
from quotes.api.resources.search import ordered, searched
from quotes.records.quote import Quote
from quotes.schemas.filters import FormQuerySchema, QuoteQuerySchema
from quotes.schemas.pagination import QuoteListSchema
from quotes.schemas.quote import QuoteSchema

quotes = Resources("quotes", __name__, url_prefix="/v1", description="Quotations and posts over all documents.")
LIST = "quotes"


@quotes.route("/quotes")
@quotes.arguments(QuoteQuerySchema, location="query")
@quotes.response(200, QuoteListSchema, example=examples.QUOTES)
@quotes.in_every_format
@needs("read")
def list_quotes(query: dict[str, Any]) -> Response:
    """List the quotes that pass all filters, newest published first and what is undated last, or as `sort` says.

    `speaker=s12` is an id, anything else a whole or part name. Active quotes only, unless `status` says otherwise,
    and only words that were said, unless `stance` asks for those that are denied, alleged or hypothetical. A
    search that reaches its limit of time answers with the newest matches, and says so in `partial`.
    """
    of = ordered(LIST, query)
    return quote_list(of, query, searched(of, query, quote_filter(query)))


@quotes.route("/quotes/<quote:id>")
@quotes.arguments(FormQuerySchema, location="query")
@quotes.response(200, QuoteSchema, example=examples.QUOTE)
@quotes.in_every_format
@quotes.alt_response(404, "NOT_FOUND")
@needs("read")
def show_quote(query: dict[str, Any], id: str) -> Response:
    """Show one quote, whatever its status."""
    note_version(id)
    return one_quote(query, quote_or_problem(id))


def quote_or_problem(id: str) -> Quote:
    """A kept quote; a Problem if there is none with this id, or if it is hidden from this caller."""
    quote = current_store().quote(id)
    if quote is None:
        raise missing("quote")
    if quote.status == "hidden" and not holds("admin"):
        raise Problem("gone", "This quote is not shown any more, because the person quoted objected.")
    return quote
