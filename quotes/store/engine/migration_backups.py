"""A copy of a database before its tables are changed, beside it: a way back to the version of the program before."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from quotes.records.errors import StoreFull
from quotes.store.engine.backup import back_up

MIDDLE = ".before-"
SPARE = 1.1  # times as much room as the copy takes


def back_up_before(database: Path, change: int, kept: int) -> Path | None:
    """Copy a database to a file named by the first change to come and the moment; only the newest `kept` stay.

    None where `kept` is 0. StoreFull, and no change, if there is no room for the copy.
    """
    if kept == 0:
        return None
    parts = (database, database.with_name(f"{database.name}-wal"))
    need = sum(part.stat().st_size for part in parts if part.exists())
    free = shutil.disk_usage(database.parent).free
    if free < need * SPARE:
        raise StoreFull(f"The database {database} has to be brought up to date, and there is no room for the copy "
                        f"made before: {need / 1e6:.0f} MB, of which {free / 1e6:.0f} MB are free. Make room, or set "
                        f"QUOTES_MIGRATION_BACKUPS=0 if you have a backup.")
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    copy = database.with_name(f"{database.name}{MIDDLE}{change}-{moment}")
    back_up(database, copy, lambda done: None, replace=True)
    copy.chmod(0o600)
    for old in backups_of(database)[:-kept]:
        old.unlink(missing_ok=True)
    return copy


def backups_of(database: Path) -> list[Path]:
    """The copies that were made before changes, the oldest first."""
    return sorted(database.parent.glob(f"{database.name}{MIDDLE}*-*"), key=lambda copy: copy.name.rpartition("-")[2])
