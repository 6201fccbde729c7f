"""Depth told from tags alone, and from the tree where a page has few tags: what nests and what does not."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from quotes.documents.html.nesting_limits import FEW, check_tags, parsed
from quotes.records.errors import InvalidInput

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


MANY_ATTRIBUTES = "".join(f" a{n}='x'" for n in range(3000))
HIDING = [
    f"<p{MANY_ATTRIBUTES}>", f"<p {' '.join(f'a{n}' for n in range(3000))}>", f"<p{MANY_ATTRIBUTES}",
    f"<p{MANY_ATTRIBUTES.replace('x', '<')}>", f"<p{MANY_ATTRIBUTES.replace('x', '>')}>",
    f"<p{MANY_ATTRIBUTES.replace(' ', '/')}>", f"<div>{'<br>' * 5000}<p{MANY_ATTRIBUTES}>",
    f"<br{MANY_ATTRIBUTES}>", f"</p{MANY_ATTRIBUTES}>" * 4,
]


@pytest.mark.parametrize("markup", HIDING, ids=lambda markup: markup[:30])
def test_thousands_of_attributes_of_one_element_are_refused(markup: str):
    with pytest.raises(InvalidInput, match="2000 attributes"):
        parsed(markup)


@pytest.mark.parametrize("markup", [
    f"<p title='{'a=b ' * 5000}'>x</p>", "<p a='1' b='2' c>x</p>" * 1500, f"<script>{'a<b c=d ' * 3000}</script>",
    f"<!-- <p{MANY_ATTRIBUTES}> -->", "a <b c", "x" * 100_000,
])
def test_an_element_may_have_long_attributes_and_a_page_many(markup: str):
    assert parsed(markup).html


def test_thousands_of_signs_of_formatting_that_are_never_ended_are_refused():
    check_tags("<i>x</svg>" * 2000 + "<i>x</i>" * 3000)
    with pytest.raises(InvalidInput, match="512"):
        parsed("<i>x</svg>" * 3000)


@pytest.mark.parametrize("unit", ["<b id={n}><p>x", "<font size={n}>x", "<blockquote>x"])
def test_a_few_tags_that_are_never_ended_are_told_before_a_tree_is_built(unit: str):
    with pytest.raises(InvalidInput, match="512"):
        parsed("".join(unit.format(n=n) for n in range(FEW - 1)))


def test_a_font_in_a_font_in_a_font_nests_where_each_is_another():
    check_tags("<font color=red>" * MANY)
    with pytest.raises(InvalidInput):
        check_tags("".join(f"<font color={n}>" for n in range(MANY)))


@pytest.mark.parametrize("unit", [*FLAT, "<a ", "<style>", '<a b=" ', "<a b=' ", "<!-", "<a b='\"' ", "<div>" * 100 +
 "</div>" * 100])
def test_a_megabyte_of_anything_is_checked_quickly(unit: str):
    start = time.thread_time()
    with suppress(InvalidInput):  # "<a <a <a" is one tag with thousands of attributes
        check_tags(unit * (1_000_000 // len(unit)))
    assert time.thread_time() - start < 4
