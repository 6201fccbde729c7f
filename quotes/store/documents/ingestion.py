"""Readings written: as new documents, and as revisions of kept ones.

Rows go in many at a time, so that a document takes the same few statements however many quotes it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from peewee import Case, Node

from quotes.records.document import Document as DocumentRecord
from quotes.records.errors import NotFound, StoreError
from quotes.records.quote import Quote as QuoteRecord
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker
from quotes.store.contract.store import Fingerprint, SpeakerLink
from quotes.store.decisions.standing_decisions import as_decided, decided_rows
from quotes.store.documents.documents import COLUMNS, DocumentPart
from quotes.store.documents.outlets import OutletPart
from quotes.store.engine.engine import select
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.speakers.names import FIRST, Numbers, SpeakerNamePart, fullest
from quotes.store.tables.rows import (
    DOCUMENT_FIELDS,
    body_row,
    day_number,
    document_row,
    every_warning,
    id_of,
    moment_of,
    number_of,
    own_place,
    post_row,
    quote_row,
)
from quotes.store.tables.tables import Body, Document, Post, Quote, Speaker
from quotes.store.takedown.objections import ObjectionPart

AT_ONCE, TOGETHER = 240, 4  # written in one statement; their number is filled up to a multiple of this
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Place:
    """Where quotes are written: their document, its address and its revision, and what each of them repeats of it."""

    document: int
    revision: int
    url: str | None
    sort_key: int
    day: int
    outlet: int | None

    def row(self) -> dict[str, Any]:
        """The columns that every quote of the document shares."""
        return {"document": self.document, "revision": self.revision, **self.repeated()}

    def repeated(self) -> dict[str, Any]:
        """The columns that repeat what the document says."""
        return {"sort_key": self.sort_key, "day": self.day, "outlet": self.outlet}


class IngestionPart(SpeakerNamePart, DocumentPart, OutletPart, ObjectionPart):
    """Readings written, each in one transaction."""

    def add_reading(self, reading: Reading, known_by: Fingerprint, links: Sequence[SpeakerLink]) -> DocumentRecord:
        """Keep a reading's document, quotes and speakers as new; every quote's speaker by its link."""
        with self.engine.writing():
            row = {**document_row(reading.document, known_by, self.clock()), "revision": FIRST}
            place = self.place_of(self.engine.add_numbered(Document, [row])[0], row)
            numbers = self._write_around(place, reading, links)
            quotes = as_called(reading.quotes, links, numbers)
            fresh = self.engine.add_numbered(Quote, self._rows(quotes, place, links, numbers))
            written = {quote.id: number for quote, number in zip(reading.quotes, fresh, strict=True)}
            self._write_ties(reading.quotes, written)
            self._write_posts(reading.quotes, written, is_new=True)
            self._count_more(reading.quotes, numbers)
            self.keep_to_objections(place.document, numbers.values())
        return replace(reading.document, id=id_of("d", place.document), added_at=row["arrived_at"],
                       warnings=every_warning(reading))

    def replace_reading(self, document_id: str, reading: Reading, known_by: Fingerprint,
                        links: Sequence[SpeakerLink], same: Mapping[str, str]) -> DocumentRecord:
        """Put a revision in place of a kept document.

        `same` leads from a quote's id in the reading to the kept quote that it is: that one keeps its id, and what a
        person decided about it. Kept quotes that it does not name become withdrawn, never deleted.
        """
        with self.engine.writing():
            place = self._revise(document_id, reading.document, known_by)
            before = self._quoted_in(place.document)
            numbers = self._write_around(place, reading, links)
            rows = self._rows(as_called(reading.quotes, links, numbers), place, links, numbers)
            written = self._write_again(reading.quotes, rows, place.document, same)
            self._withdraw_others(place, written)
            self._write_ties(reading.quotes, written)
            self._write_posts(reading.quotes, written)
            self.count_again(before | self._quoted_in(place.document))
            self.keep_to_objections(place.document, self._quoted_in(place.document))
            self.raise_versions_in(place.document)
            document = self.document(document_id)
        if document is None:
            raise NotFound(f"There is no document {document_id}.")
        return document

    def _revise(self, document_id: str, document: DocumentRecord, known_by: Fingerprint) -> Place:
        """Change a document's row; what the revision does not say stays as it was.

        Its domain is the outlet of a document of which nobody said more, and does not take the place of what was said.
        """
        columns = {**COLUMNS, "revision": Document.revision}
        query = Document.select(*columns.values()).where(Document.id == (number_of("d", document_id) or 0))
        found = select(self.engine, columns, query)
        if not found:
            raise NotFound(f"There is no document {document_id}.")
        kept = found[0]
        said = {name: kept[name] if (value := getattr(document, name)) is None else value for name in DOCUMENT_FIELDS}
        if document.published_at is not None:
            said["published_from"] = document.published_from
        keys = self.derivation.outlet_keys(document)
        if kept["publisher"] and keys is not None and keys.has_domain and keys.own == document.publisher:
            said["publisher"] = kept["publisher"]
        row = document_row(replace(document, **said), known_by, kept["arrived_at"])
        row["revision"] = kept["revision"] + 1
        self.engine.run(Document.update(row).where(Document.id == kept["id"]))
        return self.place_of(kept["id"], row)

    def place_of(self, number: int, row: Mapping[str, Any]) -> Place:
        """Where the quotes of a document stand, by its number and its row."""
        from_ = DocumentRecord("", url=row["url"], publisher=row["publisher"],
                               publisher_printed=row["publisher_printed"])
        return Place(number, row["revision"], row["url"], moment_of(row["sort_key"]), day_number(row["day"]),
                     self.outlet_number(from_))

    def _rows(self, quotes: Sequence[QuoteRecord], place: Place, links: Sequence[SpeakerLink],
              numbers: Numbers) -> list[dict[str, Any]]:
        """Quotes as they are written; what their document says of a speaker stands there and not with each of them."""
        called, shared = fullest(links, numbers), place.row()
        rows = []
        for quote in quotes:
            row = {**shared, **quote_row(quote, place.url, self.derivation),
                   "speaker": quote.speaker and _number(quote.speaker, numbers), "runner_up": None}
            if quote.speaker is not None:
                said = called[row["speaker"]].speaker.description
                row["description"] = None if said == row["description"] else row["description"] or ""
            if quote.runner_up is not None and quote.runner_up.id is not None:
                row["runner_up"] = _number(quote.runner_up, numbers)
            if (own := own_place(quote)) is not None:
                row["sort_key"], row["day"] = own
            rows.append(row)
        return rows

    def _write_around(self, place: Place, reading: Reading, links: Sequence[SpeakerLink]) -> Numbers:
        """What a reading has beside its quotes: the text and the speakers; the speakers' numbers."""
        body = {"document": place.document, "revision": place.revision, **body_row(reading)}
        self.engine.add(Body, [body])
        numbers = self.write_speakers(links)
        if place.revision == FIRST:
            self.add_links(place.document, links, numbers)
        else:
            self.write_links(place.document, place.revision, links, numbers)
        return numbers

    def _write_again(self, quotes: Sequence[QuoteRecord], rows: Sequence[dict[str, Any]], document: int,
                     same: Mapping[str, str]) -> dict[str, int]:
        """Write the rows of a revision's quotes, of those that were there before over the old; the number of each."""
        decided = decided_rows(self.engine, document)
        written = {local: number for local, kept in same.items() if (number := number_of("q", kept)) is not None}
        pairs = list(zip(quotes, rows, strict=True))
        old = [{"id": written[quote.id], **row} for quote, row in pairs if quote.id in written]
        old = [as_decided(row, decided[row["id"]]) if row["id"] in decided else row for row in old]
        self.engine.add(Quote, [{**row, "continues": None, "parent": None} for row in old], over=("id",))
        new = [(quote, row) for quote, row in pairs if quote.id not in written]
        fresh = self.engine.add_numbered(Quote, [row for _, row in new])
        return {**written, **{quote.id: number for (quote, _), number in zip(new, fresh, strict=True)}}

    def _withdraw_others(self, place: Place, written: Mapping[str, int]) -> None:
        """Mark as withdrawn what the revision has no longer; its new date and outlet hold for those quotes too."""
        of_document = Quote.document == place.document
        earlier = of_document & (Quote.revision < place.revision)
        dated = Post.select(Post.quote).where(Post.posted_at.is_null(False))
        self.engine.run(Quote.update(outlet=place.outlet).where(earlier))
        self.engine.run(Quote.update(sort_key=place.sort_key, day=place.day).where(earlier, Quote.id.not_in(dated)))
        self.engine.run(Quote.update(status="withdrawn").where(
            of_document, Quote.revision < place.revision, Quote.status == "active"))

    def _write_ties(self, quotes: Sequence[QuoteRecord], written: Mapping[str, int]) -> None:
        """Tie quotes to those that they continue or stand in, now that all of them have numbers."""
        tied = [quote for quote in quotes if quote.continues or quote.parent]
        for some in _together(tied):
            numbers = [written[quote.id] for quote in some]
            values = [value for name in ("continues", "parent") for quote, number in zip(some, numbers, strict=True)
                      for value in (number, _tied(quote, getattr(quote, name), written))]
            self.engine.fetch(_tie, (len(some),), [*values, *numbers])

    def _write_posts(self, quotes: Sequence[QuoteRecord], written: Mapping[str, int], is_new: bool = False) -> None:
        rows = [{"quote": written[quote.id], **post_row(quote.post)} for quote in quotes if quote.post is not None]
        self.engine.add(Post, rows, over=() if is_new else ("quote",))

    def _quoted_in(self, document: int) -> frozenset[int]:
        query = Quote.select(Quote.speaker).where(Quote.document == document, Quote.speaker.is_null(False)).distinct()
        return frozenset(number for (number,) in self.engine.run(query))

    def _count_more(self, quotes: Sequence[QuoteRecord], numbers: Numbers) -> None:
        """Count a new document's quotes with its speakers', without counting those of all documents again."""
        more = Counter(_number(quote.speaker, numbers) for quote in quotes
                       if quote.speaker is not None and quote.status == "active" and quote.stance.kind == "asserted")
        for some in _together(list(more.items())):
            self.engine.fetch(_count_up, (len(some),), [*chain.from_iterable(some), *(number for number, _ in some)])


