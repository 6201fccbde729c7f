"""Weights measured on articles that they were not learned from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from quotes import languages
from quotes.attribution.attributor import Attributor
from quotes.model.gold_corpus import GoldArticle, read_corpus
from quotes.model.weights import read_weights, write_weights
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from quotes.records.reading import Reading

EXTRA = "numpy and scipy are not installed; the extra `train` has them"
pytest.importorskip("numpy", reason=EXTRA)
pytest.importorskip("scipy", reason=EXTRA)

from quotes.model.cross_validation import check_enough, cross_validate  # noqa: E402  they need the extra
from quotes.model.training import Material, train  # noqa: E402  they need the extra

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-corpus.jsonl"


def material(articles: Sequence[GoldArticle] | None = None) -> Material:
    """The example corpus, or some articles, as what is learned from; names are read as the shipped weights do."""
    corpus = read_corpus(EXAMPLE) if articles is None else articles
    return Material((tuple(corpus),), entities=read_weights().entities)


def read(gold: GoldArticle, attributor: Attributor) -> Reading:
    return read_document(Article(text=gold.text), attributor)


def test_training_twice_gives_the_same_bytes(tmp_path: Path):
    written = []
    for name in ("one", "two"):
        weights = train(material(), languages.load("en"), "test")
        write_weights(tmp_path / name, weights)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    assert read_weights(tmp_path / "one").version == "test"


def test_weights_that_were_handed_in_are_the_ones_that_read():
    article = Article(text="“Nine degrees is enough,” said Ada Quill, a swimmer. “I swim,” she said.")
    weights = train(material(), languages.load("en"), "of the example")
    ours, shipped = read_document(article, Attributor(weights)), read_document(article)
    assert ours.document.engine.endswith("model of the example")
    assert [quote.text for quote in ours.quotes] == [quote.text for quote in shipped.quotes]
    assert ours.quotes[0].confidence != shipped.quotes[0].confidence


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_article_is_measured_once_in_its_fold(jobs: int):
    articles = read_corpus(EXAMPLE)
    found = list(cross_validate(material(articles), "en", read, jobs))
    assert [evaluation.articles for evaluation in found] == [2, 1, 1, 1, 1]
    measured = [{answer.article.id for answer in evaluation.answers} for evaluation in found]
    assert measured == [{articles[0].id, articles[5].id}, *({article.id} for article in articles[1:5])]


def test_a_fold_is_read_by_weights_that_never_saw_it():
    """Each fold's weights are those that training on the other folds gives, calibration included."""
    articles = read_corpus(EXAMPLE)
    used: dict[str, Attributor] = {}

    def noting(gold: GoldArticle, attributor: Attributor) -> Reading:
        used[gold.id] = attributor
        return read(gold, attributor)

    list(cross_validate(material(articles), "en", noting))
    for number in (0, 3):
        others = [article for place, article in enumerate(articles) if place % 5 != number]
        expected, weights = train(material(others), languages.load("en"), "test"), used[articles[number].id].weights
        assert (weights.mention, weights.speech) == (expected.mention, expected.speech)
        assert weights.calibration == expected.calibration


@pytest.mark.parametrize("number", [0, 1, 5])
def test_a_corpus_too_small_to_learn_from_is_refused(number: int):
    with pytest.raises(InvalidInput, match=f"Only {number} articles of this corpus have speech with a speaker"):
        check_enough(read_corpus(EXAMPLE)[:number])
    check_enough(read_corpus(EXAMPLE))
