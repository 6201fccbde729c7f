"""Who is signed in on the pages. A copy of the table as it was; it does not change."""

from __future__ import annotations

from peewee import Model, TextField

from quotes.store.engine.engine import Engine


class Session(Model):
    """A session that has not ended: the hash of its id, the key with which it began, and its last moment."""

    id_hash = TextField(primary_key=True)
    key_prefix = TextField(index=True)
    ends_at = TextField()

    class Meta:
        """Nothing but its key and two strings."""

        without_rowid = True


def apply(engine: Engine) -> None:
    """Make the table; whoever is signed in by an older program has to sign in again."""
    engine.create([Session])
