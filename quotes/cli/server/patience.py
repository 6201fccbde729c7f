"""How long a caller may take to send a request or to read an answer: some seconds, and more for what moves."""

from __future__ import annotations

import time
from dataclasses import dataclass

SLOWEST = 16_384  # bytes a second for which a caller gets more time than what is set


@dataclass(frozen=True, slots=True)
class Patience:
    """`total` seconds for everything, `silence` without a byte; one more second for every SLOWEST bytes."""

    total: float
    silence: float

    def left(self, begun: float, moved: int, now: float | None = None) -> float:
        """How many seconds are left of what began at a moment (time.monotonic) and has moved so many bytes."""
        return begun + self.total + moved / SLOWEST - (time.monotonic() if now is None else now)
