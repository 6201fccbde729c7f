"""The table of saved searches."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.tables.tables import AccessKey


class SavedSearch(Model):
    """A search that the holder of a key keeps.

    `seen` and `reached` are the numbers of quotes: the last one of before the present visit, and the last one that was
    there at the end of it. `feed_token` is what the address of its feed must hold.
    """

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
