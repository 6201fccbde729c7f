"""Lists a part at a time, by the sort key and number of the row where a part ends.

Rows that come or go between two requests move nothing else: a part begins right after the row that was named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from peewee import Expression, Field, Model, ModelSelect, Ordering, Tuple

from quotes.records.search_query import Order
from quotes.store.contract.store import Cursor, Page, PageRequest
from quotes.store.tables.rows import DATED, MOST_DIGITS
from quotes.store.tables.tables import Quote

Item = TypeVar("Item")
Table = TypeVar("Table", bound=Model)
Key = str | int


class Way(NamedTuple):
    """How a list of quotes is walked: by date or by arrival, down from the newest or up from the oldest."""

    by_arrival: bool = False
    rising: bool = False

    @property
    def columns(self) -> tuple[Field, ...]:
        """The columns that make a place. Numbers are given to quotes as they come in, and so arrivals need no other."""
        return (Quote.id,) if self.by_arrival else (Quote.sort_key, Quote.id)

    def place(self, key: int, number: int) -> tuple[int, ...]:
        """The values of a place."""
        return (number,) if self.by_arrival else (key, number)


def way_of(request: PageRequest, order: Order) -> Way:
    """How to walk for a part of a list in this order."""
    return Way(order == "added", request.ascending != is_backwards(request))


def start_of(request: PageRequest, order: Order) -> tuple[int, ...]:
    """The place from which to walk; empty for the beginning of the list."""
    cursor = request.cursor
    return () if cursor is None else way_of(request, order).place(key_number(cursor) or 0, cursor.number)


def stretches(request: PageRequest, order: Order, is_split: bool) -> tuple[str | None, ...]:
    """The stretches that are walked one after the other, each by the name of its condition; None is the whole list.

    Down from the newest, what is undated comes last by its sort key alone; up from the oldest it would come first.
    With `is_split`, what lies between the dated that are wanted and the undated is not.
    """
    if order == "added" or not (request.ascending or is_split):
        return (None,)
    key = key_number(request.cursor)
    if is_backwards(request):
        return ("dated",) if key is not None and key >= DATED else ("undated", "dated")
    return ("undated",) if key is not None and key < DATED else ("dated", "undated")


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


def part_from(query: ModelSelect[Table], columns: Sequence[Field], start: Sequence[Any] | None,
              rising: bool) -> ModelSelect[Table]:
    """A query for what comes below a place, or above it; compared as pairs, for which the index is made."""
    if start:
        query = query.where(Expression(Tuple(*columns), ">" if rising else "<", Tuple(*start)))
    order: list[Ordering] = [column.asc() if rising else column.desc() for column in columns]
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
