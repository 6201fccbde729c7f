"""Jobs read from their rows."""

from __future__ import annotations

import json

from peewee import Expression, Node

from quotes.records.job import Job as JobRecord
from quotes.store.contract.jobs import LONGEST_LEASE
from quotes.store.tables.jobs import Job
from quotes.store.tables.rows import Row, id_of, number_of

LETTER = "j"
COLUMNS: dict[str, Node] = {
    "id": Job.id, "kind": Job.kind, "state": Job.state, "owner": Job.owner, "done": Job.done, "total": Job.total,
    "problem": Job.problem, "made_at": Job.made_at, "ended_at": Job.ended_at}
QUEUED = Job.total.is_null(False)  # all of its items are there


def read_job(row: Row) -> JobRecord:
    """A job that is queued, or was."""
    problem = row["problem"]
    return JobRecord(id_of(LETTER, row["id"]), row["kind"], row["state"], row["done"], row["total"], row["owner"],
                     row["made_at"], row["ended_at"], None if problem is None else json.loads(problem))


def job_number(id: str) -> int:
    """The number behind a job's id; 0, which no row has, where it is none."""
    return number_of(LETTER, id) or 0


def is_free(now: float) -> Expression:
    """The condition of jobs on which nobody works, or nobody any more."""
    found: Expression = (Job.leased_until.is_null() | (Job.leased_until <= now)
                         | (Job.leased_until > now + LONGEST_LEASE))
    return found
