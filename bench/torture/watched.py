"""What a service does while something else happens: how long health checks and look-ups take, and its memory."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import quantiles

PATIENCE = 10.0  # seconds for an answer of the service


@contextmanager
def beside(run: Callable[[], None], stop: threading.Event) -> Iterator[None]:
    """Run something in a thread of its own, which ends when it is told to stop, as long as the block lasts."""
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


class Watch:
    """Asks for one path again and again, on a new connection each time, and notes how long each answer took."""

    def __init__(self, address: tuple[str, int], paths: Sequence[str], pause: float = 0.05) -> None:
        self._address = address
        self._paths = paths
        self._pause = pause
        self._stop = threading.Event()
        self.seconds: list[float] = []
        self.failed: dict[object, int] = {}

    @contextmanager
    def going_on(self) -> Iterator[Watch]:
        """Watch as long as the block lasts."""
        with beside(self._run, self._stop):
            yield self

    def _run(self) -> None:
        number = 0
        while not self._stop.is_set():
            began = time.perf_counter()
            status = asked(self._address, self._paths[number % len(self._paths)])
            number += 1
            self.seconds.append(time.perf_counter() - began)
            if status != 200:
                self.failed[status] = self.failed.get(status, 0) + 1
            self._stop.wait(self._pause)

    def at(self, hundredth: int) -> float:
        """A percentile of how long answers took, in milliseconds."""
        found = self.seconds if len(self.seconds) > 1 else [*self.seconds, *self.seconds, 0.0, 0.0]
        return quantiles(found, n=100, method="inclusive")[hundredth - 1] * 1000

    def longest(self) -> float:
        """The longest of all, in milliseconds."""
        return max(self.seconds, default=0.0) * 1000

    def told(self, what: str) -> str:
        """All of it on a line."""
        failed = f", failed: {self.failed}" if self.failed else ""
        return (f"  {what:<12} {len(self.seconds):5d} answers, median {self.at(50):7.1f} ms, "
                f"p99 {self.at(99):7.1f} ms, longest {self.longest():7.1f} ms{failed}")


def asked(address: tuple[str, int], path: str, patience: float = PATIENCE) -> object:
    """The status of an answer, or the kind of failure."""
    connection = HTTPConnection(*address, timeout=patience)
    try:
        connection.request("GET", path)
        with connection.getresponse() as answer:
            answer.read()
            return answer.status
    except (OSError, HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def memory(process: int) -> int:
    """Bytes that a process and those that it started hold in memory."""
    found = [process]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, children.read_text().split())
    return sum(_resident(one) for one in found)


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096
    except (OSError, IndexError):
        return 0
