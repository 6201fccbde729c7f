"""Whether an article stands by the words of a quote; of quotes kept before, nothing else is known than that it does."""

from __future__ import annotations

from quotes.store.engine.engine import Engine


def apply(engine: Engine) -> None:
    """Add the column, and an index of the few quotes that are not asserted."""
    engine.ask('ALTER TABLE "quote" ADD COLUMN "stance" INTEGER NOT NULL DEFAULT 0')
    engine.ask('CREATE INDEX "quote_unasserted" ON "quote" ("stance", "sort_key") WHERE ("stance" != 0)')
