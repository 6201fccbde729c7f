"""Gold corpora: reading them, and what a quotation has to do with what is marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.model.gold_corpus import GoldArticle, GoldAttribution, covered, points_at, read_corpus
from quotes.records.errors import InvalidInput
from quotes.records.spans import Span

LINE = {"id": "a1", "text": "Reed said “no.”", "attributions": [
    {"id": "E1", "source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 15]]}]}


def written(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8")
    return path


def test_a_corpus_is_read_line_by_line(tmp_path: Path):
    nobody = {"id": 2, "text": "“No.”", "attributions": [{"id": "E1", "source": [], "content": [[0, 5]]}]}
    assert read_corpus(written(tmp_path, LINE, "", nobody)) == [
        GoldArticle("a1", "Reed said “no.”", (GoldAttribution("E1", (Span(0, 4),), (Span(10, 15),)),)),
        GoldArticle("2", "“No.”", (GoldAttribution("E1", (), (Span(0, 5),)),))]


def test_an_empty_corpus_has_no_articles(tmp_path: Path):
    assert read_corpus(written(tmp_path, "", "  ")) == []


@pytest.mark.parametrize("line", [
    "no JSON",
    "[]",
    {"id": "a1", "text": "x"},
    {"text": "x", "attributions": []},
    {"id": "a1", "text": "x", "attributions": [{"id": "E1", "source": [[0]], "content": []}]},
    {"id": "a1", "text": "x", "attributions": [{"id": "E1", "source": [["a", "b"]], "content": []}]},
    {"id": "a1", "text": "x", "attributions": [{"id": "E1", "content": []}]},
])
def test_a_line_that_is_no_article_is_named_by_its_number(tmp_path: Path, line: object):
    with pytest.raises(InvalidInput, match=r"gold\.jsonl, line 2"):
        read_corpus(written(tmp_path, LINE, line))


@pytest.mark.parametrize("stretch, spans, share", [
    (Span(0, 10), [], 0.0),
    (Span(0, 10), [Span(0, 10)], 1.0),
    (Span(0, 10), [Span(2, 4), Span(6, 20)], 0.6),
    (Span(0, 10), [Span(10, 20)], 0.0),
])
def test_how_much_of_a_stretch_is_covered(stretch: Span, spans: list[Span], share: float):
    assert covered(stretch, spans) == pytest.approx(share)


@pytest.mark.parametrize("start, end, source, points", [
    (0, 8, [Span(0, 8)], True),
    (0, 8, [Span(6, 20)], True),  # a quarter
    (0, 8, [Span(7, 20)], False),
    (0, 8, [Span(8, 20)], False),
    (0, 8, [], False),
    (0, 8, [Span(0, 1), Span(7, 9)], True),
])
def test_evidence_points_at_a_source_with_a_quarter_of_it(start: int, end: int, source: list[Span], points: bool):
    assert points_at(start, end, source) is points


@pytest.mark.parametrize("stretch, found", [
    (Span(0, 10), "E1"), (Span(0, 19), "E1"), (Span(0, 20), None), (Span(12, 30), "E2"), (Span(40, 50), None)])
def test_a_stretch_belongs_to_the_attribution_that_has_more_than_half_of_it(stretch: Span, found: str | None):
    article = GoldArticle("a1", "x" * 60, (
        GoldAttribution("E1", (), (Span(0, 10),)), GoldAttribution("E2", (), (Span(20, 30),))))
    belongs = article.attribution_of(stretch)
    assert (belongs.id if belongs else None) == found


def test_without_attributions_nothing_belongs_to_any():
    assert GoldArticle("a1", "x", ()).attribution_of(Span(0, 1)) is None
