"""The feed of a saved search: let in by a token in its address, so that feed readers need no key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Response

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.conditional_requests import conditional
from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_store
from quotes.api.labels import one_line
from quotes.api.resources.feeds import ATOM, JSON_FEED, Write, feed_of
from quotes.api.resources.saved.queries import wanted
from quotes.api.resources.saved.searches import came_in
from quotes.collection.own_searches import followed
from quotes.schemas.feeds import atom, jsonfeed
from quotes.schemas.feeds.contract import Feed, plain
from quotes.schemas.search.own_search import FeedQuerySchema
from quotes.store.contract.own_searches import SavedSearch

saved_feeds = Resources("saved_feeds", __name__, description="What feed readers subscribe to.")
GONE = "There is no such feed: its address was changed, or its saved search or the key of its owner is gone."


@saved_feeds.route("/saved/<saved:id>/feed.atom")
@saved_feeds.arguments(FeedQuerySchema, location="query")
@saved_feeds.response(200, **ATOM)
@saved_feeds.alt_response(404, "NOT_FOUND")
@saved_feeds.asked_again
@needs("nothing")
def show_saved_atom(query: dict[str, Any], id: str) -> Response:
    """Answer with the quotes of a saved search as an Atom feed, what came in last first.

    Let in is whoever has the token, with a key or without; a key does not stand in for it.
    """
    return _answer(id, query, atom.written, atom.MEDIA_TYPE)


@saved_feeds.route("/saved/<saved:id>/feed.json")
@saved_feeds.arguments(FeedQuerySchema, location="query")
@saved_feeds.response(200, **JSON_FEED)
@saved_feeds.alt_response(404, "NOT_FOUND")
@saved_feeds.asked_again
@needs("nothing")
def show_saved_json_feed(query: dict[str, Any], id: str) -> Response:
    """Answer with the quotes of a saved search as a JSON Feed, what came in last first."""
    return _answer(id, query, jsonfeed.written, jsonfeed.MEDIA_TYPE)


def _answer(id: str, query: dict[str, Any], write: Write, media_type: str) -> Response:
    search = followed(current_store(), id, query["token"], datetime.now(UTC))
    if search is None:
        raise Problem("not-found", GONE)
    response = Response(write(_feed(search, query)), content_type=media_type)
    response.headers["Cache-Control"] = "private, no-cache"  # its address is a secret, and so is what it looks for
    return conditional(response)


def _feed(search: SavedSearch, query: dict[str, Any]) -> Feed:
    """Everything that the search finds, so that a feed reader that was away for long misses nothing."""
    of = f"feed of {search.id}"
    title = plain(f"Quotes: {one_line(search.label)}")
    return feed_of(title, f"/?{search.query}", of, came_in(of, query, wanted(search.query)).page)
