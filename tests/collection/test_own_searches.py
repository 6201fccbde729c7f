"""Visits of a saved search: what is new in one, and when it is another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quotes.collection import own_searches as saving
from quotes.collection.access_keys import check_key, make_key
from quotes.collection.derived_fields import DerivedFields
from quotes.collection.filters import by_words
from quotes.collection.ingestion import keep
from quotes.records.errors import InvalidInput, StoreBusy
from quotes.store.contract.store import QuoteFilter
from quotes.store.store_opener import open_store
from tests.api.shelf import small_reading

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'quotes.db'}", DerivedFields())
    keep(store, small_reading(0))
    yield store
    store.close()


@pytest.fixture
def search(store):
    key = make_key(store, "Rea", "read", NOW)
    return saving.save(store, check_key(store, key, NOW), " The  harbour ", "q=harbour", NOW)


def seen_at(store, search, minutes):
    """The marks of a visit some minutes after the first."""
    found = saving.visit(store, store.saved_search(search.id), NOW + timedelta(minutes=minutes))
    assert found == store.saved_search(search.id) or minutes % 1
    return found.seen, found.reached


def test_loading_again_shows_the_same_and_an_hours_pause_makes_another_visit(store, search):
    assert search.label == "The harbour"
    assert seen_at(store, search, 0) == ("q1", "q1")
    keep(store, small_reading(1))
    assert seen_at(store, search, 0.5) == ("q1", "q2")
    assert seen_at(store, search, 59) == ("q1", "q2")
    keep(store, small_reading(2))
    assert seen_at(store, search, 117) == ("q1", "q3")  # 58 minutes after the last look: still the same visit
    assert seen_at(store, search, 177) == ("q3", "q3")
    keep(store, small_reading(3))
    assert seen_at(store, search, 178) == ("q3", "q4")
    keep(store, small_reading(4))
    assert seen_at(store, search, 500) == ("q4", "q5")


def test_new_is_what_was_not_there_at_the_last_look(store, search):
    counted = [saving.count_new(store, QuoteFilter(), store.saved_search(search.id), 300).count]
    for number in range(1, 4):
        keep(store, small_reading(number))
    counted.append(saving.count_new(store, QuoteFilter(), store.saved_search(search.id), 300).count)
    seen_at(store, search, 1)
    counted.append(saving.count_new(store, QuoteFilter(), store.saved_search(search.id), 300).count)
    assert counted == [0, 3, 0]


def test_a_store_that_cannot_be_written_is_still_read(store, search, monkeypatch):
    def busy(*args):
        raise StoreBusy("another writer")

    monkeypatch.setattr(store, "change_saved_search", busy)
    assert saving.visit(store, search, NOW).seen == "q1"


def test_what_is_no_label(store, search):
    for label in ("", "  ", "a" * 121):
        with pytest.raises(InvalidInput):
            saving.rename(store, search, label)
    assert store.saved_search(search.id).label == "The harbour"


COUNTED = [("reason", 100, (6, True)), ("reason", 5, (5, False)), ("-zebra", 100, (6, True)),
           ("-reason", 100, (0, True)),
           ("zebra", 100, (0, True)), ("…", 100, (0, True)), ("reas*", 6, (6, True))]


def test_counting_by_words(store):
    for number in range(1, 7):
        keep(store, small_reading(number))
    for terms, most, found in COUNTED:
        counted = store.count_new(by_words(QuoteFilter(after="q1"), terms), most, 300)
        assert (counted.count, counted.is_whole) == found, terms
