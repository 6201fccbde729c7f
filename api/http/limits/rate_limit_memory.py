"""Where one process counts requests: a table in memory, cleared of what is over now and then.

The own memory storage of limits starts a thread for nearly every request to do that, which takes longer than counting.
Moments are of a clock that nobody sets, so that nobody is locked out when the time of day is put right.
"""

from __future__ import annotations

import threading
import time
from typing import Any

from limits.storage import Storage

SCHEME = "here"
CLEARED_EVERY = 10.0  # seconds


class ProcessStorage(Storage):
    """Counts with the moment at which each is over; found by its scheme, here://."""

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012  limits declares it so

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **options: Any) -> None:
        super().__init__(uri, wrap_exceptions, **options)
        self._counts: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()
        self._cleared = time.monotonic()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What can go wrong with a table in memory: nothing."""
        return RuntimeError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, and give the sum; a count that is over begins anew."""
        now = time.monotonic()
        with self._lock:
            self._clear(now)
            count, over = self._counts.get(key, (0, 0.0))
            if over <= now:
                count, over = 0, now + expiry
            self._counts[key] = count + amount, over
            return count + amount

    def _clear(self, now: float) -> None:
        if now - self._cleared > CLEARED_EVERY:
            self._counts = {key: found for key, found in self._counts.items() if found[1] > now}
            self._cleared = now

    def get(self, key: str) -> int:
        """The sum, 0 of what is over."""
        count, over = self._counts.get(key, (0, 0.0))
        return count if over > time.monotonic() else 0

    def get_expiry(self, key: str) -> float:
        """When a count is over, by the time of day as it is now."""
        over = self._counts.get(key, (0, 0.0))[1]
        return time.time() + max(0.0, over - time.monotonic())

    def check(self) -> bool:
        """Whether there is anything to count in: always."""
        return True

    def reset(self) -> int:
        """Begin anew; how many counts there were."""
        with self._lock:
            number, self._counts = len(self._counts), {}
        return number

    def clear(self, key: str) -> None:
        """Forget one count."""
        with self._lock:
            self._counts.pop(key, None)
