"""The full-text index over the texts of documents, in the engine's own terms: of each its newest revision."""

from __future__ import annotations

from quotes.store.engine.engine import Engine

# The texts themselves stay in `body`; the index points at them by the number of their document, through a view.
STATEMENTS = (
    """CREATE VIEW document_text AS SELECT document.id AS id, body.text AS text FROM document
       JOIN body ON body.document_id = document.id AND body.revision = document.revision""",
    """CREATE VIRTUAL TABLE document_words USING fts5(text, content='document_text', content_rowid='id', columnsize=0,
       tokenize="unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER document_words_added AFTER INSERT ON body BEGIN
       INSERT INTO document_words(document_words, rowid, text) SELECT 'delete', document_id, text FROM body
       WHERE document_id = new.document_id AND revision < new.revision ORDER BY revision DESC LIMIT 1;
       INSERT INTO document_words(rowid, text) VALUES (new.document_id, new.text); END""",
    # Before the document goes, for its texts go with it, and in an order that nobody knows.
    """CREATE TRIGGER document_words_gone BEFORE DELETE ON document BEGIN
       INSERT INTO document_words(document_words, rowid, text) SELECT 'delete', document_id, text FROM body
       WHERE document_id = old.id ORDER BY revision DESC LIMIT 1; END""",
)


def apply(engine: Engine) -> None:
    """Make the index and what keeps it up to date, and fill it."""
    for statement in STATEMENTS:
        engine.ask(statement)
    engine.ask("INSERT INTO document_words(document_words) VALUES ('rebuild')")
