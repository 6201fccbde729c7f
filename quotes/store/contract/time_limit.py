"""The store's contract for questions that may take so long and no longer."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol


class TimedStore(Protocol):
    """A place whose answers can be waited for with a limit."""

    def in_time(self, seconds: float) -> AbstractContextManager[None]:
        """A stretch of time in which this thread's questions must be answered; OutOfTime for one that is not."""

    def in_share(self, share: float) -> AbstractContextManager[None]:
        """The same for a share of the time that is left; without end where there is no limit."""
