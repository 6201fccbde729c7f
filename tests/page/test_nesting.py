"""Depth told from tags alone, and from the tree where a page has few tags: what nests and what does not."""

from __future__ import annotations

import time

import pytest

from quotes.errors import InvalidInput
from quotes.page.nesting import FEW, check_tags, parsed

MANY = 600
DEEP = [
    "<div>", "<DIV class='a>b'>", "<span>", "<ul><li>", "<dd><li>", "<b><div></b>", "<div></span>", "<section><p>",
     "<x-y>",
    "<table><tr><td>", "<blockquote>", "<svg>", "<svg><title>", "<svg><plaintext>", "<!--><div>", "<!-- --!><div>",
     "<div/>",
    "<script></script><div>", "<style>a>b{}</style><div>", "<textarea><b></textarea><div>", "<a href='x'><div>",
]
FLAT = [
    "<p>", "<br>", "<li>", "<img src=x>", "<div></div>", "<p><b>x</b>", "<b>", "<a href=x>", "<td>", "<!-- <div> -->",
     "<!--<div>",
    "<script>'<div>'</script>", "<title><div></title>", "<div><p></div>", "<i><b></i></b>", "<ul><li>x<li>y</ul>", "<",
     "< div>",
    "<svg><path/></svg>", "<a title='<div>'>x</a>", "<option>", "<dl><dt>x<dd>y</dl>", "</div>", "<div><span></div>",
]


@pytest.mark.parametrize("unit", DEEP)
def test_what_nests_is_refused_beyond_512(unit: str):
    with pytest.raises(InvalidInput, match="512"):
        check_tags(unit * MANY)


@pytest.mark.parametrize("unit", DEEP)
def test_fifty_levels_are_no_trouble(unit: str):
    check_tags(unit * 50 + "<p>x" * MANY)


@pytest.mark.parametrize("unit", FLAT)
def test_what_does_not_nest_is_no_depth(unit: str):
    check_tags(unit * MANY)


@pytest.mark.parametrize("unit", DEEP)
@pytest.mark.parametrize("filler", ["", "<p>x" * FEW], ids=["few tags", "many"])
def test_no_tree_is_given_of_what_nests_beyond_512(unit: str, filler: str):
    with pytest.raises(InvalidInput, match="512"):
        parsed(filler + unit * MANY)


@pytest.mark.parametrize("unit", [unit for unit in FLAT if unit != "<b>"])  # 600 of these do nest, where few tags are
@pytest.mark.parametrize("filler", ["", "<p>x" * FEW], ids=["few tags", "many"])
def test_a_tree_is_given_of_what_does_not_nest(unit: str, filler: str):
    assert parsed(f"{filler}{unit * MANY}").html


def test_a_font_in_a_font_in_a_font_nests_where_each_is_another():
    check_tags("<font color=red>" * MANY)
    with pytest.raises(InvalidInput):
        check_tags("".join(f"<font color={n}>" for n in range(MANY)))


@pytest.mark.parametrize("unit", [*FLAT, "<a ", "<style>", '<a b=" ', "<a b=' ", "<!-", "<a b='\"' ", "<div>" * 100 +
 "</div>" * 100])
def test_a_megabyte_of_anything_is_checked_quickly(unit: str):
    start = time.perf_counter()
    check_tags(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - start < 4
