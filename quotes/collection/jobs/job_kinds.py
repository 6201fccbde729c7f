"""What a kind of job has to do: the contract that every kind keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from quotes.records.job import JobItem

IsOver = Callable[[], bool]  # whether the work is to be given up: the job is cancelled, or the process ends
Finish = Callable[[], str]  # writes what came of an item, in one transaction with its answer, which it gives back


class JobKind(Protocol):
    """One kind of job. What it writes for an item is kept together with the item's answer, so that it happens once."""

    @property
    def name(self) -> str:
        """How it is called in the API and in the store, for good."""

    def begin(self, item: JobItem, is_over: IsOver) -> Finish:
        """Do what takes long and writes nothing, while others write; what is left is done in one transaction.

        Raises what `refused` can put into words, CallerGone once it is over, ReadersBusy or StoreError where it is to
        be tried again.
        """

    def refused(self, item: JobItem, error: Exception) -> str:
        """The answer of an item that could not be used, on one line."""

    def problem(self, detail: str) -> Mapping[str, Any]:
        """The problem document of a job that failed."""
