"""The pages for people: what was said lately, search, and one page for each quote, speaker and document."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from api import wording
from api.access import needs
from api.bodies import faults_of, invalid
from api.cards.sizes import WIDTH, height_for
from api.context import current_store, public
from api.documents import document_or_problem
from api.marked import Mark, Piece, passage, pieces
from api.oembed import frame
from api.paging import page_links, page_request
from api.problems import KINDS, missing
from api.quotes import quote_or_problem
from api.resources import conditional
from api.searching import searched
from api.speakers import speaker_or_problem
from quotes.record.lookup import by_words, name_words
from quotes.records import Quote
from quotes.store.contract import PageRequest, QuoteFilter, SpeakerFilter
from schemas.listing import PageQuerySchema
from schemas.search import SearchQuerySchema

pages = Blueprint("pages", __name__)
MOST_SPEAKERS, MOST_SAID = 8, 5


def query_of(schema: Any) -> dict[str, Any]:
    """The parameters of a page's address, read by a schema; a Problem if one cannot be used."""
    asked = request.args.to_dict()
    if found := schema.validate(asked):
        raise invalid(list(faults_of({"query": found})))
    loaded: dict[str, Any] = schema.load(asked)
    return loaded


@pages.route("/")
@needs("read")
def home() -> str:
    """The latest quotes, or what a search finds: speakers by name, their latest quotes, and quotes by words."""
    query = query_of(SearchQuerySchema())
    store, asked = current_store(), query["q"].strip()
    latest = by_words(QuoteFilter(), asked) if asked else QuoteFilter()
    page = searched("home", query, latest).page
    found, said = None, None
    if asked and "cursor" not in query:
        names = name_words(asked)
        found = store.speakers(SpeakerFilter(name_words=names), PageRequest(MOST_SPEAKERS))
        said = store.quotes(QuoteFilter(name_words=names), PageRequest(MOST_SAID))
    return render_template("home.html", asked=asked, page=page, links=page_links("home", page), speakers=found,
                           said=said)


@pages.route("/quotes/<quote:id>")
@needs("read")
def quote_page(id: str) -> Response:
    """One quote with its speaker, the reasons, its place in the article, and how to embed it."""
    quote = quote_or_problem(id)
    response = make_response(render_template("quote.html", quote=quote, context=_context(quote),
                                             frame=frame(quote, WIDTH, height_for(quote, WIDTH))))
    address = public("/oembed?url=") + percent(public(f"/quotes/{id}"), safe="") + "&format=json"
    response.headers["Link"] = f'<{address}>; rel="alternate"; type="application/json+oembed"'
    return conditional(response)


def _context(quote: Quote) -> list[Piece]:
    """The paragraph in which a quote stands, with the quote, its cue and the words that name its speaker marked."""
    document = current_store().document(quote.document.id) if quote.document else None
    if document is None or quote.status == "withdrawn":
        return []
    marks = [Mark(quote.start, quote.end, "quote")]
    speaker, cue = quote.speaker, quote.cue
    if speaker and speaker.start is not None and speaker.end is not None:
        marks.append(Mark(speaker.start, speaker.end, "speaker"))
    if cue:
        marks.append(Mark(cue.start, cue.end, "cue"))
    near = [mark for mark in marks if abs(mark.start - quote.start) < 1500 or mark.what == "quote"]
    start, end = passage(document.text, [(mark.start, mark.end) for mark in near])
    moved = [Mark(mark.start - start, mark.end - start, mark.what) for mark in near]
    return pieces(document.text[start:end], moved)


@pages.route("/speakers/<speaker:id>")
@needs("read")
def speaker_page(id: str) -> str | BaseResponse:
    """One speaker with everything they said, newest first; the id of one who was merged leads on to who stayed."""
    query = query_of(PageQuerySchema())
    speaker = speaker_or_problem(id)
    if speaker.id != id:
        return redirect(f"{request.script_root}/speakers/{speaker.id}")
    of = f"page of {id}"
    page = current_store().quotes(QuoteFilter(speaker_id=id), page_request(of, query))
    return render_template("speaker.html", speaker=speaker, page=page, links=page_links(of, page))


@pages.route("/documents/<document:id>")
@needs("read")
def document_page(id: str) -> str:
    """One article with its quotations and posts marked."""
    document = document_or_problem(id)
    found = current_store().document_quotes(id)
    return render_template("document.html", document=document, entries=numbered(found),
                           pieces=pieces(document.text, marks_of(found)))


def marks_of(found: tuple[Quote, ...]) -> list[Mark]:
    """The quotes of a text as marks on it, each with its number on the page."""
    return [Mark(quote.start, quote.end, (number, quote)) for number, quote in enumerate(found, 1)]


def numbered(found: tuple[Quote, ...]) -> list[tuple[int, Quote]]:
    """The quotes with their numbers, the doubtful ones first."""
    return sorted(enumerate(found, 1), key=lambda entry: wording.DOUBTFUL_FIRST.index(entry[1].verdict))


@pages.route("/problems/<slug>")
@needs("nothing")
def problem_kind(slug: str) -> str:
    """What one kind of problem means: the page at the address of its type."""
    kind = next((kind for kind in KINDS if kind.slug == slug), None)
    if kind is None:
        raise missing("kind of problem")
    return render_template("kind.html", kind=kind)
