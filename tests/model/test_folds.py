"""Folds: many publishers are held back whole, few are not."""

from __future__ import annotations

from quotes.model.folds import FOLDS, MANY, fold_numbers
from quotes.model.gold_corpus import GoldArticle


def articles(publishers: list[str]) -> list[GoldArticle]:
    return [GoldArticle(f"a{n}", "Rain.", (), publisher) for n, publisher in enumerate(publishers)]


def test_few_publishers_go_in_turns():
    assert fold_numbers(articles(["one", "two"] * 4)) == [0, 1, 2, 3, 4, 0, 1, 2]
    assert fold_numbers([]) == []


def test_many_publishers_are_held_back_whole_and_evenly():
    found = articles([f"p{n % MANY}" for n in range(4 * MANY)])
    numbers = fold_numbers(found)
    of = {article.publisher: number for article, number in zip(found, numbers, strict=True)}
    assert all(of[article.publisher] == number for article, number in zip(found, numbers, strict=True))
    assert {numbers.count(fold) for fold in range(FOLDS)} == {4 * MANY // FOLDS}
