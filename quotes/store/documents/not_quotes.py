"""What stands in a document's quotation marks and is no quote; and what a person makes a quote of it."""

from __future__ import annotations

import json

from peewee import Node

from quotes.records.not_quote import NotQuote
from quotes.records.quote import Quote as QuoteRecord
from quotes.store.documents.rereading import RereadingPart
from quotes.store.engine.engine import select
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Body, Document, Quote

COLUMNS: dict[str, Node] = {"text": Body.text, "not_quotes": Body.not_quotes}


class NotQuotePart(RereadingPart):
    """Words in quotation marks that are no quotes."""

    def not_quotes(self, document_id: str) -> tuple[NotQuote, ...]:
        """The words in a document's quotation marks that are listed as no quote, in the order of its text.

        Of those that a person made a quote, nothing is said here any more.
        """
        number = number_of("d", document_id) or 0
        query = (Body.select(*COLUMNS.values())
                 .join(Document, on=(Body.document == Document.id) & (Body.revision == Document.revision))
                 .where(Document.id == number))
        for row in select(self.engine, COLUMNS, query):
            active = (Quote.document == number) & (Quote.status == "active")
            quoted = set(self.engine.run(Quote.select(Quote.start, Quote.end).where(active)))
            return tuple([NotQuote(row["text"][start:end], start, end, why)
                          for start, end, why in json.loads(row["not_quotes"]) if (start, end) not in quoted])
        return ()

    def add_quote(self, document_id: str, quote: QuoteRecord) -> str:
        """Keep a further quote of a kept document, which has no speaker yet; its id. NotFound without the document."""
        with self.engine.writing():
            place = self._place_of(document_id)
            row = self._rows([quote], place, (), {})[0]
            return id_of("q", self.engine.add_numbered(Quote, [row])[0])
