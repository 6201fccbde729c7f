"""Saved searches: kept under a label for the holder of a key, and what came in since their last visit."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hmac import compare_digest

from quotes.collection.access_keys import usable_key
from quotes.collection.search.search_answer import Search, answer, filter_of, first_meaning
from quotes.records.errors import Conflict, InvalidInput, NotFound, StoreError
from quotes.records.search_question import LONGEST_LABEL
from quotes.store.contract.own_searches import NewQuotes, SavedSearch
from quotes.store.contract.store import Key, PageRequest, QuoteFilter, Store

MOST = 20  # searches of one key
MOST_COUNTED = 100  # new quotes
PAUSE = timedelta(hours=1)  # after which looking again is another visit
NOTED_EVERY = timedelta(minutes=1)  # so that loading a page again is not a write each time
UNRELAXED = ("exact", "forms")


def save(store: Store, owner: Key, label: str, query: str, now: datetime) -> SavedSearch:
    """Keep a search for the holder of a key; what is there already is not new.

    InvalidInput for a label that is none; Conflict where the search is kept already, or where there are too many.
    """
    label = entered_label(label)
    with store.writing():
        kept = store.saved_searches(owner.prefix)
        if (same := saved_already(store, owner, query)) is not None:
            raise Conflict(f"You have saved this search already, as “{same.label}” ({same.id}).")
        if len(kept) >= MOST:
            raise Conflict(f"A key holds at most {MOST} saved searches; delete one that you no longer need first.")
        last = store.last_quote()
        return store.add_saved_search(SavedSearch(
            "", owner.prefix, label, query, _token(), _written(now), seen=last, reached=last))


def saved_already(store: Store, owner: Key, query: str) -> SavedSearch | None:
    """The saved search of a key that asks for the same; None where there is none."""
    return next((one for one in store.saved_searches(owner.prefix) if one.query == query), None)


def own_search(store: Store, owner: Key, id: str) -> SavedSearch:
    """A key's own saved search; NotFound for everybody else's too, so that nobody learns what is there."""
    found = store.saved_search(id)
    if found is None or found.owner != owner.prefix:
        raise NotFound("You have no saved search with this id.")
    return found


def followed(store: Store, id: str, token: str, now: datetime) -> SavedSearch | None:
    """The saved search that a feed's address is of, if its token is right and the key of its owner is in use."""
    found = store.saved_search(id)
    is_right = compare_digest((found.feed_token if found else _token()).encode(), token.encode("utf-8", "replace"))
    if found is None or not is_right or usable_key(store, found.owner, now) is None:
        return None
    return found


def rename(store: Store, search: SavedSearch, label: str) -> SavedSearch:
    """Give a saved search another label."""
    return _changed(store, search, label=entered_label(label))


def renew_feed(store: Store, search: SavedSearch) -> SavedSearch:
    """Give the feed of a saved search a new address; the old one answers no more."""
    return _changed(store, search, feed_token=_token())


def mark_seen(store: Store, search: SavedSearch, quote: str) -> SavedSearch:
    """Say up to which quote everything is seen; InvalidInput for one that is not there yet."""
    if _number(quote) > _number(store.last_quote()):
        raise InvalidInput("No quote with this id has come in yet; send `latest` of a digest.", "seen")
    return _changed(store, search, seen=quote, reached=quote)


def visit(store: Store, search: SavedSearch, now: datetime) -> SavedSearch:
    """The saved search as whoever visits it now sees it, and note the visit.

    After a pause of an hour it is another visit: then all that was there at the end of the last one is seen. Within a
    visit nothing changes but its end, so that loading the page again shows the same.
    """
    there = _visited(search, store.last_quote(), now)
    if there == search:
        return there
    try:
        with store.at_once(), store.writing():
            fresh = store.saved_search(search.id) or search  # somebody may have renamed it meanwhile
            there = _visited(fresh, there.reached, now)
            store.change_saved_search(there)
    except StoreError:
        return there  # a store that is busy or cannot be written is still read: the next visit is noted
    return there


def _visited(search: SavedSearch, last_quote: str, now: datetime) -> SavedSearch:
    last = datetime.fromisoformat(search.visited_at) if search.visited_at else None
    if last is None or now - last >= PAUSE:
        return replace(search, seen=search.reached, reached=last_quote, visited_at=_written(now))
    if last_quote == search.reached and now - last < NOTED_EVERY:
        return search
    return replace(search, reached=last_quote, visited_at=_written(now))


def filter_now(store: Store, typed: str, within: QuoteFilter, plain: bool, limit_ms: int) -> QuoteFilter:
    """The filter of all quotes that a saved question means; new quotes change it only as they change the search.

    Nothing of what was asked is let go, and articles are not looked through: whoever follows a search wants to hear of
    what they asked for, and of nothing else.
    """
    if not typed.strip():
        return within
    found = answer(store, Search(typed, within, PageRequest(1), limit_ms=limit_ms, plain=plain))
    if found.found.page.items and found.meaning.closeness in UNRELAXED:
        return filter_of(found.meaning, within)
    return filter_of(first_meaning(store, typed, plain), within)


def count_new(store: Store, wanted: QuoteFilter, search: SavedSearch, limit_ms: int) -> NewQuotes:
    """How many quotes of a saved search came in since its owner last looked at them."""
    return store.count_new(replace(wanted, after=search.reached), MOST_COUNTED, limit_ms)


def entered_label(label: str) -> str:
    """A label as it is kept; InvalidInput if it is empty or too long."""
    label = " ".join(label.replace("\0", " ").split())
    if not label or len(label) > LONGEST_LABEL:
        raise InvalidInput(f"Give the search a name of 1 to {LONGEST_LABEL} characters.", "label")
    return label


def _changed(store: Store, search: SavedSearch, **changes: str) -> SavedSearch:
    """Change a saved search as it stands now."""
    with store.writing():
        found = replace(store.saved_search(search.id) or search, **changes)
        store.change_saved_search(found)
    return found


def _number(quote: str) -> int:
    return int(quote[1:])


def _token() -> str:
    return secrets.token_urlsafe(32)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
