"""What stands in quotation marks and is no quote."""

from __future__ import annotations

from quotes.store.engine.engine import Engine


def apply(engine: Engine) -> None:
    """Add the column; texts that were read before have nothing in it until they are read again."""
    engine.ask("ALTER TABLE \"body\" ADD COLUMN \"not_quotes\" TEXT NOT NULL DEFAULT '[]'")
