"""Names that were nearly typed, and words that are none."""

from __future__ import annotations

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.collection.search.search_answer import Search, answer
from quotes.collection.search.search_parts import taken_apart
from quotes.collection.search.search_spelling import corrected
from quotes.languages import load
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.store_opener import open_store

SAID = [("Mirela Oduya", "The wall will hold,"), ("Nikolai Berivan", "The figures add up,"),
        ("Nika Holm", "It floats,"), ("Petra Qaddani", "We wait,")]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A store in which each of four people says one thing."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('spelling') / 'quotes.db'}", DerivedFields())
    for number, (name, words) in enumerate(SAID):
        text = f"“{words}” said {name}."
        document = Document(text, url=f"https://quay.example/{number}", publisher="quay.example",
                            publisher_printed="The Quay News", published_at="2024-05-05", language="en", engine="test")
        quoted = QuotedSpeaker("s1", name, "person", mention=name)
        quote = Quote("q1", "direct", words, 1, 1 + len(words), "certain", 0.9, speaker=quoted)
        keep(store, Reading(document, (quote,), (Speaker("s1", name, "person"),)))
    yield store
    store.close()


NEARLY = [
    ("Oduja", "Oduya"), ("Odyua", "Oduya"), ("oduyaa", "oduya"), ("Mirella Oduya", "Mirela Oduya"),
    ("Berivann figures", "Berivan figures"), ("figures Berrivan", "figures Berivan"), ("Gaddani", "Qaddani"),
    ("Nikka Holm", "Nika Holm"), ("Odja Berivann", "Odja Berivan"),
]


@pytest.mark.parametrize("typed, meant", NEARLY)
def test_the_likeliest_correction(kept, typed, meant):
    assert corrected(kept, taken_apart(typed, load("en")), load("en"))[0].typed == meant


@pytest.mark.parametrize("typed", [
    "Oduya", "wall", "floats", "zebra", "Oda", "od", "walls2", "“Oduja”", "@oduja", "2024", "the", "Berimbolo",
    "Mxrxlx",
])
def test_what_is_right_or_like_nothing_is_left_alone(kept, typed):
    assert corrected(kept, taken_apart(typed, load("en")), load("en")) == ()


def test_a_correction_is_said_only_where_it_finds_something(kept):
    found = answer(kept, Search("Oduja wall"))
    assert found.corrected == "Oduya wall"
    assert [quote.text for quote in found.found.page.items] == ["The wall will hold,"]
    found = answer(kept, Search("Oduja zebra"))
    assert found.corrected is None and found.did_you_mean == ("Oduya zebra",)


OUTLETS = [("Quay News", 4), ("the quay news", 4), ("quay.example", 4), ("quay", 4), ("news", 4), ("Quays", 0),
           ("Berivan in the Quay News", 1), ("Berivan quay.example 2024", 1), ("Quay News 2023", 0)]


@pytest.mark.parametrize("typed, how_many", OUTLETS)
def test_an_outlet_is_found_by_its_name_and_by_a_part(kept, typed, how_many):
    found = answer(kept, Search(typed))
    assert (found.meaning.closeness != "part") * len(found.found.page.items) == how_many
