"""The kinds of columns that peewee does not have."""

from __future__ import annotations

from typing import Any

from peewee import SQL, BigAutoField, Context, IntegerField, NodeList

from quotes.store.tables.value_codes import Codes


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


class WordField(IntegerField):
    """A word of a closed list, kept as its number; queries may say either."""

    def __init__(self, codes: Codes, **options: Any) -> None:
        super().__init__(**options)
        self.codes = codes

    def db_value(self, value: Any) -> Any:
        """The number that stands for a word; what is a number already stays as it is."""
        return self.codes.numbers[value] if isinstance(value, str) else value
