"""Tables of articles: the rows of a CSV file or the values of a JSON array, one article each."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator
from functools import partial

from quotes.cli.input.article_files import opened, shown_name
from quotes.cli.input.corpus_run import parsed
from quotes.records.document import Article
from quotes.records.errors import InvalidInput, TooLarge
from quotes.schemas.corpus import load_article
from quotes.schemas.json_lines import Line

LARGEST_ARRAY = 256_000_000  # bytes; an array is read as a whole, JSON Lines are not
CONTENT = ("text", "html")  # columns of which a table of articles has one
Row = tuple[int, Callable[[], Article]]


def rows(name: str) -> Iterator[Row]:
    """The articles of a table with their numbers, from 1; what is wrong with one is raised when it is asked for.

    Raises InvalidInput where the file is no such table.
    """
    yield from _csv_rows(name) if name.lower().endswith(".csv") else _json_rows(name)


def _csv_rows(name: str) -> Iterator[Row]:
    called, limit = shown_name(name), csv.field_size_limit(sys.maxsize)
    try:
        with opened(name) as stream:
            table = csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8-sig", newline=""), strict=True)
            columns = [column.strip().lower() for column in table.fieldnames or ()]
            if not set(CONTENT) & set(columns):
                raise InvalidInput(f"{called} has no column “text” or “html”; its first line must name the columns.")
            table.fieldnames = columns
            for number, row in enumerate(table, 1):
                yield number, _article_of(row)
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{called} is not UTF-8; save it as UTF-8 and try again.") from error
    except csv.Error as error:
        raise InvalidInput(f"{called} cannot be read as CSV: {error}.") from error
    finally:
        csv.field_size_limit(limit)


def _article_of(row: dict[str, str | None]) -> Callable[[], Article]:
    def article() -> Article:
        if None in row:
            raise InvalidInput("the row has more cells than the first line has columns")
        return load_article({column: cell for column, cell in row.items() if cell and cell.strip()})

    return article


def _json_rows(name: str) -> Iterator[Row]:
    called = shown_name(name)
    with opened(name) as stream:
        data = stream.read(LARGEST_ARRAY + 1)
    if len(data) > LARGEST_ARRAY:
        raise TooLarge(f"{called} is longer than {LARGEST_ARRAY // 1_000_000} MB; write one article a line instead "
                       "(JSON Lines, .jsonl).")
    value = parsed(Line(1, len(data), data, LARGEST_ARRAY))
    for number, one in enumerate(value if isinstance(value, list) else [value], 1):
        yield number, partial(load_article, one)

