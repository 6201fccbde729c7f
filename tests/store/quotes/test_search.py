"""Search finds what has the words, newest or best first, within its time, whatever is asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.collection.filters import by_words
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.search_query import Order, matches, parse
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.store_opener import open_sqlite
from quotes.store.table_store import TableStore

ADA, BEN = Speaker("s1", "Ada Quill", "person"), Speaker("s2", "Ben Harrow", "person")
SAID = (
    ("2024-01-01", ADA, "The water is cold"),
    ("2024-01-02", BEN, "Cold water, cold tea"),
    ("2024-01-03", ADA, "No tea for the café"),
    ("2024-01-04", BEN, "We water the garden"),
    ("2024-01-05", ADA, "Waterfalls are loud"),
)


def filled(path: Path) -> TableStore:
    """A store with one quote a day."""
    store = open_sqlite(path)
    for number, (day, who, words) in enumerate(SAID):
        speaker = QuotedSpeaker("s1", who.name, who.kind, None, who.name, 50, 50 + len(who.name))
        kind = "direct" if number % 2 else "mixed"
        quote = Quote("q1", kind, words, 1, 1 + len(words), "certain", 0.9, speaker=speaker)
        document = Document(f"{number} {words}", url=f"https://example.org/{number}", published_at=day,
                            publisher="Times" if number < 3 else "Post")
        keep(store, Reading(document, (quote,), (Speaker("s1", who.name, who.kind),)))
    return store


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TableStore]:
    store = filled(tmp_path_factory.mktemp("shelf") / "quotes.db")
    yield store
    store.close()


def found(store: TableStore, typed: str, order: Order = "date", **narrowed: object) -> list[str]:
    answer = store.search(by_words(QuoteFilter(**narrowed), typed), PageRequest(), order)
    assert not answer.partial
    return [quote.id for quote in answer.page.items]


SEARCHES = [
    ("water", ["q4", "q2", "q1"]), ("cold water", ["q2", "q1"]), ('"cold water"', ["q2"]),
    ("wat*", ["q5", "q4", "q2", "q1"]),
    ("water -cold", ["q4"]), ('water -"cold tea"', ["q4", "q1"]), ("-water", ["q5", "q3"]), ("-wat*", ["q3"]),
    ("CAFE", ["q3"]), ("café", ["q3"]), ("nothing", []), ("—", []), ("water nothing", []), ('"water cold', ["q2"]),
    ("OR", []), ("water OR cold", []), ("text:water", []), ("water -water", []),
]


@pytest.mark.parametrize("typed, ids", SEARCHES)
def test_search_finds_by_the_grammar(shelf: TableStore, typed: str, ids: list[str]):
    assert found(shelf, typed) == ids
    assert sorted(found(shelf, typed, "relevance")) == sorted(ids)


@pytest.mark.parametrize("typed, ids", SEARCHES)
def test_walking_finds_the_same_as_the_index(shelf: TableStore, typed: str, ids: list[str], monkeypatch):
    no_time = {"date": -1.0, "relevance": -1.0}  # for the index
    monkeypatch.setattr("quotes.store.quotes.search.SHARES", no_time)
    monkeypatch.setattr("quotes.store.quotes.search.LOOKED_AT", 2)
    assert found(shelf, typed) == ids


@pytest.mark.parametrize("typed, ids", SEARCHES)
def test_lists_and_counts_understand_it_too(shelf: TableStore, typed: str, ids: list[str]):
    wanted = by_words(QuoteFilter(), typed)
    assert [quote.id for quote in shelf.quotes(wanted, PageRequest()).items] == ids
    assert shelf.count_quotes(wanted) == len(ids)


@pytest.mark.parametrize("typed, narrowed, ids", [
    ("water", {"speaker_id": "s1"}, ["q1"]), ("water", {"name_words": ("harrow",)}, ["q4", "q2"]),
    ("water", {"publisher": "times"}, ["q2", "q1"]), ("water", {"kind": "mixed"}, ["q1"]),
    ("water", {"since": "2024-01-02", "until": "2024-01-03"}, ["q2"]), ("water", {"verdict": "likely"}, []),
    ("water", {"status": "withdrawn"}, []), ("-water", {"speaker_id": "s2"}, []),
    ("water", {"name_words": ("nobody",)}, []),
])
@pytest.mark.parametrize("order", ["date", "relevance"])
def test_filters_narrow_a_search(shelf: TableStore, typed: str, narrowed: dict, ids: list[str], order: Order):
    assert sorted(found(shelf, typed, order, **narrowed)) == sorted(ids)


def test_the_best_match_comes_first(shelf: TableStore):
    assert found(shelf, "cold", "relevance")[0] == "q2"


@pytest.mark.parametrize("order", ["date", "relevance"])
@pytest.mark.parametrize("typed", ["wat*", "-nothing"])
def test_pages_lead_through_everything_and_back(shelf: TableStore, order: Order, typed: str):
    wanted = by_words(QuoteFilter(), typed)
    everything = found(shelf, typed, order)
    pages, cursor = [], None
    while not pages or cursor is not None:
        page = shelf.search(wanted, PageRequest(2, cursor), order).page
        pages.append(page)
        cursor = page.next
    assert [quote.id for page in pages for quote in page.items] == everything
    back = shelf.search(wanted, PageRequest(2, pages[-1].prev), order).page
    assert back.items == pages[-2].items


@pytest.mark.parametrize("order", ["date", "relevance"])
def test_without_time_the_answer_says_that_it_is_not_whole(shelf: TableStore, order: Order, monkeypatch):
    answer = shelf.search(by_words(QuoteFilter(), "water"), PageRequest(), order, 0)
    assert (answer.partial, answer.page.items) == (True, ())


def test_relevance_that_takes_too_long_gives_the_newest_and_says_so(shelf: TableStore, monkeypatch):
    monkeypatch.setattr("quotes.store.quotes.search.SHARES", {"relevance": -1.0})
    answer = shelf.search(by_words(QuoteFilter(), "cold"), PageRequest(1), "relevance")
    assert (answer.partial, [quote.id for quote in answer.page.items]) == (True, ["q2"])


def test_a_connection_has_no_limit_after_a_search(shelf: TableStore, monkeypatch):
    shelf.search(by_words(QuoteFilter(), "water"), PageRequest(), "date", 1)
    time.sleep(0.002)
    assert len(shelf.quotes(QuoteFilter(), PageRequest()).items) == 5


ODD = st.text(st.sampled_from("aw \"*-–“”'()^:+{}[],.;\\/%_\0\n\t&|~#") | st.characters(), max_size=30)


@given(ODD, st.sampled_from(["date", "relevance"]))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_search_is_a_mistake(shelf: TableStore, typed: str, order: Order):
    try:
        typed.encode()
    except UnicodeEncodeError:
        return  # half a surrogate pair, which is refused before it comes here
    terms = parse(typed)
    for quote in shelf.search(by_words(QuoteFilter(), typed), PageRequest(), order).page.items:
        assert terms and matches(terms, quote.text) is not None


WORDS = st.sampled_from(["water", "cold", "tea", "the", "wat*", "c*", '"the water"', "-tea", "-cold", '-"the water"'])


@given(st.lists(WORDS, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_search_finds_exactly_the_quotes_that_match(shelf: TableStore, words: list[str]):
    terms = parse(" ".join(words))
    expected = [f"q{n}" for n, (_, _, text) in enumerate(SAID, 1) if matches(terms, text) is not None]
    assert found(shelf, " ".join(words)) == expected[::-1]
