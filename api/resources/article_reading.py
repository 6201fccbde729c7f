"""Articles read for a request, within the budget for one document, and counted.

Short ones are read in this process, one after another: threads that read at the same time share one core all the same,
and hand it over at every match of a pattern, hundreds of times an article, which costs more than waiting. Long ones are
read by processes apart (quotes/reading/readers/), a few at once, so that look-ups go on beside them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from flask import request

from quotes.api.http.metrics import count_reading
from quotes.api.http.request_context import current_readers
from quotes.reading import pipeline
from quotes.reading.readers.budget import SHORT, size_of
from quotes.reading.readers.reader_pool import BUSY, LONGEST_WAIT
from quotes.records.document import Article
from quotes.records.errors import ReadersBusy
from quotes.records.reading import Reading

_TURN = Lock()


def read_document(article: Article) -> Reading:
    """Everything found in an article; how long it took goes to the metrics.

    Raises TooLarge, OverBudget, ReadersBusy and CallerGone as Readers.read does, and InvalidInput.
    """
    began = time.perf_counter()
    reading = current_readers().read(article, _caller_is_gone) if size_of(article) > SHORT else _read_here(article)
    count_reading(reading, time.perf_counter() - began)
    return reading


def _read_here(article: Article) -> Reading:
    if not _TURN.acquire(timeout=LONGEST_WAIT):
        raise ReadersBusy(BUSY)
    try:
        return pipeline.read_document(article, most=current_readers().budget.quotations)
    finally:
        _TURN.release()


def _caller_is_gone() -> bool:
    """Whether the other end of the connection was closed, where the server lets that be seen."""
    is_gone: Callable[[], bool] | None = request.environ.get("waitress.client_disconnected")
    return is_gone is not None and is_gone()
