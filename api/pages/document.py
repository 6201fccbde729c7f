"""/documents/{id}: an article with its quotations and posts marked, and who speaks in it."""

from __future__ import annotations

from flask import Blueprint, render_template

from quotes.api import labels
from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_settings, current_store
from quotes.api.pages.highlights import Mark, excerpts, pieces
from quotes.api.pages.sentence import shown_sentences_in
from quotes.api.resources.documents import document_or_problem
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.schemas.filters import QuoteQuerySchema

document_pages = Blueprint("document_pages", __name__)
BY_OUTLET = QuoteQuerySchema(only=("publisher",))


@document_pages.route("/documents/<document:id>")
@needs("read")
def document_page(id: str) -> str:
    """One article with its quotations and posts marked, and who speaks in it."""
    document = document_or_problem(id)
    found = current_store().document_quotes(id)
    return render_template("document.html", document=document, outlet=_outlet(document),
                           entries=numbered(found), voices=voices(found), left=current_store().not_quotes(id),
                           sentences=shown_sentences_in(document.text, found),
                           pieces=excerpts(pieces(document.text, marks_of(found)), current_settings().excerpt_length))


def _outlet(document: Document) -> str | None:
    """The outlet's name, if quotes can be asked for by it."""
    name = " ".join((document.publisher or "").split())
    return name if name and not BY_OUTLET.validate({"publisher": name}) else None


def voices(found: tuple[Quote, ...]) -> list[tuple[Quote, list[int]]]:
    """Each speaker in the order of the text, with a quote and the numbers of all their quotes; the unknown last."""
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
