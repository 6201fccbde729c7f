"""Articles read for a request: by the pipeline, one after another, and counted.

Threads of one process that read at the same time share one core all the same, and hand it over at every match of a
pattern, hundreds of times an article, which costs more than waiting. Long articles are read at once beside the others,
so that nobody waits for one of them.
"""

from __future__ import annotations

import time
from contextlib import nullcontext
from threading import Lock

from quotes.api.http.metrics import count_reading
from quotes.reading import pipeline
from quotes.records.document import Article
from quotes.records.reading import Reading

LONG = 100_000  # characters of text or markup; a text of so many takes up to two tenths of a second
_TURN = Lock()


def read_document(article: Article) -> Reading:
    """Everything found in an article; how long it took goes to the metrics."""
    size = len(article.text or article.html or "")
    with nullcontext() if size > LONG else _TURN:
        began = time.perf_counter()
        reading = pipeline.read_document(article)
        took = time.perf_counter() - began
    count_reading(reading, took)
    return reading
