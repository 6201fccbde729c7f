"""Tags of cards: known from the quote and from how cards are drawn, so that nothing is drawn for one who has it."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from quotes.api.http.request_context import current_settings
from quotes.records.quote import Quote
from quotes.schemas.quote import dump_quote

API = Path(__file__).parent.parent
DRAWN_BY = ("cards/**/*.py", "cards/fonts/*", "labels.py", "lone_words.py", "templates/card.html",
            "templates/pieces.html")


def tag_of(quote: Quote, form: str, theme: str) -> str:
    """The tag of one form of a quote's card in a theme; another as soon as anything on it is another."""
    shown = [dump_quote(quote), form, theme, current_settings().public_url, _looks()]
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:32]


@lru_cache
def _looks() -> str:
    """What stands for the program that draws: the contents of its files."""
    files = sorted(path for pattern in DRAWN_BY for path in API.glob(pattern) if path.is_file())
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in files)).hexdigest()
