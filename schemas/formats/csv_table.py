"""Any table as CSV, piece by piece: a head, rows, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from quotes.schemas.formats.csv import MARK, Cell, harmless, taken

TOGETHER = 50  # rows in a piece


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], bom: bool = False) -> Iterator[str]:
    """The pieces of a table, beginning with its head and, if it is for Excel, with a byte order mark."""
    written = io.StringIO()
    writer = csv.writer(written)
    if bom:
        written.write(MARK)
    writer.writerow(head)
    for number, row in enumerate(rows, 1):
        writer.writerow([harmless(cell) for cell in row])
        if number % TOGETHER == 0:
            yield taken(written)
    yield taken(written)
