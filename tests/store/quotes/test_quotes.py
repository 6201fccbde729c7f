"""Lists, names and look-ups: what is found, in which order, from which index, in how many statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotes.collection.filters import by_speaker, speakers_like
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.post import Account
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import Cursor, Page, PageRequest, QuoteFilter, SpeakerFilter
from quotes.store.table_store import TableStore
from quotes.store.tables.rows import sort_key
from quotes.text.personal_names import fold_words
from tests.store.noted import noting
from tests.store.readings import a_reading

PEOPLE = ("Hassan Abdul Ghani", "Ashraf Ghani", "José María Aznar", "Bashar al-Assad", "Jean-Luc Picard",
          "Siobhán O’Brien", "李小龙", "Łukasz Żal", "Madonna", "Ann Lee", "Lee Ann Womack")


def by(name: str, number: int, day: str | None = None) -> Reading:
    """A reading in which somebody says one thing."""
    speaker = Speaker("s1", name, "person")
    quote = Quote("q1", "direct", f"Words of {name}", 0, 5, "likely", number / 100,
                  speaker=QuotedSpeaker("s1", name, "person"))
    document = Document(f"Text {number}", url=f"https://example.org/{number}", published_at=day)
    return Reading(document, (quote,), (speaker,))


@pytest.fixture
def people(store: TableStore) -> TableStore:
    """A store in which each of the people says one thing."""
    with store.writing():  # at once, for one wait for the disk
        for number, name in enumerate(PEOPLE):
            keep(store, by(name, number))
    return store


NAMES = [
    ("Ghani", ["Hassan Abdul Ghani", "Ashraf Ghani"]),
    ("Abdul Ghani", ["Hassan Abdul Ghani"]),
    ("ghani hassan", ["Hassan Abdul Ghani"]),
    ("HASSAN ABDUL GHANI", ["Hassan Abdul Ghani"]),
    ("Ghani’s", ["Hassan Abdul Ghani", "Ashraf Ghani"]),
    ("jose maria", ["José María Aznar"]),
    ("Jose\u0301", ["José María Aznar"]),
    ("al Assad", ["Bashar al-Assad"]),
    ("al-assad", ["Bashar al-Assad"]),
    ("luc", ["Jean-Luc Picard"]),
    ("O'Brien", ["Siobhán O’Brien"]),
    ("obrien", ["Siobhán O’Brien"]),
    ("李小龙", ["李小龙"]),
    ("zal", ["Łukasz Żal"]),
    ("Lukasz Zal", ["Łukasz Żal"]),
    ("ŁUKASZ", ["Łukasz Żal"]),
    ("Lucas", []),
    ("madonna", ["Madonna"]),
    ("Lee Ann", ["Ann Lee", "Lee Ann Womack"]),
    ("Lee Womack", ["Lee Ann Womack"]),
    ("s1", ["Hassan Abdul Ghani"]),
    (" s2 ", ["Ashraf Ghani"]),
    ("s9999", []),
    ("s0", []),
    ("s99999999999999999999999", []),
    ("Gha", []),
    ("Ghani Aznar", []),
    ("Abdul", ["Hassan Abdul Ghani"]),
    ("Trump", []),
    ("", []),
    ("!!!", []),
    ("%", []),
    ("' OR 1=1 --", []),
]


@pytest.mark.parametrize("typed, found", NAMES)
def test_speakers_are_found_by_whole_and_part_names(people: TableStore, typed: str, found: list[str]):
    quotes = people.quotes(by_speaker(QuoteFilter(), typed), PageRequest()).items
    assert sorted(quote.speaker.name for quote in quotes) == sorted(found)
    if not typed.strip().startswith("s"):
        speakers = people.speakers(speakers_like(SpeakerFilter(), typed), PageRequest()).items
        assert sorted(speaker.name for speaker in speakers) == sorted(found)


def test_the_words_must_stand_in_one_and_the_same_name(store: TableStore):
    speaker = Speaker("s1", "Donald Trump", "person", aliases=("The President",))
    keep(store, replace(by("Donald Trump", 1), speakers=(speaker,)))
    assert len(store.speakers(speakers_like(SpeakerFilter(), "president"), PageRequest()).items) == 1
    assert len(store.speakers(speakers_like(SpeakerFilter(), "donald president"), PageRequest()).items) == 0


def test_full_names_find_their_bearers_and_short_forms_do_not(store: TableStore):
    keep(store, a_reading())
    found = store.speakers_of_names({fold_words("hassan abdul GHANI"), fold_words("Abdul Ghani"), fold_words("Nobody")})
    assert {words: [one.id for one in speakers] for words, speakers in found.items()} == {
        ("hassan", "abdul", "ghani"): ["s1"]}
    assert store.speakers_named(("abdul", "ghani")) == ()
    assert store.account_owner("twitter", "@haghani").id == "s1"
    assert store.account_owners({Account("threads", "HAGhani")}) == {}


DAYS = ["2024-12-08", "2024-12-08T09:30:00+02:00", "2024-12-08T08:00:00Z", "2024-12-07T23:30:00-05:00", "2023-01-01",
        None, "printed on Sunday", "2024-12-09T00:30:00+02:00", "0001-01-01T00:00:00+10:00"]


def test_the_newest_published_come_first_in_true_time(store: TableStore):
    for number, day in enumerate(DAYS):
        keep(store, by("Ann Lee", number, day))
    order = [document.published_at for document in store.documents(PageRequest()).items]
    arrived, known = {None, "printed on Sunday", DAYS[8]}, [DAYS[n] for n in (7, 2, 1, 3, 0, 4)]
    assert order[:6] == known
    assert set(order[6:]) == arrived
    assert [quote.document.published_at for quote in store.quotes(QuoteFilter(), PageRequest()).items] == order


RANGES = [
    ("2024-12-08", "2024-12-08", [0, 1, 2]), ("2024-12-07", "2024-12-07", [3]), ("2024-12-09", "2024-12-09", [7]),
    (None, "2023-12-31", [4]), ("2025-01-02", None, []), ("2024-12-08", None, [0, 1, 2, 7]), ("9999-12-31", None, []),
    (None, "0001-01-01", []), ("2024-12-09", "2024-12-08", []), (None, "9999-12-31", [0, 1, 2, 3, 4, 7]),
]


@pytest.mark.parametrize("since, until, found", RANGES)
def test_days_are_those_printed_and_both_ends_count(store: TableStore, since: str, until: str, found: list[int]):
    for number, day in enumerate(DAYS):
        keep(store, by("Ann Lee", number, day))
    quotes = store.quotes(QuoteFilter(since=since, until=until), PageRequest()).items
    assert sorted(quote.document.url[-1] for quote in quotes) == [str(number) for number in found]


@pytest.mark.parametrize("written, key, day", [
    ("2024-12-08", "2024-12-08T00:00:00", "2024-12-08"),
    ("2024-12-08T23:30:00-05:00", "2024-12-09T04:30:00", "2024-12-08"),
    ("0999-05-05", "0999-05-05T00:00:00", "0999-05-05"),
    ("9999-12-31T23:59:59-10:00", "-2025-01-01T00:00:00", ""),
    ("", "-2025-01-01T00:00:00", ""), (None, "-2025-01-01T00:00:00", ""),
])
def test_sort_keys_are_of_one_length_and_in_utc(written: str | None, key: str, day: str):
    assert sort_key(written, "2025-01-01T00:00:00+00:00") == (key, day)


FILTERS = [
    (QuoteFilter(kind="post"), 3), (QuoteFilter(kind="direct"), 9), (QuoteFilter(verdict="likely"), 0),
    (QuoteFilter(document_id="d2"), 4), (QuoteFilter(document_id="d9"), 0), (QuoteFilter(document_id="nonsense"), 0),
    (QuoteFilter(publisher="example  TIMES"), 12), (QuoteFilter(publisher="Times"), 12), (QuoteFilter(publisher=""), 0),
    (QuoteFilter(publisher="Tims"), 0), (QuoteFilter(publisher="Ti"), 0), (QuoteFilter(publisher="%"), 0),
    (QuoteFilter(min_confidence=0.95), 3), (QuoteFilter(status="withdrawn"), 0), (QuoteFilter(status=None), 12),
    (QuoteFilter(words=("COLD", "water")), 9), (QuoteFilter(words=("cold", "warm")), 0),
    (QuoteFilter(words=('"', "*")), 0), (QuoteFilter(words=("cold", "–", "“water”")), 9),
    (QuoteFilter(words=("OR", "cold")), 0), (QuoteFilter(words=("number", "2")), 3), (QuoteFilter(words=("numb",)), 0),
    (QuoteFilter(words=("a\0b NEAR( x",)), 0), (QuoteFilter(name_words=("ghani",), kind="direct"), 6),
    (QuoteFilter(account="HAGhani"), 3), (QuoteFilter(account=" @haghani "), 3), (QuoteFilter(account="HAGhan"), 0),
    (QuoteFilter(account=""), 0), (QuoteFilter(account="%"), 0), (QuoteFilter(account="HAGhani", kind="direct"), 0),
    (QuoteFilter(speaker_id="s2"), 3), (QuoteFilter(speaker_id="d2"), 0),
]


@pytest.mark.parametrize("wanted, how_many", FILTERS, ids=range(len(FILTERS)))
def test_filters_narrow(store: TableStore, wanted: QuoteFilter, how_many: int):
    for number in (1, 2, 3):
        keep(store, a_reading(number))
    assert len(store.quotes(wanted, PageRequest(100)).items) == how_many


Lister = Callable[[PageRequest], Page[Any]]


def walk(list_part: Lister, limit: int, start: Page[Any], way: str) -> list[Page[Any]]:
    """The parts of a list from one on, forward (next) or back (prev); a list that goes round in circles fails."""
    pages = [start]
    while (cursor := getattr(pages[-1], way)) is not None:
        pages.append(list_part(PageRequest(limit, cursor)))
        assert len(pages) < 50
    return pages


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 11, 12, 100])
@pytest.mark.parametrize("of", ["quotes", "documents", "speakers"])
def test_parts_make_up_the_whole_list_both_ways(people: TableStore, of: str, limit: int):
    keep(people, a_reading(50, quotes=8))
    list_part: Lister = {"quotes": lambda page: people.quotes(QuoteFilter(), page), "documents": people.documents,
                         "speakers": lambda page: people.speakers(SpeakerFilter(), page)}[of]
    whole = [item.id for item in list_part(PageRequest(100)).items]
    pages = walk(list_part, limit, list_part(PageRequest(limit)), "next")
    assert [item.id for page in pages for item in page.items] == whole
    assert len(whole) == len(set(whole)) > 11
    back = walk(list_part, limit, pages[-1], "prev")
    assert [item.id for page in reversed(back) for item in page.items] == whole


def test_parts_are_not_moved_by_what_comes_in_between(people: TableStore):
    whole = [quote.id for quote in people.quotes(QuoteFilter(), PageRequest(100)).items]
    first = people.quotes(QuoteFilter(), PageRequest(4))
    keep(people, by("Newest Person", 90, "2029-01-01"))
    keep(people, by("Oldest Person", 91, "1999-01-01"))
    second = people.quotes(QuoteFilter(), PageRequest(4, first.next))
    assert [quote.id for quote in second.items] == whole[4:8]
    again = people.quotes(QuoteFilter(), PageRequest(4, second.prev))
    assert again.items == first.items
    newer = people.quotes(QuoteFilter(), PageRequest(4, again.prev))
    assert [quote.speaker.name for quote in newer.items] == ["Newest Person", "Oldest Person"]  # the others are undated
    assert newer.prev is None


def test_an_end_that_was_taken_away_gives_an_empty_part(people: TableStore):
    assert people.quotes(QuoteFilter(), PageRequest(5, Cursor("-9000000000000", 1))) == Page(())
    assert people.speakers(SpeakerFilter(), PageRequest(5, Cursor("not a count", 0))) == Page(())


def test_the_most_quoted_come_first(store: TableStore):
    for number, name in enumerate(["Ann Lee", "Ashraf Ghani", "Ashraf Ghani", "Lee Ann Womack"]):
        keep(store, by(name, number))
    names = [speaker.name for speaker in store.speakers(SpeakerFilter(kind="person"), PageRequest()).items]
    assert names == ["Ashraf Ghani", "Lee Ann Womack", "Ann Lee"]
    assert store.speakers(SpeakerFilter(kind="group"), PageRequest()).items == ()


@pytest.mark.parametrize("bad", ["", "q", "q0", "q-1", "q01", "d1", "1", "q1 ", "q¹", "q" + "9" * 19, "q1; DROP TABLE"])
def test_what_is_no_id_finds_nothing(store: TableStore, bad: str):
    keep(store, a_reading())
    assert store.quote(bad) is None
    assert store.document(bad.replace("d1", "q1")) is store.speaker(bad) is None
    assert store.document_quotes(bad.replace("d1", "q1")) == store.document_links(bad.replace("d1", "q1")) == ()


CALLS: dict[str, tuple[int, Callable[[TableStore, int], object]]] = {
    "quotes": (1, lambda store, n: store.quotes(QuoteFilter(), PageRequest(n)).items),
    "quotes of a name": (2, lambda store, n: store.quotes(QuoteFilter(name_words=("ghani",)), PageRequest(n)).items),
    "quotes with words": (1, lambda store, n: store.quotes(QuoteFilter(words=("cold",)), PageRequest(n)).items),
    "documents": (1, lambda store, n: store.documents(PageRequest(n)).items),
    "speakers": (3, lambda store, n: store.speakers(SpeakerFilter(), PageRequest(n)).items),
    "quotes of a document": (1, lambda store, n: store.document_quotes("d1")),
    "speakers of a document": (3, lambda store, n: store.document_speakers("d1")),
    "one quote": (1, lambda store, n: store.quote("q1")),
    "one document": (1, lambda store, n: store.document("d1")),
    "one speaker": (3, lambda store, n: store.speaker("s1")),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_list_takes_as_many_statements_however_long(people: TableStore, call: str, count_statements: Any):
    expected, ask = CALLS[call]
    for number in range(60, 70):
        keep(people, a_reading(number, quotes=5))
    for limit in (1, 20, 100):
        with count_statements() as noted:
            assert ask(people, limit)
        assert len(noted) == expected, noted


INDEXED = [
    (QuoteFilter(), "quote_sort_key"),
    (QuoteFilter(status=None), "quote_sort_key"),
    (QuoteFilter(status="withdrawn"), "quote_inactive (status=?)"),
    (QuoteFilter(speaker_id="s1"), "quote_speaker_id_sort_key (speaker_id=?)"),
    (QuoteFilter(name_words=("abdul",)), "quote_speaker_id_sort_key (speaker_id=?)"),
    (QuoteFilter(name_words=("ghani",)), "quote_speaker_id_sort_key (speaker_id=?)"),
    (QuoteFilter(document_id="d1"), "quote_document_id_sort_key (document_id=?)"),
    (QuoteFilter(publisher="Example"), "quote_outlet_id_sort_key (outlet_id=?)"),
    (QuoteFilter(since="2024-01-01", until="2024-02-01"), "quote_sort_key (sort_key>? AND sort_key<?)"),
    (QuoteFilter(kind="post", verdict="likely"), "quote_sort_key"),
]


@pytest.mark.parametrize("wanted, index", INDEXED, ids=range(len(INDEXED)))
@pytest.mark.parametrize("cursor", [None, Cursor("1717200000", 5)], ids=["first", "later"])
def test_lists_come_from_an_index(
    people: TableStore, path: Path, wanted: QuoteFilter, index: str, cursor: Cursor | None,
):
    ran: list[tuple[str, Any]] = []
    with noting(people.engine, lambda sql, values: ran.append((sql, values))):
        people.quotes(wanted, PageRequest(20, cursor))
    with sqlite3.connect(path) as connection:
        sql, values = next(one for one in ran if "evidence" in one[0])
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    connection.close()
    assert index.removesuffix(")") in plan[0]
    sorted_apart = "USE TEMP B-TREE FOR ORDER BY" in plan
    assert sorted_apart == (wanted.name_words == ("ghani",))
    assert not [step for step in plan[1:] if step.startswith("SCAN")]
