"""Jobs taken in, looked at and cancelled, and cleared away once they are over."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import Value, fn

from quotes.records.job import Job as JobRecord
from quotes.records.job import JobItem as ItemRecord
from quotes.store.contract.jobs import Lease
from quotes.store.contract.store import Page, PageRequest
from quotes.store.engine.engine import select
from quotes.store.jobs.job_rows import COLUMNS, LETTER, QUEUED, is_free, job_number, read_job
from quotes.store.quotes.pagination import one_part, page
from quotes.store.store_part import Part
from quotes.store.tables.jobs import Job, JobItem
from quotes.store.tables.rows import id_of

CLEARED = 20  # items in one transaction, each as long as a body may be


class JobPart(Part):
    """Jobs, before and after somebody works on them."""

    def add_job(self, kind: str, owner: str, made_at: str, lease: Lease) -> str:
        """Note a job whose items are still to come; its id. It is seen by nobody until it is queued."""
        row = {"kind": kind, "state": "queued", "owner": owner, "done": 0, "made_at": made_at, "holder": lease.holder,
               "leased_until": lease.until, "deaths": 0}
        with self.engine.writing():
            (number,) = self.engine.add_numbered(Job, [row])
        return id_of(LETTER, number)

    def add_items(self, id: str, items: Sequence[ItemRecord], lease: Lease) -> bool:
        """Add items to a job that is not queued yet; False if it is gone, because that took too long."""
        number = job_number(id)
        rows = [{"job": number, "place": item.place, "line": item.line, "data": item.data} for item in items]
        with self.engine.writing():
            if not self.engine.run(Job.select(Job.id).where(Job.id == number, ~QUEUED)):
                return False
            self.engine.add(JobItem, rows)
            self.engine.run(Job.update(leased_until=lease.until).where(Job.id == number))
        return True

    def queue_job(self, id: str) -> JobRecord | None:
        """Let a job be worked on, now that all of its items are there; None if it is gone."""
        number = job_number(id)
        with self.engine.writing():
            ((total,),) = self.engine.run(JobItem.select(fn.COUNT(JobItem.id)).where(JobItem.job == number))
            self.engine.run(Job.update(total=total, holder=None, leased_until=None).where(Job.id == number, ~QUEUED))
            return self.job(id)

    def remove_job(self, id: str) -> None:
        """Leave a job to be cleared away whose items did not all come."""
        with self.engine.writing():
            self.engine.run(Job.update(leased_until=0).where(Job.id == job_number(id), ~QUEUED))

    def open_jobs(self, owner: str) -> int:
        """How many jobs of a key have not ended."""
        query = Job.select(fn.COUNT(Job.id)).where(Job.owner == owner, Job.ended_at.is_null())
        ((count,),) = self.engine.run(query)
        return int(count)

    def job(self, id: str) -> JobRecord | None:
        """The job with this id, whosever it is, or None."""
        query = Job.select(*COLUMNS.values()).where(Job.id == job_number(id), QUEUED)
        rows = select(self.engine, COLUMNS, query)
        return read_job(rows[0]) if rows else None

    def jobs(self, owner: str | None, wanted: PageRequest) -> Page[JobRecord]:
        """Jobs of a key or of all, the latest first."""
        query = Job.select(*COLUMNS.values()).where(QUEUED)
        query = query if owner is None else query.where(Job.owner == owner)
        query = one_part(query, Job.id, Job.id, wanted, wanted.cursor.number if wanted.cursor else None)
        rows = select(self.engine, COLUMNS, query)
        return page(rows, wanted, "id", lambda kept: [read_job(row) for row in kept])

    def cancel_job(self, id: str, at: str) -> None:
        """Cancel a job, whoever works on it; nothing where it has ended."""
        with self.engine.writing():
            self.engine.run(Job.update(state="cancelled", ended_at=at, holder=None, leased_until=None).where(
                Job.id == job_number(id), QUEUED, Job.ended_at.is_null()))

    def answers(self, id: str, after: int, most: int) -> tuple[str, ...]:
        """What came of a job's items after a place, one line each, in order; up to `most`."""
        query = JobItem.select(JobItem.answer).where(
            JobItem.job == job_number(id), JobItem.place > after, JobItem.answer.is_null(False))
        return tuple(answer for (answer,) in self.engine.run(query.order_by(JobItem.place).limit(most)))

    def clear_jobs(self, ended_before: str, now: float) -> bool:
        """Delete a few items that nobody needs, or the jobs that have none left; whether there may be more."""
        over = (Job.ended_at < ended_before) | (~QUEUED & is_free(now))
        undone = fn.EXISTS(JobItem.select(JobItem.id).where(JobItem.job == Job.id, JobItem.place > Job.done))
        found = self.engine.run(Job.select(Job.id, Value(0)).where(over).limit(1)) or self.engine.run(
            Job.select(Job.id, Job.done).where(Job.ended_at.is_null(False), undone).limit(1))
        if not found:
            return False
        number, done = found[0]
        unneeded = JobItem.select(JobItem.id).where(JobItem.job == number, JobItem.place > done).limit(CLEARED)
        with self.engine.writing():
            items = [item for (item,) in self.engine.run(unneeded)]
            if items:
                self.engine.run(JobItem.delete().where(JobItem.id.in_(items)))
            else:
                self.engine.run(Job.delete().where(Job.id == number))
        return True
