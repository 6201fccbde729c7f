"""A line of a batch: from its bytes to an article, and from what became of it to its result."""

from __future__ import annotations

from typing import Any

from flask import current_app
from werkzeug.exceptions import HTTPException

from quotes.api.http.metrics import meters
from quotes.api.http.problems import Fault, Problem, as_problem, content_of
from quotes.api.http.request_input import faults_of, invalid, read_value
from quotes.records.document import Article
from quotes.records.errors import QuotesError
from quotes.records.reading import Reading
from quotes.schemas.extraction import ArticleSchema
from quotes.store.contract.store import Kept

ARTICLES = ArticleSchema()


def article_in(data: bytes | None, limit: int) -> Article:
    """The article on a line of at most `limit` bytes; a Problem if there is none. None stands for a longer line."""
    if data is None:
        raise Problem("too-large", f"A line has at most {limit} bytes.")
    value = read_value(data, "line")
    if not isinstance(value, dict):
        raise invalid([Fault("The line must be one JSON object.", pointer="#")])
    if found := ARTICLES.validate(value):
        raise invalid(list(faults_of({"json": found})))
    article: Article = ARTICLES.load(value)
    return article


def kept_result(kept: Kept, reading: Reading) -> dict[str, Any]:
    """The result of a line whose article was kept, which is counted."""
    meters().kept.labels(kept.outcome).inc()
    return {"status": 201 if kept.outcome == "new" else 200, "outcome": kept.outcome, "id": kept.document.id,
            "quotes": len(reading.quotes), "warnings": [warned.code for warned in reading.warnings]}


def refused_result(error: Exception, failure: str) -> dict[str, Any]:
    """The result of a line of which nothing was kept; a failure of ours is logged, and answered with `failure`."""
    if isinstance(error, QuotesError):
        error = as_problem(error)
    if not isinstance(error, HTTPException):
        current_app.log_exception((type(error), error, error.__traceback__))
        error = Problem("internal", failure)
    return {"status": error.code, "problem": content_of(error)}
