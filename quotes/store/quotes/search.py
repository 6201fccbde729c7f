"""Search: quotes by their words, within a limit of time, whatever is asked.

What few quotes have is found by the index of words, and put in order. What very many have fills a page soon when quotes
are walked from the newest on and looked at one by one. So the index is asked first, for a part of the time; what it has
not answered by then is walked.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from peewee import Node

from quotes.records.errors import OutOfTime
from quotes.records.quote import Quote as QuoteRecord
from quotes.records.search_query import Order, Term, matches
from quotes.store.contract.store import Cursor, Found, Page, PageRequest, QuoteFilter
from quotes.store.engine.fts5 import best_first, index, joined, plain, spelt
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.quotes.filters import Asked, Parts, conditions
from quotes.store.quotes.pagination import Way, is_backwards, page, part_from, start_of, stretches, way_of
from quotes.store.quotes.quotes import SORT_KEY, QuotePart, whole_quotes
from quotes.store.tables.rows import read_quote
from quotes.store.tables.tables import Quote

SHARES = {"date": 0.35, "added": 0.35, "relevance": 0.6}  # of the time that the index of words may take
SPARE = 0.05  # of the time that is left for reading what was found
LOOKED_AT = 250  # quotes walked at a time
MOST = 10_000  # of the best matches that can be paged through

Places = list[tuple[int, int]]  # sort keys and numbers of quotes


class Walk(NamedTuple):
    """What a walk found, where it was last, and whether it came to an end."""

    found: Places
    last: tuple[int, int] | None
    finished: bool


class SearchPart(QuotePart):
    """Search over the texts of quotes."""

    def search(self, wanted: QuoteFilter, page: PageRequest, order: Order = "date", limit_ms: int = 300) -> Found:
        """Kept quotes that pass a filter with terms, newest, last added or most telling first, within a limit of time.

        Where the limit is reached, the first matches that can be had in it.
        """
        began, limit = time.monotonic(), limit_ms / 1000
        terms = (*plain(wanted.words), *wanted.terms)
        if not terms:
            return Found(Page(()))
        narrowed = self.narrowed(self.of_survivor(wanted))
        if order == "relevance":
            page = replace(page, ascending=False)  # the best match is first, and where time runs out the newest
        if all(term.without for term in terms):
            order = "added" if order == "added" else "date"  # of what is not there, none matches better
        else:
            try:
                with self.engine.limited(limit * SHARES[order]):
                    return self._indexed(narrowed.also("expression", spelt(terms)), page, order)
            except OutOfTime:
                pass  # very many quotes have these words: the newest of them are soon found
        if order == "relevance" and page.cursor is not None:
            return Found(Page(()), partial=True)
        left = limit * (1 - SPARE) - (time.monotonic() - began)
        return self._walked(narrowed, terms, page, left, order)

    def _indexed(self, narrowed: Asked, wanted: PageRequest, order: Order) -> Found:
        """What the index of words finds."""
        if order == "relevance":
            return self._best(narrowed, wanted)
        rows = self.in_order(_newest, narrowed, wanted, order)
        return Found(page(rows, wanted, SORT_KEY, lambda kept: [read_quote(row, self.derivation) for row in kept]))

    def _best(self, narrowed: Asked, wanted: PageRequest) -> Found:
        """The best matches; a place among them is their number in that order."""
        at = min(max(0, wanted.cursor.number), MOST) if wanted.cursor is not None else 0
        found = self.engine.fetch(_ranked, (narrowed.parts,), (*narrowed.values, wanted.limit + 1, at))
        numbers = [number for (number,) in found[: wanted.limit]]
        after = at + wanted.limit
        return Found(Page(
            tuple(self.numbered(numbers)),
            next=Cursor("best", after) if len(found) > wanted.limit and after < MOST else None,
            prev=Cursor("best", max(0, at - wanted.limit), backwards=True) if at else None))

    def _walked(self, narrowed: Asked, terms: Sequence[Term], wanted: PageRequest, seconds: float,
                order: Order) -> Found:
        """What is found by looking at quotes one by one; the newest matches, and so all that are wanted by date."""
        walk = self.walk(narrowed, terms, wanted, time.monotonic() + seconds, order)
        found = self._page(walk.found, wanted)
        if order == "relevance":
            return Found(Page(found.items), partial=True)
        if walk.finished:
            return Found(found)
        on = Cursor(str(walk.last[0]), walk.last[1], is_backwards(wanted)) if walk.last else None
        if is_backwards(wanted):
            return Found(Page(found.items, found.next, on), partial=True)
        return Found(Page(found.items, on, found.prev), partial=True)

    def walk(self, narrowed: Asked, terms: Sequence[Term], wanted: PageRequest, until: float, order: Order) -> Walk:
        """Look at quotes one by one, in the order of a list, until there are enough with the terms or time is up."""
        found: Places = []
        last: tuple[int, int] | None = None
        start, way = start_of(wanted, order), way_of(wanted, order)
        for stretch in stretches(wanted, order, narrowed.is_split):
            there = narrowed if stretch is None else narrowed.at(stretch)
            goes_on = True
            while goes_on:
                rows = self._look_at(there, start, way, until)
                if rows is None:
                    return Walk(found, last, False)
                for key, number, text in rows:
                    if text and matches(terms, text) is not None:
                        found.append((key, number))
                        if len(found) > wanted.limit:
                            return Walk(found, (key, number), True)
                last = rows[-1][:2] if rows else last
                start = way.place(*last) if last else ()
                goes_on = len(rows) == LOOKED_AT
            start = ()
        return Walk(found, last, True)

    def _look_at(self, narrowed: Asked, start: tuple[int, ...], way: Way, until: float) -> list[tuple[Any, ...]] | None:
        """The next quotes of a walk; None where there is no time left for them."""
        left = until - time.monotonic()
        if left <= 0:
            return None
        try:
            with self.engine.limited(left):
                return self.engine.fetch(
                    _looked_at, (narrowed.parts, len(start), way), (*narrowed.values, *start, LOOKED_AT))
        except OutOfTime:
            return None

    def _page(self, found: Sequence[tuple[Any, ...]], wanted: PageRequest) -> Page[QuoteRecord]:
        rows = [(number, key) for key, number in found]
        return page(rows, wanted, SORT_KEY, lambda kept: self.numbered([number for number, _ in kept]))


def _newest(parts: Parts, start: int, way: Way) -> Node:
    first = sum(count for _, count in parts)
    query = Quote.select(Quote.id.alias("number")).from_(index(), Quote).where(*_found(parts))
    found = part_from(query, way.columns, slots(start, first), way.rising).limit(slot(first + start)).alias("found")
    return part_from(whole_quotes(found), way.columns, None, way.rising)


def _ranked(parts: Parts) -> Node:
    first = sum(count for _, count in parts)
    query = Quote.select(Quote.id).from_(index(), Quote).where(*_found(parts))
    return query.order_by(best_first()).limit(slot(first)).offset(slot(first + 1))


def _found(parts: Parts) -> list[Node]:
    """The conditions of a filter and of the index; the index's expression has the last value."""
    *narrowed, _ = parts
    expression = slot(sum(count for _, count in narrowed))
    return [*joined(expression), *conditions(tuple(narrowed))]


def _looked_at(parts: Parts, start: int, way: Way) -> Node:
    first = sum(count for _, count in parts)
    query = Quote.select(Quote.sort_key, Quote.id, Quote.text)
    query = query.where(*conditions(parts)) if parts else query
    return part_from(query, way.columns, slots(start, first), way.rising).limit(slot(first + start))
