"""What keeps one from taking another's place: on what it rests whose an account is, and who gave an address.

Whose an account was, the first document to say so decided. Such accounts of somebody who is more than the account are
forgotten, but for those that a person entered: several outlets, or a person, will say it again.
"""

from __future__ import annotations

from quotes.store.engine.engine import Engine

CLAIMED = "account_how = 'same printed name in this article'"
FORGET = f"""DELETE FROM account WHERE id NOT IN (SELECT account_id FROM entered_account) AND speaker_id IN (
SELECT q.speaker_id FROM quote q LEFT JOIN post p ON p.quote_id = q.id WHERE p.quote_id IS NULL OR p.{CLAIMED})"""


def apply(engine: Engine) -> None:
    """Add the columns and the index, and forget what one document alone said of accounts."""
    engine.ask('ALTER TABLE "document" ADD COLUMN "url_from" TEXT')
    engine.ask('ALTER TABLE "account" ADD COLUMN "basis" TEXT NOT NULL DEFAULT \'own\'')
    engine.ask(f'CREATE INDEX "post_claim" ON "post" ("platform", lower(handle)) WHERE {CLAIMED}')
    engine.ask('CREATE INDEX "post_handle" ON "post" ("handle" COLLATE NOCASE)')
    engine.ask(FORGET)
