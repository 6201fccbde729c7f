"""Lists a part at a time, by the sort key and number of the row where a part ends.

Rows that come or go between two requests move nothing else: a part begins right after the row that was named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from peewee import Expression, Field, Model, ModelSelect, Ordering, Tuple

from quotes.store.contract.store import Cursor, Page, PageRequest
from quotes.store.tables.rows import MOST_DIGITS

Item = TypeVar("Item")
Table = TypeVar("Table", bound=Model)
Key = str | int


def key_number(cursor: Cursor | None) -> int | None:
    """A cursor's key where the column holds numbers; 0 for one that is none."""
    if cursor is None:
        return None
    digits = cursor.key.removeprefix("-")
    return int(cursor.key) if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS else 0


def one_part(
    query: ModelSelect[Table], key: Field, number: Field, request: PageRequest, at: Key | None,
) -> ModelSelect[Table]:
    """The query for one part of a list, the greatest key first; one row more than wanted, to see if it goes on.

    `at` is the cursor's key as the column holds it.
    """
    cursor = request.cursor
    start = None if cursor is None else (at, cursor.number)
    return part_from(query, (key, number), start, is_backwards(request)).limit(request.limit + 1)


def part_from(query: ModelSelect[Table], columns: tuple[Field, Field], start: tuple[Any, Any] | None,
              backwards: bool) -> ModelSelect[Table]:
    """A query for what comes after a place in a list, or before it; compared as pairs, for which the index is made."""
    if start is not None:
        query = query.where(Expression(Tuple(*columns), ">" if backwards else "<", Tuple(*start)))
    order: list[Ordering] = [column.asc() if backwards else column.desc() for column in columns]
    return query.order_by(*order)


def page(rows: Sequence[Any], request: PageRequest, key: str | int, read: Callable[[Sequence[Any]], Sequence[Item]],
         ) -> Page[Item]:
    """The page that `one_part` asked for; `key` is the column of the sort key, `read` makes the items of all rows.

    Where columns go by their places, the number of a row is the first of them.
    """
    goes_on = len(rows) > request.limit
    kept = rows[: request.limit]
    if not kept:
        return Page(())
    if is_backwards(request):
        kept = kept[::-1]
        before, after = goes_on, True
    else:
        before, after = request.cursor is not None, goes_on
    first, last = kept[0], kept[-1]
    number: Any = "id" if isinstance(key, str) else 0
    return Page(
        tuple(read(kept)),
        next=Cursor(str(last[key]), last[number]) if after else None,
        prev=Cursor(str(first[key]), first[number], backwards=True) if before else None,
    )


def is_backwards(request: PageRequest) -> bool:
    """Whether what comes before a place in a list is wanted."""
    return request.cursor is not None and request.cursor.backwards
