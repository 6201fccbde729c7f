"""Every failure this project raises on purpose, under one base class.

The messages are written for the person who sent the input: they say what is wrong and what to do.
"""

from __future__ import annotations


class QuotesError(Exception):
    """Something went wrong that the caller can be told about in one sentence."""


class InvalidInput(QuotesError):
    """The input cannot be read as it is; `field` names the part of it that is wrong, where one part is."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class TooLarge(InvalidInput):
    """The input is longer than the limit in force."""


class OverBudget(InvalidInput):
    """Reading the input takes more time or memory than one document may take."""


class ReadersBusy(QuotesError):
    """As many articles are being read as may be at once; the same call may go through in a moment."""


class ReadingEnded(ReadersBusy):
    """The process that read an article was ended from outside; the same call may go through in a moment."""


class CallerGone(QuotesError):
    """Whoever asked does not wait for the answer any more."""


class NotFound(QuotesError):
    """What was asked for by id is not in the collection."""


class Conflict(QuotesError):
    """What was asked for does not go together with what is there; the message says what stands in the way."""


class TakenDown(Conflict):
    """The article was taken down, and is not kept again."""


class Stale(QuotesError):
    """What a person saw when they decided has been changed since, by somebody else or by a new reading."""


class StoreError(QuotesError):
    """The database cannot be opened, read or written."""


class StoreDamaged(StoreError):
    """The database's file is damaged: what it answers cannot be relied on, and nothing more is written to it."""


class StoreFull(StoreError):
    """There is no room left where the database is; nothing of what was asked for was kept."""


class StoreReadOnly(StoreError):
    """The database may be read and not written; nothing of what was asked for was kept."""


class MaybeKept(StoreError):
    """The disk failed in the moment of keeping: after a crash what was asked for may turn out to be kept."""


class OutOfTime(StoreError):
    """A question took longer than it may, and was given up; `advice` says what to ask instead, if that is known."""

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.advice = advice


class StoreBusy(StoreError):
    """Another process holds the database; the same call may go through in a moment."""


class BadSetting(QuotesError):
    """A setting in the environment has a value that cannot be used."""
