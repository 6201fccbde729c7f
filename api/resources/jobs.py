"""/v1/jobs: work that goes on after its request was answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from flask import Response, jsonify, stream_with_context

from quotes.api.http.access_control import current_key, needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.pagination import listing, page_request
from quotes.api.http.request_context import current_store, public
from quotes.api.jobs.preferences import ASYNC
from quotes.collection.jobs import jobs as own_jobs
from quotes.records.job import Job
from quotes.schemas.batch import BatchResultSchema
from quotes.schemas.jobs.job import JobListSchema, JobResultsQuerySchema, JobSchema
from quotes.schemas.pagination import PageQuerySchema

jobs = Resources("jobs", __name__, url_prefix="/v1/jobs", description="Work that goes on after its answer.")
LIST = "jobs"
NDJSON = "application/x-ndjson"
AT_ONCE = 500  # results
LOOK_AGAIN = "2"  # seconds
SCHEMA = JobSchema()
WAIT = {"Retry-After": {"description": "After how many seconds to look again, while the job has not ended.",
                        "schema": {"type": "integer"}}}
BEGUN = {**WAIT, "Location": {"description": "The job's address.", "schema": {"type": "string", "format": "uri"}},
         "Preference-Applied": {"description": f"{ASYNC}.", "schema": {"type": "string"}}}


@jobs.route("")
@jobs.arguments(PageQuerySchema, location="query")
@jobs.response(200, JobListSchema)
@needs("key")
def list_jobs(query: dict[str, Any]) -> Any:
    """List the jobs that the key began, the latest first; with an admin's key, everybody's."""
    found, headers = listing(LIST, own_jobs.seen_jobs(current_store(), current_key(), page_request(LIST, query)))
    return found, {**headers, "Cache-Control": "no-store"}


@jobs.route("/<job:id>")
@jobs.response(200, JobSchema, headers=WAIT)
@jobs.alt_response(404, "NOT_FOUND")
@needs("key")
def show_job(id: str) -> Any:
    """Show how far a job is, or how it ended.

    Only the key that began it sees it, and admins. Jobs are forgotten seven days after their end.
    """
    job = _seen(id)
    return job, headers_of(job)


@jobs.route("/<job:id>", methods=["DELETE"])
@jobs.response(200, JobSchema)
@jobs.alt_response(404, "NOT_FOUND")
@jobs.alt_response(409, "CONFLICT")
@needs("key")
def cancel_job(id: str) -> Job:
    """Cancel a job; what is done of it stays.

    A job that is cancelled already is answered in the same way. 409: it is done, or has failed.
    """
    return own_jobs.cancel_job(current_store(), _seen(id), datetime.now(UTC))


@jobs.route("/<job:id>/results")
@jobs.arguments(JobResultsQuerySchema, location="query")
@jobs.response(200, BatchResultSchema, content_type=NDJSON, headers=WAIT,
               description="One result a line, in order, so far")
@jobs.alt_response(404, "NOT_FOUND")
@needs("key")
def list_results(query: dict[str, Any], id: str) -> Response:
    """List what came of a job so far, one result a line, in order, as the answer without a job has them."""
    job = _seen(id)
    return Response(stream_with_context(_results(job, query["after"])), content_type=NDJSON, headers=headers_of(job))


def headers_of(job: Job) -> dict[str, str]:
    """The headers of an answer about a job, which may be another one in a moment."""
    return {"Cache-Control": "no-store", **({"Retry-After": LOOK_AGAIN} if job.is_open else {})}


def begun(job: Job) -> Response:
    """The answer to a request whose work goes on as a job."""
    response = jsonify(SCHEMA.dump(job))
    response.status_code = 202
    response.headers.update({**headers_of(job), "Location": public(f"/v1/jobs/{job.id}"), "Preference-Applied": ASYNC})
    return response


def _results(job: Job, after: int) -> Iterator[str]:
    """What is answered of a job, a few hundred lines at a time; not what is answered meanwhile."""
    while after < job.done:
        some = current_store().answers(job.id, after, min(AT_ONCE, job.done - after))
        if not some:
            return
        yield "".join(f"{answer}\n" for answer in some)
        after += len(some)


def _seen(id: str) -> Job:
    return own_jobs.seen_job(current_store(), current_key(), id)
