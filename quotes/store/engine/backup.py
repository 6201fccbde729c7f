"""Whole databases copied while others work with them, and checked before anybody relies on the copy."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quotes.records.errors import InvalidInput, StoreError
from quotes.store.engine.private_file import make_private

Reached = Callable[[float], None]  # how much is done, from 0 to 1
PAGES = 2000  # copied between two words about how far it is
PATIENCE = 10.0  # seconds for which another program may hold on to the database


def back_up(database: Path, to: Path, reached: Reached, replace: bool = False) -> None:
    """Copy a database as it is at this moment to a file, which is checked and only then gets its name.

    Others may read and write meanwhile. InvalidInput if the file is there already and is not to be replaced.
    """
    if to.exists() and (not replace or to.samefile(database)):
        raise InvalidInput(f"{to} is there already; name another file" + (
            "." if to.samefile(database) else ", or have it replaced with --replace."))
    part = to.with_name(f".{to.name}.part")
    part.unlink(missing_ok=True)
    make_private(part)
    try:
        with _in_words(f"The backup {to} could not be written"):
            _copy(database, part, reached)
            check(part)
            _settle(part)
            part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def restore(backup: Path, database: Path, reached: Reached) -> None:
    """Put a backup's content in the place of a database's; either all of it, or nothing."""
    with _in_words(f"The backup {backup} could not be put in place of {database}; stop the server and try again"):
        make_private(database)
        _copy(backup, database, reached)


def check(file: Path) -> None:
    """Raise StoreError unless a file is a whole database."""
    with _in_words(f"{file} is no whole database"), closing(_opened(file)) as connection:
        faults = [fault for (fault,) in connection.execute("PRAGMA integrity_check(3)")]
    if faults != ["ok"]:
        raise StoreError(f"{file} is damaged: {'; '.join(faults)}")


def _copy(source: Path, target: Path, reached: Reached) -> None:
    with closing(_opened(source)) as one, closing(sqlite3.connect(target, timeout=PATIENCE)) as other:
        one.execute("BEGIN")  # what is read from here on is of one moment, whatever others write
        one.execute("SELECT count(*) FROM sqlite_master").fetchone()
        one.backup(other, pages=PAGES, sleep=0.1,
                   progress=lambda status, left, whole: reached(1 - left / whole if whole else 1.0))


def _settle(file: Path) -> None:
    """Have the disk hold a file for good."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _opened(file: Path) -> sqlite3.Connection:
    """A connection to a file that must be there."""
    if not file.is_file():
        raise InvalidInput(f"There is no file {file}.")
    return sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)


@contextmanager
def _in_words(what: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{what}: {getattr(error, 'strerror', None) or error}.") from error
