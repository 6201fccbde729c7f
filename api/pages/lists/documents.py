"""/documents: the articles that are kept, newest first, of all outlets or of one."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.list_links import page_links
from quotes.api.pages.lists.downloads import asked, csv_file, every, links
from quotes.api.pages.lists.rows import article_rows
from quotes.api.resources.documents import documents_asked
from quotes.records.document import Document
from quotes.schemas.lists.list_filters import DocumentListPageSchema
from quotes.store.contract.store import Page, PageRequest

document_lists = Blueprint("document_lists", __name__)
QUERY = DocumentListPageSchema()
COLUMNS = ("id", "title", "publisher", "publisher_printed", "published_at", "published_from", "byline", "language",
           "url", "added_at")


@document_lists.route("/documents")
@needs("read")
def page() -> str:
    """A part of the list of articles."""
    query = asked(QUERY)
    of, found = documents_asked(query)
    publisher = query.get("publisher")
    return render_template("lists/documents.html", rows=article_rows(found.items), links=page_links(of, found),
                           query=query, outlet=current_store().outlet(publisher) if publisher else None,
                           files=links("document_lists.as_csv", "documents.list_documents", publisher=publisher))


@document_lists.route("/documents.csv")
@needs("read")
def as_csv() -> Response:
    """All articles, or those of an outlet in which somebody is quoted, as CSV."""
    query, store = asked(QUERY), current_store()
    publisher = query.get("publisher")

    def part(wanted: PageRequest) -> Page[Document]:
        return store.documents_in(publisher, wanted) if publisher else store.documents(wanted)

    rows = ((*(getattr(one, name) for name in COLUMNS), public(f"/documents/{one.id}")) for one in every(part))
    return csv_file("articles", (*COLUMNS, "page"), rows, query)
