"""/: the way in, with search and the latest quotes."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.list_links import page_links
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
def home() -> str:
    """The latest quotes, or what a question finds."""
    if is_question(request.args):
        return search_page()
    query = query_of(SEARCH)
    page = searched("home", query, QuoteFilter(stance=stance_of(query))).page
    return render_template("home.html", stance=query["stance"], page=page, links=page_links("home", page),
                           sentences=shown_sentences(page.items), coverage=current_store().coverage())
