"""/v1/documents/batch: many articles, a JSON object a line, each kept as it comes and answered on a line of its own.

`quotes serve` hands a batch over when all of it is there; each line is answered before the next is looked at. A result
is short, since it may wait for a caller who reads slowly; that is also why there is a most of lines.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from flask import Response, current_app, request, stream_with_context
from werkzeug.exceptions import HTTPException

from quotes.api.description.examples import ARTICLE
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.metrics import meters
from quotes.api.http.problems import Fault, Problem, as_problem, content_of, late
from quotes.api.http.request_context import current_settings, current_store
from quotes.api.http.request_input import faults_of, invalid, read_value, refuse_compressed, says_utf8
from quotes.api.resources.article_reading import read_document
from quotes.collection.ingestion import keep
from quotes.records.errors import QuotesError
from quotes.schemas.batch import BatchResultSchema
from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.json_lines import Bytes, Line, corpus_lines, json_line

batch = Resources("batch", __name__, url_prefix="/v1", description="Articles as they are kept.")
NDJSON = "application/x-ndjson"
MOST_LINES = 10_000
NOTHING = -1  # the limit of a line that never came
ANY_SIZE = 2**62  # each line has the limit that a body has elsewhere; all of them together need none
ARTICLES = ArticleSchema()
LINES = {"description": "An article a line, as POST /v1/documents takes one.", "required": True,
         "content": {NDJSON: {"schema": {"type": "string", "description": "One article on each line."},
                              "example": json.dumps(ARTICLE, ensure_ascii=False) + "\n"}}}


@batch.route("/documents/batch", methods=["POST"])
@batch.doc(requestBody=LINES)
@batch.response(200, BatchResultSchema, content_type=NDJSON,
                description="One result a line, in order: what became of each line")
@batch.alt_response(401, "UNAUTHORIZED")
@batch.alt_response(403, "FORBIDDEN")
@batch.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@needs("write")
def keep_articles() -> Response:
    """Read and keep many articles, sent and answered as JSON Lines.

    Needs a key with the scope write. A line that cannot be read is reported by its number and does not stop the others.
    """
    if request.mimetype not in (NDJSON, "application/jsonl") or not says_utf8(request):
        raise Problem("wrong-type", f"Send the body as Content-Type: {NDJSON}, in UTF-8, a JSON object a line.")
    refuse_compressed(request)
    request.max_content_length = ANY_SIZE
    return Response(stream_with_context(_results(_body())), content_type=NDJSON)


def _body() -> Bytes:
    """The body, a line at a time as it arrives, where the server tells its end; else by its announced length."""
    if request.environ.get("wsgi.input_terminated"):
        arriving: Bytes = request.environ["wsgi.input"]
        return arriving
    return io.BufferedReader(request.stream)  # type: ignore[arg-type]  # the stream is raw, whatever its type says


def _results(body: Bytes) -> Iterator[str]:
    for count, line in enumerate(_arriving(body), 1):
        if count > MOST_LINES:
            error = Problem("too-large", f"At most {MOST_LINES} lines are read at once; send the rest in another.")
            yield _written(line, {"status": error.code, "problem": content_of(error)})
            return
        yield _written(line, _result(line))


def _arriving(body: Bytes) -> Iterator[Line]:
    """The lines as they arrive; a last one without data where the rest does not."""
    limit = current_settings().max_bytes
    line = Line(0, 0, b"", limit)
    try:
        for line in corpus_lines(body, limit):
            yield line
    except BlockingIOError:
        yield Line(line.number + 1, line.end, None, NOTHING)


def _written(line: Line, result: dict[str, Any]) -> str:
    return json_line({"line": line.number, **result}) + "\n"


def _result(line: Line) -> dict[str, Any]:
    """What becomes of one line; whatever is wrong with it is its result, and the next one goes on."""
    try:
        return _kept(line)
    except HTTPException as error:
        return {"status": error.code, "problem": content_of(error)}
    except Exception as error:
        current_app.log_exception((type(error), error, error.__traceback__))
        return {"status": 500, "problem": content_of(Problem("internal", "This line could not be read."))}


def _kept(line: Line) -> dict[str, Any]:
    if line.limit == NOTHING:
        raise late()
    if line.data is None:
        raise Problem("too-large", f"A line has at most {line.limit} bytes.")
    value = read_value(line.data, "line")
    if not isinstance(value, dict):
        raise invalid([Fault("The line must be one JSON object.", pointer="#")])
    if found := ARTICLES.validate(value):
        raise invalid(list(faults_of({"json": found})))
    try:
        reading = read_document(ARTICLES.load(value))
        kept = keep(current_store(), reading)
    except QuotesError as error:
        raise as_problem(error) from error
    meters().kept.labels(kept.outcome).inc()
    return {"status": 201 if kept.outcome == "new" else 200, "outcome": kept.outcome, "id": kept.document.id,
            "quotes": len(reading.quotes), "warnings": [warned.code for warned in reading.warnings]}
