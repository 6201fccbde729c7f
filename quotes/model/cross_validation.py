"""Cross-validation: how well the weights do on articles that they were not learned from.

Those of each fold (quotes.model.folds) are read with weights, calibration included, that were learned from the other
folds alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

from quotes import languages
from quotes.attribution.attributor import Attributor
from quotes.model.evaluation import Evaluation, evaluate
from quotes.model.folds import FOLDS, fold_numbers
from quotes.model.gold_corpus import GoldArticle
from quotes.model.training import Material, train
from quotes.records.errors import InvalidInput
from quotes.records.reading import Reading

Reader = Callable[[GoldArticle, Attributor], Reading]
VERSION = "cross-validation"


def check_enough(articles: Sequence[GoldArticle]) -> None:
    """Refuse a corpus that nothing can be learned from: every fold but one must have speech with a speaker."""
    useful = sum(any(a.source and a.content for a in article.attributions) for article in articles)
    if useful <= FOLDS:
        raise InvalidInput(f"Only {useful} articles of this corpus have speech with a speaker; training needs hundreds "
                           f"and cannot begin with fewer than {FOLDS + 1}.")


def cross_validate(material: Material, language: str, read: Reader, jobs: int = 1) -> Iterator[Evaluation]:
    """The evaluation of each fold, in order; `read` is handed each article with the weights of its fold.

    With several jobs `read` must be something that other processes can be sent.
    """
    if jobs == 1:
        yield from (_fold(material, language, read, fold) for fold in range(FOLDS))
        return
    with ProcessPoolExecutor(min(jobs, FOLDS), mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(_fold, material, language, read, fold) for fold in range(FOLDS)]
        yield from (future.result() for future in waiting)


def _fold(material: Material, language: str, read: Reader, fold: int) -> Evaluation:
    numbers = [fold_numbers(corpus) for corpus in material.corpora]
    parted = [list(zip(corpus, of, strict=True)) for corpus, of in zip(material.corpora, numbers, strict=True)]
    inside = [article for corpus in parted for article, number in corpus if number == fold]
    held = {name for article in inside for name in (article.id, article.id.partition("_")[2])}
    outside = replace(
        material, tagged=tuple(tagged for tagged in material.tagged if tagged.id not in held),
        corpora=tuple(tuple(article for article, number in corpus if number != fold) for corpus in parted))
    attributor = Attributor(train(outside, languages.load(language), VERSION))
    return evaluate(((article, read(article, attributor)) for article in inside), material.names or None)
