"""What was dated by its arrival or by an archive is undated after the migration; ids and decisions stay."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations.m0009_undated import STOOD_IN
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.table_store import TableStore

BEFORE = tuple(change for change in CHANGES if change.number < 10)
TEXT_HASH = sha256(b"x").hexdigest()
ARRIVED, ARRIVED_AT = "2025-06-01T12:00:00", "2025-06-01T12:00:00+00:00"
ARRIVED_DAY, ARRIVED_SECONDS = 739403, 1748779200
DOCUMENTS = {  # published_at, sort_key, day, warnings
    1: ("2024-12-08T23:30:00-05:00", "2024-12-09T04:30:00", "2024-12-08", []),
    2: (None, ARRIVED, "2025-06-01", []),
    3: ("2021-03-04T05:06:07+00:00", "2021-03-04T05:06:07", "2021-03-04", [["archived_date", STOOD_IN[0], None, None]]),
    4: ("printed on Sunday", ARRIVED, "2025-06-01", [["no_text", "There is no text in this article.", None, None]]),
}
PLACES = {1: (1733718600, 739228), 2: (ARRIVED_SECONDS, ARRIVED_DAY), 3: (1614834367, 737853),
          4: (ARRIVED_SECONDS, ARRIVED_DAY)}


@pytest.fixture
def migrated(path: Path) -> TableStore:
    """A store over a file of the program before, with two quotes of each document: words, and a post."""
    path.parent.mkdir()
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), BEFORE)
    for number, (published_at, key, day, warnings) in DOCUMENTS.items():
        engine.ask("INSERT INTO document (id, known_by, text_hash, revision, url, published_at, engine, arrived_at, "
                   "sort_key, day) VALUES (?, ?, ?, 1, ?, ?, 'quotes 0', ?, ?, ?)",
                   (number, f"address {number}", TEXT_HASH, f"https://example.org/{number}", published_at, ARRIVED_AT,
                    key, day))
        engine.ask("INSERT INTO body (document_id, revision, text, blocks, embeds, warnings) "
                   "VALUES (?, 1, 'x', '[]', '[]', ?)",
                   (number, json.dumps(warnings, ensure_ascii=False, separators=(",", ":"))))
        for quote in (number * 10, number * 10 + 1):
            engine.ask('INSERT INTO quote (id, document_id, revision, sort_key, day, kind, text, start, "end", '
                       "verdict, confidence, status, confirmed_by, link) "
                       "VALUES (?, ?, 1, ?, ?, ?, 'Words', 0, 1, 0, 1.0, 0, 'desk', '')",
                       (quote, number, *PLACES[number], 3 if quote % 10 else 0))
    for quote, posted_at in ((11, None), (21, "2023-01-02T03:04:05Z"), (31, "last week"), (41, None)):
        engine.ask("INSERT INTO post (quote_id, platform, posted_at) VALUES (?, 'bluesky', ?)", (quote, posted_at))
    engine.close()
    opened = open_sqlite(path)
    yield opened
    opened.close()


def listed(store: TableStore, **wanted: str) -> list[str]:
    return [quote.id for quote in store.quotes(QuoteFilter(**wanted), PageRequest(50)).items]


def test_nothing_is_dated_by_its_arrival_or_by_an_archive(migrated: TableStore):
    found = {number: migrated.document(f"d{number}") for number in DOCUMENTS}
    assert {number: one.published_at for number, one in found.items()} == {
        1: DOCUMENTS[1][0], 2: None, 3: None, 4: DOCUMENTS[4][0]}
    assert {number: one.archived_at for number, one in found.items()} == {
        1: None, 2: None, 3: DOCUMENTS[3][0], 4: None}
    assert {(one.added_at, one.published_from) for one in found.values()} == {(ARRIVED_AT, None)}
    assert listed(migrated) == ["q11", "q10", "q21", "q41", "q40", "q31", "q30", "q20"]
    assert listed(migrated, since="2025-01-01") == listed(migrated, until="2022-12-31") == []
    assert (migrated.coverage().since, migrated.coverage().until) == ("2024-12-08", "2024-12-08")
    assert [one.id for one in migrated.documents(PageRequest()).items] == ["d1", "d4", "d3", "d2"]


def test_a_post_goes_by_its_own_day_from_then_on(migrated: TableStore):
    assert listed(migrated, since="2023-01-02", until="2023-01-02") == ["q21"]


def test_the_warning_says_what_holds_now(migrated: TableStore):
    assert [one.message for one in migrated.document("d3").warnings] == [STOOD_IN[1]]
    assert [one.code for one in migrated.document("d4").warnings] == ["no_text"]


def test_decisions_stay(migrated: TableStore):
    assert {migrated.quote(f"q{number}{n}").confirmed_by for number in DOCUMENTS for n in (0, 1)} == {"desk"}
