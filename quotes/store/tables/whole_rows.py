"""Rows that cannot be read: damage, told as damage wherever a row is turned into a record."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from quotes.records.errors import StoreDamaged

Values = ParamSpec("Values")
Record = TypeVar("Record")


def of_whole_rows(read: Callable[Values, Record]) -> Callable[Values, Record]:
    """A function that reads rows, with StoreDamaged for values that nobody wrote."""
    @wraps(read)
    def reading(*values: Values.args, **named: Values.kwargs) -> Record:
        try:
            return read(*values, **named)
        except (ValueError, LookupError, TypeError) as error:
            raise StoreDamaged("A row of the database cannot be read: there is something in it that was never "
                               "written.") from error

    return reading
