"""What other sites paste or are answered to show a quote: its words in HTML that becomes its card, or a bare frame.

The words stand in the code, so that a page without scripts, or from which a system took scripts or frames away, shows
them whole, with their speaker and the link. static/frames.js puts the card in their place once it has come.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from quotes.api.cards.frame_height import MOST_HEIGHT, WIDTH, height_for
from quotes.api.http.request_context import public
from quotes.records.quote import Quote
from quotes.schemas.text_fields import is_web_address

# Of a frame whose height nothing sets: it has room for all words in a column on the narrowest phone.
COLUMN, MARK, WHOLE = 280, 60, 5000  # pixels: that column, what may stand before the words, and the highest


@dataclass(frozen=True, slots=True)
class Room:
    """How large a card may be, in pixels; without a most of height it is as high as its words need."""

    width: int = WIDTH
    most_height: int | None = None

    def height(self, quote: Quote) -> int:
        """How high the card of a quote will about be at the full width."""
        return min(height_for(quote, self.width), self.most_height or MOST_HEIGHT)


FULL = Room()


def card_address(quote: Quote, theme: str | None) -> str:
    """The address of a quote's card; without a theme it is light."""
    return public(f"/quotes/{quote.id}/card" + (f"?theme={theme}" if theme else ""))


def embed_code(quote: Quote, theme: str | None = None, room: Room = FULL, framed: bool = False) -> str:
    """The words in a blockquote with their speaker and the link, and the script that turns them into the card.

    `framed` adds the frame itself, hidden until the card has come, for systems that look for one in an answer.
    """
    document = quote.document.url if quote.document else None
    return render_template(
        "embed.html", quote=quote, card=card_address(quote, theme), room=room, framed=framed,
        cite=document if document and is_web_address(document) else public(f"/quotes/{quote.id}")).strip()


def frame_code(quote: Quote, theme: str | None = None) -> str:
    """A frame alone, for systems that take nothing else; scripts of ours run in it, and it reaches no page around it.

    What a reader opens from it is an ordinary page again: in a sandbox an outlet's own page would not work.
    """
    return render_template("frame.html", quote=quote, card=card_address(quote, theme), width=WIDTH,
                           height=height_for(quote, COLUMN, WHOLE) + MARK).strip()
