"""Tables are aligned and wrapped by what a terminal shows, not by how many characters a text has."""

from __future__ import annotations

import pytest

from quotes.cli.output.table import fitted, table, wrapped
from quotes.cli.output.terminal import cells, cut, plain


@pytest.mark.parametrize(
    "text, width",
    [("", 0), ("abc", 3), ("“said”", 6), ("日本", 4), ("e\u0301", 1), ("🙂", 2), ("a\u200db", 2), ("Ａ", 2), ("ñ", 1)],
)
def test_wide_and_combining_characters_are_counted_as_they_show(text: str, width: int):
    assert cells(text) == width


@pytest.mark.parametrize(
    "text, shown",
    [
        ("one\ntwo\tthree", "one two three"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("bell\x07\x9b2J", "bell 2J"),
        ("\u202eturned\u202c", "turned"),
        ("a\u2028b", "a b"),
        ("  plain  ", "plain"),
        ("שלום and ‘this’", "שלום and ‘this’"),
    ],
)
def test_nothing_in_a_text_steers_the_terminal(text: str, shown: str):
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text, width, lines",
    [
        ("to be or not", 5, ["to be", "or", "not"]),
        ("to be", 5, ["to be"]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("a incomprehensible", 4, ["a", "inco", "mpre", "hens", "ible"]),
        ("日本語の新聞", 5, ["日本", "語の", "新聞"]),
        ("first\nsecond line", 20, ["first", "second line"]),
        ("", 5, [""]),
    ],
)
def test_a_cell_is_wrapped_at_words_and_inside_only_where_one_is_too_wide(text: str, width: int, lines: list[str]):
    assert wrapped(text, width) == lines


def test_a_wide_character_is_never_halved():
    assert cut("日本", 1) == ("日", "本")
    assert cut("日本", 3) == ("日", "本")


@pytest.mark.parametrize(
    "columns, total, widths",
    [
        ([["abc"], ["de"]], 80, [3, 2]),
        ([["abc"], ["x" * 100]], 60, [3, 55]),
        ([["x" * 50], ["x" * 100]], 62, [30, 30]),
        ([["x" * 40], ["x" * 100]], 102, [40, 60]),
    ],
)
def test_the_widest_column_gives_way_first(columns: list[list[str]], total: int, widths: list[int]):
    assert fitted(columns, total) == widths


@pytest.mark.parametrize("total", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(total: int):
    rows = [("Ada Lovelace", "word " * 60, "certain"), ("渋沢栄一", "道" * 90, "likely"), ("x" * 90, "", "unknown")]
    lines = list(table(("Who", "Words", "Sure"), rows, total))
    assert max(map(cells, lines)) <= total
    assert len(lines) > len(rows)


def test_columns_start_at_the_same_place_in_every_line():
    rows = [("渋沢栄一", "one two three four five six seven eight nine ten eleven twelve"), ("Ada", "short")]
    lines = list(table(("Who", "Words"), rows, 40))
    assert lines[0] == "Who       Words"
    assert lines[2].startswith("渋沢栄一  one")
    assert lines[3].startswith("          ")
    assert lines[-1] == "Ada       short"
