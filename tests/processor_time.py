"""How long work takes the processor, and how that grows, for tests that a busy machine does not disturb."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable

ROUNDS = 8  # in which both amounts of work are done, until the bound is kept


def least_seconds(work: Callable[[], object], tries: int = 3) -> float:
    """The processor's seconds for some work, the least of some tries.

    Of this thread alone, and without the garbage collector, which looks through all that the tests before have left.
    """
    taken = []
    for _ in range(tries):
        gc.collect()
        gc.disable()
        started = time.thread_time()
        try:
            work()
        finally:
            taken.append(time.thread_time() - started)
            gc.enable()
    return min(taken)


def growth(less: Callable[[], object], more: Callable[[], object], most: float) -> float:
    """How many times as long more work takes as less, by the least of some rounds; two if that is at most `most`.

    What others do on the machine can only make a round longer.
    """
    few = many = math.inf
    for number in range(ROUNDS):
        few, many = min(few, least_seconds(less, 1)), min(many, least_seconds(more, 1))
        if number and many <= most * few:
            break
    return many / few
