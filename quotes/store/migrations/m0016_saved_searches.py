"""Searches that the holders of keys keep."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine


class AccessKey(Model):
    """Only what the new table points at."""

    prefix = TextField(primary_key=True)

    class Meta:
        """The word alone means something to SQL."""

        table_name = "access_key"


class SavedSearch(Model):
    """A search that the holder of a key keeps."""

    id = NumberField()
    owner = ForeignKeyField(AccessKey, backref="+", on_delete="CASCADE", index=False)
    label = TextField()
    query = TextField()
    feed_token = TextField()
    made_at = TextField()
    visited_at = TextField(null=True)
    seen = BigIntegerField()
    reached = BigIntegerField()

    class Meta:
        """Each search once for a key."""

        table_name = "saved_search"
        indexes = ((("owner", "query"), True),)


def apply(engine: Engine) -> None:
    """Make the table."""
    engine.create((SavedSearch,))
