"""Quotes, read with their speakers and their documents in one query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peewee import JOIN, SQL, Expression, ModelSelect, Node, fn

from quotes.records import Quote as QuoteRecord
from quotes.records import Status
from quotes.store.contract import Page, PageRequest, QuoteFilter
from quotes.store.decision_tables import MergedSpeaker
from quotes.store.engine import select
from quotes.store.paging import key_number, one_part, page
from quotes.store.part import Part
from quotes.store.rows import (
    DOCUMENT_FIELDS,
    POST_FIELDS,
    day_number,
    id_of,
    moment_of,
    number_of,
    publisher_key,
    read_quote,
)
from quotes.store.search import has_words
from quotes.store.speakers import bearers
from quotes.store.tables import Document, Outlet, Post, Quote, Speaker, SpeakerLink

SECONDS = 24 * 60 * 60
FEW, LITTLE = 200, 2000  # bearers of one name, and quotes of theirs, that are gathered one speaker after the other
KEPT_APART = ("document", "revision", "day", "outlet")  # columns that no record of a quote shows
COLUMNS: dict[str, Node] = {
    **{field.name: field for field in Quote._meta.sorted_fields if field.name not in KEPT_APART},
    **{f"document.{name}": getattr(Document, name) for name in ("id", *DOCUMENT_FIELDS)},
    "speaker.name": Speaker.name, "speaker.kind": Speaker.kind, "speaker.link_name": SpeakerLink.name,
    "speaker.link_description": SpeakerLink.description,
    **{f"post.{name}": getattr(Post, name) for name in (*POST_FIELDS, "account_how", "account_confidence")},
}


def whole_quotes() -> ModelSelect[Quote]:
    """Every quote with all that its record shows.

    Only outer joins: they leave the order in which the quotes are walked to the indexes of quotes.
    """
    outer = JOIN.LEFT_OUTER
    of_document = SpeakerLink.document == Quote.document
    return (
        Quote.select(*COLUMNS.values())
        .join_from(Quote, Document, outer, on=Quote.document == Document.id)
        .join_from(Quote, Speaker, outer, on=Quote.speaker == Speaker.id)
        .join_from(Quote, SpeakerLink, outer, on=of_document & (SpeakerLink.speaker == Quote.speaker))
        .join_from(Quote, Post, outer, on=Post.quote == Quote.id)
    )


def conditions(wanted: QuoteFilter) -> list[Expression]:
    """What a filter asks for, but for the speaker's name."""
    asked: list[Expression | None] = [
        None if wanted.speaker_id is None else Quote.speaker == (number_of("s", wanted.speaker_id) or 0),
        None if wanted.document_id is None else Quote.document == (number_of("d", wanted.document_id) or 0),
        None if wanted.kind is None else Quote.kind == wanted.kind,
        None if wanted.verdict is None else Quote.verdict == wanted.verdict,
        *_status(wanted.status),
        None if wanted.publisher is None else Quote.outlet == _outlet(wanted.publisher),
        None if wanted.min_confidence is None else Quote.confidence >= wanted.min_confidence,
        *_since(wanted.since),
        *_until(wanted.until),
        has_words(wanted.words) if wanted.words else None,
    ]
    return [condition for condition in asked if condition is not None]


def _status(status: Status | None) -> list[Expression]:
    """The status; said twice of those that few quotes have, so that their own index is seen to hold them all."""
    if status is None:
        return []
    return [Quote.status == status, *([] if status == "active" else [Quote.status != SQL("0")])]


def _outlet(publisher: str) -> ModelSelect[Outlet]:
    return Outlet.select(Outlet.id).where(Outlet.key == (publisher_key(publisher) or ""))


def _since(day: str | None) -> list[Expression]:
    """From a day on, as printed; the sort key, in UTC, can lie a day apart and only says where to begin."""
    return [] if day is None else [Quote.day >= day_number(day), Quote.sort_key >= _shifted(day, -1)]


