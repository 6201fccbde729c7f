"""Where the processes of one server count requests together: a table in a file that all of them have in memory.

Each count lies in one of a few places that follow from its name. A process that is killed leaves the table as it is:
the system takes its lock away. Moments are of a clock that nobody sets and that is the same for all processes.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from limits.storage import Storage

PLACES = 65_536
NEAR = 8  # places that one count can lie in
COUNT = struct.Struct("=QQd")  # of whom, how many, and when it is over
SIZE = (PLACES + NEAR) * COUNT.size


class SharedStorage(Storage):
    """Counts with the moment at which each is over, in a file of SIZE bytes."""

    STORAGE_SCHEME = None

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._lock = threading.Lock()
        os.ftruncate(descriptor, SIZE)
        self._table = mmap.mmap(descriptor, SIZE)

    @property
    def base_exceptions(self) -> type[Exception]:
        """What can go wrong with the lock of a file."""
        return OSError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, and give the sum; a count that is over begins anew."""
        name, now = _name(key), time.monotonic()
        with self._locked():
            at = self._place(name, now)
            whose, count, over = COUNT.unpack_from(self._table, at)
            if whose != name or over <= now:
                count, over = 0, now + expiry
            COUNT.pack_into(self._table, at, name, count + amount, over)
            return int(count + amount)

    def _place(self, name: int, now: float) -> int:
        """Where a count lies: in its own place, else in one that is free, else in that of the one soonest over."""
        first = name % PLACES * COUNT.size
        near = [first + number * COUNT.size for number in range(NEAR)]
        found = [COUNT.unpack_from(self._table, at) for at in near]
        for at, (whose, _, _) in zip(near, found, strict=True):
            if whose == name:
                return at
        return min(zip(near, found, strict=True), key=lambda pair: max(pair[1][2], now))[0]

    def _found(self, key: str) -> tuple[int, float]:
        name, now = _name(key), time.monotonic()
        with self._locked():
            whose, count, over = COUNT.unpack_from(self._table, self._place(name, now))
        return (count, over) if whose == name and over > now else (0, now)

    def get(self, key: str) -> int:
        """The sum, 0 of what is over."""
        return self._found(key)[0]

    def get_expiry(self, key: str) -> float:
        """When a count is over, by the time of day as it is now."""
        return time.time() + self._found(key)[1] - time.monotonic()

    def check(self) -> bool:
        """Whether there is anything to count in: always."""
        return True

    def reset(self) -> int | None:
        """Begin anew."""
        with self._locked():
            self._table[:] = bytes(SIZE)
        return None

    def clear(self, key: str) -> None:
        """Forget one count."""
        name = _name(key)
        with self._locked():
            at = self._place(name, time.monotonic())
            if COUNT.unpack_from(self._table, at)[0] == name:
                COUNT.pack_into(self._table, at, 0, 0, 0.0)

    @contextmanager
    def _locked(self) -> Iterator[Any]:
        """The only thread of the only process that looks at the table."""
        with self._lock:
            fcntl.lockf(self._descriptor, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._descriptor, fcntl.LOCK_UN)


def _name(key: str) -> int:
    """A count's name as a number above 0."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little") or 1
