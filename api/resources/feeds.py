"""Feeds of a speaker, of a search, of an outlet: Atom and JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Response, request

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.conditional_requests import conditional
from quotes.api.http.pagination import neighbour
from quotes.api.http.request_context import current_store, public
from quotes.api.labels import one_line
from quotes.api.resources.filters import quote_filter
from quotes.api.resources.search import searched
from quotes.api.resources.speakers import speaker_or_problem
from quotes.records.quote import Quote
from quotes.schemas.feeds import atom, jsonfeed
from quotes.schemas.feeds.contract import Feed, entries_of, plain
from quotes.schemas.filters import QuoteQuerySchema
from quotes.store.contract.store import Page, QuoteFilter

feeds = Resources("feeds", __name__, description="What feed readers subscribe to.")
ATOM = {"schema": {"type": "string"}, "content_type": atom.MEDIA_TYPE, "description": "Atom (RFC 4287)"}
JSON_FEED = {"schema": {"type": "object"}, "content_type": jsonfeed.MEDIA_TYPE, "description": "JSON Feed 1.1"}
OF_ONE = QuoteQuerySchema(exclude=("speaker", "format", "expand", "sort", "order"))
OF_ALL = QuoteQuerySchema(exclude=("format", "expand", "sort", "order"))
ABOUT = (("speaker", "by {}"), ("q", "with {}"), ("publisher", "in {}"), ("document", "of {}"))
AS_ADDED = {"sort": "added", "order": "desc"}  # a reader sees what is new, of whatever day it is, also undated
Write = Callable[[Feed], str | bytes]


@feeds.route("/feed.atom")
@feeds.arguments(OF_ALL, location="query")
@feeds.response(200, **ATOM)
@feeds.asked_again
@needs("read")
def show_atom(query: dict[str, Any]) -> Response:
    """Answer with the quotes that pass the filters of /v1/quotes as an Atom feed, what came in last first."""
    return _answer(_feed(_title(query), "/", quote_filter(query), query), atom.written, atom.MEDIA_TYPE)


@feeds.route("/feed.json")
@feeds.arguments(OF_ALL, location="query")
@feeds.response(200, **JSON_FEED)
@feeds.asked_again
@needs("read")
def show_json_feed(query: dict[str, Any]) -> Response:
    """Answer with the quotes that pass the filters of /v1/quotes as a JSON Feed, what came in last first."""
    return _answer(_feed(_title(query), "/", quote_filter(query), query), jsonfeed.written, jsonfeed.MEDIA_TYPE)


@feeds.route("/speakers/<speaker:id>/feed.atom")
@feeds.arguments(OF_ONE, location="query")
@feeds.response(200, **ATOM)
@feeds.alt_response(404, "NOT_FOUND")
@feeds.asked_again
@needs("read")
def show_speaker_atom(query: dict[str, Any], id: str) -> Response:
    """Answer with what one speaker said as an Atom feed, what came in last first."""
    return _answer(_speaker_feed(id, query), atom.written, atom.MEDIA_TYPE)


@feeds.route("/speakers/<speaker:id>/feed.json")
@feeds.arguments(OF_ONE, location="query")
@feeds.response(200, **JSON_FEED)
@feeds.alt_response(404, "NOT_FOUND")
@feeds.asked_again
@needs("read")
def show_speaker_json_feed(query: dict[str, Any], id: str) -> Response:
    """Answer with what one speaker said as a JSON Feed, what came in last first."""
    return _answer(_speaker_feed(id, query), jsonfeed.written, jsonfeed.MEDIA_TYPE)


def _speaker_feed(id: str, query: dict[str, Any]) -> Feed:
    speaker = speaker_or_problem(id)  # of one who was merged, the one into whom
    title = _title({**query, "speaker": speaker.name})
    return _feed(title, f"/speakers/{speaker.id}", replace(quote_filter(query), speaker_id=speaker.id), query)


def _feed(title: str, home: str, wanted: QuoteFilter, query: dict[str, Any]) -> Feed:
    """The feed of the quotes that pass a filter, with when they came in or were changed."""
    of = f"feed of {home}"
    return feed_of(title, home, of, searched(of, {**query, **AS_ADDED}, wanted).page)


def feed_of(title: str, home: str, of: str, page: Page[Quote]) -> Feed:
    """The feed at the address of this request: a part of the list called `of`, which people read at a path."""
    corrections = current_store().corrections([quote.id for quote in page.items])
    entries = entries_of(((quote, public(f"/quotes/{quote.id}")) for quote in page.items), corrections)
    return Feed(title, public(request.full_path.rstrip("?")), public(home), neighbour(of, page.next), entries)


def _title(query: dict[str, Any]) -> str:
    """A feed's title: what it was narrowed to by the filters that people search with."""
    parts = [words.format(one_line(query[name], 80)) for name, words in ABOUT if query.get(name)]
    return plain(" ".join(["Quotes", *parts]))


def _answer(feed: Feed, write: Write, media_type: str) -> Response:
    """A feed with its tag, and no Last-Modified: what corrects or takes away brings no newer entry."""
    return conditional(Response(write(feed), content_type=media_type))
