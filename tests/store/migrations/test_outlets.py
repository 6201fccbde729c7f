"""Outlets of a database from before there were domains: told apart again, while ids and decisions stay."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.tables.value_codes import VERDICTS

BEFORE = next(n for n, change in enumerate(CHANGES) if change.name == "outlets by their domains")
TEXT_HASH = sha256(b"text").hexdigest()
OLD = [  # address, what the outlet was
    ("https://www.quay.com/1", "QUAY.com"), ("https://quay.com/2", "quay"), ("https://quay.com/3", None),
    ("https://www.tide.ie/1", "The Tide | Boats | Weather"), (None, "The Tide"), (None, "An Agency"),
    ("https://tide.example/1", "The Tide"), (None, None),
]
NEW = [
    ("quay.com", "QUAY.com"), ("quay.com", "quay"), ("quay.com", None), ("tide.ie", "The Tide"), ("The Tide", None),
    ("An Agency", None), ("tide.example", "The Tide"), (None, None),
]


def old_database(path: Path) -> None:
    """A file as the program before wrote it: outlets by name."""
    path.parent.mkdir(exist_ok=True)
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), CHANGES[:BEFORE])
    numbers: dict[str, int] = {}
    for number, (url, publisher) in enumerate(OLD, 1):
        key = " ".join((publisher or "").casefold().split())
        if key and key not in numbers:
            numbers[key] = len(numbers) + 1
            engine.ask("INSERT INTO outlet (key, name) VALUES (?, ?)", (key, publisher))
        known_by = f"address {url}" if url else f"text h{number} {key}"
        engine.ask("INSERT INTO document (id, known_by, text_hash, revision, title, url, publisher, engine, "
                   "arrived_at, sort_key, day) VALUES (?, ?, ?, 1, 'T', ?, ?, 'e', '2025-01-01', "
                   "'2025-01-01T00:00:00', '2025-01-01')", (number, known_by, TEXT_HASH, url, publisher))
        engine.ask("INSERT INTO body VALUES (?, 1, 'text', '[]', '[]', '[]')", (number,))
        engine.ask('INSERT INTO quote (document_id, revision, sort_key, day, kind, text, start, "end", verdict, '
                   "confidence, status, confirmed_by, outlet_id) VALUES (?, 1, ?, 739000, 0, ?, 0, 7, ?, 1.0, 0, "
                   "'desk', ?)", (number, number, f"Words {number}", VERDICTS.numbers["corrected"], numbers.get(key)))
    engine.close()


@pytest.fixture
def migrated(path: Path):
    """A store over such a file."""
    old_database(path)
    store = open_sqlite(path, derivation=DerivedFields())
    yield store
    store.close()


def test_documents_have_their_domains_and_the_printed_names(migrated):
    assert [(migrated.document(f"d{n}").publisher, migrated.document(f"d{n}").publisher_printed)
            for n in range(1, len(OLD) + 1)] == NEW


@pytest.mark.parametrize("asked, quotes", [
    ("quay.com", ["q3", "q2", "q1"]), ("Quay", ["q3", "q2", "q1"]), ("tide.ie", ["q5", "q4"]), ("tide", ["q5", "q4"]),
    ("tide.example", ["q7"]), ("an agency", ["q6"]), ("The Tide | Boats | Weather", []),
])
def test_quotes_are_found_by_outlet_under_their_ids(migrated, asked: str, quotes: list[str]):
    found = migrated.quotes(QuoteFilter(publisher=asked), PageRequest()).items
    assert [one.id for one in found] == quotes
    assert {(one.verdict, one.confirmed_by) for one in found} <= {("corrected", "desk")}


def test_each_outlet_is_there_once(migrated):
    assert migrated.coverage().publishers == ("An Agency", "quay.com", "tide.example", "tide.ie")
    assert migrated.engine.ask("SELECT name, printed FROM outlet ORDER BY name") == [
        ("An Agency", None), ("quay.com", "QUAY.com"), ("tide.example", None), ("tide.ie", "The Tide")]
    assert migrated.engine.ask("SELECT COUNT(*) FROM quote WHERE outlet_id IS NULL") == [(1,)]


def test_what_comes_later_is_of_the_same_outlets(migrated):
    keep(migrated, Reading(Document("New", url="https://www.quay.com/9", publisher="quay.com")))
    assert len(migrated.engine.ask("SELECT id FROM outlet")) == 4
    assert migrated.engine.ask("SELECT known_by FROM document WHERE id = 5") == [("text h5 the tide",)]
