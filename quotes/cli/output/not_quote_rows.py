"""What stands in quotation marks and is no quote, of every kept document, as JSON Lines or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from quotes.records.document import Document
from quotes.schemas.formats.csv import harmless
from quotes.schemas.json_lines import json_line
from quotes.store.contract.store import PageRequest, Store

COLUMNS = ("text", "why", "document_id", "title", "publisher", "published_at", "url", "start", "end")
PAGE = 100


def rows(store: Store, document: str | None) -> Iterator[dict[str, Any]]:
    """A row for each of these words, of one document or of all, the newest first."""
    for one in _documents(store, document):
        for found in store.not_quotes(one.id):
            yield dict(zip(COLUMNS, (found.text, found.why, one.id, one.title, one.publisher, one.published_at, one.url,
                                     found.start, found.end), strict=True))


def written(found: Iterator[dict[str, Any]], form: str) -> Iterator[str]:
    """The rows in a form, jsonl or csv, a piece for each."""
    if form == "jsonl":
        yield from (f"{json_line(row)}\n" for row in found)
        return
    yield _row(COLUMNS)
    yield from (_row(map(harmless, row.values())) for row in found)


def _row(cells: Any) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _documents(store: Store, only: str | None) -> Iterator[Document]:
    if only is not None:
        found = store.document(only)
        yield from [found] if found else []
        return
    page = store.documents(PageRequest(PAGE))
    yield from page.items
    while page.next is not None:
        page = store.documents(PageRequest(PAGE, page.next))
        yield from page.items
