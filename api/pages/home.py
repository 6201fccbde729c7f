"""/: the way in, with search and the latest quotes."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.front_page import front_page
from quotes.api.pages.list_links import from_the_start, page_links
from quotes.api.pages.query_parameters import query_of
from quotes.api.resources.filters import stance_of
from quotes.api.resources.search import searched
from quotes.collection.filters import by_words, name_words
from quotes.schemas.filters import SearchQuerySchema
from quotes.store.contract.store import PageRequest, QuoteFilter, SpeakerFilter

home_pages = Blueprint("home_pages", __name__)
MOST_SPEAKERS, MOST_SAID = 8, 5
SEARCH = SearchQuerySchema()


@home_pages.route("/")
@needs("read")
def home() -> str | Response:
    """The latest quotes, or what a search finds: speakers by name, their latest quotes, and quotes by words."""
    query = query_of(SEARCH)
    store, asked = current_store(), query["q"].strip()
    every = QuoteFilter(stance=stance_of(query))
    latest = by_words(every, asked) if asked else every
    front = None if asked or "cursor" in query else front_page(store)
    page = searched("home", query, latest).page
    if not page.items and not asked and "cursor" in query:
        return redirect(url_for("home_pages.home"))  # before the first quote there is the front page
    found, said = None, None
    if asked and "cursor" not in query:
        names = name_words(asked)
        found = store.speakers(SpeakerFilter(name_words=names), PageRequest(MOST_SPEAKERS))
        said = store.quotes(replace(every, name_words=names), PageRequest(MOST_SAID))
    people = found.items if found else ()
    return render_template("home.html", asked=asked, stance=query["stance"], page=page,
                           links=page_links("home", page), said=said,
                           named=[one for one in people if one.kind != "unnamed"],
                           unnamed=[one for one in people if one.kind == "unnamed"],
                           coverage=None if asked else store.coverage(), front=front,
                           all_quotes=from_the_start("home"))