def _until(day: str | None) -> list[Expression]:
    return [] if day is None else [Quote.day <= day_number(day), Quote.sort_key < _shifted(day, 2)]


def _shifted(day: str, days: int) -> int:
    return moment_of(day) + days * SECONDS


class QuotePart(Part):
    """Quotes, one by one and in lists."""

    def quote(self, id: str) -> QuoteRecord | None:
        """A kept quote with its document (no text), or None."""
        return next(iter(self.quotes_of([id])), None)

    def quotes_of(self, ids: Sequence[str]) -> tuple[QuoteRecord, ...]:
        """The kept quotes with these ids, in this order, each with its document (no text); those not kept left out."""
        numbers = [number_of("q", one) or 0 for one in ids]
        rows = select(self.engine, COLUMNS, whole_quotes().where(Quote.id.in_(numbers))) if numbers else []
        by_number = {row["id"]: row for row in rows}
        return tuple(read_quote(by_number[number], self.remaking) for number in numbers if number in by_number)

    def quotes(self, wanted: QuoteFilter, page_wanted: PageRequest) -> Page[QuoteRecord]:
        """Kept quotes that pass a filter, newest published first, each with its document (no text)."""
        narrowed = self._narrowed(wanted)
        query = whole_quotes().where(*narrowed) if narrowed else whole_quotes()
        query = one_part(query, Quote.sort_key, Quote.id, page_wanted, key_number(page_wanted.cursor))
        rows = select(self.engine, COLUMNS, query)
        if not rows and wanted.speaker_id is not None and (into := self._merged_into(wanted.speaker_id)):
            return self.quotes(replace(wanted, speaker_id=into), page_wanted)
        return page(rows, page_wanted, "sort_key", lambda kept: [read_quote(row, self.remaking) for row in kept])

    def _merged_into(self, speaker_id: str) -> str | None:
        """The id of the speaker into whom one was merged; asked only where nothing else is found."""
        query = MergedSpeaker.select(MergedSpeaker.into).where(MergedSpeaker.id == (number_of("s", speaker_id) or 0))
        return next((id_of("s", number) for (number,) in self.engine.run(query)), None)

    def count_quotes(self, wanted: QuoteFilter) -> int:
        """How many kept quotes pass a filter."""
        narrowed = self._narrowed(wanted)
        query = Quote.select(fn.COUNT(Quote.id))
        ((count,),) = self.engine.run(query.where(*narrowed) if narrowed else query)
        return int(count)

    def _narrowed(self, wanted: QuoteFilter) -> list[Expression]:
        """All that a filter asks for, in words that lead to the best index.

        One bearer of a name is walked in the order of the index. Several who said little have their quotes gathered,
        instead of looking through the newest quotes of everybody; of much, the newest are soon found.
        """
        if not wanted.name_words:
            return conditions(wanted)
        by = Speaker.select(Speaker.id, Speaker.quote_count).where(Speaker.id.in_(bearers(wanted.name_words)))
        found = self.engine.run(by.limit(FEW + 1))
        if len(found) == 1:
            return [*conditions(wanted), Quote.speaker == found[0][0]]
        if len(found) > FEW or sum(count for _, count in found) > LITTLE:
            return [*conditions(wanted), Quote.speaker.in_(bearers(wanted.name_words))]
        return [*conditions(wanted), Quote.speaker.in_([number for number, _ in found] or [0])]

    def document_quotes(self, document_id: str, status: Status | None = "active") -> tuple[QuoteRecord, ...]:
        """All quotes of one document with this status, or with any, in the order of its text."""
        query = whole_quotes().where(*conditions(QuoteFilter(document_id=document_id, status=status)))
        rows = select(self.engine, COLUMNS, query.order_by(Quote.start, Quote.end.desc(), Quote.id))
        return tuple(read_quote(row, self.remaking) for row in rows)
