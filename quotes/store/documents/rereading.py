"""Readings renewed: the same text, read by a newer extractor or with newer weights."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from quotes.records.document import Document as DocumentRecord
from quotes.records.errors import NotFound
from quotes.records.reading import Reading
from quotes.store.contract.store import SpeakerLink
from quotes.store.decisions.standing_decisions import decided_rows
from quotes.store.documents.ingestion import IngestionPart, Place, as_called
from quotes.store.engine.engine import select
from quotes.store.speakers.names import Numbers
from quotes.store.tables.rows import body_row, number_of
from quotes.store.tables.tables import Body, Document, Quote
from quotes.store.tables.tables import SpeakerLink as Link

PLACE = {name: getattr(Document, name) for name in ("id", "revision", "url", "sort_key", "day", "publisher",
                                                  "publisher_printed")}


class RereadingPart(IngestionPart):
    """Readings renewed, each in one transaction."""

    def renew_reading(self, document_id: str, reading: Reading, links: Sequence[SpeakerLink],
                      same: Mapping[str, str]) -> DocumentRecord:
        """Put a new reading of a kept document's unchanged text in place of the one that it has; no revision is made.

        `same` as in replace_reading. A kept quote that it does not name becomes withdrawn, unless a person decided
        about it: that one stays as it is.
        """
        with self.engine.writing():
            place = self._place_of(document_id)
            self._write_engine(place, reading)
            before = self._quoted_in(place.document)
            numbers = self.write_speakers(links)
            self.write_links(place.document, place.revision, links, numbers)
            rows = self._rows(as_called(reading.quotes, links, numbers), place, links, numbers)
            written = self._write_again(reading.quotes, rows, place.document, same)
            self._withdraw_all_but(place.document, written.values())
            self._write_ties(reading.quotes, written)
            self._write_posts(reading.quotes, written)
            self._unlink_others(place.document, numbers)
            self.count_again(before | self._quoted_in(place.document))
            self.keep_to_objections(place.document, self._quoted_in(place.document))
            self.raise_versions_in(place.document)
            document = self.document(document_id)
        if document is None:
            raise NotFound(f"There is no document {document_id}.")
        return document

    def _place_of(self, document_id: str) -> Place:
        query = Document.select(*PLACE.values()).where(Document.id == (number_of("d", document_id) or 0))
        found = select(self.engine, PLACE, query)
        if not found:
            raise NotFound(f"There is no document {document_id}.")
        return self.place_of(found[0]["id"], found[0])

    def _write_engine(self, place: Place, reading: Reading) -> None:
        """Note who read it, of what it warns, and what in marks is no quote; the text's shape is the document's."""
        engine, row = reading.document.engine, body_row(reading)
        self.engine.run(Document.update(engine=engine).where(Document.id == place.document))
        said = Body.update(warnings=row["warnings"], not_quotes=row["not_quotes"])
        self.engine.run(said.where(
            Body.document == place.document, Body.revision == place.revision))

    def _withdraw_all_but(self, document: int, written: Collection[int]) -> None:
        """Mark as withdrawn what was not found again and what no person decided about."""
        active = self.engine.run(Quote.select(Quote.id).where(Quote.document == document, Quote.status == "active"))
        gone = {number for (number,) in active} - set(written) - decided_rows(self.engine, document).keys()
        if gone:
            self.engine.run(Quote.update(status="withdrawn").where(Quote.id.in_(gone)))

    def _unlink_others(self, document: int, numbers: Numbers) -> None:
        """Forget speakers whom the document no longer has; those of quotes that are kept of old stay."""
        linked = {number for (number,) in self.engine.run(Link.select(Link.speaker).where(Link.document == document))}
        gone = linked - set(numbers.values()) - self._quoted_in(document)
        if gone:
            self.engine.run(Link.delete().where(Link.document == document, Link.speaker.in_(gone)))
