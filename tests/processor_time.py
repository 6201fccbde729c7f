"""How long work takes the processor, for tests of how its time grows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


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
