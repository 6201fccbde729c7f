"""/oembed: how a content system turns the address of a quote into a card (oEmbed 1.0, JSON)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import current_app, render_template
from werkzeug.exceptions import HTTPException

from api.access import needs
from api.cards.plain import WIDTH, height_for
from api.context import current_settings, current_store, public
from api.problems import Problem, missing
from api.resources import Resources
from api.wording import one_line, quote_title, speaker_name
from quotes.records import Quote
from schemas.oembed import OembedQuerySchema, OembedSchema

oembed = Resources("oembed", __name__, description="Cards for other sites (oEmbed 1.0).")
CACHE = 300


@oembed.route("/oembed")
@oembed.arguments(OembedQuerySchema(unknown="exclude"), location="query", unknown="exclude")
@oembed.etag
@oembed.response(200, OembedSchema)
@oembed.alt_response(404, "NOT_FOUND")
@oembed.alt_response(501, "NOT_IMPLEMENTED")
@needs("read")
def show_oembed(query: dict[str, Any]) -> dict[str, Any]:
    """Answer with a card for the address of a quote's page."""
    if query["format"] != "json":
        raise Problem("unsupported-format", f"Only format=json is offered, not {one_line(query['format'], 20)}.")
    quote = _quote_at(query["url"])
    width = min(WIDTH, query.get("maxwidth", WIDTH))
    height = min(height_for(quote, width), query.get("maxheight", height_for(quote, width)))
    author = {"author_url": public(f"/speakers/{quote.speaker.id}")} if quote.speaker else {}
    return {
        "type": "rich",
        "version": "1.0",
        "title": quote_title(quote),
        "author_name": speaker_name(quote),
        **author,
        "provider_name": "Quotes",
        "provider_url": public("/"),
        "cache_age": CACHE,
        "html": frame(quote, width, height),
        "width": width,
        "height": height,
    }


def frame(quote: Quote, width: int, height: int) -> str:
    """The frame that shows a quote's card: no script runs in it, and it cannot reach the page around it."""
    return render_template("frame.html", quote=quote, width=width, height=height).strip()


def _quote_at(address: str) -> Quote:
    """The quote at an address of ours; a Problem for any other."""
    found = _id_in(address)
    quote = current_store().quote(found) if found else None
    if quote is None:
        raise missing("quote")
    return quote


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
    return values.get("id") if endpoint in ("pages.quote_page", "pages.card") else None
