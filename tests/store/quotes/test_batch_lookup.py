"""What belongs to many quotes at once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quotes.collection.decisions.quote_decisions import By, confirm, correct
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.store.contract.store import QuoteFilter
from quotes.store.table_store import TableStore
from tests.api.shelf import READING, TEXT, small_reading


@pytest.fixture
def shelf(store: TableStore) -> TableStore:
    keep(store, READING)
    for number in range(3):
        keep(store, small_reading(number))
    return store


@pytest.mark.parametrize("ids, found", [
    ((), set()), (("d1",), {"d1"}), (("d1", "d3"), {"d1", "d3"}), (("d99",), set()), (("d2", "d99"), {"d2"}),
    (("q1", "d0", "x", ""), set()),
])
def test_documents(shelf: TableStore, ids: tuple[str, ...], found: set[str]):
    documents = shelf.documents_of(ids)
    assert set(documents) == found
    assert all(documents[one] == shelf.document(one) for one in found)


@pytest.mark.parametrize("ids, found", [((), set()), (("s1", "s3"), {"s1", "s3"}), (("s99", "d1"), set())])
def test_speakers(shelf: TableStore, ids: tuple[str, ...], found: set[str]):
    speakers = shelf.speakers_of(ids)
    assert set(speakers) == found
    assert all(speakers[one] == shelf.speaker(one) for one in found)


def test_arrivals(shelf: TableStore):
    arrivals = shelf.arrivals(("d1", "d2", "d99"))
    assert set(arrivals) == {"d1", "d2"}
    assert all(moment.startswith("20") for moment in arrivals.values())
    assert shelf.arrivals(()) == {}


def test_corrections(shelf: TableStore):
    ids = ("q1", "q2", "q99")
    desk, later = (By("city desk", datetime(2026, 3, day, tzinfo=UTC)) for day in (1, 2))
    assert shelf.corrections(ids) == {} == shelf.corrections(())
    confirm(shelf, "q1", desk)
    assert shelf.corrections(ids) == {}
    first = correct(shelf, "q1", None, desk)
    assert shelf.corrections(ids) == {"q1": first.made_at}
    taken_back = undo(shelf, first.id, later)
    assert shelf.corrections(ids) == {"q1": taken_back.made_at} and taken_back.made_at > first.made_at


@pytest.mark.parametrize("width", [0, 1, 32, 10_000])
def test_the_words_around(shelf: TableStore, width: int):
    quotes = shelf.document_quotes("d1")
    around = shelf.around([quote.id for quote in quotes], width)
    for quote in quotes:
        before, after = around[quote.id]
        assert before == TEXT[max(0, quote.start - width):quote.start]
        assert after == TEXT[quote.end:quote.end + width]
    assert shelf.around(["q99", "s1"], width) == {}


@pytest.mark.parametrize("wanted, count", [
    (QuoteFilter(), 8), (QuoteFilter(status=None), 8), (QuoteFilter(speaker_id="s1"), 2),
    (QuoteFilter(name_words=("brandt",)), 3), (QuoteFilter(words=("wall",)), 1), (QuoteFilter(kind="block"), 0),
])
def test_counting(shelf: TableStore, wanted: QuoteFilter, count: int):
    assert shelf.count_quotes(wanted) == count
