"""Jobs as their owners see them: begun with all of their items, looked up, cancelled."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Iterator
from datetime import datetime

from quotes.collection.access_keys import allows, written
from quotes.records.errors import Conflict, NotFound, StoreBusy
from quotes.records.job import Job, JobItem
from quotes.store.contract.jobs import Lease
from quotes.store.contract.store import Key, Page, PageRequest, Store

MOST_OPEN = 5  # jobs of one key
MOST_ITEMS, MOST_BYTES = 200, 2**20  # taken in at once, so that other writers come in between
TOO_SLOW = "The job was not taken in, because its items took too long to be kept."


def begin_job(store: Store, kind: str, owner: Key, items: Iterable[JobItem], now: datetime) -> Job:
    """Take in a job with all of its items, after which it waits for its turn.

    Conflict where the key has as many open jobs as it may. Whatever `items` raises leaves nothing behind.
    """
    receiver = secrets.token_hex(8)
    with store.writing():
        check_open(store, owner)
        job_id = store.add_job(kind, owner.prefix, written(now), Lease(receiver, time.time()))
    try:
        for some in _stretches(items):
            if not store.add_items(job_id, some, Lease(receiver, time.time())):
                raise StoreBusy(TOO_SLOW)
        job = store.queue_job(job_id)
    except BaseException:
        store.remove_job(job_id)
        raise
    if job is None:
        raise StoreBusy(TOO_SLOW)
    return job


def check_open(store: Store, owner: Key) -> None:
    """Conflict where a key has as many jobs that have not ended as it may."""
    if store.open_jobs(owner.prefix) >= MOST_OPEN:
        raise Conflict(f"A key has at most {MOST_OPEN} jobs that have not ended; wait for one of them, or cancel it.")


def seen_job(store: Store, by: Key, id: str) -> Job:
    """A job of one's own, or for an admin anybody's; NotFound else, so that nobody learns what is there."""
    job = store.job(id)
    if job is None or not (job.owner == by.prefix or allows(by.scope, "admin")):
        raise NotFound("You have no job with this id.")
    return job


def seen_jobs(store: Store, by: Key, wanted: PageRequest) -> Page[Job]:
    """One's own jobs, or for an admin all, the latest first."""
    return store.jobs(None if allows(by.scope, "admin") else by.prefix, wanted)


def cancel_job(store: Store, job: Job, now: datetime) -> Job:
    """Cancel a job; what is done of it stays. Conflict where it has ended otherwise; cancelled twice is cancelled."""
    with store.writing():
        store.cancel_job(job.id, written(now))
        job = store.job(job.id) or job
    if job.state != "cancelled":
        raise Conflict(f"Job {job.id} has ended already ({job.state}); nothing of it can be cancelled.")
    return job


def _stretches(items: Iterable[JobItem]) -> Iterator[list[JobItem]]:
    some: list[JobItem] = []
    size = 0
    for item in items:
        some.append(item)
        size += len(item.data or b"")
        if len(some) >= MOST_ITEMS or size >= MOST_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some
