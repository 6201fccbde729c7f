"""Words that nobody is said to have said are kept, and left out of lists, counts and statistics unless asked for."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.profiles import timeline
from quotes.records.evidence import ASSERTED, Stance
from quotes.records.reading import Reading
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.table_store import TableStore
from tests.store.readings import a_reading

DENIED = Stance("denied", "never said", 70, 80)
ALLEGED = Stance("alleged", "allegedly said", 90, 104)


def with_stances(number: int = 1, day: str | None = "2024-12-08") -> Reading:
    """A reading of five quotes of two speakers, of which the third is denied and the fourth alleged."""
    reading = a_reading(number, quotes=5, day=day)
    given = {"q3": DENIED, "q4": ALLEGED}
    return replace(reading, quotes=tuple(replace(one, stance=given.get(one.id, ASSERTED)) for one in reading.quotes))


@pytest.fixture
def kept(store: TableStore) -> TableStore:
    """A store with one such reading."""
    keep(store, with_stances())
    return store


def listed(store: TableStore, **wanted) -> list[str]:
    return [quote.id for quote in store.quotes(QuoteFilter(**wanted), PageRequest()).items]


@pytest.mark.parametrize("wanted, ids", [
    ({}, ["q6", "q5", "q2", "q1"]),
    ({"stance": "asserted"}, ["q6", "q5", "q2", "q1"]),
    ({"stance": "denied"}, ["q3"]),
    ({"stance": "alleged"}, ["q4"]),
    ({"stance": "hypothetical"}, []),
    ({"stance": None}, ["q6", "q5", "q4", "q3", "q2", "q1"]),
    ({"stance": "denied", "speaker_id": "s1"}, ["q3"]),
    ({"stance": "denied", "speaker_id": "s2"}, []),
    ({"stance": "denied", "status": "withdrawn"}, []),
])
def test_lists_have_what_was_said_unless_asked(kept: TableStore, wanted: dict[str, str | None], ids: list[str]):
    assert listed(kept, **wanted) == ids
    assert kept.count_quotes(QuoteFilter(**wanted)) == len(ids)


def test_a_stance_comes_back_with_its_words(kept: TableStore):
    assert [quote.stance for quote in kept.document_quotes("d1")] == [
        ASSERTED, ASSERTED, DENIED, ALLEGED, ASSERTED, ASSERTED]


def test_few_quotes_are_found_by_their_own_index(kept: TableStore):
    plan = kept.engine.ask("EXPLAIN QUERY PLAN SELECT id FROM quote WHERE stance = 1 AND stance != 0 "
                           "ORDER BY sort_key DESC LIMIT 20")
    assert "quote_unasserted" in str(plan)


def test_speakers_are_counted_by_what_they_said(kept: TableStore):
    counts = {one.name: one.quotes for one in kept.speaker_counts(Period())}
    assert {one: counts[one] for one in ("Hassan Abdul Ghani", "Harbour Baths Trust")} == {
        "Hassan Abdul Ghani": 2, "Harbour Baths Trust": 1}
    assert kept.span("s1").quotes == 2 and kept.span("s2").quotes == 1
    assert sum(stretch.quotes for stretch in timeline(kept, "s1")) == 2


def test_a_revision_counts_the_same(kept: TableStore):
    again = with_stances()
    keep(kept, replace(again, document=replace(again.document, text=again.document.text + "More.")))
    assert kept.span("s1").quotes == 2 and listed(kept, stance="denied") == ["q3"]


def test_words_that_were_denied_are_still_looked_up(kept: TableStore):
    assert "q3" in {candidate.id for candidate in kept.candidates(["water", "cold", "number", "3"])}


def test_quotes_of_an_older_database_are_asserted(path: Path):
    before = tuple(change for change in CHANGES if change.number < 13)
    older = open_sqlite(path)
    keep(older, a_reading())
    older.close()
    with sqlite3.connect(path) as connection:
        for index in ("quote_unasserted", "quote_beginning"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE quote DROP COLUMN stance")
        connection.execute("DELETE FROM migration WHERE number = 13")
    connection.close()
    assert before
    store = open_sqlite(path)
    migrate(store.engine, NothingDerived())
    assert [quote.stance for quote in store.document_quotes("d1")] == [ASSERTED] * 4
    assert listed(store) == ["q4", "q3", "q2", "q1"]
    store.close()
