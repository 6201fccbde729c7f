"""Articles read for a request: by the pipeline, one after another, and counted.

Threads of one process that read at the same time share one core all the same, and hand it over at every match of a
pattern, hundreds of times an article: together they were three times slower than in turn (make bench-rest). Long
articles have turns of their own, so that nobody waits seconds for a few milliseconds.
"""

from __future__ import annotations

import time
from threading import Lock

from api.metrics import count_reading
from quotes import pipeline
from quotes.records import Article, Reading

LONG = 100_000  # characters, which take about a tenth of a second
_SHORT_TURN, _LONG_TURN = Lock(), Lock()


def read_document(article: Article) -> Reading:
    """Everything found in an article; how long it took goes to the metrics."""
    size = len(article.html if article.text is None else article.text)
    with _LONG_TURN if size > LONG else _SHORT_TURN:
        began = time.perf_counter()
        reading = pipeline.read_document(article)
        took = time.perf_counter() - began
    count_reading(reading, took)
    return reading
