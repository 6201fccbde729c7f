"""Names of bodies with a genitive in them, and genitives that only tell whose something is."""

from __future__ import annotations

import pytest

from quotes.attribution.attributor import Attributor
from quotes.languages import load
from quotes.model.weights import read_weights
from quotes.text.entities.name_genitives import printed, with_genitives
from quotes.text.tokens import tokenizer

ENGLISH = load("en")
RECOGNIZER = Attributor(read_weights()).recognizer


def bodies(text: str) -> list[str]:
    """The names of bodies in a text."""
    tokens = tokenizer(ENGLISH).tokens(text)
    runs = with_genitives(RECOGNIZER.runs(tokens, ENGLISH), tokens, ENGLISH)
    return [printed(tokens.words[run.first : run.after]) for run in runs if run.kind == "organization"]


@pytest.mark.parametrize("text, name", [
    ("On Monday the National Shepherds’ Union said “no” to it.", "National Shepherds’ Union"),
    ("The Harbour Pilots' Association said “no” to it.", "Harbour Pilots' Association"),
    ("Doctors at St. Brigid’s Hospital said “no” to it.", "St. Brigid’s Hospital"),
    ("The Eastvale Women’s Institute said “no” to it.", "Eastvale Women’s Institute"),
    ("“No,” said Barley’s.", "Barley’s"),
])
def test_a_genitive_may_belong_to_a_name(text: str, name: str):
    assert name in bodies(text)


@pytest.mark.parametrize("text, name", [
    ("Ann Reed’s Council said “no” to it.", "Ann Reed’s Council"),
    ("The mayor met Reed’s Party on Monday.", "Reed’s Party"),
    ("Millbrook’s Chamber of Commerce said “no” to it.", "Millbrook’s Chamber of Commerce"),
    ("“No,” said Barley’s mother.", "Barley’s"),
    ("Barley’s proposed ban fell, Reed said.", "Barley’s"),
    ("Barley’s called it “no good”.", "Barley’s"),
    ("Barley’s in town, and Reed said so.", "Barley’s"),
])
def test_most_genitives_tell_whose_something_is(text: str, name: str):
    assert name not in bodies(text)


@pytest.mark.parametrize("words, name", [
    (["Barley", "’s"], "Barley’s"), (["Police", "Chiefs", "'", "Council"], "Police Chiefs' Council"),
    (["AT&T"], "AT&T"), (["Salt", "Board"], "Salt Board"),
])
def test_a_name_is_printed_without_a_blank_before_its_genitive(words: list[str], name: str):
    assert printed(words) == name
