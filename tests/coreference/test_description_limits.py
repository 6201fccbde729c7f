"""Words that limit what somebody is stay in the description."""

from __future__ import annotations

import pytest

from quotes.coreference.description_limits import fuller
from tests.seen import ENGLISH, see


def description(text: str) -> str | None:
    seen = see(text)
    start = text.index("Ann Reed")
    figure = seen.cast.identify(start, start + len("Ann Reed"))
    assert figure is not None and figure.name == "Ann Reed"
    return figure.description


@pytest.mark.parametrize("words", [
    "former President", "the former President", "former South Carolina Gov.", "former Fed Vice Chair", "ex-Mayor",
    "then-Mayor", "Mayor-elect", "President-elect", "Prime Minister", "Deputy Prime Minister", "the late Senator",
    "acting Attorney General", "retired Air Force general", "Retired U.S. Air Force Gen.", "interim coach",
    "would-be Governor", "outgoing chairman", "the ousted prime minister", "then President", "Shadow Chancellor",
    "former MSNBC personality", "former special envoy to Ukraine", "Vice President", "the former acting mayor",
])
def test_a_limit_before_the_name_stays(words: str):
    assert description(f"The fee stays, said {words} Ann Reed on Monday.") == words


@pytest.mark.parametrize("words", [
    "the former editor of the Gazette", "a former Leeds striker", "the acting director of the board",
    "a retired teacher",
])
def test_a_limit_in_a_phrase_set_beside_the_name_stays(words: str):
    assert description(f"In the hall {words}, Ann Reed, said that the fee stays.") == words
    assert description(f"In the hall Ann Reed, {words}, said that the fee stays.") == words


@pytest.mark.parametrize("words", [
    "a former aide", "deputy head of operations at the agency", "executive vice president for policy for the fund",
    "the acting associate administrator for ships", "a retired Belgian general",
])
@pytest.mark.parametrize("rest", [" who runs the quay.", ", said so.", ".", ""])
def test_a_limit_behind_the_name_stays(words: str, rest: str):
    assert description(f"The fee stays, said Ann Reed, {words}{rest}") == words


@pytest.mark.parametrize("text, expected", [
    ("The fee rose, said Ann Reed, then in the hall.", None),
    ("With Ann Reed, late for the train, nobody spoke.", None),
    ("Late on Monday Mayor Ann Reed left.", "Mayor"),
    ("In his former house, Ann Reed left the letter.", None),
    ("Former residents, Ann Reed among them, left.", None),
    ("The former mayor is Ann Reed of Ely.", None),
    ("Former aides, the board and Mayor Ann Reed left.", "Mayor"),
    ("The meeting was late, Mayor Ann Reed said.", "Mayor"),
    ("He acted late. Mayor Ann Reed left.", "Mayor"),
    ("Mayor Ann Reed left, and the former mayor stayed.", "Mayor"),
])
def test_other_words_limit_nobody(text: str, expected: str | None):
    assert description(text) == expected


def test_of_two_descriptions_the_limited_one_is_taken():
    assert description("President Ann Reed came. Years later former President Ann Reed left.") == "former President"
    assert description("Governor Ann Reed came. Years later former President Ann Reed left.") == "Governor"


@pytest.mark.parametrize("first, other, is_one", [
    ("President", "former President", True), ("president", "the late President", True),
    ("President", "Vice President", True), ("President", "former Vice President of all", False),
    ("President", "big President", False), ("President", "President", False),
    ("one of the many presidents", "former one of the many presidents", False),
])
def test_a_fuller_description(first: str, other: str, is_one: bool):
    assert fuller(first, other, ENGLISH) is is_one
