"""The blocks of a page with their kinds; who is credited below a block quote is no part of it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.blocks import runs_of

WORDS = "We shall not pay for the pier, not this year and not the next."
CREDITED = [
    (f"<blockquote><p>{WORDS}</p><footer>— Ann Holt, a baker</footer></blockquote>", "— Ann Holt, a baker"),
    (f"<blockquote><p>{WORDS}</p><p>— Ann Holt, a baker</p></blockquote>", "— Ann Holt, a baker"),
    (f"<blockquote>{WORDS}<br>- Ann Holt, a baker</blockquote>", "- Ann Holt, a baker"),
    (f"<blockquote>{WORDS} <cite>Ann Holt</cite></blockquote>", "Ann Holt"),
    (f"<blockquote><p>{WORDS}</p><p><cite>Ann Holt</cite></p> </blockquote>", "Ann Holt"),
    (f"<blockquote>{WORDS}<figcaption>Ann Holt</figcaption></blockquote>", "Ann Holt"),
    (f"<div class='pull-quote'><p>{WORDS}</p><p>-- Ann Holt</p></div>", "-- Ann Holt"),
]
WHOLE = [
    f"<blockquote>{WORDS}</blockquote>",
    "<blockquote>I read <cite>The Pier</cite> twice that year.</blockquote>",
    "<blockquote>— We shall not pay, said the baker.</blockquote>",
    "<blockquote>No pier<br>- and no date, either.</blockquote>",
    "<blockquote>No pier<br>— “And no date.”</blockquote>",
]


def kinds(markup: str) -> list[tuple[str, str]]:
    body = LexborHTMLParser(markup).body
    assert body is not None
    return [(run.kind, run.text) for run in runs_of(body)]


@pytest.mark.parametrize("markup, credit", CREDITED)
def test_a_credit_is_set_apart_from_the_words(markup: str, credit: str):
    assert kinds(markup) == [("quote", WORDS), ("credit", credit)]


@pytest.mark.parametrize("markup", WHOLE)
def test_what_is_no_credit_stays_in_the_quote(markup: str):
    assert [kind for kind, _ in kinds(markup)] == ["quote"]


@pytest.mark.parametrize("markup, expected", [
    ("<p>a<br>b</p>", [("paragraph", "a\nb")]),
    ("<ul><li>a</li><li>b</li></ul>", [("list", "a"), ("list", "b")]),
    ("<h3>a</h3>b", [("headline", "a"), ("paragraph", "b")]),
    ("<div class='photo-credit'>a</div>", [("caption", "a")]),
    ("<figure><blockquote>a</blockquote></figure>", [("quote", "a")]),
    ("<div> \n <span> </span> </div>", []),
    ("<p>a <b>b</b> <i>c</i>d</p>", [("paragraph", "a b cd")]),
    ("<p>a\xa0<b>b</b></p>", [("paragraph", "a\xa0b")]),
    ("<!-- a --><p>b<!-- c --></p>", [("paragraph", "b")]),
])
def test_each_stretch_that_a_browser_sets_apart_is_a_run(markup: str, expected: list[tuple[str, str]]):
    assert kinds(markup) == expected
