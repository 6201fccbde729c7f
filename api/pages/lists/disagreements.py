"""/disagreements: the same words, given to different people by different articles."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.list_links import page_links
from quotes.api.pages.lists.downloads import asked, csv_file, links
from quotes.api.resources.lists.disagreements import LIST, disagreements_asked
from quotes.collection.disagreements import disagreements, with_quotes
from quotes.schemas.lists.list_filters import ListPageSchema

disagreement_pages = Blueprint("disagreement_pages", __name__)
QUERY = ListPageSchema()
ON_A_PAGE, AT_ONCE = 20, 50
HEAD = ("number", "words", "speaker", "speaker_id", "verdict", "publisher", "published_at", "printed_words", "page")


@disagreement_pages.route("/disagreements")
@needs("read")
def page() -> str:
    """A part of the list of words that are given to different people."""
    found = disagreements_asked({**asked(QUERY), "limit": ON_A_PAGE})
    return render_template("lists/disagreements.html", page=found, links=page_links(LIST, found),
                           files=links("disagreement_pages.as_csv", "disagreements.list_disagreements"))


@disagreement_pages.route("/disagreements.csv")
@needs("read")
def as_csv() -> Response:
    """All of them as CSV, a quote a row; rows with one number have the same words."""
    query, store = asked(QUERY), current_store()
    found = disagreements(store)
    read = (one for start in range(0, len(found), AT_ONCE) for one in with_quotes(store, found[start:start + AT_ONCE]))
    rows = ((number, one.text, quote.speaker and quote.speaker.name, quote.speaker and quote.speaker.id, quote.verdict,
             quote.document and quote.document.publisher, quote.document and quote.document.published_at, quote.text,
             public(f"/quotes/{quote.id}")) for number, one in enumerate(read, 1) for quote in one.quotes)
    return csv_file("disagreements", HEAD, rows, query)
