"""Articles read for a request: by the pipeline, and counted."""

from __future__ import annotations

import time

from api.metrics import count_reading
from quotes import pipeline
from quotes.records import Article, Reading


def read_document(article: Article) -> Reading:
    """Everything found in an article; how long it took goes to the metrics."""
    began = time.perf_counter()
    reading = pipeline.read_document(article)
    count_reading(reading, time.perf_counter() - began)
    return reading
