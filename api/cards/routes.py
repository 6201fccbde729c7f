"""/quotes/{id}/card, card.svg and card.png: one quote for other sites, for frames and for link previews."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, render_template, request

from quotes.api.cards.card_etags import tag_of
from quotes.api.cards.png import rendered
from quotes.api.cards.svg_drawing import draw
from quotes.api.cards.themes import THEMES
from quotes.api.http.access_control import needs
from quotes.api.http.conditional_requests import unless_known
from quotes.api.http.problems import missing, wrong_parameter
from quotes.api.http.request_context import current_settings
from quotes.api.http.response_headers import CARD, PICTURE, POLICY
from quotes.api.resources.quotes import quote_or_problem
from quotes.records.quote import Quote

cards = Blueprint("cards", __name__)
KEPT = "public, max-age=300"  # and no longer: a correction shows everywhere within five minutes
USUAL = "light"  # most sites are, and a card that is not asked for another theme must fit them
BY_READER = "auto"  # light or dark, as the reader's device has it; a picture cannot know that
FRAMED = (USUAL, *(name for name in THEMES if name != USUAL), BY_READER)


@cards.route("/quotes/<quote:id>/card")
@needs("read")
def card(id: str) -> Response:
    """One quote as a page that other sites may frame."""
    def written(quote: Quote, theme: str) -> str:
        return render_template("card.html", quote=quote, theme=theme, themes=THEMES)

    response = _answer(id, "text/html", FRAMED, written)
    response.headers[POLICY] = CARD
    return response


@cards.route("/quotes/<quote:id>/card.svg")
@needs("read")
def card_drawing(id: str) -> Response:
    """The same as a drawing, for whoever prints or edits it."""
    return _picture(id, "image/svg+xml", _drawing)


@cards.route("/quotes/<quote:id>/card.png")
@needs("read")
def card_picture(id: str) -> Response:
    """The same as a picture of 1200 by 630, for previews of links."""
    return _picture(id, "image/png", lambda quote, theme: rendered(_drawing(quote, theme)))


@cards.route("/cards/<name>.css")
@needs("nothing")
def theme_sheet(name: str) -> Response:
    """The colours of a theme, for the card in a frame."""
    if name not in THEMES:
        raise missing("theme")
    response = Response(render_template("theme.css", theme=THEMES[name]), mimetype="text/css")
    response.headers["Cache-Control"] = KEPT
    response.add_etag()
    return unless_known(response)


def _picture(id: str, form: str, drawn: Callable[[Quote, str], Any]) -> Response:
    response = _answer(id, form, tuple(THEMES), drawn)
    response.headers[POLICY] = PICTURE
    return response


def asked_theme(themes: tuple[str, ...]) -> str:
    """The theme that a request asks for; a Problem if it is none of these."""
    theme = request.args.get("theme", USUAL)
    if theme not in themes:
        raise wrong_parameter("theme", f"There is no such theme; there are {', '.join(themes)}.")
    return theme


def _answer(id: str, form: str, themes: tuple[str, ...], written: Callable[[Quote, str], Any]) -> Response:
    """A card, or only its tag to one who has it: nothing is drawn then."""
    theme = asked_theme(themes)
    quote = quote_or_problem(id)
    response = Response(mimetype=form)
    response.set_etag(tag_of(quote, form, theme))
    response.headers["Cache-Control"] = KEPT
    unless_known(response)
    if response.status_code != 304:
        response.set_data(written(quote, theme))
    return response


def _drawing(quote: Quote, theme: str) -> str:
    address = urlsplit(current_settings().public_url)
    return draw(quote, THEMES[theme], f"{address.netloc}{address.path}/quotes/{quote.id}")
