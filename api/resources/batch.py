"""/v1/documents/batch: many articles, a JSON object a line, each kept as it comes and answered on a line of its own.

`quotes serve` hands a batch over when all of it is there; each line is answered before the next is looked at. A result
is short, since it may wait for a caller who reads slowly; that is also why there is a most of lines.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from flask import Response, request, stream_with_context

from quotes.api.description.examples import ARTICLE
from quotes.api.http.access_control import current_key, needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.problems import Problem, content_of
from quotes.api.http.request_context import current_settings, current_store
from quotes.api.http.request_input import refuse_compressed, says_utf8
from quotes.api.jobs.article_lines import article_in, kept_result, refused_result
from quotes.api.jobs.articles import FAILURE, ArticleJobs
from quotes.api.jobs.preferences import PREFER, prefers_async
from quotes.api.resources.article_reading import read_document
from quotes.api.resources.jobs import BEGUN, begun
from quotes.collection.ingestion import keep
from quotes.collection.jobs.jobs import begin_job, check_open
from quotes.records.job import JobItem
from quotes.schemas.batch import BatchResultSchema
from quotes.schemas.jobs.job import JobSchema
from quotes.schemas.json_lines import Bytes, Line, corpus_lines, json_line

batch = Resources("batch", __name__, url_prefix="/v1", description="Articles as they are kept.")
NDJSON = "application/x-ndjson"
MOST_LINES = 10_000
ANY_SIZE = 2**62  # each line has the limit that a body has elsewhere; all of them together need none
LINES = {"description": "An article a line, as POST /v1/documents takes one.", "required": True,
         "content": {NDJSON: {"schema": {"type": "string", "description": "One article on each line."},
                              "example": json.dumps(ARTICLE, ensure_ascii=False) + "\n"}}}


@batch.route("/documents/batch", methods=["POST"])
@batch.doc(requestBody=LINES, parameters=[PREFER])
@batch.response(200, BatchResultSchema, content_type=NDJSON,
                description="One result a line, in order: what became of each line")
@batch.alt_response(202, schema=JobSchema, headers=BEGUN, success=True,
                    description="With Prefer: respond-async: the job, which goes on")
@batch.alt_response(401, "UNAUTHORIZED")
@batch.alt_response(403, "FORBIDDEN")
@batch.alt_response(409, "CONFLICT")
@batch.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@batch.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@needs("write")
def keep_articles() -> Response:
    """Read and keep many articles, sent and answered as JSON Lines; or as a job, with Prefer: respond-async.

    Needs a key with the scope write. A line that cannot be read is reported by its number and does not stop the others.
    As a job it is answered with 202 once all lines are there, and the results are at the job's address. 409: the key
    has five jobs that have not ended.
    """
    if request.mimetype not in (NDJSON, "application/jsonl") or not says_utf8(request):
        raise Problem("wrong-type", f"Send the body as Content-Type: {NDJSON}, in UTF-8, a JSON object a line.")
    refuse_compressed(request)
    request.max_content_length = ANY_SIZE
    if prefers_async(request):
        check_open(current_store(), current_key())
        return begun(begin_job(current_store(), ArticleJobs.name, current_key(), _items(_body()), datetime.now(UTC)))
    return Response(stream_with_context(_results(_body())), content_type=NDJSON)


def _body() -> Bytes:
    """The body, a line at a time, where the server tells its end; else by its announced length."""
    if request.environ.get("wsgi.input_terminated"):
        whole: Bytes = request.environ["wsgi.input"]
        return whole
    return io.BufferedReader(request.stream)  # type: ignore[arg-type]  # the stream is raw, whatever its type says


def _results(body: Bytes) -> Iterator[str]:
    for count, line in enumerate(corpus_lines(body, current_settings().max_bytes), 1):
        if count > MOST_LINES:
            error = _too_many()
            yield _written(line, {"status": error.code, "problem": content_of(error)})
            return
        yield _written(line, _result(line))


def _written(line: Line, result: dict[str, Any]) -> str:
    return json_line({"line": line.number, **result}) + "\n"


def _result(line: Line) -> dict[str, Any]:
    """What becomes of one line; whatever is wrong with it is its result, and the next one goes on."""
    try:
        reading = read_document(article_in(line.data, line.limit))
        return kept_result(keep(current_store(), reading), reading)
    except Exception as error:
        return refused_result(error, FAILURE)


def _items(body: Bytes) -> Iterator[JobItem]:
    """The lines as the items of a job; a Problem where they are too many."""
    for place, line in enumerate(corpus_lines(body, current_settings().max_bytes), 1):
        if place > MOST_LINES:
            raise _too_many()
        yield JobItem(place, line.number, line.data)


def _too_many() -> Problem:
    return Problem("too-large", f"At most {MOST_LINES} lines are read at once; send the rest in another.")
