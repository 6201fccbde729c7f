"""What was confirmed before there was a verdict for it has that verdict; nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.tables.value_codes import STATUSES, VERDICTS

BEFORE = tuple(change for change in CHANGES if change.number < 14)
MADE = [  # verdict and status before, by whom, the decisions about it and whether they were undone, the verdict after
    ("likely", "active", "desk", [("confirm", False)], "confirmed"),
    ("unknown", "withdrawn", "desk", [("confirm", False)], "confirmed"),
    ("unsure", "active", None, [("confirm", True)], "unsure"),
    ("certain", "active", None, [], "certain"),
    ("likely", "active", "desk", [("not_a_quote", False), ("restore", False)], "likely"),
    ("corrected", "active", "desk", [("confirm", False), ("correct", False)], "corrected"),
    ("likely", "active", "desk", [("confirm", True), ("confirm", False)], "confirmed"),
]


@pytest.fixture
def migrated(path: Path):
    """A store over a file of the program before, with a quote of each kind."""
    path.parent.mkdir()
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), BEFORE)
    engine.ask("INSERT INTO document (id, known_by, text_hash, revision, engine, arrived_at, sort_key, day) "
               "VALUES (1, 'address 1', '0', 1, 'quotes 0', '2025-06-01T12:00:00+00:00', '2025-06-01', '2025-06-01')")
    engine.ask("INSERT INTO body (document_id, revision, text, blocks, embeds, warnings) "
               "VALUES (1, 1, 'x', '[]', '[]', '[]')")
    for number, (verdict, status, by, decisions, _) in enumerate(MADE, 1):
        engine.ask('INSERT INTO quote (id, document_id, revision, sort_key, day, kind, text, start, "end", verdict, '
                   "confidence, status, confirmed_by, link) VALUES (?, 1, 1, 0, 0, 0, 'x', 0, 1, ?, 0.5, ?, ?, '')",
                   (number, VERDICTS.numbers[verdict], STATUSES.numbers[status], by))
        for action, undone in decisions:
            engine.ask("INSERT INTO decision (action, made_by, made_at, about, before, after, state, undone_by) "
                       "VALUES (?, 'desk', '2025-06-02', ?, '{}', '{}', '{}', ?)",
                       (action, json.dumps([f"q{number}"]), 99 if undone else None))
    engine.close()
    opened = open_sqlite(path)
    yield opened
    opened.close()


def test_confirmations_that_stand_are_seen(migrated):
    found = [migrated.quote(f"q{number}") for number in range(1, len(MADE) + 1)]
    assert [one.verdict for one in found] == [after for *_, after in MADE]
    assert {one.confidence for one in found} == {0.5}
