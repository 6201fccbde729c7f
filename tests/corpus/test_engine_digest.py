"""What readings say of the engine that made them changes when the readings do."""

from __future__ import annotations

from quotes.model.weights import read_digest
from quotes.reading.pipeline import engine, read_document
from quotes.records.document import Article
from tests.corpus.engine_digest import digest


def test_the_digest_is_that_of_weights_words_and_readings():
    """After a change for which readings differ: make engine, and commit the file."""
    assert read_digest() == digest()


def test_every_reading_names_it():
    assert read_document(Article(text="“Rain,” said Ada Quill.")).document.engine == engine()
    assert engine().endswith(f", {read_digest()}")


def test_weights_of_ones_own_have_no_digest_of_ours():
    assert engine("newsroom-1").endswith("model newsroom-1")
