"""Switching a database to a write-ahead log, where readers and the writer do not wait for each other."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from quotes.records.errors import StoreBusy

AGAIN = 0.01  # seconds


def switch(ask: Callable[[str], list[tuple[Any, ...]]], seconds: float) -> None:
    """Switch the database that `ask` asks, for good; StoreBusy where others use it for so many seconds.

    That takes the file for itself for a moment, for which SQLite does not wait by itself; so this does.
    """
    until = time.monotonic() + seconds
    while ask("PRAGMA journal_mode") != [("wal",)]:
        try:
            ask("PRAGMA journal_mode = wal")
        except StoreBusy:
            if time.monotonic() > until:
                raise
            time.sleep(AGAIN)
