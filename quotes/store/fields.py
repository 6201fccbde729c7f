"""The one kind of column that peewee does not have."""

from __future__ import annotations

from peewee import SQL, BigAutoField, Context, NodeList


class NumberField(BigAutoField):
    """The number of a row, which is never given again after the row is gone.

    SQLite gives the numbers of deleted rows to new ones unless told not to, and then an old address would show somebody
    else's words. Other engines count on by themselves.
    """

    def ddl(self, ctx: Context) -> NodeList:
        """The column's declaration."""
        declared: NodeList = super().ddl(ctx)
        on_sqlite = ctx.state.field_types.get("BIGAUTO") == "INTEGER"
        return NodeList((declared, SQL("AUTOINCREMENT"))) if on_sqlite else declared
