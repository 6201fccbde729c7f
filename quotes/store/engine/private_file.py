"""Files that only their owner may read: databases and backups hold notes, hashes of keys and whole articles."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

MODE, OTHERS = 0o600, 0o077
BESIDE = ("", "-wal", "-shm")  # what SQLite keeps beside a database gets the mode of the database


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read and write, unless there is something already."""
    with suppress(OSError):  # it is there, or cannot be made; which of the two, and why, opening it tells
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, MODE))


def open_to_others(database: Path) -> tuple[Path, ...]:
    """The files of a database that somebody else on this machine may read or write."""
    files = (Path(f"{database}{ending}") for ending in BESIDE)
    return tuple(file for file in files if file.is_file() and file.stat().st_mode & OTHERS)
