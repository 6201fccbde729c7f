"""Questions that may take so long and no longer: one thread looks at the clock, and interrupts what takes longer.

SQLite can also call back now and then to ask whether to go on. Where many threads share the interpreter's lock, each of
these calls waits for it, so that a question takes many times as long as without a limit.
"""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

IDLE = 1.0  # seconds after which the watching thread ends where nothing is to be watched
AGAIN = 0.005  # seconds until a question that was interrupted between two statements is interrupted again
EARLIER = 0.002  # seconds by which a limit may be looked at late


class TimeLimits:
    """The questions to one database that have a limit, and the thread that watches them while there are any."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._watched: dict[object, tuple[float, sqlite3.Connection]] = {}
        self._wakes = 0.0
        self._thread: threading.Thread | None = None

    @contextmanager
    def until(self, moment: float, connection: sqlite3.Connection) -> Iterator[None]:
        """Interrupt what a connection does from a moment of time.monotonic() on, as long as this lasts."""
        if math.isinf(moment):
            yield
            return
        ticket = object()
        with self._changed:
            self._watched[ticket] = moment, connection
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="quotes-time-limits", daemon=True)
                self._thread.start()
            elif moment < self._wakes - EARLIER:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                del self._watched[ticket]

    def _watch(self) -> None:
        with self._changed:
            idle = False
            while self._watched or not idle:
                idle = not self._watched
                now = time.monotonic()
                late = [connection for moment, connection in self._watched.values() if moment <= now]
                for connection in late:
                    with suppress(sqlite3.ProgrammingError):  # it was closed meanwhile: nothing goes on there
                        connection.interrupt()
                first = min((moment for moment, _ in self._watched.values()), default=now + IDLE)
                self._wakes = now + AGAIN if late else min(first, now + IDLE)
                self._changed.wait(max(0.0, self._wakes - now))
            self._thread = None

