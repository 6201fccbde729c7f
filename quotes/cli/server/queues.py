"""The queues of a worker: each kind of requests has threads of its own, so that none keeps another one waiting.

Look-ups are answered by a few threads, because many share one core all the same. What counts or searches everything
has two, so that two of the costliest questions leave room for look-ups; health checks wait for nobody.
"""

from __future__ import annotations

import time

from waitress.task import ThreadedTaskDispatcher

from quotes.cli.server.channel import Channel

THREADS = {"look-ups": 4, "questions": 2, "articles": 8, "batches": 4, "exports": 4, "health": 1, "state": 1}
MOST_WAITING = 256  # requests in one queue


class Queues:
    """Threads by the name of their queue."""

    def __init__(self) -> None:
        self._queues = {name: ThreadedTaskDispatcher() for name in THREADS}
        for name, number in THREADS.items():
            self._queues[name].set_thread_count(number)

    def add_task(self, channel: Channel) -> None:
        """Queue the first request that a channel has; one too many, or what is no request, is refused at once."""
        request = channel.requests[0]
        queue = self._queues["health" if request.error else request.queue]
        if len(queue.queue) >= MOST_WAITING:
            request.refuse(503)
            queue = self._queues["health"]
        request.arrived = time.monotonic()
        queue.add_task(channel)

    def shutdown(self) -> None:
        """Take no more work; what is queued is not begun."""
        for queue in self._queues.values():
            queue.shutdown(timeout=1)
