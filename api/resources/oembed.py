"""/oembed: how a content system turns the address of a quote into a card (oEmbed 1.0, JSON)."""

from __future__ import annotations

from typing import Any, NoReturn
from urllib.parse import parse_qs, urlsplit

from flask import Request, current_app
from werkzeug.exceptions import HTTPException

from quotes.api.cards.card_code import Room, embed_code
from quotes.api.cards.frame_height import WIDTH
from quotes.api.cards.routes import FRAMED, USUAL
from quotes.api.cards.svg_drawing import HEIGHT as PICTURE_HEIGHT
from quotes.api.cards.svg_drawing import WIDTH as PICTURE_WIDTH
from quotes.api.cards.themes import THEMES
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_settings, public
from quotes.api.http.request_input import StrictParser, faults_of, invalid
from quotes.api.labels import one_line, quote_title, speaker_name, title_verdict
from quotes.api.resources.quotes import quote_or_problem
from quotes.records.quote import Quote
from quotes.schemas.oembed import OembedQuerySchema, OembedSchema

CACHE = 300


class OembedParser(StrictParser):
    """Reads requests of content systems, which know 400 for what cannot be meant, and not 422."""

    def handle_error(self, error: Any, req: Request, schema: Any, **kwargs: Any) -> NoReturn:
        """Answer what a schema reports."""
        faults = list(faults_of(error.messages))
        raise Problem("bad-request", invalid(faults).description, faults) from error


class OembedResources(Resources):
    """The one route for content systems."""

    ARGUMENTS_PARSER = OembedParser()


oembed = OembedResources("oembed", __name__, description="Cards for other sites (oEmbed 1.0).")


@oembed.route("/oembed")
@oembed.arguments(OembedQuerySchema(unknown="exclude"), location="query", unknown="exclude")
@oembed.etag
@oembed.response(200, OembedSchema)
@oembed.alt_response(400, "BAD_REQUEST")
@oembed.alt_response(401, "UNAUTHORIZED")
@oembed.alt_response(404, "NOT_FOUND")
@oembed.alt_response(501, "NOT_IMPLEMENTED")
@needs("read")
def show_oembed(query: dict[str, Any]) -> dict[str, Any]:
    """Answer with a card for the address of a quote's page.

    `?theme=` in that address chooses how the card looks. `maxwidth` and `maxheight` are obeyed.
    """
    if query["format"] != "json":
        raise Problem("unsupported-format", f"Only format=json is offered, not {one_line(query['format'], 20)}.")
    quote, theme = _quote_at(query["url"])
    most_width, most_height = query.get("maxwidth", PICTURE_WIDTH), query.get("maxheight", PICTURE_HEIGHT)
    room = Room(min(WIDTH, most_width), query.get("maxheight"))
    return {
        "type": "rich",
        "version": "1.0",
        "title": quote_title(quote) + title_verdict(quote),
        "author_name": speaker_name(quote),
        **({"author_url": public(f"/speakers/{quote.speaker.id}")} if quote.speaker else {}),
        "provider_name": "Quotes",
        "provider_url": public("/"),
        "cache_age": CACHE,
        **(_thumbnail(quote, theme) if most_width >= PICTURE_WIDTH and most_height >= PICTURE_HEIGHT else {}),
        "html": embed_code(quote, theme, room, framed=True),
        "width": room.width,
        "height": room.height(quote),
    }


def _thumbnail(quote: Quote, theme: str | None) -> dict[str, Any]:
    """The card's picture, which the specification wants within the asked size as well."""
    address = public(f"/quotes/{quote.id}/card.png" + (f"?theme={theme}" if theme in THEMES else ""))
    return {"thumbnail_url": address, "thumbnail_width": PICTURE_WIDTH, "thumbnail_height": PICTURE_HEIGHT}


def _quote_at(address: str) -> tuple[Quote, str | None]:
    """The quote at an address of ours, and the theme that it asks for; a Problem for any other."""
    found = _id_in(address)
    if found is None:
        raise Problem("not-found", f"This is not the address of a quote's page here; they begin with {public('/')}.")
    quote = quote_or_problem(found)
    theme = parse_qs(urlsplit(address).query).get("theme", [""])[-1]
    return quote, theme if theme in FRAMED and theme != USUAL else None


def _id_in(address: str) -> str | None:
    """The id in the address of a quote's page, http and https being the same; None for any other address."""
    try:
        ours, asked = urlsplit(current_settings().public_url), urlsplit(address)
    except ValueError:
        return None
    same = asked.scheme in ("http", "https") and asked.netloc.lower() == ours.netloc.lower()
    if not same or not asked.path.startswith(f"{ours.path}/"):
        return None
    path = asked.path.removeprefix(ours.path).rstrip("/")
    try:
        endpoint, values = current_app.url_map.bind("").match(path or "/")
    except HTTPException:
        return None
    return values.get("id") if endpoint in ("quote_pages.page", "cards.card") else None
