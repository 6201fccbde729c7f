"""An index of how quotes begin, so that the same words of two speakers are found without comparing all of them."""

from __future__ import annotations

from quotes.store.engine.engine import Engine


def apply(engine: Engine) -> None:
    """Add the index."""
    engine.ask('CREATE INDEX "quote_beginning" ON "quote" (lower(substr(text, 1, 32)), "speaker_id") '
               'WHERE status = 0 AND stance = 0 AND speaker_id IS NOT NULL AND length(text) >= 40')
