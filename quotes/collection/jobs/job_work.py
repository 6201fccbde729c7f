"""Work on jobs: one after the other, item by item, until there is none or the process ends.

An item is answered in the transaction that keeps what came of it, so that a process may die at any moment: whoever
takes the job up again goes on with the next item. Between two items other writers have their turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from quotes.collection.access_keys import written
from quotes.collection.jobs.job_kinds import Finish, JobKind
from quotes.records.errors import CallerGone, ReadersBusy, StoreBusy, StoreError
from quotes.records.job import Job, JobItem
from quotes.store.contract.jobs import JobEnd, Lease
from quotes.store.contract.store import Store

RENEWED_EVERY = 3.0  # seconds, while one item is worked on
TRIED_AGAIN = 0.5  # seconds after all readers were busy
MOST_DEATHS = 3  # over one item, after which it is not tried again
KEPT_FOR = timedelta(days=7)  # after a job's end
ENDED_EACH_TIME = "The process that worked on it ended {} times over the same item, so that it was given up there."
UNKNOWN = "This version of the program does not know jobs of the kind “{}”."


class JobLost(Exception):
    """A job is somebody else's by now, or was cancelled: nothing more is written for it."""


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody who works on jobs has: a store, the kinds that there are, and a name that nobody else has.

    `around` is what a job's work needs around it, `told` hears of the begin and the end of each. `rests` waits for some
    seconds; true once the process ends.
    """

    store: Store
    kinds: Mapping[str, JobKind]
    holder: str
    around: Callable[[Job], AbstractContextManager[object]]
    told: Callable[[str, Job], None]
    rests: Callable[[float], bool]
    clock: Callable[[], float] = time.time

    @property
    def lease(self) -> Lease:
        """A lease from now on."""
        return Lease(self.holder, self.clock())

    @property
    def is_stopped(self) -> bool:
        """Whether the process ends."""
        return self.rests(0)


def work(on: Work) -> bool:
    """Take up the oldest job and work on it until it ends or the process does; False where there is none."""
    claimed = on.store.claim_job(on.lease)
    if claimed is None:
        return False
    job = claimed.job
    on.told("a job began", job)
    with on.around(job):
        kind = on.kinds.get(job.kind)
        end: JobEnd | None
        if kind is None:
            end = _failed(on, next(iter(on.kinds.values())), UNKNOWN.format(job.kind))
        elif claimed.deaths >= MOST_DEATHS:
            end = _failed(on, kind, ENDED_EACH_TIME.format(claimed.deaths))
        else:
            end = _worked(on, kind, job)
        if end is None:
            on.store.release_job(job.id, on.lease)
        else:
            on.store.end_job(job.id, on.lease, end)
    on.told("a job ended" if end else "a job was left", on.store.job(job.id) or job)
    return True


def clear(on: Work) -> bool:
    """Delete a little of what nobody needs of jobs any more; whether there may be more."""
    before = datetime.fromtimestamp(on.clock(), UTC) - KEPT_FOR
    return on.store.clear_jobs(written(before), on.clock())


def _failed(on: Work, kind: JobKind, detail: str) -> JobEnd:
    return JobEnd("failed", _moment(on), kind.problem(detail))


def _worked(on: Work, kind: JobKind, job: Job) -> JobEnd | None:
    """How a job ended; None where it goes on with somebody else, or not at all."""
    while not on.is_stopped:
        item = on.store.next_item(job.id)
        if item is None:
            return JobEnd("done", _moment(on))
        try:
            _answer(on, kind, job, item)
        except (CallerGone, JobLost):
            return None
        except (ReadersBusy, StoreBusy):
            on.rests(TRIED_AGAIN)
            if not on.store.renew_lease(job.id, on.lease):
                return None
    return None


def _answer(on: Work, kind: JobKind, job: Job, item: JobItem) -> None:
    """Do one item and keep its answer with what it wrote; JobLost where the job is not ours any more."""
    try:
        _keep(on, job, item, kind.begin(item, _watch(on, job)))
    except (CallerGone, JobLost, ReadersBusy, StoreError):
        raise
    except Exception as error:  # whatever it is, it is this item's; the kind puts it into words, and logs what is ours
        answer = kind.refused(item, error)
        _keep(on, job, item, lambda: answer)


def _keep(on: Work, job: Job, item: JobItem, finish: Finish) -> None:
    with on.store.writing():
        if not on.store.renew_lease(job.id, on.lease):  # looked at first: what is lost is not even begun
            raise JobLost(job.id)
        answer = finish()
        if not on.store.answer_item(job.id, item.place, answer, on.lease):
            raise JobLost(job.id)


def _watch(on: Work, job: Job) -> Callable[[], bool]:
    """Whether a job's work is to be given up; renews its lease while it is not."""
    renewed = [time.monotonic()]

    def is_over() -> bool:
        if on.is_stopped:
            return True
        if time.monotonic() - renewed[0] < RENEWED_EVERY:
            return False
        renewed[0] = time.monotonic()
        try:
            return not on.store.renew_lease(job.id, on.lease)
        except StoreBusy:
            return False  # it may end meanwhile, and then the answer is not kept

    return is_over


def _moment(on: Work) -> str:
    return written(datetime.fromtimestamp(on.clock(), UTC))
