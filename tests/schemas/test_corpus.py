"""Lines of a corpus: an article and its id, and what other corpora call the same things."""

from __future__ import annotations

from typing import Any

import pytest

from quotes.records.errors import InvalidInput
from quotes.schemas.corpus import load_article, load_line

LINE = {"id": "a1", "text": "“We open,” she said."}


@pytest.mark.parametrize(("more", "name", "value"), [
    ({"author": "Ruth Okafor"}, "byline", "Ruth Okafor"),
    ({"author": "Ruth Okafor", "byline": "Tom Reed"}, "byline", "Tom Reed"),
    ({"author": ""}, "byline", None),
    ({"author": ["Ruth Okafor"]}, "byline", None),
    ({"author": "x" * 501}, "byline", None),
    ({"published": "2024-03-01"}, "published_at", "2024-03-01"),
    ({"published": "2024-03-01", "published_at": "2024-03-02"}, "published_at", "2024-03-02"),
    ({"published": "last spring"}, "published_at", None),
    ({"published": 2024}, "published_at", None),
    ({"attributions": []}, "byline", None),
])
def test_other_names_are_taken_where_they_fit(more: dict[str, Any], name: str, value: str | None) -> None:
    identifier, article = load_line({**LINE, **more})
    assert identifier == "a1"
    assert getattr(article, name) == value


@pytest.mark.parametrize("line", [
    {"text": "No id."}, {"id": "a1"}, {"id": "a1", "text": "x", "html": "<p>x"}, {"id": 1.5, "text": "x"}, [], "x",
    {"id": "a1", "text": "x", "published_at": "last spring"}, {"id": "a1", "text": "x\0y"},
])
def test_lines_that_are_no_articles(line: object) -> None:
    with pytest.raises(InvalidInput):
        load_line(line)


def test_an_article_needs_no_id() -> None:
    assert load_article({"text": "x"}).text == "x"
