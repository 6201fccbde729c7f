"""Documents, found and read."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from peewee import Node

from quotes.records.document import Document as DocumentRecord
from quotes.records.errors import StoreDamaged
from quotes.store.contract.store import Fingerprint, Page, PageRequest
from quotes.store.engine.engine import select
from quotes.store.engine.prepared_statements import slots
from quotes.store.quotes.pagination import one_part, page
from quotes.store.store_part import Part
from quotes.store.tables.rows import DOCUMENT_COLUMNS, claim_key, known_by_key, number_of, read_document
from quotes.store.tables.rows import id_of as id_with
from quotes.store.tables.tables import Body, Document

COLUMNS: dict[str, Node] = {name: getattr(Document, name) for name in ("id", *DOCUMENT_COLUMNS, "sort_key")}
BODY_COLUMNS: dict[str, Node] = {name: getattr(Body, name) for name in ("text", "blocks", "embeds", "warnings")}


class DocumentPart(Part):
    """Documents, one by one and in lists."""

    def find_document(self, known_by: Fingerprint) -> tuple[str, bool] | None:
        """The kept document that this one is, if any: its id, and whether its text is the same too."""
        told = known_by_key(replace(known_by, claimed=False))
        keys = (told, told if not known_by.address else claim_key(known_by))
        found = {key: (number, text_hash) for key, number, text_hash in self.engine.fetch(_known_by, (), keys)}
        number, text_hash = found.get(told, (0, ""))
        if number and (text_hash == known_by.text_hash or not known_by.claimed):
            return id_with("d", number), text_hash == known_by.text_hash
        return (id_with("d", found[keys[1]][0]), True) if keys[1] in found else None

    def document_claiming(self, address: str) -> str | None:
        """The id of a kept document whose page claims an address that nobody else gave it; the last one that came."""
        begin = claim_key(Fingerprint("", address))
        query = Document.select(Document.id).where(Document.known_by >= begin, Document.known_by < f"{begin}g")
        found = self.engine.run(query.order_by(Document.id.desc()).limit(1))
        return id_with("d", found[0][0]) if found else None

    def confirm_address(self, document_id: str, known_by: Fingerprint) -> None:
        """Note that a caller gave the address which only the page had claimed."""
        number = number_of("d", document_id) or 0
        with self.engine.writing():
            self.engine.run(Document.update(known_by=known_by_key(known_by), url_from="caller").where(
                Document.id == number, Document.known_by == claim_key(known_by)))

    def document(self, id: str) -> DocumentRecord | None:
        """A kept document with its text, or None."""
        columns = {**COLUMNS, **BODY_COLUMNS, "text_hash": Document.text_hash}
        query = (Document.select(*columns.values())
                 .join(Body, on=(Body.document == Document.id) & (Body.revision == Document.revision))
                 .where(Document.id == (number_of("d", id) or 0)))
        rows = select(self.engine, columns, query)
        if not rows:
            return None
        if sha256(rows[0]["text"].encode()).hexdigest() != rows[0]["text_hash"]:
            raise StoreDamaged(f"The text of {id} is not the one that was kept.")
        return read_document(rows[0], rows[0])

    def documents(self, page_wanted: PageRequest) -> Page[DocumentRecord]:
        """Kept documents, newest published first, without their texts."""
        cursor = page_wanted.cursor
        query = one_part(Document.select(*COLUMNS.values()), Document.sort_key, Document.id, page_wanted,
                         cursor.key if cursor else None)
        rows = select(self.engine, COLUMNS, query)
        return page(rows, page_wanted, "sort_key", lambda kept: [read_document(row) for row in kept])


def _known_by() -> Node:
    columns = (Document.known_by, Document.id, Document.text_hash)
    return Document.select(*columns).where(Document.known_by.in_(slots(2)))
