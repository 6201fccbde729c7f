"""What one thread is doing with the database."""

from __future__ import annotations

import math
import threading
import time
from pathlib import Path

from quotes.records.errors import OutOfTime


class ThreadState(threading.local):
    """Whether a thread writes, how many transactions it has kept, and when its questions must be answered."""

    writing = False
    kept = 0
    until = math.inf  # by time.monotonic()

    def refuse_late(self, path: Path) -> None:
        """OutOfTime where the time for questions of this thread, to the database at a path, is over."""
        if self.until < time.monotonic():
            raise OutOfTime(f"The database {path} did not answer in time.")
