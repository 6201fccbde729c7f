"""Jobs worked on: by one holder at a time, under a lease that ends by itself."""

from __future__ import annotations

import json

from quotes.records.job import OPEN
from quotes.records.job import JobItem as ItemRecord
from quotes.store.contract.jobs import Claimed, JobEnd, Lease
from quotes.store.engine.engine import select
from quotes.store.jobs.job_rows import COLUMNS, QUEUED, is_free, job_number, read_job
from quotes.store.store_part import Part
from quotes.store.tables.jobs import Job, JobItem


class JobLeasePart(Part):
    """Jobs on which somebody works."""

    def claim_job(self, lease: Lease) -> Claimed | None:
        """The oldest job on which nobody works, from now on under this lease; None where there is none.

        A job that this holder has already is free to it: it lost its way over a failure. It is looked before anything
        is written, because that is asked all the time.
        """
        free = is_free(lease.now) | (Job.holder == lease.holder)
        open_ = Job.ended_at.is_null() & QUEUED & free
        columns = {**COLUMNS, "holder": Job.holder, "deaths": Job.deaths}
        query = Job.select(*columns.values()).where(open_).order_by(Job.id).limit(1)
        if not select(self.engine, columns, query):
            return None
        with self.engine.writing():
            rows = select(self.engine, columns, query)
            if not rows:
                return None
            row = rows[0]
            deaths = row["deaths"] + (row["holder"] not in (None, lease.holder))
            self.engine.run(Job.update(state="running", holder=lease.holder, leased_until=lease.until,
                                       deaths=deaths).where(Job.id == row["id"]))
        return Claimed(read_job({**row, "state": "running"}), deaths)

    def next_item(self, id: str) -> ItemRecord | None:
        """The first item of a job that is not answered; None where all are."""
        query = JobItem.select(JobItem.place, JobItem.line, JobItem.data).join(Job).where(
            Job.id == job_number(id), JobItem.place == Job.done + 1)
        rows = self.engine.run(query)
        if not rows:
            return None
        place, line, data = rows[0]
        return ItemRecord(place, line, None if data is None else bytes(data))

    def answer_item(self, id: str, place: int, answer: str, lease: Lease) -> bool:
        """Keep an item's answer, which is one line, and renew the lease; what the item was is forgotten.

        False, and nothing is kept, where the job is not this holder's any more, or that item is not the next one.
        """
        number = job_number(id)
        with self.engine.writing():
            if self._done(number, lease) != place - 1:
                return False
            self.engine.run(Job.update(done=place, leased_until=lease.until, deaths=0).where(Job.id == number))
            self.engine.run(JobItem.update(data=None, answer=answer).where(
                JobItem.job == number, JobItem.place == place))
        return True

    def renew_lease(self, id: str, lease: Lease) -> bool:
        """Go on working on a job; False where it is not this holder's any more."""
        number = job_number(id)
        with self.engine.writing():
            if self._done(number, lease) is None:
                return False
            self.engine.run(Job.update(leased_until=lease.until).where(Job.id == number))
        return True

    def release_job(self, id: str, lease: Lease) -> None:
        """Give a job back, so that it is taken up again at once; nothing where it is not this holder's any more."""
        number = job_number(id)
        with self.engine.writing():
            if self._done(number, lease) is not None:
                self.engine.run(Job.update(state="queued", holder=None, leased_until=None).where(Job.id == number))

    def end_job(self, id: str, lease: Lease, end: JobEnd) -> bool:
        """End a job; False where it is not this holder's any more."""
        number = job_number(id)
        problem = None if end.problem is None else json.dumps(end.problem, ensure_ascii=False)
        with self.engine.writing():
            if self._done(number, lease) is None:
                return False
            self.engine.run(Job.update(state=end.state, ended_at=end.at, problem=problem, holder=None,
                                       leased_until=None).where(Job.id == number))
        return True

    def _done(self, number: int, lease: Lease) -> int | None:
        """How many items of a job are answered; None where it is not this holder's."""
        found = self.engine.run(Job.select(Job.done).where(
            Job.id == number, Job.holder == lease.holder, Job.state.in_(OPEN), QUEUED))
        return int(found[0][0]) if found else None
