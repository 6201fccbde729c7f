"""What a store knows of jobs: a part of the contract, and its records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from quotes.records.job import Job, JobItem, JobState

if TYPE_CHECKING:
    from quotes.store.contract.store import Page, PageRequest

LONGEST_LEASE = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Lease:
    """Who works on a job, and the moment from which that is so, in seconds since 1970 by the clock on the wall.

    It lasts for LONGEST_LEASE and is over before if its holder gives it back. One that ends later than that from now
    is over as well: the clock was put back, and nobody is kept out by it.
    """

    holder: str
    now: float

    @property
    def until(self) -> float:
        """When it ends unless it is renewed."""
        return self.now + LONGEST_LEASE


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job that somebody works on now, and how many died over the item that is next."""

    job: Job
    deaths: int


@dataclass(frozen=True, slots=True)
class JobEnd:
    """How a job ended, when, and if it failed, why."""

    state: JobState
    at: str
    problem: Mapping[str, Any] | None = None


class JobStore(Protocol):
    """A place where jobs are kept, with what is to be done and what came of it."""

    def add_job(self, kind: str, owner: str, made_at: str, lease: Lease) -> str:
        """Note a job whose items are still to come; its id. It is seen by nobody until it is queued."""

    def add_items(self, id: str, items: Sequence[JobItem], lease: Lease) -> bool:
        """Add items to a job that is not queued yet; False if it is gone, because that took too long."""

    def queue_job(self, id: str) -> Job | None:
        """Let a job be worked on, now that all of its items are there; None if it is gone."""

    def remove_job(self, id: str) -> None:
        """Leave a job to be cleared away whose items did not all come."""

    def open_jobs(self, owner: str) -> int:
        """How many jobs of a key have not ended."""

    def job(self, id: str) -> Job | None:
        """The job with this id, whosever it is, or None."""

    def jobs(self, owner: str | None, page: PageRequest) -> Page[Job]:
        """Jobs of a key or of all, the latest first."""

    def claim_job(self, lease: Lease) -> Claimed | None:
        """The oldest job on which nobody works, from now on under this lease; None where there is none."""

    def next_item(self, id: str) -> JobItem | None:
        """The first item of a job that is not answered; None where all are."""

    def answer_item(self, id: str, place: int, answer: str, lease: Lease) -> bool:
        """Keep an item's answer, which is one line, and renew the lease; what the item was is forgotten.

        False, and nothing is kept, where the job is not this holder's any more, or that item is not the next one.
        """

    def renew_lease(self, id: str, lease: Lease) -> bool:
        """Go on working on a job; False where it is not this holder's any more."""

    def release_job(self, id: str, lease: Lease) -> None:
        """Give a job back, so that it is taken up again at once; nothing where it is not this holder's any more."""

    def end_job(self, id: str, lease: Lease, end: JobEnd) -> bool:
        """End a job; False where it is not this holder's any more."""

    def cancel_job(self, id: str, at: str) -> None:
        """Cancel a job, whoever works on it; nothing where it has ended."""

    def answers(self, id: str, after: int, most: int) -> tuple[str, ...]:
        """What came of a job's items after a place, one line each, in order; up to `most`."""

    def clear_jobs(self, ended_before: str, now: float) -> bool:
        """Delete a few items that nobody needs, or the jobs that have none left; whether there may be more.

        Those are the jobs that ended before a moment, those whose items never all came, and what was not done of a job
        that has ended.
        """
