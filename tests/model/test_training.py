"""Training: the same corpus gives the same bytes, and what it shows is learned."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from quotes.attribution.attributor import Attributor, Weights
from quotes.languages import load
from quotes.model.weights import write_weights
from tests.model.gold import article, gold
from tests.seen import see

pytest.importorskip("numpy", reason="training needs numpy (pip install 'quotes[train]')")
pytest.importorskip("scipy", reason="training needs scipy (pip install 'quotes[train]')")

from quotes.model.mention_training import mention_examples
from quotes.model.training import Material, train
from quotes.text.entities.recognizer import NO_ENTITY_WEIGHTS, Recognizer

ENGLISH = load("en")
NAMELESS = Recognizer(NO_ENTITY_WEIGHTS)


@cache
def trained() -> Weights:
    """The weights that the whole corpus gives."""
    return train(Material((tuple(gold()),)), ENGLISH, "own")


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path):
    write_weights(tmp_path / "one.gz", trained())
    write_weights(tmp_path / "two.gz", train(Material((tuple(gold()),)), ENGLISH, "own"))
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_another_corpus_gives_other_bytes(tmp_path: Path):
    write_weights(tmp_path / "one.gz", trained())
    write_weights(tmp_path / "two.gz", train(Material((tuple(gold()[:-8]),)), ENGLISH, "own"))
    assert (tmp_path / "one.gz").read_bytes() != (tmp_path / "two.gz").read_bytes()


LEARNED = [
    ("“They close at six,” said Mary Hale.", "Mary Hale", True),
    ("Mary Hale told Jack Orr, “The shop is shut today.”", "Mary Hale", True),
    ("The band sang “Water” on Sunday.", None, False),
]


@pytest.mark.parametrize("text, words, speech", LEARNED)
def test_what_the_corpus_shows_is_learned(text: str, words: str | None, speech: bool):
    seen = see(text)
    (belief,) = Attributor(trained()).beliefs(seen.scene, seen.tokens, seen.spans)
    assert (belief.speech > 0.5) is speech
    assert words is None or seen.words(belief.candidates[0]) == words


def test_an_example_knows_what_is_right():
    texts = [
        article(0, "“We open at nine,” said Ann Reed.", [("Ann Reed", "“We open at nine,”")]),
        article(1, "The choir sang “Barley” on Sunday.", []),
    ]
    found = [example for fold, text in enumerate(texts) for example in mention_examples(text, NAMELESS, ENGLISH, fold)]
    assert [(e.fold, e.speech, e.sourced, e.right) for e in found] == [
        (0, True, True, (True,)), (1, False, False, (False,) * len(found[1].rows))]


def test_a_corpus_without_quotations_has_no_examples():
    assert mention_examples(article(0, "Rain fell.", []), NAMELESS, ENGLISH) == []
