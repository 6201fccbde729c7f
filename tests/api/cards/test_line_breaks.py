"""Words in lines: broken where they may be, cut where they are too many, nothing lost without a mark."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.api.cards.line_breaks import CUT, Frame, broken, shortened
from quotes.api.cards.script_runs import clusters, is_leftwards, runs, width
from quotes.api.cards.typefaces import STYLES, face_for

WORDS = st.text(st.sampled_from("ab cd.Wé 壁は。、「」 שלום قال👍🏽\u200d🐟-\n"), max_size=80)


@given(WORDS)
def test_lines_are_the_words_again(words):
    lines = broken(words, Frame(6.0, 99, "serif"))
    assert "".join("".join(lines).split()) == "".join(words.split())


@given(WORDS)
def test_no_line_is_wider_than_its_frame_unless_it_is_one_character(words):
    frame = Frame(4.0, 99, "serif")
    for line in broken(words, frame):
        assert width(line, "serif") <= frame.width * 1.02 or len(clusters(line.strip())) <= 1


@given(st.text(st.sampled_from("ab cd. 壁。 Wé!?"), min_size=40, max_size=300), st.integers(1, 4))
def test_what_is_cut_fits_and_says_so(words, most):
    frame = Frame(8.0, most, "serif")
    lines = shortened(words, frame, "”")
    assert len(lines) <= most
    assert "".join(lines).endswith("[…]”")
    kept = "".join("".join(lines).removesuffix("[…]”").split())
    assert "".join(words.split()).startswith(kept)


@pytest.mark.parametrize("words, first, second", [
    ("One two three. Four five six seven. Eight nine ten eleven.", "One two three. Four", "five six seven."),
    ("One two three four! Five six seven eight nine ten eleven.", "One two three", "four!"),
    ("One two “three four.” Five six seven eight nine ten eleven.", "One two “three", "four.”"),
    ("One two three four Mr. Five six seven eight nine ten eleven.", "One two three four Mr.", "Five six seven"),
    ("One two three four U.S. Five six seven eight nine ten eleven.", "One two three four", "U.S. Five six seven"),
    ("One. Two three four five six seven eight nine ten eleven.", "One. Two three four", "five six seven eight"),
    ("壁は持ちこたえる。市場はもう濡れない。ペンキの色はまだ決まっていない。",
     "壁は持ちこたえる。市場", "はもう濡れない。"),
])
def test_words_are_cut_at_the_last_sentence_that_fits_if_that_leaves_enough(words, first, second):
    assert shortened(words, Frame(11.0, 2, "serif"), "") == [first, second + CUT]


def test_a_cut_never_stands_alone_on_its_line():
    assert CUT.startswith("\u00a0")


@pytest.mark.parametrize("text, leftwards", [
    ("abc", False), ("123", False), ("", False), ("…", False), ("שלום abc", True), ("“قال", True), ("abc قال", False),
    ("25 قال", True), ("壁", False), ("👍", False),
])
def test_the_direction_of_a_text_is_that_of_its_first_letter(text, leftwards):
    assert is_leftwards(text) == leftwards


@pytest.mark.parametrize("text, leftwards, expected", [
    ("The wall", False, ["The wall"]),
    ("feet 👍🏽 fish", False, ["feet ", "👍🏽", " fish"]),
    ("قال Reuters إن", True, ["إن", " ", "Reuters", " ", "قال"]),
    ("a קיר b", False, ["a ", "קיר", " b"]),
    ("25 מטר", True, ["מטר", " ", "25"]),
    ("家 1", False, ["家", " 1"]),
])
def test_runs_stand_in_the_order_of_the_line(text, leftwards, expected):
    found = "|".join(run.text for run in runs(text, "serif", leftwards)).replace(" ", "")
    assert found.replace("||", "|") == "|".join(expected).replace(" ", "").replace("||", "|")


@given(WORDS, st.booleans())
def test_runs_are_the_line_again_and_as_wide_as_it(text, leftwards):
    found = runs(text.replace("\n", " "), "sans", leftwards)
    assert sorted("".join(run.text for run in found)) == sorted(text.replace("\n", " "))
    assert all(run.width >= 0 for run in found)


SHOWN = "Żółć ñ ß Ж Ω é … “” ’ — € ✓ → שלום قال 壁 仮 한 国 國 👍 👍🏽 👩🏽‍🚒 ❤️ 🇫🇷 1️⃣ 👩‍👩‍👧 #️⃣"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("cluster", SHOWN.split())
def test_what_people_write_has_a_typeface(style, cluster):
    assert all(face_for(one, style) for one in clusters(cluster))


def test_what_no_typeface_has_is_told_in_the_log(caplog):
    with caplog.at_level(logging.WARNING, "quotes.cards"):
        found = runs("ok \U00013000 ok", "serif", False)
    assert "U+13000" in caplog.text and "empty box" in caplog.text
    assert "".join(run.text for run in found) == "ok \U00013000 ok"


def test_what_cannot_be_seen_needs_no_typeface(caplog):
    runs("a\u200bb\u200dc\ufe0f\u2060", "serif", False)
    assert caplog.text == ""
