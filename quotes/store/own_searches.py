"""Saved searches as rows, and how many quotes are new in one."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from peewee import Node, fn

from quotes.records.errors import OutOfTime
from quotes.records.search_query import Term
from quotes.store.contract.own_searches import NewQuotes, SavedSearch
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.engine.fts5 import plain, spelt
from quotes.store.engine.prepared_statements import slot
from quotes.store.quotes.filters import Asked, Parts, conditions
from quotes.store.quotes.search import SearchPart
from quotes.store.tables.own_searches import SavedSearch as Row
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Quote

COLUMNS = (Row.id, Row.owner, Row.label, Row.query, Row.feed_token, Row.made_at, Row.seen, Row.reached, Row.visited_at)
LETTER, OF_QUOTES = "w", "q"
SHARE = 0.5  # of the time that the index of words may take


class SavedSearchPart(SearchPart):
    """Saved searches."""

    def add_saved_search(self, search: SavedSearch) -> SavedSearch:
        """Keep a new saved search; its id is given by the store."""
        row = {"owner": search.owner, "label": search.label, "query": search.query, "feed_token": search.feed_token,
               "made_at": search.made_at, "visited_at": search.visited_at, "seen": _number(search.seen),
               "reached": _number(search.reached)}
        with self.engine.writing():
            (number,) = self.engine.add_numbered(Row, [row])
        return _read((number, search.owner, search.label, search.query, search.feed_token, search.made_at,
                      row["seen"], row["reached"], search.visited_at))

    def saved_searches(self, owner: str) -> tuple[SavedSearch, ...]:
        """All saved searches of a key, the latest first."""
        rows = self.engine.run(Row.select(*COLUMNS).where(Row.owner == owner).order_by(Row.id.desc()))
        return tuple(_read(row) for row in rows)

    def saved_search(self, id: str) -> SavedSearch | None:
        """The saved search with this id, whosever it is, or None."""
        rows = self.engine.run(Row.select(*COLUMNS).where(Row.id == (number_of(LETTER, id) or 0)))
        return _read(rows[0]) if rows else None

    def change_saved_search(self, search: SavedSearch) -> None:
        """Write the label, the token and the marks of a saved search anew; nothing where it is gone."""
        with self.engine.writing():
            self.engine.run(Row.update(
                label=search.label, feed_token=search.feed_token, visited_at=search.visited_at,
                seen=_number(search.seen), reached=_number(search.reached),
            ).where(Row.id == (number_of(LETTER, search.id) or 0)))

    def remove_saved_search(self, id: str) -> None:
        """Delete a saved search; nothing where it is gone already."""
        with self.engine.writing():
            self.engine.run(Row.delete().where(Row.id == (number_of(LETTER, id) or 0)))

    def last_quote(self) -> str:
        """The id of the quote that came in last; q0 where there is none."""
        ((number,),) = self.engine.run(Quote.select(fn.MAX(Quote.id)))
        return id_of(OF_QUOTES, number or 0)

    def count_new(self, wanted: QuoteFilter, most: int, limit_ms: int) -> NewQuotes:
        """How many quotes pass a filter, up to `most`, within a limit of time.

        What very many quotes have is soon found among the newest: where the index of words takes too long, they are
        looked at one by one, the last to come in first.
        """
        until = time.monotonic() + limit_ms / 1000
        terms: tuple[Term, ...] = (*plain(wanted.words), *wanted.terms)
        if wanted.words and not terms:
            return NewQuotes(0)
        narrowed = self.narrowed(self.of_survivor(wanted)).by_number()
        if all(term.without for term in terms) and terms:
            return self._looked_through(narrowed, terms, most, until)
        asked = narrowed.also("match, newer", spelt(terms), _number(wanted.after or "")) if terms else narrowed
        try:
            with self.engine.limited(limit_ms / 1000 * (SHARE if terms else 1)):
                found = len(self.engine.fetch(_numbers, (asked.parts,), (*asked.values, most + 1)))
        except OutOfTime:
            return self._looked_through(narrowed, terms, most, until) if terms else NewQuotes(0, is_whole=False)
        return NewQuotes(min(found, most), found <= most)

    def _looked_through(self, narrowed: Asked, terms: Sequence[Term], most: int, until: float) -> NewQuotes:
        walk = self.walk(narrowed, terms, PageRequest(most), until, "added")
        return NewQuotes(min(len(walk.found), most), walk.finished and len(walk.found) <= most)


def _numbers(parts: Parts) -> Node:
    query = Quote.select(Quote.id)
    query = query.where(*conditions(parts)) if parts else query
    return query.limit(slot(sum(count for _, count in parts)))


def _number(quote: str) -> int:
    return number_of(OF_QUOTES, quote) or 0


def _read(row: Sequence[Any]) -> SavedSearch:
    number, owner, label, query, token, made_at, seen, reached, visited_at = row
    return SavedSearch(id_of(LETTER, number), owner, label, query, token, made_at, id_of(OF_QUOTES, seen),
                       id_of(OF_QUOTES, reached), visited_at)
