"""JSON Lines: a quote a line, each in the one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.json_lines import json_line
from quotes.schemas.quote import dump_quote


def one(placed: Placed, about: About) -> str:
    """One quote as a line."""
    return json_line(dump_quote(placed.quote)) + "\n"


def many(quotes: Iterable[Placed], about: About) -> Iterator[str]:
    """A line for each quote."""
    return (one(placed, about) for placed in quotes)


JSON_LINES = Format("jsonl", "application/x-ndjson", "JSON Lines, a quote a line", one, many)
