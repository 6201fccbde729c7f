"""A reading renewed is renewed whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.records.document import Document
from quotes.records.errors import NotFound, StoreError
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.table_store import TableStore
from tests.store.documents.test_ingestion import failing_at, rows_of
from tests.store.readings import a_reading, said


def test_one_that_fails_at_any_statement_leaves_the_old_one(store: TableStore, path: Path):
    first = a_reading(quotes=5)
    keep(store, first)
    quotes = (*first.quotes[1:3], said(7), replace(said(8), continues="q7"), replace(first.quotes[-1], parent=None))
    second = replace(first, document=replace(first.document, engine="newer"), quotes=quotes)
    before, number = rows_of(path), 0
    while True:
        number += 1
        assert number < 100
        with failing_at(store.engine, number) as statements:
            try:
                reread(store, "d1", lambda document: second)
            except StoreError:
                assert rows_of(path) == before, statements[-1]
            else:
                break
    assert number > 10
    after = rows_of(path)
    assert {table: len(rows) for table, rows in after.items() if len(rows) != len(before[table])} == {"quote": 8}
    assert [one.id for one in store.document_quotes("d1")] == ["q2", "q3", "q7", "q8", "q6"]


def test_a_document_that_is_not_there_is_told(store: TableStore):
    with pytest.raises(NotFound, match="no document d5"):
        store.renew_reading("d5", Reading(Document("x")), (), {})


def test_words_that_are_withdrawn_are_found_no_longer_under_active(store: TableStore):
    first = a_reading(quotes=2)
    keep(store, first)
    reread(store, "d1", lambda document: replace(first, document=document, quotes=()))
    assert store.document_quotes("d1") == ()
    assert len(store.document_quotes("d1", "withdrawn")) == 3
    assert [one.text for one in store.quotes(QuoteFilter(words=("cold",)), PageRequest()).items] == []
