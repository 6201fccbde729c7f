"""How long a caller may take to send a request or to read an answer: some seconds, and more for what moves."""

from __future__ import annotations

from dataclasses import dataclass

SLOWEST = 16_384  # bytes a second for which a caller gets more time than what is set


@dataclass(slots=True)
class Patience:
    """Waits for one thing at a time; `seconds` for all of it, and one more for every SLOWEST bytes that move."""

    seconds: float
    _since: float | None = None
    _moved: int = 0

    def is_over(self, waits: bool, moved: int, now: float) -> bool:
        """Whether it has taken too long by now; to be asked again and again, with how many bytes have moved so far.

        What moved is counted from where waiting began; where it is over for a moment, it begins anew.
        """
        if not waits:
            self._since = None
            return False
        if self._since is None:
            self._since, self._moved = now, moved
        return now - self._since > self.seconds + (moved - self._moved) / SLOWEST
