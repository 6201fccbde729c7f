"""/: the way in, with search and the latest quotes."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.front_page import front_page
from quotes.api.pages.list_links import from_the_start, page_links
from quotes.api.pages.query_parameters import query_of
from quotes.api.pages.search import is_question, search_page
from quotes.api.pages.sentence import shown_sentences
from quotes.api.resources.filters import stance_of
from quotes.api.resources.search import searched
from quotes.schemas.filters import SearchQuerySchema
from quotes.store.contract.store import QuoteFilter

home_pages = Blueprint("home_pages", __name__)
SEARCH = SearchQuerySchema()


@home_pages.route("/")
@needs("read")
def home() -> str | Response:
    """The front page and the latest quotes, or what a question finds."""
    if is_question(request.args):
        return search_page()
    query, store = query_of(SEARCH), current_store()
    page = searched("home", query, QuoteFilter(stance=stance_of(query))).page
    if not page.items and "cursor" in query:
        return redirect(url_for("home_pages.home"))  # before the first quote there is the front page
    front = None if "cursor" in query else front_page(store)
    shown = front.quotes if front and front.day else page.items
    return render_template("home.html", stance=query["stance"], page=page, links=page_links("home", page),
                           sentences=shown_sentences(shown), coverage=store.coverage(), front=front,
                           all_quotes=from_the_start("home"))
