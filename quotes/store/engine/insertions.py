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


def insertions(model: type[peewee.Model], rows: Sequence[Row]) -> Iterator[tuple[str, list[Any]]]:
    """Statements that add rows, with their values."""
    if not rows:
        return
    names = tuple(rows[0])
    size = MOST_VALUES // len(names)
    values_of = itemgetter(*names, names[0])  # of one name it gives no tuple
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        yield _insertion(model, names, len(some)), [value for row in some for value in values_of(row)[:-1]]


@lru_cache(maxsize=REMEMBERED)
def _insertion(model: type[peewee.Model], names: tuple[str, ...], rows: int) -> str:
    """One statement that adds so many rows with these columns."""
    columns = ", ".join(f'"{model._meta.fields[name].column_name}"' for name in names)
    one = f"({', '.join('?' * len(names))})"
    return f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES {", ".join([one] * rows)}'