def _together(items: list[Item]) -> Iterator[list[Item]]:
    """Some items for each statement, the last of them several times, so that there are few statements to spell out."""
    for start in range(0, len(items), AT_ONCE):
        some = items[start : start + AT_ONCE]
        yield some + some[-1:] * (-len(some) % TOGETHER)


def _number(speaker: QuotedSpeaker, numbers: Numbers) -> int:
    if speaker.id is None or speaker.id not in numbers:
        who = speaker.name if speaker.id is None else speaker.id
        raise StoreError(f"A quote names the speaker {who}, whom its reading does not list.")
    return numbers[speaker.id]


def as_called(quotes: Sequence[QuoteRecord], links: Sequence[SpeakerLink], numbers: Numbers) -> list[QuoteRecord]:
    """The quotes with runner-ups who are speakers under the one name that their document is kept to give them."""
    called = fullest(links, numbers)
    renamed = []
    for quote in quotes:
        other = quote.runner_up
        if other is not None and other.id is not None:
            name = called[_number(other, numbers)].speaker.name
            quote = quote if name == other.name else replace(quote, runner_up=replace(other, name=name))
        renamed.append(quote)
    return renamed


def _tied(quote: QuoteRecord, to: str | None, written: Mapping[str, int]) -> int | None:
    if to is None:
        return None
    if to not in written:
        raise StoreError(f"Quote {quote.id} refers to {to}, which its reading does not hold.")
    return written[to]


def _count_up(speakers: int) -> Node:
    more = Case(Speaker.id, _pairs(speakers, 0), 0)
    return Speaker.update(quote_count=Speaker.quote_count + more).where(Speaker.id.in_(slots(speakers, 2 * speakers)))


def _tie(quotes: int) -> Node:
    ties = {column: Case(Quote.id, _pairs(quotes, 2 * quotes * place), None)
            for place, column in enumerate((Quote.continues, Quote.parent))}
    return Quote.update(ties).where(Quote.id.in_(slots(quotes, 4 * quotes)))


def _pairs(count: int, first: int) -> tuple[tuple[Node, Node], ...]:
    return tuple((slot(first + 2 * n), slot(first + 2 * n + 1)) for n in range(count))
