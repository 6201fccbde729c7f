"""/saved: the searches that whoever is signed in keeps, with what is new in each; and one with its digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_store
from quotes.api.pages.list_links import page_links
from quotes.api.pages.query_parameters import query_of
from quotes.api.pages.review import keep_nowhere
from quotes.api.pages.sentence import shown_sentences
from quotes.api.resources.saved.queries import canonical, default_label, in_words, wanted
from quotes.api.resources.saved.searches import came_in, feed_address, shown_searches
from quotes.collection import own_searches as saving
from quotes.records.errors import Conflict, InvalidInput
from quotes.records.search_question import LONGEST_LABEL
from quotes.schemas.pagination import PageQuerySchema
from quotes.store.contract.own_searches import SavedSearch

saved_pages = Blueprint("saved_pages", __name__, url_prefix="/saved")
saved_pages.after_request(keep_nowhere)
QUERY = PageQuerySchema()


@saved_pages.route("")
@needs("own-page")
def page() -> str:
    """All saved searches of whoever is signed in, the latest first, each with how many quotes are new."""
    return _list()


@saved_pages.route("", methods=["POST"])
@needs("own-page")
def save() -> Any:
    """Save a search, and go on to it; to the one that is there already where it was saved before."""
    store, owner, query = current_store(), session.who(), canonical(request.form.get("query", ""))
    found = saving.saved_already(store, owner, query)
    if found is None:
        try:
            found = saving.save(store, owner, default_label(query), query, datetime.now(UTC))
        except Conflict as conflict:
            return _list(str(conflict)), 409
    return redirect(url_for("saved_pages.digest", id=found.id), 303)


@saved_pages.route("/<saved:id>")
@needs("own-page")
def digest(id: str) -> str:
    """What came in since the last visit; looking at the first part of it is a visit."""
    query, search = query_of(QUERY), _own(id)
    if "cursor" not in query and request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        before = search.visited_at
        search = saving.visit(current_store(), search, datetime.now(UTC))
        return _digest(search, query, before)
    return _digest(search, query, None)


@saved_pages.route("/<saved:id>", methods=["POST"])
@needs("own-page")
def change(id: str) -> Any:
    """Rename or delete a saved search, or give its feed a new address."""
    search, store, what = _own(id), current_store(), request.form.get("what", "")
    try:
        if what == "rename":
            saving.rename(store, search, request.form.get("label", ""))
        elif what == "renew":
            saving.renew_feed(store, search)
        elif what == "delete":
            store.remove_saved_search(id)
            return redirect(url_for("saved_pages.page"), 303)
        else:
            raise Problem("invalid-input", "Choose one of the changes on the page.")
    except InvalidInput as fault:
        return _digest(search, query_of(QUERY), None, str(fault)), 422
    return redirect(url_for("saved_pages.digest", id=id), 303)


def _own(id: str) -> SavedSearch:
    return saving.own_search(current_store(), session.who(), id)


def _list(fault: str | None = None) -> str:
    kept = current_store().saved_searches(session.who().prefix)
    return render_template("saved/list.html", searches=shown_searches(kept), fault=fault, most=saving.MOST)


def _digest(search: SavedSearch, query: dict[str, Any], before: str | None, fault: str | None = None) -> str:
    of = f"digest of {search.id} after {search.seen}"
    found = came_in(of, query, replace(wanted(search.query), after=search.seen))
    return render_template(
        "saved/digest.html", search=search, page=found.page, partial=found.partial, parts=in_words(search.query),
        sentences=shown_sentences(found.page.items), links=page_links(of, found.page), before=before, fault=fault,
        atom=feed_address(search, "atom"), json=feed_address(search, "json"), token=csrf.form_token(),
        longest=LONGEST_LABEL)
