"""Quotes, read with their speakers and their documents in one query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from peewee import JOIN, Join, ModelSelect, Node, Select, fn

from quotes.records.quote import Quote as QuoteRecord
from quotes.records.quote import Status
from quotes.records.search_query import Order
from quotes.store.contract.store import Page, PageRequest, QuoteFilter
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.quotes.filters import Asked, Parts, asked, conditions, of_several, with_words
from quotes.store.quotes.pagination import Way, page, part_from, start_of, stretches, way_of
from quotes.store.speakers.speakers import bearers, rarest_first
from quotes.store.store_part import Part
from quotes.store.tables.rows import DOCUMENT_COLUMNS, POST_FIELDS, id_of, number_of, read_quote
from quotes.store.tables.tables import Document, Post, Quote, Speaker, SpeakerLink

TOGETHER = 10  # quotes fetched by their numbers; how many is filled up to a multiple of this
FEW, LITTLE = 200, 2000  # bearers of one name, and quotes of theirs, that are gathered one speaker after the other
SHORTEST_PART = 3  # letters of an outlet's name that are enough to ask for it
CALLED = "SELECT 1 FROM outlet_name WHERE key = ?"
CALLED_IN_PART = "SELECT 1 FROM outlet_name WHERE instr(key, ?) > 0 LIMIT 1"
SORT_KEY = 1  # its place among the columns
KEPT_APART = ("document", "revision", "day", "outlet")  # columns that no record of a quote shows
COLUMNS: tuple[Node, ...] = (  # in the order in which read_quote takes them
    *(field for field in Quote._meta.sorted_fields if field.name not in KEPT_APART),
    *(getattr(Document, name) for name in ("id", *DOCUMENT_COLUMNS)),
    Speaker.name, Speaker.kind, SpeakerLink.name, SpeakerLink.description,
    *(getattr(Post, name) for name in (*POST_FIELDS, "account_how", "account_confidence")),
)


def whole_quotes(found: Select | None = None) -> ModelSelect[Quote]:
    """Every quote with all that its record shows; or those whose numbers another query finds, which is asked first.

    Only outer joins: they leave the order in which the quotes are walked to the indexes of quotes.
    """
    of_document = SpeakerLink.document == Quote.document
    sources = Quote if found is None else Join(found, Quote, JOIN.INNER, on=Quote.id == found.c.number)
    for table, on in ((Document, Quote.document == Document.id), (Speaker, Quote.speaker == Speaker.id),
                      (SpeakerLink, of_document & (SpeakerLink.speaker == Quote.speaker)),
                      (Post, Post.quote == Quote.id)):
        sources = Join(sources, table, JOIN.LEFT_OUTER, on=on)
    return Quote.select(*COLUMNS).from_(sources)


class QuotePart(Part):
    """Quotes, one by one and in lists."""

    def quote(self, id: str) -> QuoteRecord | None:
        """A kept quote with its document (no text), or None."""
        return next(iter(self.quotes_of([id])), None)

    def quotes_of(self, ids: Sequence[str]) -> tuple[QuoteRecord, ...]:
        """The kept quotes with these ids, in this order, each with its document (no text); those not kept left out."""
        return tuple(self.numbered([number_of("q", one) or 0 for one in ids]))

    def numbered(self, numbers: Sequence[int]) -> list[QuoteRecord]:
        """The kept quotes with these numbers, in this order; those not kept left out."""
        some = [*numbers, *[*numbers][-1:] * (-len(numbers) % TOGETHER)]
        rows = self.engine.fetch(_numbered, (len(some),), some) if some else []
        by_number = {row[0]: row for row in rows}
        return [read_quote(by_number[number], self.derivation) for number in numbers if number in by_number]

    def quotes(self, wanted: QuoteFilter, page_wanted: PageRequest, order: Order = "date") -> Page[QuoteRecord]:
        """Kept quotes that pass a filter, newest published or added first, each with its document (no text)."""
        narrowed = with_words(self.narrowed(wanted), wanted)
        rows = self.in_order(_listed, narrowed, page_wanted, order)
        if not rows and (other := self.of_survivor(wanted)) != wanted:
            return self.quotes(other, page_wanted, order)
        return page(rows, page_wanted, SORT_KEY, lambda kept: [read_quote(row, self.derivation) for row in kept])

    def of_survivor(self, wanted: QuoteFilter) -> QuoteFilter:
        """The filter, for the speaker into whom the one was merged for whom it asks."""
        if wanted.speaker_id is None:
            return wanted
        found = self.engine.ask("SELECT into_id FROM merged_speaker WHERE id = ?",
                                [number_of("s", wanted.speaker_id) or 0])
        return replace(wanted, speaker_id=id_of("s", found[0][0])) if found else wanted

    def in_order(self, statement: Callable[..., Node], narrowed: Asked, request: PageRequest,
                 order: Order) -> list[tuple[Any, ...]]:
        """The rows of one part of a list, and one more if it goes on.

        `statement` is made of the names of conditions, of the number of values of the place to begin after, and of the
        way to walk; its last value is how many rows are wanted.
        """
        rows: list[tuple[Any, ...]] = []
        start = start_of(request, order)
        narrowed = narrowed.by_number() if order == "added" else narrowed
        for stretch in stretches(request, order, narrowed.is_split):
            there = narrowed if stretch is None else narrowed.at(stretch)
            missing = request.limit + 1 - len(rows)
            rows += self.engine.fetch(statement, (there.parts, len(start), way_of(request, order)),
                                      (*there.values, *start, missing))
            if len(rows) > request.limit:
                break
            start = ()
        return rows

    def count_quotes(self, wanted: QuoteFilter) -> int:
        """How many kept quotes pass a filter."""
        wanted = self.of_survivor(wanted)
        narrowed = with_words(self.narrowed(wanted), wanted)
        ((count,),) = self.engine.fetch(_counted, (narrowed.parts,), narrowed.values)
        return int(count)

    def narrowed(self, wanted: QuoteFilter) -> Asked:
        """All that a filter asks for but its words, said so that it leads to the best index.

        One bearer of a name is walked in the order of the index. Several who said little have their quotes gathered,
        instead of looking through the newest quotes of everybody; of much, the newest are soon found.
        """
        narrowed = self._by_outlet(asked(wanted, self.derivation))
        if wanted.speaker_ids:
            numbers = [number_of("s", one) or 0 for one in wanted.speaker_ids]
            return narrowed.also("speaker", *numbers) if len(numbers) == 1 else of_several(narrowed, numbers)
        if not wanted.name_words:
            return narrowed
        words = rarest_first(wanted.name_words)
        found = self.engine.fetch(_bearing, (len(words),), words)
        if len(found) == 1:
            return narrowed.also("speaker", found[0][0])
        if len(found) > FEW or sum(count for _, count in found) > LITTLE:
            return narrowed.also("bearers", *words)
        return of_several(narrowed, [number for number, _ in found])

    def _by_outlet(self, narrowed: Asked) -> Asked:
        """The same; where no outlet is called as is asked for, of those of whose names that is a part."""
        key = narrowed.value_of("outlet")
        if key is None or len(key) < SHORTEST_PART or self.engine.ask(CALLED, [key]):
            return narrowed
        return narrowed.by_part() if self.engine.ask(CALLED_IN_PART, [key]) else narrowed

    def document_quotes(self, document_id: str, status: Status | None = "active") -> tuple[QuoteRecord, ...]:
        """All quotes of one document, of every stance, with this status or with any, in the order of its text."""
        narrowed = asked(QuoteFilter(document_id=document_id, status=status, stance=None), self.derivation)
        rows = self.engine.fetch(_in_text_order, (narrowed.parts,), narrowed.values)
        return tuple(read_quote(row, self.derivation) for row in rows)


def _numbered(count: int) -> Node:
    return whole_quotes().where(Quote.id.in_(slots(count)))


def _listed(parts: Parts, start: int, way: Way) -> Node:
    first = sum(count for _, count in parts)
    if way.by_arrival:  # no index of a filter has this order: only numbers are sorted, and the rest read for a page
        numbers = _where(Quote.select(Quote.id.alias("number")), parts)
        found = part_from(numbers, way.columns, slots(start, first), way.rising).limit(slot(first + start))
        return part_from(whole_quotes(found.alias("found")), way.columns, None, way.rising)
    query = part_from(_where(whole_quotes(), parts), way.columns, slots(start, first), way.rising)
    return query.limit(slot(first + start))


def _counted(parts: Parts) -> Node:
    return _where(Quote.select(fn.COUNT(Quote.id)), parts)


def _in_text_order(parts: Parts) -> Node:
    return _where(whole_quotes(), parts).order_by(Quote.start, Quote.end.desc(), Quote.id)


def _bearing(words: int) -> Node:
    by = Speaker.select(Speaker.id, Speaker.quote_count).where(Speaker.id.in_(bearers(slots(words))))
    return by.limit(FEW + 1)


def _where(query: ModelSelect[Quote], parts: Parts) -> ModelSelect[Quote]:
    return query.where(*conditions(parts)) if parts else query
