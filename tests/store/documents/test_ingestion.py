"""A document is kept whole or not at all, in few statements, and revised without losing anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.errors import NotFound, StoreError
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import Fingerprint, PageRequest, QuoteFilter, SpeakerLink
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.store_opener import open_sqlite
from quotes.store.table_store import TableStore
from tests.store.noted import noting
from tests.store.readings import GHANI, a_reading

CONTENT = ("document", "body", "speaker", "speaker_name", "name_word", "account", "speaker_link", "quote", "post")


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the tables, read past the store; the file is whole and its keys hold."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("quote_words", "document_words"):
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        found = {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in CONTENT}
    connection.close()
    return found


@contextmanager
def failing_at(engine: SqliteEngine, number: int) -> Iterator[list[str]]:
    """Let the statement with this number, counted from 1, fail as on a broken disk; what was run is noted."""
    statements: list[str] = []

    def note(sql: str, values: Any) -> None:
        statements.append(sql)
        if len(statements) == number:
            raise sqlite3.OperationalError("disk I/O error")

    with noting(engine, note):
        yield statements


def fail_everywhere(store: TableStore, path: Path, reading: Reading) -> int:
    """Keep a reading with each of its statements failing in turn; in the end it is kept. How many there are."""
    before = rows_of(path)
    for number in range(1, 100):
        with failing_at(store.engine, number) as statements:
            try:
                keep(store, reading)
            except StoreError:
                assert rows_of(path) == before, statements[-1]
            else:
                return number - 1
    raise AssertionError("keeping takes more than a hundred statements")


def test_a_new_document_that_fails_at_any_statement_leaves_nothing(store: TableStore, path: Path):
    assert fail_everywhere(store, path, a_reading()) > 10
    assert len(rows_of(path)["quote"]) == 4


def test_a_revision_that_fails_at_any_statement_leaves_the_old_one(store: TableStore, path: Path):
    first = a_reading(quotes=5)
    keep(store, first)
    second = replace(first, document=replace(first.document, text="Other words."), quotes=first.quotes[:3])
    assert fail_everywhere(store, path, second) > 10
    assert len(store.document_quotes("d1")) == 3


@pytest.mark.parametrize("quotes", [1, 30, 300])
def test_a_document_takes_the_same_few_statements_however_long(store: TableStore, quotes: int, count_statements: Any):
    keep(store, a_reading(1))  # so that its speakers are known
    with count_statements() as noted:
        keep(store, a_reading(2, quotes))
    assert len(noted) <= 27, "\n".join(noted)


def test_a_document_with_more_quotes_than_one_statement_holds_is_kept_in_order(store: TableStore):
    reading = a_reading(quotes=2500)
    keep(store, reading)
    assert [quote.text for quote in store.document_quotes("d1", None) if quote.kind == "direct"] == [
        quote.text for quote in reading.quotes if quote.kind == "direct"]


def test_active_quotes_are_counted_with_their_speakers(store: TableStore, path: Path):
    for number in (1, 2, 3):
        keep(store, a_reading(number, quotes=number * 2))
    first = a_reading(1, quotes=2)
    keep(store, replace(first, document=replace(first.document, text="Changed."), quotes=first.quotes[:1]))
    with sqlite3.connect(path) as connection:
        counted = connection.execute("""SELECT quote_count, (SELECT count(*) FROM quote WHERE status = 0
                                        AND speaker_id = speaker.id) FROM speaker ORDER BY id""").fetchall()
    connection.close()
    assert counted == [(6, 6), (5, 5)]


def test_a_full_disk_says_so_and_leaves_nothing(store: TableStore, path: Path):
    keep(store, a_reading(1))
    before = rows_of(path)
    store.engine.ask(f"PRAGMA max_page_count = {store.engine.ask('PRAGMA page_count')[0][0] + 2}")
    with pytest.raises(StoreError, match="no room left"):
        keep(store, replace(a_reading(2), document=Document("long " * 100_000)))
    assert rows_of(path) == before
    store.engine.ask("PRAGMA max_page_count = 1000000")
    assert keep(store, a_reading(2)).outcome == "new"


def test_an_error_inside_a_transaction_takes_everything_back(store: TableStore, path: Path):
    before = rows_of(path)
    with pytest.raises(ZeroDivisionError), store.writing():
        keep(store, a_reading(1))
        raise ZeroDivisionError
    assert rows_of(path) == before
    assert keep(store, a_reading(1)).outcome == "new"


@pytest.mark.parametrize("place, id, named", [
    ("speaker", "s9", "s9"), ("speaker", None, "Nobody Here"), ("speaker", "", ""), ("runner_up", "s9", "s9"),
    ("runner_up", "", ""),
])
def test_a_quote_of_nobody_in_the_reading_is_refused(
    store: TableStore, path: Path, place: str, id: str | None, named: str,
):
    stranger = QuotedSpeaker(id, "Nobody Here", "person")
    quote = replace(Quote("q1", "direct", "x", 0, 1, "certain", 1.0), **{place: stranger})
    with pytest.raises(StoreError, match=f"the speaker {named}, whom its reading does not list"):
        keep(store, replace(a_reading(), quotes=(quote,)))
    assert rows_of(path)["document"] == []


UNLISTED = QuotedSpeaker(None, "Nobody Here", "person", "a bystander", "the bystander", 7, 20)
LISTED = QuotedSpeaker("s1", GHANI.name, "person", mention="Ghani", start=1, end=6)


def with_runner_up(reading: Reading, runner_up: QuotedSpeaker | None, text: str | None = None) -> Reading:
    """The same reading, of the same text or another, its second quote with this runner-up."""
    document = reading.document if text is None else replace(reading.document, text=text)
    first, second, *rest = reading.quotes
    return replace(reading, document=document, quotes=(first, replace(second, runner_up=runner_up), *rest))


def test_a_runner_up_whom_the_reading_does_not_list_is_kept_with_the_quote_alone(store: TableStore, path: Path):
    keep(store, with_runner_up(a_reading(), UNLISTED))
    listed = store.quotes(QuoteFilter(), PageRequest()).items
    assert [quote.runner_up for quote in listed if quote.runner_up] == [UNLISTED]
    assert store.quote("q2").runner_up == UNLISTED
    assert [speaker.name for speaker in store.document_speakers("d1")] == [GHANI.name, "Harbour Baths Trust"]
    assert not [row for row in rows_of(path)["speaker_name"] if "Nobody Here" in row]
    assert store.quotes(QuoteFilter(name_words=("nobody",)), PageRequest()).items == ()


@pytest.mark.parametrize("after", [UNLISTED, LISTED, None], ids=["unlisted", "listed", "nobody"])
@pytest.mark.parametrize("before", [UNLISTED, LISTED, None], ids=["unlisted", "listed", "nobody"])
def test_a_revision_names_the_runner_up_anew(
    store: TableStore, path: Path, before: QuotedSpeaker | None, after: QuotedSpeaker | None,
):
    keep(store, with_runner_up(a_reading(), before))
    assert store.quote("q2").runner_up == before
    assert keep(store, with_runner_up(a_reading(), after, "Other words.")).outcome == "revision"
    assert store.quote("q2").runner_up == after
    assert len(rows_of(path)["speaker"]) == 2


def test_a_withdrawn_quote_keeps_its_runner_up(store: TableStore):
    first = with_runner_up(a_reading(), UNLISTED)
    keep(store, first)
    keep(store, replace(first, document=replace(first.document, text="Other words."), quotes=first.quotes[:1]))
    assert (store.quote("q2").status, store.quote("q2").runner_up) == ("withdrawn", UNLISTED)


def test_a_runner_up_who_is_kept_already_comes_under_the_kept_id(store: TableStore):
    keep(store, a_reading(1))
    reading = with_runner_up(a_reading(2), replace(LISTED, id="s7"))
    listed = replace(GHANI, id="s7")
    quotes = tuple(replace(quote, speaker=replace(quote.speaker, id="s7")) if quote.speaker
                   and quote.speaker.id == "s1" else quote for quote in reading.quotes)
    keep(store, replace(reading, speakers=(listed, *reading.speakers[1:]), quotes=quotes))
    assert [quote.runner_up for quote in store.document_quotes("d2") if quote.runner_up] == [LISTED]


def test_a_revision_of_nothing_is_refused(store: TableStore):
    with pytest.raises(NotFound):
        store.replace_reading("d7", a_reading(), Fingerprint("x"), (), {})


def test_numbers_are_never_given_again(store: TableStore, path: Path):
    keep(store, a_reading(1))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = on")
        connection.execute("DELETE FROM document")
    connection.close()
    assert rows_of(path)["quote"] == rows_of(path)["post"] == rows_of(path)["body"] == []
    keep(store, a_reading(2))
    assert (store.quote("q1"), store.document("d1")) == (None, None)
    assert store.quote("q5").text == "The water is cold, number 1"


def test_foreign_keys_hold(store: TableStore):
    keep(store, a_reading())
    with pytest.raises(StoreError, match="FOREIGN KEY"):
        store.engine.ask("DELETE FROM speaker")


def test_two_of_a_reading_that_are_one_person_stand_under_the_fuller_name(store: TableStore):
    keep(store, a_reading(1))
    handle = replace(GHANI, id="s7", name="HAGhani", aliases=())
    reading = replace(a_reading(2), speakers=(handle, *a_reading().speakers))
    keep(store, with_runner_up(reading, QuotedSpeaker("s7", "HAGhani", "person")))
    assert [speaker.name for speaker in store.document_speakers("d2")] == ["Hassan Abdul Ghani", "Harbour Baths Trust"]
    assert store.quote("q6").runner_up == QuotedSpeaker("s1", "Hassan Abdul Ghani", "person")
    assert "HAGhani" in store.speaker("s1").aliases


def test_several_stores_live_in_one_process(tmp_path: Path):
    one, other = (open_sqlite(tmp_path / name) for name in ("one.db", "other.db"))
    keep(one, a_reading(1))
    with one.writing(), other.writing():
        keep(other, a_reading(2))
        keep(one, a_reading(3))
    assert [document.title for document in (one.document("d2"), other.document("d1"))] == ["Article 3", "Article 2"]
    one.close()
    other.close()


MANY = 1700  # quotes: more than one statement holds


def by_many(store: TableStore, text: str) -> list[Quote]:
    """A document at one address in which each sentence is somebody else's, kept; its quotes as they are kept."""
    words = [f"Words number {number}." for number in range(MANY)]
    whole = "".join(words) + text
    quotes = tuple(
        Quote(f"q{n}", "direct", word, whole.index(word), whole.index(word) + len(word), "certain", 0.9,
              speaker=QuotedSpeaker(f"s{n}", f"Ona Brandt the {n}th", "person")) for n, word in enumerate(words))
    speakers = tuple(Speaker(f"s{n}", f"Ona Brandt the {n}th", "person") for n in range(MANY))
    known_by = Fingerprint(sha256(whole.encode()).hexdigest(), "https://gazette.example/many", None)
    reading = Reading(Document(whole, url="https://gazette.example/many"), quotes, speakers)
    found = store.find_document(known_by)
    before = store.document_quotes(found[0], status=None) if found else ()
    stored = [one.speaker and one.speaker.id for one in before] or [None] * MANY
    links = [SpeakerLink(one, own, "new", 0.9, ()) for one, own in zip(speakers, stored, strict=True)]
    same = {f"q{n}": quote.id for n, quote in enumerate(before)}
    if found:
        store.replace_reading(found[0], reading, known_by, links, same)
    else:
        store.add_reading(reading, known_by, links)
    return list(store.document_quotes("d1", status=None))


def test_a_document_of_very_many_speakers_is_kept_and_revised(store: TableStore):
    first = by_many(store, " One.")
    assert len(first) == MANY and first[-1].speaker.name == f"Ona Brandt the {MANY - 1}th"
    again = by_many(store, " Two.")
    assert [quote.id for quote in again] == [quote.id for quote in first]
    assert {quote.speaker for quote in again} == {quote.speaker for quote in first}
    counts = store.engine.ask("SELECT quote_count, count(*) FROM speaker GROUP BY 1")
    assert counts == [(1, MANY)]
