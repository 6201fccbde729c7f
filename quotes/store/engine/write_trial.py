"""Whether a database could be written now, found out by trying, without changing it."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import get_ident

from quotes.records.errors import StoreError, StoreFull, StoreReadOnly

ROOM = 256 * 1024  # bytes that there must be room for: an article with its quotes, as the log has them
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def try_writing(database: Path) -> None:
    """Raise StoreFull, StoreReadOnly or StoreError if nothing could be written; sqlite3.Error if SQLite says so.

    A transaction is begun and given up; while somebody else writes, that is answer enough. Room is tried with a file
    beside the database, which is gone afterwards.
    """
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
    _try_room(database.with_name(f".{database.name}.{os.getpid()}-{get_ident()}.trial"))


def _try_room(place: Path) -> None:
    try:
        trial = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            left = ROOM
            while left > 0:
                left -= os.write(trial, bytes(left))
        finally:
            os.close(trial)
            place.unlink()
    except OSError as error:
        if error.errno in FULL:
            raise StoreFull(f"There is no room left on the disk of {place.parent}.") from error
        kind = StoreReadOnly if error.errno in FORBIDDEN else StoreError
        raise kind(f"Nothing can be written in {place.parent}: {error.strerror}.") from error
