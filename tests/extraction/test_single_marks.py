"""Single quotation marks told from apostrophes, and whether an article quotes with them."""

from __future__ import annotations

import pytest

from quotes.extraction.quotations import find_quotations
from quotes.extraction.single_marks import quoting_singles, single_pairs
from quotes.languages import load
from quotes.records.spans import Span
from quotes.text.tokens import tokenizer
from tests.processor_time import growth

ENGLISH = load("en")


def words(text: str) -> list[tuple[int | None, str]]:
    """The quotations of a text, each with its parent."""
    found = find_quotations(text, tokenizer(ENGLISH).tokens(text), ())
    return [(q.parent, text[q.start : q.end]) for q in found]


def outer(text: str) -> list[str]:
    return [found for parent, found in words(text) if parent is None]


SPOKEN = [
    ("‘We open at nine,’ she said.", ["We open at nine,"]),
    ("'We open at nine,' she said.", ["We open at nine,"]),
    ("‘We open at nine,’ she said. ‘It isn’t late.’", ["We open at nine,", "It isn’t late."]),
    ("'We open at nine,' she said. 'It isn't late.'", ["We open at nine,", "It isn't late."]),
    ("‘It’s the Reeds’ shop,’ she said. ‘It was the Reeds’.’", ["It’s the Reeds’ shop,", "It was the Reeds’."]),
    ("'It's the Reeds' shop,' she said, in the '90s.", ["It's the Reeds' shop,"]),
    ("‘No, no,’ she said. It was ‘a fine day’ for it.", ["No, no,", "a fine day"]),
    ("‘No, no,’ she said. At the Reeds’ it was ‘a fine day’ for it.", ["No, no,", "a fine day"]),
    ("‘We open at nine.\n\n‘We close at six,’ she said.", ["We open at nine.\n\n‘We close at six,"]),
    ("(‘We open at nine,’ she said.)", ["We open at nine,"]),
]


@pytest.mark.parametrize("text, found", SPOKEN)
def test_an_article_that_quotes_with_single_marks_is_read_by_them(text: str, found: list[str]):
    assert outer(text) == found


def test_double_marks_stand_inside_single_ones():
    assert words("‘She said “go home” twice,’ he said. ‘I stayed.’") == [
        (None, "She said “go home” twice,"), (0, "go home"), (None, "I stayed.")]


NOT_SPOKEN = [
    "It’s the Reeds’ shop, and it isn’t the ’90s.",
    "It's the Reeds' shop, and it isn't the '90s, 'twas so.",
    "The class of '09 met the class of ’16 and the '80s.",
    "The ’Ndrangheta bought the farmers’ land.",
    "A 6' wall and a 12' gate.",
    "Rock ’n’ roll, fish 'n' chips, 'em all.",
    "‘",
    "'",
    "’’’ ‘‘‘",
]


@pytest.mark.parametrize("text", NOT_SPOKEN)
def test_apostrophes_and_measures_are_no_quotations(text: str):
    assert words(text) == []


EQUALS = [
    ("They sang ‘Barley’ and ‘Slow Weather’ on Sunday.", ["Barley", "Slow Weather"]),
    ("They sang 'Barley' and 'Slow Weather' on Sunday.", ["Barley", "Slow Weather"]),
    ("The ‘spa’ is a tub.", ["spa"]),
    ("“Yes,” she said. He shouted ‘go home now,’ and left.", ["Yes,", "go home now,"]),
    ("\"Yes,\" she said. He shouted 'go home now,' and left.", ["Yes,", "go home now,"]),
    ("“Yes,” she said. The Reeds’ ‘spa’ isn’t one, and ‘we “all” know it,’ he said.",
     ["Yes,", "spa", "we “all” know it,"]),
    ("“Yes,” said Ida Moss of the Reeds’ shop. “It’s the boys’ own.”", ["Yes,", "It’s the boys’ own."]),
    ("‚We open at nine,‘ she said. „It is late.“", ["We open at nine,", "It is late."]),
    ("‹We open at nine,› she said.", ["We open at nine,"]),
    ("’We won’t open,’ she said.", ["We won’t open,"]),
    ("“Yes,” she said.\n\nHe said: ‘We open at nine.\n\n‘We close at six.’",
     ["Yes,", "We open at nine.\n\n‘We close at six."]),
    ("‘We open,’ she said. ‘It is late.\n\nThe shop stayed shut.", ["We open,"]),
]


@pytest.mark.parametrize("text, found", EQUALS)
def test_single_and_double_marks_are_equals(text: str, found: list[str]):
    assert outer(text) == found


DOUBLE_STYLE = [
    ("“He said ‘go home now,’ and left,” she said.", ["He said ‘go home now,’ and left,"]),
    ("''Yes, and 'go home,' he said,'' she said. \"No.\"", ["Yes, and 'go home,' he said,", "No."]),
]


@pytest.mark.parametrize("text, found", DOUBLE_STYLE)
def test_single_marks_inside_double_ones_stay_there(text: str, found: list[str]):
    assert outer(text) == found


PAIRS = [
    ("‘a’ b ‘c’", ["‘a’", "‘c’"]),
    ("'a' b 'c'", ["'a'", "'c'"]),
    ("‘a b", [""]),
    ("a’ b’", []),
    ("‘the dogs’ and a cat’ b", ["‘the dogs’ and a cat’"]),
    ("‘the dogs’ b", ["‘the dogs’"]),
    ("‘the Reeds’ and the Mosses’ dogs.’ b", ["‘the Reeds’ and the Mosses’ dogs.’"]),
    ("don‘t ‘go’", ["‘go’"]),
    ("the '90s and ‘80s", []),
    ("‘90 people came.’", ["‘90 people came.’"]),
]


@pytest.mark.parametrize("text, found", PAIRS)
def test_marks_are_paired_past_apostrophes(text: str, found: list[str]):
    assert [text[pair.start : max(pair.end, pair.start)] for pair in single_pairs(text, 0, len(text))] == found


@pytest.mark.parametrize("doubles, found", [([], [Span(0, 9)]), ([Span(10, 14)], [Span(0, 9)]), ([Span(0, 14)], []),
                                            ([Span(4, 14)], [])])
def test_those_count_that_cross_no_double_ones(doubles: list[Span], found: list[Span]):
    assert quoting_singles("‘Go now,’ “x y”", doubles) == found


@pytest.mark.parametrize("piece", ["‘a b,’ ", "‘a ", "a’ ", "‘a b,’ ‘", "' '"])
def test_twice_as_many_marks_take_no_more_than_twice_as_long(piece: str):
    once, twice = ("‘We open at nine,’ she said. " + piece * number for number in (15_000, 30_000))
    assert growth(lambda: outer(once), lambda: outer(twice), 3) <= 3
