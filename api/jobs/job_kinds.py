"""The kinds of jobs that there are, and what works on them."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder

from quotes.api.http.request_context import context_of
from quotes.api.jobs.articles import ArticleJobs
from quotes.collection.jobs.job_kinds import JobKind
from quotes.collection.jobs.job_work import Work
from quotes.records.job import Job

KINDS: dict[str, JobKind] = {kind.name: kind for kind in (ArticleJobs(),)}
LOG = logging.getLogger("quotes.jobs")


def job_work(app: Flask, rests: Callable[[float], bool]) -> Work:
    """Work on the jobs of an application; `rests` waits for some seconds, and is true once the process ends."""

    context = context_of(app)

    def around(job: Job) -> AbstractContextManager[Any]:
        """A request that stands for the job's, to which problems and failures belong."""
        return app.request_context(EnvironBuilder(f"/v1/jobs/{job.id}", context.settings.public_url).get_environ())

    return Work(context.store, KINDS, secrets.token_hex(8), around, _tell, rests)


def _tell(what: str, job: Job) -> None:
    LOG.info(what, extra={"fields": {"job": job.id, "kind": job.kind, "state": job.state, "done": job.done,
                                     "total": job.total, "key": job.owner}})
