"""Any table as CSV, piece by piece: a head, rows, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from quotes.schemas.formats.csv import Cell, harmless

TOGETHER = 50  # rows in a piece
BOM = "\ufeff"  # by which Excel knows that it is UTF-8


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], bom: bool = False) -> Iterator[str]:
    """The pieces of a table, beginning with its head and, if it is for Excel, with a byte order mark."""
    written = io.StringIO()
    writer = csv.writer(written)
    if bom:
        written.write(BOM)
    writer.writerow(head)
    for number, row in enumerate(rows, 1):
        writer.writerow([harmless(cell) for cell in row])
        if number % TOGETHER == 0:
            yield _taken(written)
    yield _taken(written)


def _taken(written: io.StringIO) -> str:
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text
