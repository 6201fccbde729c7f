"""Statements that add rows, spelt out here: peewee takes several times as long to do so value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import peewee

from quotes.store.tables.rows import Row

MOST_VALUES = 30_000  # in one statement; SQLite allows 32766
# Insertions that are spelt out, and statements that a connection keeps ready; one for each number of rows together.
REMEMBERED = 500


def insertions(model: type[peewee.Model], rows: Sequence[Row],
               over: tuple[str, ...] = ()) -> Iterator[tuple[str, list[Any]]]:
    """Statements that add rows, with their values; those that are there by the fields `over` are written anew."""
    if not rows:
        return
    names = tuple(rows[0])
    size = MOST_VALUES // len(names)
    values_of = itemgetter(*names, names[0])  # of one name it gives no tuple
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        yield _insertion(model, names, len(some), over), [value for row in some for value in values_of(row)[:-1]]


@lru_cache(maxsize=REMEMBERED)
def _insertion(model: type[peewee.Model], names: tuple[str, ...], rows: int, over: tuple[str, ...]) -> str:
    """One statement that adds so many rows with these columns."""
    columns = {name: f'"{model._meta.fields[name].column_name}"' for name in names}
    one = f"({', '.join('?' * len(names))})"
    added = f'INSERT INTO "{model._meta.table_name}" ({", ".join(columns.values())}) VALUES {", ".join([one] * rows)}'
    if not over:
        return added
    anew = ", ".join(f"{column} = excluded.{column}" for name, column in columns.items() if name not in over)
    return f"{added} ON CONFLICT ({', '.join(columns[name] for name in over)}) DO UPDATE SET {anew}"
