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


class OutOfTime(StoreError):
    """A question took longer than it may, and was given up; `advice` says what to ask instead, if that is known."""

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.advice = advice


class StoreBusy(StoreError):
    """Another process holds the database; the same call may go through in a moment."""


class BadSetting(QuotesError):
    """A setting in the environment has a value that cannot be used."""
