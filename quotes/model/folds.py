"""Folds: which articles are held back together when weights are learned without them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotes.model.gold_corpus import GoldArticle

FOLDS = 5
MANY = 5 * FOLDS  # publishers from which on each is held back as a whole


def fold_numbers(articles: Sequence[GoldArticle]) -> list[int]:
    """The fold of each article: those of one publisher together if there are many publishers, else in turns."""
    sizes = Counter(article.publisher for article in articles)
    if len(sizes) < MANY:
        return [number % FOLDS for number in range(len(articles))]
    filled, of_publisher = [0] * FOLDS, dict[str, int]()
    for publisher, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = of_publisher[publisher] = filled.index(min(filled))
        filled[fold] += size
    return [of_publisher[article.publisher] for article in articles]
