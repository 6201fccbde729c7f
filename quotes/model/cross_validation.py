"""Cross-validation: how well the weights do on articles that they were not learned from.

Articles go to folds in turn. Those of each fold are read with weights, calibration included, that were learned from the
other folds alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from quotes import languages
from quotes.attribution.attributor import Attributor
from quotes.model.evaluation import Evaluation, evaluate
from quotes.model.gold_corpus import GoldArticle
from quotes.model.training import FOLDS, train
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


def cross_validate(articles: Sequence[GoldArticle], language: str, read: Reader,
                   jobs: int = 1) -> Iterator[Evaluation]:
    """The evaluation of each fold, in order; `read` is handed each article with the weights of its fold.

    With several jobs `read` must be something that other processes can be sent.
    """
    if jobs == 1:
        yield from (_fold(articles, language, read, fold) for fold in range(FOLDS))
        return
    with ProcessPoolExecutor(min(jobs, FOLDS), mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(_fold, articles, language, read, fold) for fold in range(FOLDS)]
        yield from (future.result() for future in waiting)


def _fold(articles: Sequence[GoldArticle], language: str, read: Reader, fold: int) -> Evaluation:
    outside = [article for number, article in enumerate(articles) if number % FOLDS != fold]
    attributor = Attributor(train(outside, languages.load(language), VERSION))
    return evaluate((article, read(article, attributor)) for article in articles[fold::FOLDS])
