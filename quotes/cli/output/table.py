"""Tables of text: columns aligned, long cells wrapped to the width at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from quotes.cli.output.terminal import cells, cut, plain

GAP = "  "


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a cell: parted at white space, and inside a word only where the word is wider than the cell.

    A line break in `text` stays one.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in plain(part).split(" "):
            if line and cells(line) + 1 + cells(word) <= width:
                line = f"{line} {word}"
                continue
            if line:
                lines.append(line)
            line = word
            while cells(line) > width:
                first, line = cut(line, width)
                lines.append(first)
        lines.append(line)
    return lines


def fitted(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """The widths of the columns, so that together they take at most `total`.

    Each takes what its widest line needs; where that is too much, the widest columns give way first.
    """
    widths = [max((cells(line) for cell in column for line in cell.split("\n")), default=0) for column in columns]
    room = total - len(GAP) * (len(columns) - 1)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= 4:
            break
        others = max((width for place, width in enumerate(widths) if place != widest), default=0)
        surplus = sum(widths) - room
        widths[widest] = max(4, widths[widest] - surplus, min(others, widths[widest] - 1))
    return widths


def table(head: Sequence[str], rows: Iterable[Sequence[str]], total: int) -> Iterator[str]:
    """The lines of a table; rows of more than one line are set apart by an empty one."""
    filled = [[*map(str, row)] for row in rows]
    widths = fitted([*zip(head, *filled, strict=True)], total)
    yield _line(head, widths)
    yield GAP.join("─" * width for width in widths)
    wrapped_rows = [[wrapped(cell, width) for cell, width in zip(row, widths, strict=True)] for row in filled]
    airy = any(len(cell) > 1 for row in wrapped_rows for cell in row)
    for number, row in enumerate(wrapped_rows):
        if airy and number:
            yield ""
        for parts in zip_longest(*row, fillvalue=""):
            yield _line(parts, widths)


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = (part + " " * (width - cells(part)) for part, width in zip(parts, widths, strict=True))
    return GAP.join(padded).rstrip()
