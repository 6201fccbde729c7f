"""Sentences of clues and links are made again as the reading made them; what another version kept is told plainly."""

from __future__ import annotations

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.reading.pipeline import read_document
from quotes.records.document import Article

TEXT = "“Nine degrees is enough,” said Ada Quill, a swimmer.\n\n“We waited for this,” Tobias Renn told the Courier."


def test_every_sentence_and_link_of_a_reading_is_made_again():
    reading = read_document(Article(text=TEXT, url="https://example.org/a"))
    retelling = DerivedFields()
    for quote in reading.quotes:
        assert quote.clues
        for clue in quote.clues:
            assert retelling.sentence(clue.clue, clue.facts, quote.speaker.mention) == clue.says
        assert retelling.link("https://example.org/a", quote.text) == quote.link


@pytest.mark.parametrize("clue, facts", [
    ("no such clue", ("b", "0")), ("gap", ("b",)), ("gap", ("?", "?", "?", "?")), ("length", ("99", "C", "b", "0")),
    ("place", ("", "b", "0", "0")), ("rivals", ("b", "x", "9", "-", "-")),
])
def test_a_clue_of_another_version_is_told_plainly(clue: str, facts: tuple[str, ...]):
    assert DerivedFields().sentence(clue, facts, "Quill") == (
        f"Weighed by the clue “{clue}” of another version: {', '.join(facts)}.")


def test_without_an_address_there_is_no_link():
    assert DerivedFields().link(None, "Nine degrees is enough") is None
