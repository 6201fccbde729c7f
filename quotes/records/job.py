"""Jobs: work that goes on after its request was answered, one item after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

JobState = Literal["queued", "running", "done", "failed", "cancelled"]
OPEN: tuple[JobState, ...] = ("queued", "running")


@dataclass(frozen=True, slots=True)
class Job:
    """Work on `total` items, of which `done` are answered; `owner` is the prefix of the key that began it.

    `problem` says why a job failed. An item that cannot be used is no failure of the job, but has that as its result.
    """

    id: str
    kind: str
    state: JobState
    done: int
    total: int
    owner: str
    made_at: str
    ended_at: str | None = None
    problem: Mapping[str, Any] | None = None

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class JobItem:
    """One item of a job: its place, from 1; the line where it stood; its bytes, None where these were too many."""

    place: int
    line: int
    data: bytes | None
