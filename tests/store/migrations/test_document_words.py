"""The texts of an older database can be searched after the migration: of each document the newest, and no other."""

from __future__ import annotations

from pathlib import Path

from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations import m0014_document_words
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite

BEFORE = tuple(change for change in CHANGES if change.number < next(
    change.number for change in CHANGES if change.apply is m0014_document_words.apply))
TEXTS = [(1, 1, "The weir has leaked since the storm."), (1, 2, "The weir has been mended."),
         (2, 1, "A storm came in.")]


def test_the_newest_texts_are_found(path: Path):
    path.parent.mkdir()
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), BEFORE)
    for number, revision in ((1, 2), (2, 1)):
        engine.ask("INSERT INTO document (id, known_by, text_hash, revision, engine, arrived_at, sort_key, day) "
                   "VALUES (?, ?, '0', ?, 'quotes 0', '2025-06-01', '2025-06-01', '')",
                   (number, f"a {number}", revision))
    for document, revision, text in TEXTS:
        engine.ask("INSERT INTO body (document_id, revision, text, blocks, embeds, warnings) "
                   "VALUES (?, ?, ?, '[]', '[]', '[]')", (document, revision, text))
    engine.close()
    store = open_sqlite(path)
    assert [one.document for one in store.text_candidates(("storm",))] == ["d2"]
    assert [one.text for one in store.text_candidates(("weir", "mended"))] == ["The weir has been mended."]
    assert store.text_candidates(("leaked",)) == () and store.text_candidates(()) == ()
    store.engine.ask("INSERT INTO document_words(document_words, rank) VALUES ('integrity-check', 1)")
    store.close()
