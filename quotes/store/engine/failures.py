"""What SQLite reports, in words for whoever runs the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from quotes.records.errors import (
    InvalidInput,
    MaybeKept,
    OutOfTime,
    QuotesError,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
)

FAILURES = (peewee.PeeweeException, sqlite3.Error, UnicodeEncodeError)
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
PUT_BACK = ("Stop the server and put a backup in its place, with “quotes restore --replace FILE”; “quotes check "
            "--full” tells what is damaged")
KINDS: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_CANTOPEN: (StoreError, "cannot be opened. Check that its folder is there and may be written"),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, "cannot be written. Check the permissions of the file and of its folder"),
    sqlite3.SQLITE_PERM: (StoreError, "may not be used. Check the permissions of the file and of its folder"),
    sqlite3.SQLITE_FULL: (StoreFull, "has no room left on its disk; nothing of this was kept. Make room and try again"),
    sqlite3.SQLITE_IOERR: (StoreError, "could not be read or written: the disk reports a failure. Check the disk and "
                                       "try again"),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, f"is damaged. {PUT_BACK}"),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, f"is not a database, or its beginning is damaged. Name another file in "
                                          f"QUOTES_DATABASE if it never was one. {PUT_BACK}"),
    sqlite3.SQLITE_TOOBIG: (StoreError, "cannot hold a text as long as this"),
}
NO_TEXT = "Could not decode to UTF-8"  # what Python says of a text that SQLite read and that is none


def worded(error: Exception, path: Path, committing: bool = False) -> QuotesError:
    """A failure of SQLite as one of ours; `committing` where it came up in the moment of keeping."""
    if isinstance(error, UnicodeEncodeError):
        return InvalidInput("There is half a surrogate pair in the text, which is no character; take it out.")
    cause = _original(error)
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest a detail of it
    if NO_TEXT in str(cause):
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_INTERRUPT:
        return OutOfTime(f"The database {path} did not answer in time.")
    if code in BUSY:
        return StoreBusy(f"Another program is writing to the database {path}; try again in a moment.")
    if committing and code == sqlite3.SQLITE_IOERR:
        return MaybeKept(f"The database {path} could not be written: the disk reports a failure in the moment of "
                         f"keeping. Check the disk, and look whether this was kept before you send it again.")
    kind, words = KINDS.get(code, (StoreError, f"could not do what was asked: {error}"))
    return kind(f"The database {path} {words}.")


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Failures of SQLite inside as failures of ours."""
    try:
        yield
    except FAILURES as error:
        raise worded(error, path) from error


def _original(error: BaseException) -> BaseException:
    """SQLite's own error inside peewee's, which wraps one that came up while connecting twice."""
    inner = getattr(error, "orig", None)
    return error if inner is None else _original(inner)
