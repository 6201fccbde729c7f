"""The text again, with its marks: nothing lost, nothing added, every mark where it belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.api.pages.highlights import Mark, excerpts, passage, pieces

TEXTS = st.text(max_size=60)


@st.composite
def marked_texts(draw):
    text = draw(TEXTS)
    ends = st.integers(-3, len(text) + 3)
    marks = draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=8))
    return text, [Mark(start, end, number) for number, (start, end) in enumerate(marks)]


def places(text, found):
    """Where each piece stands in the text."""
    at = 0
    for piece in found:
        yield at, at + len(piece.text), piece
        at += len(piece.text)


@given(marked_texts())
def test_the_pieces_are_the_text_again(case):
    text, marks = case
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(marked_texts())
def test_every_mark_begins_and_ends_once_in_its_place(case):
    text, marks = case
    starts, ends = {}, {}
    for start, end, piece in places(text, pieces(text, marks)):
        for what in piece.starts:
            assert starts.setdefault(what, start) == start
        for what in piece.ends:
            assert ends.setdefault(what, end) == end
    within = {mark.what: (min(max(mark.start, 0), len(text)), min(max(mark.end, 0), len(text))) for mark in marks}
    assert {what: (starts[what], ends[what]) for what in starts} == within
    assert starts.keys() == ends.keys()


@given(marked_texts())
def test_a_piece_knows_how_many_marks_are_around_it_and_which_is_innermost(case):
    text, marks = case
    for start, end, piece in places(text, pieces(text, marks)):
        around = [mark for mark in marks if mark.start <= start and end <= mark.end and start < end]
        if start == end:
            continue
        assert piece.depth == len(around)
        if around:
            inner = next(mark for mark in around if mark.what == piece.what)
            assert all(max(inner.start, 0) >= max(mark.start, 0) for mark in around)
        else:
            assert piece.what is None


def shown(text, marks):
    """The pieces as a short notation: [what|text] where marked."""
    return "".join(f"[{piece.what}|{piece.text}]" if piece.what else piece.text
                   for piece in pieces(text, [Mark(*mark) for mark in marks]))


@pytest.mark.parametrize("marks, expected", [
    ([], "abcdefgh"),
    ([(2, 4, "A")], "ab[A|cd]efgh"),
    ([(0, 8, "A")], "[A|abcdefgh]"),
    ([(1, 7, "A"), (3, 5, "B")], "a[A|bc][B|de][A|fg]h"),
    ([(3, 5, "B"), (1, 7, "A")], "a[A|bc][B|de][A|fg]h"),
    ([(1, 5, "A"), (3, 7, "B")], "a[A|bc][B|de][B|fg]h"),
    ([(1, 3, "A"), (3, 5, "B")], "a[A|bc][B|de]fgh"),
    ([(1, 5, "A"), (1, 3, "B")], "a[B|bc][A|de]fgh"),
    ([(4, 4, "A")], "abcd[A|]efgh"),
    ([(8, 8, "A")], "abcdefgh[A|]"),
    ([(0, 0, "A"), (0, 2, "B")], "[A|][B|ab]cdefgh"),
    ([(6, 99, "A")], "abcdef[A|gh]"),
    ([(-5, 2, "A")], "[A|ab]cdefgh"),
])
def test_marks_within_over_and_beside_one_another(marks, expected):
    assert shown("abcdefgh", marks) == expected


def test_deep_nesting_stays_small():
    deep = 3000
    found = pieces("a" * 2 * deep, [Mark(at, 2 * deep - at, at) for at in range(deep)])
    assert len(found) == 2 * deep - 1
    assert max(piece.depth for piece in found) == deep


@pytest.mark.parametrize("spans, expected", [
    ([(8, 11)], "Two two."),
    ([(0, 1), (8, 9)], "One.\nTwo two."),
    ([(14, 17)], "Three"),
])
def test_the_passage_around_is_its_paragraphs(spans, expected):
    text = "One.\nTwo two.\nThree"
    start, end = passage(text, spans)
    assert text[start:end] == expected


def test_a_passage_without_line_ends_is_cut():
    text = "word " * 1000
    start, end = passage(text, [(2500, 2504)], most=100)
    assert (start, end) == (2400, 2604)


LONG = "one two three four five six seven eight nine ten"
EXCERPTS = [  # text, what is marked, how much is shown around it, and what is left
    (LONG, "five six", 0, LONG), (LONG, "five six", 100, LONG), (LONG, "five six", 24, LONG),
    (LONG, "five six", 8, "[…] four five six seven […]"), (LONG, "one two", 8, "one two three […]"),
    (LONG, "nine ten", 8, "[…] eight nine ten"), (LONG, None, 10, "one two […]"), (LONG, None, 0, LONG),
    (LONG, "five six", 1, "[…] five six […]"), (LONG, LONG, 1, LONG), ("", None, 5, ""),
]


@pytest.mark.parametrize("text, words, around, shown", EXCERPTS)
def test_an_excerpt_shows_no_more_than_is_allowed(text, words, around, shown):
    marks = [Mark(text.index(words), text.index(words) + len(words), "quote")] if words else []
    found = excerpts(pieces(text, marks), around)
    assert " ".join("".join(piece.text for piece in found).split()) == shown
    assert "".join(piece.text for piece in found if piece.depth) == (words or "")


def test_between_two_marks_both_have_their_surroundings():
    marks = [Mark(0, 3, 1), Mark(45, 48, 2)]
    assert "".join(piece.text for piece in excerpts(pieces(LONG, marks), 9)) == "one two […] nine ten"


@given(marked_texts(), st.integers(1, 20))
def test_whatever_is_marked_stays_and_little_else_does(case, around):
    text, marks = case
    whole, cut = pieces(text, marks), excerpts(pieces(text, marks), around)
    for before, after in zip(whole, cut, strict=True):
        assert after == before if before.depth else len(after.text) <= 2 * around + len(" […] ")
