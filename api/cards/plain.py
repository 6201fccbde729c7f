"""The plain card: one quote, whose words they are and where they are written, for framing on other sites."""

from __future__ import annotations

from flask import Response, render_template

from quotes.records import Quote

WIDTH = 550
LEAST_HEIGHT, MOST_HEIGHT = 180, 600
AROUND, LINE, LETTER, EDGES = 170, 30, 9.6, 64  # pixels: all but the words, a line of them, a letter, both margins


def plain_card(quote: Quote) -> Response:
    """The card's page."""
    return Response(render_template("card.html", quote=quote))


def height_for(quote: Quote, width: int) -> int:
    """How high a frame of a width should be to hold a card without scrolling, within what sites accept."""
    letters_a_line = max(12, int((width - EDGES) / LETTER))
    paragraphs = (quote.text or "").split("\n")
    lines = sum(-(-max(1, len(paragraph)) // letters_a_line) for paragraph in paragraphs)
    return min(MOST_HEIGHT, max(LEAST_HEIGHT, AROUND + LINE * lines))
