"""What a page says about its article, and whom is believed first."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.metadata import Facts, page_facts
from quotes.documents.html.publication_date import Dated, Stated
from quotes.records.document import DateOrigin

LD = ('<script '
      'type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Wrong"},'
      '{"@type":"NewsArticle","headline":"From '
      '&quot;data&quot;","datePublished":"2024-05-16T10:00:00Z","inLanguage":"en-GB",'
      '"author":[{"name":"Ida Moss"},{"name":"Ann Holt"}],"publisher":{"name":"Quay News"}}]}</script>')
OG = ('<meta property="og:title" content="From tags"><meta property="og:site_name" content="Tag News">'
      '<meta property="article:published_time" content="2023-01-02T03:04:05+01:00"><meta name="author" content="Tag '
      'Author">')
BODY = "<h1>From the<br>heading</h1><time datetime='2022-03-04'>4 March</time>"


def facts(head: str, body: str = BODY, url: str | None = None) -> Facts:
    return page_facts(LexborHTMLParser(f"<html lang='en'><head>{head}</head><body>{body}</body></html>"), url)


def stated(written: str, origin: DateOrigin) -> Stated:
    return Stated(Dated(written, origin))


def test_data_is_believed_before_tags():
    assert facts(OG + LD) == Facts(
        'From "data"', printed="Tag News", byline="Ida Moss, Ann Holt",
        stated=stated("2024-05-16T10:00:00+00:00", "json-ld"), language="en-GB")


def test_tags_are_believed_before_elements():
    assert facts(OG) == Facts(
        "From tags", printed="Tag News", byline="Tag Author", stated=stated("2023-01-02T03:04:05+01:00", "meta"),
        language="en")


def test_elements_are_believed_where_nothing_else_speaks():
    assert facts("") == Facts("From the heading", language="en")
    assert facts("<title> The\n pier </title>", "").title == "The pier"
    assert facts("", "") == Facts(language="en")


@pytest.mark.parametrize("head, expected", [
    ('<link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://a.example/2">',
     "https://a.example/1"),
    ('<meta property="og:url" content="https://a.example/2">', "https://a.example/2"),
    ("", "https://a.example/asked"),
    ('<link rel="canonical" href="javascript:alert(1)">', "https://a.example/asked"),
    ('<link rel="canonical" href="/relative">', "https://a.example/asked"),
])
def test_the_address(head: str, expected: str):
    assert facts(head, url="https://a.example/asked").url == expected


CANONICAL, OG_URL = '<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">'
NAME = '<meta property="og:site_name" content="{}">'


@pytest.mark.parametrize("head, url, outlet", [
    (CANONICAL.format("https://www.quaynews.co.uk/1"), None, "quaynews.co.uk"),
    (OG_URL.format("https://m.quaynews.co.uk/1"), None, "quaynews.co.uk"),
    (CANONICAL.format("https://agency.example/1"), "https://www.quaynews.co.uk/1", "quaynews.co.uk"),  # a reprint
    (CANONICAL.format("https://agency.example/1") + OG_URL.format("https://quaynews.co.uk/2"), None, "agency.example"),
    (CANONICAL.format("https://agency.example/1") + OG_URL.format("https://quaynews.co.uk/2")
     + NAME.format("Quay News"), None, "quaynews.co.uk"),  # it goes by the other one's name
    (CANONICAL.format("https://agency.example/1") + OG_URL.format("https://quaynews.co.uk/2")
     + NAME.format("The Agency"), None, "agency.example"),
    (CANONICAL.format("https://agency.example/1"), "http://localhost:8000/1", None),
    ('<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://quaynews.ie/1"}}'
     "</script>", None, "quaynews.ie"),
    (NAME.format("Quay News"), None, None),
    (CANONICAL.format("/1"), None, None),
])
def test_the_outlet_is_that_of_the_address(head: str, url: str | None, outlet: str | None):
    assert facts(head, url=url).outlet == outlet


@pytest.mark.parametrize("head, links, outlet", [
    ("<title>Pier shut | Quay News</title>", 3 * ["https://www.quaynews.ie/about"], "quaynews.ie"),
    ("<title>Pier shut | Quay News</title>", 2 * ["https://www.quaynews.ie/about"], None),
    ("<title>Pier shut | Quay News</title>", 9 * ["https://board.example/"], None),
    ("<title>Pier shut [quay.net]</title><link rel=alternate href='https://quay.net/feed'>", [], "quay.net"),
    ("<title>Pier shut</title><link rel=alternate href='https://quay.net/feed'>", [], None),
])
def test_a_page_without_an_address_is_of_whom_it_links_to_if_it_goes_by_that_name(head: str, links: list[str],
                                                                                 outlet: str | None):
    assert facts(head, "".join(f"<a href='{link}'>more</a>" for link in links)).outlet == outlet


@pytest.mark.parametrize("graph, printed", [
    ('{"@type":"NewsArticle","publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Quay News"}',
     "Quay News"),
    ('{"@type":"NewsArticle","publisher":{"@id":"#x"}},{"@type":"Organization","@id":"#o","name":"Quay News"}', None),
    ('{"@type":"NewsArticle"},{"@type":"WebSite","name":"Quay News"}', "Quay News"),
    ('{"@type":"NewsArticle"},{"@type":"Organization","name":"Harbour Board"}', None),
])
def test_a_name_elsewhere_in_the_data(graph: str, printed: str | None):
    data = f'<script type="application/ld+json">{{"@graph":[{graph}]}}</script>'
    assert facts(data).printed == printed


@pytest.mark.parametrize("data", [
    "{", "[[[[[[", '{"@type":', "null", "7", '"text"', "[]", '{"@graph": 3}', '{"@type":"NewsArticle","headline":["", '
                                                                              '{}]}',
    "[" * 5000, '{"@type":["Thing",null,7]}',
     '{"@type":"NewsArticle","author":7,"publisher":[],"datePublished":"soon"}',
     "",
    '{"@type":"WebPage","name":"No headline"}', '{"@type":"Recipe","headline":"Soup"}',
])
def test_broken_or_other_data_is_passed_over(data: str):
    assert facts(f'<script type="application/ld+json">{data}</script>{OG}').title == "From tags"


@pytest.mark.parametrize("author", ["https://facebook.com/quaynews", "  "])
def test_an_address_is_no_author(author: str):
    assert facts(f'<meta property="article:author" content="{author}">').byline is None
