"""Who is quoted in a document and why, and whether it says why a source has no name."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.linking.document_speakers import explains, sources_of
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.store.contract.store import Store

TEXTS = [
    ("The clerk spoke on condition of anonymity because the talks are private.", True),
    ("He was not authorised to speak to the press.", True),
    ("She wasn’t authorized to discuss it.", True),
    ("A neighbour, who asked not to be\nnamed, agreed.", True),
    ("They feared for their jobs.", True),
    ("The clerk said so on Monday.", False),
    ("The ship was named after the harbour master.", False),
    ("Nobody was identified in the report.", False),
    ("", False),
]
ARTICLE = """“The wall is rotten,” said a person close to the council, who was not authorized to speak in public.

“It will hold,” said Tomas Berivan, the engineer.

“They all knew,” a source in the harbour office said.
"""


@pytest.mark.parametrize("text, told", TEXTS)
def test_reasons_for_leaving_out_a_name(text: str, told: bool):
    assert explains(text) is told


def test_each_source_has_its_reason_beside_it(store: Store):
    kept = keep(store, read_document(Article(text=ARTICLE, publisher="Shore Gazette"))).document
    found = {source.speaker.name: source for source in sources_of(store, store.document(kept.id))}
    assert [(source.speaker.kind, source.anonymity_explained) for source in found.values()] == [
        ("unnamed", True), ("person", None), ("unnamed", False)]
    assert {source.how for source in found.values()} == {"new in this document"}


def test_a_link_says_how_it_came_about(store: Store):
    for number in (1, 2):
        text = f"“The wall will hold, part {number},” said Tomas Berivan, the engineer."
        kept = keep(store, read_document(Article(text=text, url=f"https://paper{number}.example/"))).document
    (source,) = sources_of(store, store.document(kept.id))
    assert (source.speaker.id, source.how, source.confidence) == ("s1", "same full name", 0.95)
