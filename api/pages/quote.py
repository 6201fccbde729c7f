"""/quotes/{id}: one quote with its evidence, its versions, its history, and ways to embed and cite it."""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import quote as percent

from flask import Blueprint, Response, make_response, render_template
from markupsafe import Markup

from quotes.api.cards.card_code import embed_code, frame_code
from quotes.api.cards.frame_height import WIDTH, height_for
from quotes.api.cards.routes import FRAMED, USUAL, asked_theme
from quotes.api.citations.catalogue import citations
from quotes.api.http.access_control import needs
from quotes.api.http.conditional_requests import conditional
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.quote_passage import context_of
from quotes.api.resources.quotes import quote_or_problem
from quotes.collection.versions import versions_of
from quotes.records.quote import Quote
from quotes.schemas.formats.contract import About
from quotes.schemas.formats.json_ld import CONTEXT, thing

quote_pages = Blueprint("quote_pages", __name__)


class OnYourSite(NamedTuple):
    """How a quote is shown on other sites: the theme chosen of all, the codes to copy, how high the card is here."""

    theme: str
    themes: tuple[str, ...]
    code: str
    frame: str
    height: int


@quote_pages.route("/quotes/<quote:id>")
@needs("read")
def page(id: str) -> Response:
    """One quote with its speaker, the reasons, its place in the article, and how to embed it."""
    quote, store = quote_or_problem(id), current_store()
    response = make_response(render_template(
        "quote.html", quote=quote, context=context_of(quote), citations=citations(quote, public(f"/quotes/{id}")),
        site=on_your_site(quote), history=store.decisions_about(id), linked=linked(quote),
        versions=versions_of(store, quote)))
    address = public("/oembed?url=") + percent(public(f"/quotes/{id}"), safe="") + "&format=json"
    response.headers["Link"] = f'<{address}>; rel="alternate"; type="application/json+oembed"'
    return conditional(response)


def on_your_site(quote: Quote) -> OnYourSite:
    """How a quote is shown on other sites, in the theme that the request asks for."""
    theme = asked_theme(FRAMED)
    told = None if theme == USUAL else theme
    return OnYourSite(theme, FRAMED, embed_code(quote, told), frame_code(quote, told), height_for(quote, WIDTH))


def linked(quote: Quote) -> Markup:
    """The quote in schema.org's vocabulary, as data in a page, escaped so that no words can end the element."""
    written = json.dumps({"@context": CONTEXT, **thing(quote, About(public))}, ensure_ascii=False)
    return Markup(written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
