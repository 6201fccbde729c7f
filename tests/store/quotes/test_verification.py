"""Quotes found by the rarest words of a wording, several by their ids, and what the collection covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.verification import Coverage
from quotes.store.quotes import verification
from quotes.store.quotes.verification import Effort
from quotes.store.store_opener import open_sqlite
from quotes.store.table_store import TableStore
from tests.store.readings import a_reading

TEXTS = ("The harbour wall will hold", "The harbour will be closed", "Nobody asked for the wall", "We will see",
         "The ferry sailed", "Wir werden sehen, sagte er", "it’s “AND” OR NOT")


@pytest.fixture
def quoted(store: TableStore) -> TableStore:
    """A store with a few quotes in one document."""
    found = tuple(Quote(f"q{n}", "direct", text, n, n + len(text), "unknown", 0.0) for n, text in enumerate(TEXTS, 1))
    keep(store, Reading(Document("text"), found))
    return store


WORDINGS = [
    (("harbour", "wall"), ["The harbour wall will hold", "Nobody asked for the wall", "The harbour will be closed"]),
    (("ferry",), ["The ferry sailed"]),
    (("FERRY", "zanzibar"), ["The ferry sailed"]),
    (("zanzibar",), []),
    ((), []),
    (("—", "\0", '"'), []),
    (("and", "OR"), ["it’s “AND” OR NOT"]),
    (("sagte",), ["Wir werden sehen, sagte er"]),
]


@pytest.mark.parametrize("words, texts", WORDINGS)
@pytest.mark.parametrize("breadth", ["narrow", "wide"])
def test_quotes_with_a_wordings_words(quoted: TableStore, words: tuple[str, ...], texts: list[str], breadth: str):
    assert sorted(one.text for one in quoted.candidates(words, breadth)) == sorted(texts)


def test_the_likeliest_come_first(quoted: TableStore):
    assert quoted.candidates(("the", "harbour", "wall", "will", "hold"))[0].text == "The harbour wall will hold"


def test_of_common_words_those_near_each_other_are_found(quoted: TableStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(verification, "EFFORTS", {"narrow": Effort(4, 0, 50), "wide": Effort(8, 0, 150)})
    assert [one.text for one in quoted.candidates(("the", "harbour", "will"))] == [
        "The harbour wall will hold", "The harbour will be closed"]
    assert [one.text for one in quoted.candidates(("ferry",))] == ["The ferry sailed"]


def test_a_candidate_says_whose_and_where_it_is(store: TableStore):
    keep(store, a_reading())
    held = store.candidates(("water", "number", "1"))[0]
    assert (held.id, held.text, held.document, held.speaker, held.continues) == (
        "q1", "The water is cold, number 1", "d1", "s1", None)


@pytest.mark.parametrize("status", ["withdrawn", "not_a_quote"])
def test_what_is_not_active_is_no_candidate(store: TableStore, status: str):
    reading = a_reading()
    keep(store, replace(reading, quotes=tuple(replace(quote, status=status) for quote in reading.quotes)))
    assert store.candidates(("water", "cold")) == ()
    assert store.coverage().quotes == 0


def test_the_numbers_of_common_words_are_counted_once(quoted: TableStore, count_statements: Callable,
                                                      monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(verification, "NUMEROUS", 2)
    quoted.candidates(("the", "will", "ferry"))
    with count_statements() as noted:
        quoted.candidates(("the", "will", "ferry"))
    assert len([statement for statement in noted if "count(" in statement]) == 1


def test_several_quotes_come_in_the_order_asked_for(quoted: TableStore, count_statements: Callable):
    with count_statements() as noted:
        found = quoted.quotes_of(["q3", "q1", "q99", "x", "q2"])
    assert [quote.text for quote in found] == [TEXTS[2], TEXTS[0], TEXTS[1]]
    assert len(noted) == 1
    assert quoted.quotes_of([]) == ()


def test_what_the_collection_covers(store: TableStore):
    assert store.coverage() == Coverage(0, 0, None, None, ())
    keep(store, a_reading())
    keep(store, Reading(Document("other", publisher="A Paper", published_at="2024-01-02")))
    keep(store, Reading(Document("third", publisher="A Paper", published_at="2024-01-03")))
    active = len(store.document_quotes("d1"))
    assert store.coverage() == Coverage(3, active, "2024-01-02", "2024-12-08", ("Example Times",))


def test_coverage_is_counted_anew_where_something_changed(store: TableStore, path: Path, count_statements: Callable):
    keep(store, a_reading())
    with count_statements() as noted:
        first = store.coverage()
        noted.clear()
        assert store.coverage() == first
    assert len(noted) == 1
    other = open_sqlite(path)
    keep(other, Reading(Document("by another process", published_at="2026-01-02")))
    other.close()
    assert (store.coverage().documents, store.coverage().until) == (2, "2026-01-02")
    keep(store, Reading(Document("by this one", published_at="2026-01-03")))
    assert (store.coverage().documents, store.coverage().until) == (3, "2026-01-03")
