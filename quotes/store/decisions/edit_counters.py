"""Versions: a number for each quote and speaker that rises with every change, so that two editors notice each other."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.store.store_part import Part
from quotes.store.tables.decisions import RecordVersion
from quotes.store.tables.rows import id_of
from quotes.store.tables.tables import Quote

FIRST, AT_ONCE = 1, 10_000


class EditCounterPart(Part):
    """Versions, read and raised."""

    def version(self, id: str) -> int:
        """How many times a quote or speaker was changed since it came, plus one; 1 also for what is not there."""
        query = RecordVersion.select(RecordVersion.version).where(RecordVersion.subject == id)
        return next((version for (version,) in self.engine.run(query)), FIRST)

    def raise_versions(self, ids: Iterable[str]) -> None:
        """Note that these were changed."""
        rising = "INSERT INTO record_version (subject, version) VALUES {} ON CONFLICT (subject) DO UPDATE SET " \
                 "version = record_version.version + 1"
        subjects = list(ids)
        for start in range(0, len(subjects), AT_ONCE):
            some = subjects[start:start + AT_ONCE]
            self.engine.ask(rising.format(", ".join([f"(?, {FIRST + 1})"] * len(some))), some)

    def raise_versions_in(self, document: int) -> None:
        """Note that the quotes of a document were read anew."""
        query = Quote.select(Quote.id).where(Quote.document == document)
        self.raise_versions(id_of("q", number) for (number,) in self.engine.run(query))
