"""/v1/saved-searches: the searches that the holder of a key keeps, and what came in since they last looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from quotes.api.http.access_control import current_key, needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.pagination import listing, page_of, page_request
from quotes.api.http.request_context import current_settings, current_store, public
from quotes.api.resources.saved.queries import canonical, default_label, wanted
from quotes.collection import own_searches as saving
from quotes.schemas.pagination import PageQuerySchema
from quotes.schemas.search.own_search import (
    DigestListing,
    DigestSchema,
    SavedChangeSchema,
    SavedSearchListSchema,
    SavedSearchSchema,
    SavingSchema,
    ShownSearch,
)
from quotes.store.contract.own_searches import SavedSearch
from quotes.store.contract.store import Found, QuoteFilter

saved = Resources("saved", __name__, url_prefix="/v1/saved-searches",
                  description="Searches that the holder of a key keeps, with what is new in each.")
LIST = "saved searches"
PLACE = {"Location": {"description": "The saved search's address.", "schema": {"type": "string", "format": "uri"}}}
EXAMPLE = {"label": "The harbour master on the wall", "query": "q=wall&speaker=s1"}
SHORTEST_MS = 60


@saved.route("")
@saved.arguments(PageQuerySchema, location="query")
@saved.response(200, SavedSearchListSchema)
@needs("key")
def list_saved_searches(query: dict[str, Any]) -> Any:
    """List the saved searches of the key that asks, the latest first, each with how many quotes are new in it."""
    page = page_of(current_store().saved_searches(current_key().prefix), page_request(LIST, query))
    return listing(LIST, replace(page, items=shown_searches(page.items)))


@saved.route("", methods=["POST"])
@saved.arguments(SavingSchema, example=EXAMPLE)
@saved.response(201, SavedSearchSchema, headers=PLACE)
@saved.alt_response(409, "CONFLICT")
@needs("key")
def save_search(body: dict[str, Any]) -> Any:
    """Keep a search under a label; what is there already is not new in it.

    409: the search is kept already, or the key has twenty, which is the most that it can have.
    """
    query = canonical(body["query"])
    label = body.get("label") or default_label(query)
    found = saving.save(current_store(), current_key(), label, query, datetime.now(UTC))
    return shown_search(found), 201, {"Location": public(f"/v1/saved-searches/{found.id}")}


@saved.route("/<saved:id>")
@saved.response(200, SavedSearchSchema)
@saved.alt_response(404, "NOT_FOUND")
@needs("key")
def show_saved_search(id: str) -> ShownSearch:
    """Show one of one's own saved searches."""
    return shown_search(_own(id))


@saved.route("/<saved:id>", methods=["PATCH"])
@saved.arguments(SavedChangeSchema, example={"label": "The wall"})
@saved.response(200, SavedSearchSchema)
@saved.alt_response(404, "NOT_FOUND")
@needs("key")
def change_saved_search(body: dict[str, Any], id: str) -> ShownSearch:
    """Call a saved search something else, say what is seen, or give its feed a new address."""
    store, found = current_store(), _own(id)
    with store.writing():
        if "seen" in body:
            found = saving.mark_seen(store, found, body["seen"])
        if "label" in body:
            found = saving.rename(store, found, body["label"])
        if body.get("renew_feed"):
            found = saving.renew_feed(store, found)
    return shown_search(found)


@saved.route("/<saved:id>", methods=["DELETE"])
@saved.response(204)
@saved.alt_response(404, "NOT_FOUND")
@needs("key")
def delete_saved_search(id: str) -> None:
    """Delete one of one's own saved searches; its feed answers no more."""
    current_store().remove_saved_search(_own(id).id)


@saved.route("/<saved:id>/digest")
@saved.arguments(PageQuerySchema, location="query")
@saved.response(200, DigestSchema)
@saved.alt_response(404, "NOT_FOUND")
@needs("key")
def show_digest(query: dict[str, Any], id: str) -> Any:
    """List the quotes of a saved search that came in since its owner last looked, what came in last first.

    Nothing is marked as seen by that: send `latest` as `seen` to PATCH.
    """
    search, latest = _own(id), current_store().last_quote()
    of = f"digest of {id} after {search.reached}"
    answer = came_in(of, query, replace(wanted(search.query), after=search.reached))
    found, headers = listing(of, answer.page)
    return DigestListing(found.items, found.next, found.prev, answer.partial, search.reached, latest), headers


def came_in(of: str, query: dict[str, Any], asked: QuoteFilter) -> Found:
    """The part that a query asks for of the list called `of`: quotes that pass a filter, what came in last first."""
    page = page_request(of, query)
    if not (asked.terms or asked.words):
        return Found(current_store().quotes(asked, page, "added"))
    return current_store().search(asked, page, "added", current_settings().search_timeout_ms)


def shown_searches(searches: tuple[SavedSearch, ...]) -> tuple[ShownSearch, ...]:
    """Saved searches as they are answered; the time for counting is shared among them."""
    limit = max(SHORTEST_MS, current_settings().search_timeout_ms // max(1, len(searches)))
    return tuple(shown_search(one, limit) for one in searches)


def shown_search(search: SavedSearch, limit_ms: int | None = None) -> ShownSearch:
    """A saved search as it is answered, with how many quotes are new in it, counted within a limit of time."""
    limit = current_settings().search_timeout_ms if limit_ms is None else limit_ms
    new = saving.count_new(current_store(), wanted(search.query, limit), search, limit)
    return ShownSearch(
        search.id, search.label, search.query, search.made_at, search.visited_at, search.reached, new.count,
        new.is_whole, public(f"/saved/{search.id}"), public(f"/?{search.query}"), feed_address(search, "atom"),
        feed_address(search, "json"))


def feed_address(search: SavedSearch, form: str) -> str:
    """The address of a saved search's feed, as feed readers are given it."""
    return public(f"/saved/{search.id}/feed.{form}?token={search.feed_token}")


def _own(id: str) -> SavedSearch:
    return saving.own_search(current_store(), current_key(), id)
