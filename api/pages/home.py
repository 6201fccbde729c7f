"""The way in, with search and the latest quotes; the page of each document; what problems mean."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from quotes.api.http.access_control import needs
from quotes.api.http.pagination import page_links
from quotes.api.http.problems import KINDS, missing
from quotes.api.http.request_bodies import faults_of, invalid
from quotes.api.http.request_context import current_settings, current_store
from quotes.api.http.search import searched
from quotes.api.pages import labels
from quotes.api.pages.highlights import Mark, excerpts, pieces
from quotes.api.resources.documents import document_or_problem
from quotes.collection.filters import by_words, name_words
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.schemas.pagination import QuoteQuerySchema
from quotes.schemas.search import SearchQuerySchema
from quotes.store.contract.store import PageRequest, QuoteFilter, SpeakerFilter

pages = Blueprint("pages", __name__)
MOST_SPEAKERS, MOST_SAID = 8, 5
SEARCH = SearchQuerySchema()
BY_OUTLET = QuoteQuerySchema(only=("publisher",))


def query_of(schema: Any, asked: dict[str, str] | None = None) -> dict[str, Any]:
    """The parameters of a page's address, read by a schema; a Problem if one cannot be used."""
    asked = request.args.to_dict() if asked is None else asked
    if found := schema.validate(asked):
        raise invalid(list(faults_of({"query": found})))
    loaded: dict[str, Any] = schema.load(asked)
    return loaded


@pages.route("/")
@needs("read")
def home() -> str:
    """The latest quotes, or what a search finds: speakers by name, their latest quotes, and quotes by words."""
    query = query_of(SEARCH)
    store, asked = current_store(), query["q"].strip()
    latest = by_words(QuoteFilter(), asked) if asked else QuoteFilter()
    page = searched("home", query, latest).page
    found, said = None, None
    if asked and "cursor" not in query:
        names = name_words(asked)
        found = store.speakers(SpeakerFilter(name_words=names), PageRequest(MOST_SPEAKERS))
        said = store.quotes(QuoteFilter(name_words=names), PageRequest(MOST_SAID))
    people = found.items if found else ()
    return render_template("home.html", asked=asked, page=page, links=page_links("home", page), said=said,
                           named=[one for one in people if one.kind != "unnamed"],
                           unnamed=[one for one in people if one.kind == "unnamed"],
                           coverage=None if asked else store.coverage())


@pages.route("/documents/<document:id>")
@needs("read")
def document_page(id: str) -> str:
    """One article with its quotations and posts marked, and who speaks in it."""
    document = document_or_problem(id)
    found = current_store().document_quotes(id)
    return render_template("document.html", document=document, outlet=_outlet(document),
                           entries=numbered(found), voices=voices(found),
                           pieces=excerpts(pieces(document.text, marks_of(found)), current_settings().excerpt_length))


def _outlet(document: Document) -> str | None:
    """The outlet's name, if quotes can be asked for by it."""
    name = " ".join((document.publisher or "").split())
    return name if name and not BY_OUTLET.validate({"publisher": name}) else None


def voices(found: tuple[Quote, ...]) -> list[tuple[Quote, list[int]]]:
    """Who speaks, in the order of the text: a quote by each, and the numbers of all of them; the unknown last."""
    by_speaker: dict[str, tuple[Quote, list[int]]] = {}
    for number, quote in enumerate(found, 1):
        by_speaker.setdefault(quote.speaker.id or "" if quote.speaker else "", (quote, []))[1].append(number)
    return sorted(by_speaker.values(), key=lambda voice: voice[0].speaker is None)


def marks_of(found: tuple[Quote, ...]) -> list[Mark]:
    """The quotes of a text as marks on it, each with its number on the page."""
    return [Mark(quote.start, quote.end, (number, quote)) for number, quote in enumerate(found, 1)]


def numbered(found: tuple[Quote, ...]) -> list[tuple[int, Quote]]:
    """The quotes with their numbers, the doubtful ones first."""
    return sorted(enumerate(found, 1), key=lambda entry: labels.DOUBTFUL_FIRST.index(entry[1].verdict))


@pages.route("/problems/<slug>")
@needs("nothing")
def problem_kind(slug: str) -> str:
    """What one kind of problem means: the page at the address of its type."""
    kind = next((kind for kind in KINDS if kind.slug == slug), None)
    if kind is None:
        raise missing("kind of problem")
    return render_template("kind.html", kind=kind)
