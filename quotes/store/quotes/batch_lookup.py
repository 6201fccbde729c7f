"""What belongs to many quotes at once: whole documents, whole speakers, the words around. One query each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from peewee import Case, fn

from quotes.records.document import Document as DocumentRecord
from quotes.records.speaker import Speaker as SpeakerRecord
from quotes.store.contract.store import Around
from quotes.store.documents.documents import BODY_COLUMNS
from quotes.store.documents.documents import COLUMNS as DOCUMENT_COLUMNS
from quotes.store.engine.engine import select
from quotes.store.speakers.speakers import COLUMNS, SpeakerPart
from quotes.store.tables.decisions import Decision, DecisionSubject
from quotes.store.tables.rows import id_of, number_of, read_document
from quotes.store.tables.tables import Body, Document, Quote, Speaker


class BatchLookupPart(SpeakerPart):
    """Documents, speakers and words that belong to the quotes of a list."""

    def documents_of(self, ids: Collection[str]) -> Mapping[str, DocumentRecord]:
        """Kept documents with their texts, by their ids; those that are not there are left out."""
        columns = {**DOCUMENT_COLUMNS, **BODY_COLUMNS}
        query = (Document.select(*columns.values())
                 .join(Body, on=(Body.document == Document.id) & (Body.revision == Document.revision))
                 .where(Document.id.in_(_numbers("d", ids))))
        return {id_of("d", row["id"]): read_document(row, row) for row in select(self.engine, columns, query)}

    def speakers_of(self, ids: Collection[str]) -> Mapping[str, SpeakerRecord]:
        """Kept speakers with aliases and accounts, by their ids; those that are not there are left out."""
        query = Speaker.select(*COLUMNS.values()).where(Speaker.id.in_(_numbers("s", ids)))
        return {speaker.id: speaker for speaker in self._read(select(self.engine, COLUMNS, query))}

    def arrivals(self, document_ids: Collection[str]) -> Mapping[str, str]:
        """When kept documents first came in, in ISO 8601 and UTC, by their ids."""
        query = Document.select(Document.id, Document.arrived_at).where(Document.id.in_(_numbers("d", document_ids)))
        return {id_of("d", number): arrived_at for number, arrived_at in self.engine.run(query)}

    def corrections(self, quote_ids: Collection[str]) -> Mapping[str, str]:
        """When people last changed kept quotes, in ISO 8601 and UTC, by their ids; those left as read are left out."""
        query = (DecisionSubject.select(DecisionSubject.subject, fn.MAX(Decision.made_at)).join(Decision)
                 .where(DecisionSubject.subject.in_(list(quote_ids)), Decision.action != "confirm")
                 .group_by(DecisionSubject.subject))
        return dict(self.engine.run(query))

    def around(self, quote_ids: Collection[str], width: int) -> Mapping[str, Around]:
        """Up to `width` characters before and after each quote, from the text that its offsets count in."""
        first = Case(None, ((Quote.start > width, Quote.start - width),), 0)
        before = fn.SUBSTR(Body.text, first + 1, Quote.start - first)
        after = fn.SUBSTR(Body.text, Quote.end + 1, width)
        query = (Quote.select(Quote.id, before, after)
                 .join(Body, on=(Body.document == Quote.document) & (Body.revision == Quote.revision))
                 .where(Quote.id.in_(_numbers("q", quote_ids))))
        return {id_of("q", number): Around(*words) for number, *words in self.engine.run(query)}


def _numbers(letter: str, ids: Collection[str]) -> list[int]:
    return [number for one in ids if (number := number_of(letter, one)) is not None] or [0]
