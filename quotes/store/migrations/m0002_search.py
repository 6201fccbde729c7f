"""The full-text index over the words of quotes, in the engine's own terms."""

from __future__ import annotations

from quotes.store.engine.engine import Engine

# Without case and accents; the words themselves stay in `quote`, the index only points at them.
STATEMENTS = (
    """CREATE VIRTUAL TABLE quote_words USING fts5(text, content='quote', content_rowid='id',
       tokenize="unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER quote_words_added AFTER INSERT ON quote BEGIN
       INSERT INTO quote_words(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER quote_words_gone AFTER DELETE ON quote BEGIN
       INSERT INTO quote_words(quote_words, rowid, text) VALUES ('delete', old.id, old.text); END""",
    """CREATE TRIGGER quote_words_changed AFTER UPDATE OF text ON quote WHEN old.text IS NOT new.text BEGIN
       INSERT INTO quote_words(quote_words, rowid, text) VALUES ('delete', old.id, old.text);
       INSERT INTO quote_words(rowid, text) VALUES (new.id, new.text); END""",
)


def apply(engine: Engine) -> None:
    """Make the index and what keeps it up to date."""
    for statement in STATEMENTS:
        engine.ask(statement)
    engine.ask("INSERT INTO quote_words(quote_words) VALUES ('rebuild')")
