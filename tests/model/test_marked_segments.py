"""Marked segments are found alike in all styles of double marks, and quotes are compared with them."""

from __future__ import annotations

import pytest

from quotes.model.marked_segments import answering, bare, find_segments, mostly_marked, same_bounds
from quotes.records.spans import Span

SEGMENTS = [
    ("“One,” she said. “Two.”", ["“One,”", "“Two.”"]),
    ('"One," she said. "Two."', ['"One,"', '"Two."']),
    ("He spoke of “a mess” and left.", ["“a mess”"]),
    ("“One “two” three”", ["“One ", "“two”"]),
    ("“Never closed\nNext paragraph", ["“Never closed"]),
    ("“First of two.\n“Second of two.”", ["“First of two.", "“Second of two.”"]),
    ('"First "second" third', ['"First ', '"second"']),
    ('A straight mark "opens here" here" too', ['"opens here"']),
    ('x" y', []),
    ("” stray", []),
    ("said.” “Next”", ["“Next”"]),
    ("“”", []),
    ("“ … ”", []),
    ("“—”", []),
    ("‘single marks’ and «guillemets»", []),
    ("no marks", []),
    ("", []),
    ("\n\n“a”\n\n“b”", ["“a”", "“b”"]),
    ("“a” \u00a0“b”", ["“a”", "“b”"]),
    ('a "b" "c"', ['"b"', '"c"']),
    ('five "', []),
]


@pytest.mark.parametrize("text, found", SEGMENTS)
def test_where_segments_are(text: str, found: list[str]):
    assert [segment.of(text) for segment in find_segments(text)] == found


@pytest.mark.parametrize("words, left", [
    ("“Not this year,”", "Not this year"), ("…and so — ", "and so"), ("“”", ""), ("", ""), ("It's", "It's"),
    ("\u00a0‘x’\n", "x"), ("(x)", "(x)"), ("7%", "7%"),
])
def test_edges_do_not_count(words: str, left: str):
    assert bare(words) == left


@pytest.mark.parametrize("quotes, number", [
    ([], None), ([Span(10, 20)], 0), ([Span(0, 15)], None), ([Span(0, 16)], 0), ([Span(0, 100), Span(9, 21)], 1),
    ([Span(9, 21), Span(0, 100)], 0), ([Span(10, 10)], None), ([Span(21, 30)], None),
])
def test_the_narrowest_quote_answers(quotes: list[Span], number: int | None):
    assert answering(Span(10, 20), quotes) == number


@pytest.mark.parametrize("quote, kept", [
    (Span(100, 200), True), (Span(0, 300), True), (Span(0, 301), False), (Span(0, 100), True), (Span(300, 501), False),
    (Span(50, 50), True),
])
def test_a_quote_that_is_mostly_text_outside_marks_answers_nothing(quote: Span, kept: bool):
    assert mostly_marked(quote, [Span(100, 200)]) == kept


TEXT = "“One,” she said. “Two.” He said “three.”"


@pytest.mark.parametrize("words, same", [
    ("One", False), ("One,", True), ("“One,”", True), ("One,” she said. “Two", True), ("One,” she", False),
    ("On", False), ("Two.” He said “three.”", True), ("she said. “Two", False), ("said", False),
])
def test_bounds_are_those_of_the_segments_that_a_quote_answers(words: str, same: bool):
    start = TEXT.index(words)
    assert same_bounds(Span(start, start + len(words)), find_segments(TEXT), TEXT) == same
