"""The note that a database is damaged: a file beside it, seen by every process that uses it, and after a restart."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from quotes.records.errors import StoreDamaged

LOG = logging.getLogger("quotes.store")
ENDING = ".damaged"
LONGEST = 1000  # bytes of a note that are read


class DamageMark:
    """What is known of the damage to one database; as long as there is a note, nothing is written to it."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._place = database.with_name(f"{database.name}{ENDING}")
        self._unwritten: str | None = None  # where the note itself cannot be written, this process knows alone

    def found(self) -> str | None:
        """What was noted; None where the database is whole as far as anybody noticed."""
        try:
            with self._place.open("rb") as note:
                return note.read(LONGEST).decode(errors="replace").strip() or "damaged"
        except FileNotFoundError:
            return self._unwritten
        except OSError as error:
            return f"its note {self._place} cannot be read: {error.strerror}"

    def refuse(self) -> None:
        """Raise StoreDamaged if damage was noted."""
        found = self.found()
        if found is not None:
            raise StoreDamaged(f"The database {self._database} was found damaged ({found}), so nothing is written to "
                               f"it. “quotes check --full” looks again; “quotes restore --replace FILE” puts a backup "
                               f"in its place.")

    def note(self, words: str) -> None:
        """Note damage that was met; what was noted first stays."""
        if self.found() is not None:
            return
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        LOG.error("the database is damaged", extra={"fields": {"reason": words}})
        try:
            note = os.open(self._place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return
        except OSError as error:
            LOG.error("damage could not be noted", extra={"fields": {"reason": error.strerror}})
            self._unwritten = f"{moment}: {words}"
            return
        with os.fdopen(note, "w", encoding="utf-8") as file:
            file.write(f"{moment}: {words}\n")

    def clear(self) -> None:
        """Forget the damage: the database was put back, or was looked at and is whole."""
        self._unwritten = None
        self._place.unlink(missing_ok=True)
