"""The queues of a worker: each kind of requests has threads of its own, so that none keeps another one waiting.

Look-ups are answered by a few threads, because many share one core all the same. What counts or searches everything
has two, so that two of the costliest questions leave room for look-ups; health checks wait for nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

THREADS = {"look-ups": 4, "questions": 2, "articles": 8, "batches": 8, "exports": 4, "health": 1, "state": 1}
MOST_WAITING = 256  # requests in one queue


class Queues:
    """Threads by the name of their queue."""

    def __init__(self) -> None:
        self._pools = {name: ThreadPoolExecutor(number, f"quotes-{name}") for name, number in THREADS.items()}
        self._inside = dict.fromkeys(THREADS, 0)

    def is_full(self, name: str) -> bool:
        """Whether too many wait already."""
        return self._inside[name] >= MOST_WAITING + THREADS[name]

    def put(self, name: str, work: Callable[..., Any], *values: object) -> Future[Any]:
        """Queue some work; call `done` when it is, from the same thread as this."""
        self._inside[name] += 1
        return self._pools[name].submit(work, *values)

    def done(self, name: str) -> None:
        """Say that a piece of work of a queue is done."""
        self._inside[name] -= 1

    def shutdown(self, wait: bool = True) -> None:
        """Take no more work; what is queued is not begun."""
        for pool in self._pools.values():
            pool.shutdown(wait, cancel_futures=True)
