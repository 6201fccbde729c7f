"""Why words in marks are no quote, and which are speech because the next sentence says so."""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.not_quote import REASONS, WHYS


def left(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.why) for one in read_document(Article(text=text, language="en")).not_quotes]


REASONED = [
    ("Ann “Bud” Reed, a plumber, sang.", [("Bud", "nickname")]),
    ("The skippers’ shed, known as “Barley Hall”, burned down.", [("Barley Hall", "name")]),
    ("The novel “Stony Ground” sold well.", [("Stony Ground", "title")]),
    ("The ferry “Clara Moss” was built in 1931.", [("Clara Moss", "title")]),
    ("Skippers call the narrow part the “needle.”", [("needle.", "term")]),
    ("“We will rebuild the town”\n\nThe mayor of Dayton, Ann Reed, spoke on Monday about the flood and what is to "
     "come of it. She met farmers.", [("We will rebuild the town", "headline")]),
    ("“He told me ‘no’ twice,” said Ida Moss.", [("no", "inside")]),
    ("The clerk typed “” and left.", [("", "empty")]),
    ("The water is clear.", []),
]


@pytest.mark.parametrize("text, found", REASONED)
def test_the_reason_is_one_that_the_words_show(text: str, found: list[tuple[str, str]]):
    assert left(text) == found


def test_every_reason_is_explained():
    assert tuple(REASONS) == WHYS


BELOW = [
    "“Nobody told us.” Those are the words of Lea Fontaine, 19, a student.",
    "Mayor Ann Reed opened the hall. “Nobody told us.” That was the verdict of coach Lea Fontaine.",
    "“Nobody told us.” These are Lea Fontaine’s words.",
    "“Nobody told us.” This was how Lea Fontaine put it.",
    "“Nobody told us.” That is what Lea Fontaine said on Monday.",
    "“Nobody told us.” The words are those of Lea Fontaine, a student.",
]


@pytest.mark.parametrize("text", BELOW)
def test_what_the_next_sentence_calls_somebody_s_words_is_theirs(text: str):
    quotes = read_document(Article(text=text, language="en")).quotes
    assert [(one.text, one.speaker and one.speaker.name) for one in quotes] == [("Nobody told us.", "Lea Fontaine")]


@pytest.mark.parametrize("text", [
    "“Nobody Told Us.” That was the title of the book by Lea Fontaine.",
    "“Nobody told us.” That was the year of the flood of Eastvale.",
])
def test_what_it_calls_something_else_is_not(text: str):
    assert read_document(Article(text=text, language="en")).quotes == ()


@pytest.mark.parametrize("text, found", [
    ("“No,” said Peter Cole. “Never.”", ["No,", "Never."]),
    ("“Fire!” shouted Peter Cole. He ran.", ["Fire!"]),
    ("“Go,” whispered the nurse. The lights went out.", ["Go,"]),
])
def test_short_words_beside_a_verb_of_speech_are_speech(text: str, found: list[str]):
    assert [quote.text for quote in read_document(Article(text=text, language="en")).quotes] == found
