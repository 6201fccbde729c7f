"""The kind of job that reads and keeps articles, one a line, as POST /v1/documents/batch does."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from quotes.api.http.metrics import count_reading
from quotes.api.http.problems import Problem, content_of
from quotes.api.http.request_context import current_readers, current_settings, current_store
from quotes.api.jobs.article_lines import article_in, kept_result, refused_result
from quotes.collection.ingestion import keep
from quotes.collection.jobs.job_kinds import Finish, IsOver
from quotes.records.job import JobItem
from quotes.schemas.json_lines import json_line

FAILURE = "This line could not be read."


class ArticleJobs:
    """Articles read by processes apart, like long ones of requests, and kept."""

    name = "articles"

    def begin(self, item: JobItem, is_over: IsOver) -> Finish:
        """Read the article on a line."""
        article = article_in(item.data, current_settings().max_bytes)
        began = time.perf_counter()
        reading = current_readers().read(article, is_over)
        count_reading(reading, time.perf_counter() - began)

        def finish() -> str:
            return _written(item, kept_result(keep(current_store(), reading), reading))

        return finish

    def refused(self, item: JobItem, error: Exception) -> str:
        """The result of a line that could not be kept."""
        return _written(item, refused_result(error, FAILURE))

    def problem(self, detail: str) -> Mapping[str, Any]:
        """Why the whole failed."""
        return content_of(Problem("internal", detail))


def _written(item: JobItem, result: dict[str, Any]) -> str:
    return json_line({"line": item.line, **result})
