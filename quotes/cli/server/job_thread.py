"""The thread of a worker that works on jobs, beside all that answer requests."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from secrets import token_hex
from threading import Event, Thread
from typing import Any

from quotes.collection.jobs.job_work import Work, clear, work
from quotes.records.errors import StoreError

LOOKS_EVERY = 1.0  # seconds, for a job
CLEARS_EVERY = 60.0  # seconds, what nobody needs any more
AFTER_FAILURE = 5.0  # seconds
LONGEST_END = 10.0  # seconds until a job is left where it stands
LOG = logging.getLogger("quotes.jobs")


class JobThread(Thread):
    """Works on one job at a time until it is stopped; what it was at is then taken up by others at once."""

    def __init__(self, app: Any) -> None:
        super().__init__(name="jobs", daemon=True)
        from quotes.api.jobs.job_kinds import job_work

        self._stopped = Event()
        self._work: Work = job_work(app, self._stopped.wait)
        self._cleared = time.monotonic()

    def run(self) -> None:
        """Look for jobs and work on them. A store that fails is tried again; nothing of a job is lost by that."""
        while not self._stopped.is_set():
            try:
                pause = self._turn()
            except StoreError as error:
                LOG.error("the store failed a job", extra={"fields": {"reason": str(error)}})
                pause = AFTER_FAILURE
            except Exception:  # a fault of ours: the thread lives on, and the job fails after a few more of them
                LOG.exception("a job failed inside")
                self._work = replace(self._work, holder=token_hex(8))  # to be counted as one who died over it
                pause = AFTER_FAILURE
            self._stopped.wait(pause)
        self._work.store.close()

    def _turn(self) -> float:
        """Do what is to be done; how many seconds there may be nothing else."""
        if work(self._work):
            return 0.0
        if time.monotonic() - self._cleared > CLEARS_EVERY and not clear(self._work):
            self._cleared = time.monotonic()
        return LOOKS_EVERY

    def stop(self) -> None:
        """Let the present job be left, without waiting for that."""
        self._stopped.set()

    def end(self) -> None:
        """Wait until it is left."""
        self.join(LONGEST_END)
