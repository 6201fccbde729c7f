"""The lock by which a service that runs keeps backups from being put in its database's place under it.

The system holds it for a process and takes it away when the process ends, however it ends: none is ever left over.
"""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotes.records.errors import StoreError

LOG = logging.getLogger("quotes.store")
ENDING = ".lock"


def hold(database: Path) -> int | None:
    """Hold a database as one that is served, together with others that do; the descriptor that holds it.

    None where no lock can be made, as on a file system without writing. StoreError while a backup is being put back.
    """
    try:
        descriptor = _opened(database)
    except OSError as error:
        LOG.warning("the database cannot be locked against restoring", extra={"fields": {"reason": error.strerror}})
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise StoreError(f"A backup is being put in the place of {database}; try again when that is done.") from error
    return descriptor


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Have a database for oneself meanwhile; StoreError if it is served."""
    try:
        descriptor = _opened(database)
    except OSError as error:
        raise StoreError(f"The folder {database.parent} cannot be written: {error.strerror}.") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"The database {database} is being served. Stop the server, then try again.") from error
        yield
    finally:
        os.close(descriptor)


def _opened(database: Path) -> int:
    return os.open(database.with_name(f"{database.name}{ENDING}"), os.O_RDWR | os.O_CREAT, 0o600)
