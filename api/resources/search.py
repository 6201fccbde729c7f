"""Searches: quotes by filters and words, by words within the limit of time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotes.api.http.pagination import page_request
from quotes.api.http.request_context import current_settings, current_store
from quotes.store.contract.store import Found, QuoteFilter


def ordered(of: str, query: Mapping[str, Any]) -> str:
    """The name of a list in the order that a query asks for: a place in one order is none in another."""
    if query["sort"] == "date":
        return of if query["order"] == "desc" else f"{of} {query['order']}"
    return f"{of} by {query['sort']} {query['order']} {query.get('q', '')}"


def searched(of: str, query: Mapping[str, Any], wanted: QuoteFilter) -> Found:
    """The part that a query asks for of the list called `of`: all quotes that pass a filter, or what a search finds."""
    page, order = page_request(of, query), query.get("sort", "date")
    if not (wanted.terms or wanted.words):
        return Found(current_store().quotes(wanted, page, order))
    limit = current_settings().search_timeout_ms
    return current_store().search(wanted, page, order, limit)


