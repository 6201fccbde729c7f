"""What a caller may send."""

from __future__ import annotations

import pytest

from quotes.records.document import Article
from quotes.schemas.extraction import MEMBERS, ArticleSchema


@pytest.mark.parametrize("body, article", [
    ({"text": "a"}, Article(text="a")),
    ({"text": ""}, Article(text="")),
    ({"html": "<p>a"}, Article(html="<p>a")),
    ({"text": "a", "html": None}, Article(text="a")),
    ({"text": "a", "title": "t", "publisher": "p", "byline": "b", "language": "en", "url": "https://a.example",
      "published_at": "2024-12-08"},
     Article(text="a", title="t", publisher="p", byline="b", language="en", url="https://a.example",
             published_at="2024-12-08")),
])
def test_articles(body, article):
    assert ArticleSchema().load(body) == article


@pytest.mark.parametrize("body, field", [
    ({}, "_schema"),
    ({"text": None}, "_schema"),
    ({"text": "a", "html": "b"}, "_schema"),
    ([], "_schema"),
    ({"text": "a", "id": "d1"}, "id"),
    ({"text": "a", "Text": "a"}, "Text"),
    ({"text": "a", "title": "t" * 1001}, "title"),
    ({"text": "a", "publisher": "t" * 301}, "publisher"),
    ({"text": "a", "byline": "t" * 501}, "byline"),
    ({"text": "a", "url": "https://a.example/" + "t" * 2000}, "url"),
])
def test_what_is_refused(body, field):
    assert field in ArticleSchema().validate(body)


def test_every_member_is_named_to_who_gets_one_wrong():
    assert set(MEMBERS) == set(ArticleSchema().fields)
