"""Whether time and memory of a reading grow with the document and no faster, on thousands of adversarial kinds.

`python -m bench.torture.reading_growth --kinds 2000 --from 0 --jobs 2`: each kind is read at a size and at twice that
size, each time in a process of its own; processor time and peak memory may grow by GROWTH. Exit status 1 if some grow
by more.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from multiprocessing import get_context

from bench.torture.reading_grammar import Kind, document, kind_of
from quotes.reading.pipeline import read_document
from quotes.records.errors import InvalidInput

GROWTH = 2.3
SUSPECT = 2.15  # what is measured again
SMALLEST, LARGEST = 8_000, 256_000  # characters
ENOUGH = 0.1  # seconds that a reading takes at the size where it begins
ENOUGH_MEMORY = 25.0  # MB beside what the process has anyway, of which a little is free
LONGEST = 120  # seconds of the processor for one reading
AGAIN = 4
WARMING = 60  # kinds read before any is measured


@dataclass(frozen=True, slots=True)
class Cost:
    """What a reading took: seconds of the processor, MB beside those of an empty process, and whether it ended."""

    seconds: float
    memory: float
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Growth:
    """How the cost of a kind grew when it was doubled at a size."""

    kind: Kind
    size: int
    once: Cost
    twice: Cost

    @property
    def time(self) -> float:
        """How many times as long twice the size took."""
        return self.twice.seconds / max(self.once.seconds, 0.001)

    @property
    def memory(self) -> float:
        """How many times the memory; 0 where there is too little to tell."""
        return self.twice.memory / self.once.memory if self.once.memory >= ENOUGH_MEMORY else 0.0

    @property
    def fault(self) -> str:
        """What went wrong, if something did."""
        return self.once.fault or self.twice.fault

    def __str__(self) -> str:
        """The growth in a line."""
        took = f"{self.once.seconds:.2f} s, {self.twice.seconds:.2f} s, {self.twice.memory:.0f} MB"
        return (f"time {self.time:.2f} memory {self.memory:.2f} at {self.size:,} ({took}) {self.fault}: "
                f"{self.kind}")


def main(arguments: Sequence[str]) -> int:
    """Measure the kinds; 0 if none grows faster than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kinds", type=int, default=2000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args(arguments)
    seeds = range(asked.first, asked.first + asked.kinds)
    _warm()
    with ProcessPoolExecutor(asked.jobs, mp_context=get_context("fork")) as pool:
        grown = list(pool.map(measured, seeds, chunksize=4))
    grown = [alone(growth) if is_bad(growth) else growth for growth in grown]
    for growth in filter(is_bad, grown):
        print(growth, flush=True)
    return told(grown)


def alone(growth: Growth) -> Growth:
    """The growth of a kind that looked too fast, measured while nothing else is: the least of two doublings."""
    sizes = [growth.size, 2 * growth.size, 4 * growth.size]
    costs = [reduce(_least, (cost(growth.kind, size) for _ in range(AGAIN))) for size in sizes]
    doublings = [Growth(growth.kind, sizes[n], costs[n], costs[n + 1]) for n in (0, 1)]
    return min(doublings, key=_worse)


def _warm() -> None:
    """Read something of everything, so that what is loaded and compiled once counts for no kind."""
    for seed in range(WARMING):
        with suppress(InvalidInput):
            read_document(document(kind_of(seed), 2_000))


def told(grown: Sequence[Growth]) -> int:
    """Print the figures of all kinds; how many grow too fast decides the exit status."""
    times = sorted(growth.time for growth in grown)
    memory = sorted(growth.memory for growth in grown if growth.memory)
    bad = sum(map(is_bad, grown))
    print(f"{len(grown)} kinds doubled: time × {_at(times, 0.5):.2f} in the median, {_at(times, 0.99):.2f} for 99 in "
          f"100, {times[-1]:.2f} at most; memory (of {len(memory)}) × {_at(memory, 0.5):.2f}, {_at(memory, 0.99):.2f}, "
          f"{_at(memory, 1):.2f}; {bad} grow by more than {GROWTH}.")
    slow = max(grown, key=lambda growth: growth.twice.seconds / growth.size)
    print(f"The slowest takes {1e5 * slow.twice.seconds / (2 * slow.size):.1f} s for 100,000 characters: {slow.kind}")
    return 1 if bad else 0


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def is_bad(growth: Growth) -> bool:
    """Whether a kind breaks the promise."""
    return bool(growth.fault) or growth.time > GROWTH or growth.memory > GROWTH


def measured(seed: int) -> Growth:
    """How the cost of a kind grows: what looks too fast is measured again, and at the next size."""
    kind, size = kind_of(seed), SMALLEST
    once = cost(kind, size)
    while once.seconds < ENOUGH and size < LARGEST and not once.fault:
        size *= 2 if once.seconds > ENOUGH / 4 else 4
        once = cost(kind, size)
    best = Growth(kind, size, once, cost(kind, 2 * size))
    for number in range(AGAIN):
        if best.fault or (best.time <= SUSPECT and best.memory <= SUSPECT):
            break
        if number == AGAIN // 2:
            size *= 2
            once, twice = cost(kind, size), cost(kind, 2 * size)
            best = min(best, Growth(kind, size, once, twice), key=_worse)
        else:
            best = Growth(kind, size, _least(best.once if best.size == size else once, cost(kind, size)),
                          _least(best.twice if best.size == size else twice, cost(kind, 2 * size)))
    return best


def _worse(growth: Growth) -> float:
    return max(growth.time, growth.memory)


def _least(one: Cost, other: Cost) -> Cost:
    return Cost(min(one.seconds, other.seconds), min(one.memory, other.memory), one.fault or other.fault)


def cost(kind: Kind, size: int) -> Cost:
    """What reading one document of a kind takes, in a process of its own."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _read(kind, size, theirs)
    os.close(theirs)
    with os.fdopen(ours) as answer:
        said = answer.read().split(maxsplit=2)
    _, status = os.waitpid(child, 0)
    if len(said) < 2:
        return Cost(LONGEST, 0.0, f"ended by signal {status & 127}" if status & 127 else "ended")
    return Cost(float(said[0]), float(said[1]), said[2] if len(said) > 2 else "")


def _read(kind: Kind, size: int, answer: int) -> None:
    """Read a document, say what it took, and end this process."""
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    article, fault = document(kind, size), ""
    gc.disable()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        read_document(article)
    except InvalidInput:
        pass  # refused, which is an answer
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"[:200]
    took, after = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    os.write(answer, f"{took} {(after - before) / 1024} {fault}".encode())
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
