"""Double marks of every style brought to one, place for place."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_styles import in_one_style
from quotes.extraction.quotations import find_quotations
from quotes.languages import load
from quotes.text.tokens import tokenizer

ENGLISH = load("en")


def words(text: str) -> list[str]:
    found = find_quotations(text, tokenizer(ENGLISH).tokens(text), ())
    return [text[q.start : q.end] for q in found if q.parent is None]


STYLES = [
    ("”We open,” said Ida Moss. ”Not late.”", ["We open,", "Not late."]),
    ("”We open.\n\n”We close,” said Ida Moss.", ["We open.\n\n”We close,"]),
    ("Ida Moss kallar det ”en seger” och går.", ["en seger"]),
    ("»We open», said Ida Moss. »Not late.»", ["We open", "Not late."]),
    ("»We open«, said Ida Moss.", ["We open"]),
    ("« We open », said Ida Moss.", ["We open"]),
    ('" We open , " said Ida Moss . " Not late . "', ["We open ,", "Not late ."]),
    ("`` We open , '' said Ida Moss .", ["We open ,"]),
    ("'' We open , '' said Ida Moss .", ["We open ,"]),
    ("' We open , ' said Ida Moss .", ["We open ,"]),
    ("“ We open , ” said Ida Moss .", ["We open ,"]),
    ("‘‘We open,’’ said Ida Moss.", ["We open,"]),
    ('They sang " Slow Weather," and left.', ["Slow Weather,"]),
    ("He said “we are\nready to go” and left.", ["we are\nready to go"]),
]


@pytest.mark.parametrize("text, found", STYLES)
def test_every_style_is_read(text: str, found: list[str]):
    assert words(text) == found
    assert len(in_one_style(text)) == len(text)


NONE = [
    "» Chess for children\n» Soup",
    "Home »News »Town",
    "The bridge closes on Monday.” The ferry runs.",
    "Barley, oats”, and rye.",
    "It is 6 \" by 9 \" in size.",
    "The ferry\" runs on Sundays.",
    "'' and ''",
]


@pytest.mark.parametrize("text", NONE)
def test_bullets_measures_and_stray_marks_open_nothing(text: str):
    assert words(text) == []
