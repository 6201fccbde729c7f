"""Closing marks that somebody forgot swallow neither “said X” nor the next speaker."""

from __future__ import annotations

import pytest

from quotes.extraction.quotations import find_quotations
from quotes.languages import load
from quotes.text.tokens import tokenizer

ENGLISH = load("en")


def words(text: str) -> list[str]:
    found = find_quotations(text, tokenizer(ENGLISH).tokens(text), ())
    return [text[q.start : q.end] for q in found if q.parent is None]


FORGOTTEN = [
    ("“We rebuild, said Ida Moss.\n\n“It is late,” said Tom Poe.", ["We rebuild,", "It is late,"]),
    ("“We rebuild, Ida Moss said.\n\n“It is late,” said Tom Poe.", ["We rebuild,", "It is late,"]),
    ("“We rebuild, she said.\n\n“It is late,” said Tom Poe.", ["We rebuild,", "It is late,"]),
    ("“Who rebuilds? asked the mayor, Ida Moss.\n\n“It is late,” said Tom Poe.", ["Who rebuilds?", "It is late,"]),
    ("\"We rebuild, said Ida Moss. \"It is late,\" said Tom Poe.", ["We rebuild,", "It is late,"]),
    ("“We rebuild, said Ida Moss. It rained.\n\nTom Poe left.", ["We rebuild,"]),
    ("Ida Moss said: “We rebuild.\n\n“It is late,” said Tom Poe.", ["We rebuild.", "It is late,"]),
    ("“Well,” said Ida Moss. “We rebuild.\n\n“It is late,” Tom Poe said.", ["Well,", "We rebuild.", "It is late,"]),
]


@pytest.mark.parametrize("text, found", FORGOTTEN)
def test_words_end_before_the_next_speaker(text: str, found: list[str]):
    assert words(text) == found


ONE_SPEAKER = [
    "Ida Moss said: “We rebuild.\n\n“It is late,” Moss said.",
    "Ida Moss said: “We rebuild.\n\n“It is late,” she said.",
    "The mayor said: “We rebuild.\n\n“It is late,” said Ida Moss.",
    "“We rebuild.\n\n“It is late,” said Ida Moss.",
    "“I asked him. Tom Poe said on Monday that it was late.\n\n“We rebuild,” said Ida Moss.",
    "“He came, I said no, and he left.\n\n“We rebuild,” said Ida Moss.",
]


@pytest.mark.parametrize("text", ONE_SPEAKER)
def test_one_speaker_s_paragraphs_stay_together(text: str):
    assert len(words(text)) == 1


def test_a_mark_that_is_there_is_believed():
    assert words("“We rebuild, said Ida Moss, and so on,” said Tom Poe.") == ["We rebuild, said Ida Moss, and so on,"]
