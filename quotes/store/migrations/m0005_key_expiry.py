"""Until when an access key is good."""

from __future__ import annotations

from quotes.store.engine.engine import Engine


def apply(engine: Engine) -> None:
    """Add the column; keys that were made before have no end."""
    engine.ask('ALTER TABLE "access_key" ADD COLUMN "expires_at" TEXT')
