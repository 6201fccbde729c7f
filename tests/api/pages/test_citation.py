"""Citations to be copied: whole, honest about doubt, and nothing in them that does anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.api.pages.citation import citations
from quotes.records.evidence import Via
from quotes.records.speaker import QuotedSpeaker
from tests.api.cards.samples import GAZETTE, SHORT
from tests.api.markup import Markup

PAGE = "https://quotes.example/quotes/q1"
LINKED = replace(SHORT, link="https://gazette.example/wall#:~:text=The%20wall%20will%20hold%2C")
HOSTILE = '</p><script>alert(1)</script> [x](javascript:1) `*_ "'


def cited(quote, name):
    return next(one.words for one in citations(quote, PAGE) if one.name == name)


@pytest.mark.parametrize("quote, words", [
    (LINKED, "“The wall will hold,” — Mirela Oduya, the harbour master. Shore Gazette, Vote on the sea wall, 5 March "
             "2025, https://gazette.example/wall#:~:text=The%20wall%20will%20hold%2C"),
    (replace(SHORT, document=None), f"“The wall will hold,” — Mirela Oduya, the harbour master. {PAGE}"),
    (replace(SHORT, speaker=None, document=None), f"“The wall will hold,” — Speaker unknown. {PAGE}"),
    (replace(SHORT, verdict="unsure", via=Via("CNN"), document=None),
     f"“The wall will hold,” — Mirela Oduya, the harbour master, speaker unsure, by way of CNN. {PAGE}"),
    (replace(SHORT, text=None, document=None), f"[a post without words] — Mirela Oduya, the harbour master. {PAGE}"),
    (replace(SHORT, link="javascript:alert(1)", document=None),
     f"“The wall will hold,” — Mirela Oduya, the harbour master. {PAGE}"),
])
def test_plain(quote, words):
    assert cited(quote, "Plain") == words


def test_markdown():
    assert cited(replace(LINKED, text="One *two*\n\nthree"), "Markdown").splitlines() == [
        "> “One \\*two\\*", ">", "> three”", ">",
        "> — Mirela Oduya, the harbour master. [Shore Gazette, Vote on the sea wall, 5 March 2025]"
        "(<https://gazette.example/wall#:~:text=The%20wall%20will%20hold%2C>)"]


def test_html_is_what_it_says():
    markup = Markup(cited(LINKED, "HTML"))
    assert [tag for tag, _ in markup.elements] == ["figure", "blockquote", "p", "figcaption", "a"]
    assert markup.all("a")[0]["href"] == LINKED.link
    assert "“The wall will hold,”" in markup.text


def test_hostile_words_stay_words():
    hostile = replace(SHORT, text=HOSTILE, speaker=QuotedSpeaker("s1", HOSTILE, "person", HOSTILE), via=Via(HOSTILE),
                      document=replace(GAZETTE, title=HOSTILE, publisher=HOSTILE))
    tags = [tag for tag, _ in Markup(cited(hostile, "HTML")).elements]
    assert tags == ["figure", "blockquote", "p", "figcaption", "a"]
    assert HOSTILE in Markup(cited(hostile, "HTML")).text
    markdown = cited(hostile, "Markdown")
    assert "<script" not in markdown.replace("\\<", "") and "](javascript" not in markdown.replace("\\]", "")
