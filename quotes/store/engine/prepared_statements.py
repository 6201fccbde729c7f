"""Statements that are spelt out once.

Building a query and translating it takes peewee longer than the database needs to answer most of them. So what is asked
often is a function that builds the query around numbered slots; its translation is kept, and later only the values
change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Node, Value

Build = Callable[..., Node]  # a function of the module's own, given the shape of the query
Shape = tuple[Any, ...]  # what makes two statements of one function differ in more than their values
MOST = 500  # statements that are remembered


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a value in a statement, counted from 0."""

    number: int


def slot(number: int) -> Value:
    """The place of one value in a query; the value itself is given as the column holds it."""
    return Value(Slot(number), converter=False)


def slots(count: int, first: int = 0) -> list[Value]:
    """The places of so many values in a row."""
    return [slot(number) for number in range(first, first + count)]


@dataclass(frozen=True, slots=True)
class Spelt:
    """A statement in the engine's terms, with its values in order: slots, and those that are always the same."""

    statement: str
    values: tuple[Any, ...]

    def filled(self, values: Sequence[Any]) -> list[Any]:
        """All values of the statement, the slots replaced by these."""
        return [values[value.number] if type(value) is Slot else value for value in self.values]


class Statements:
    """The statements that have been spelt out so far, for one kind of engine."""

    def __init__(self) -> None:
        self._known: dict[tuple[Build, Shape], Spelt] = {}

    def spelt(self, build: Build, shape: Shape, translate: Callable[[Node], tuple[str, Sequence[Any]]]) -> Spelt:
        """A statement as it was spelt out before, or is now."""
        found = self._known.get((build, shape))
        if found is None:
            statement, values = translate(build(*shape))
            found = Spelt(statement, tuple(values))
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[build, shape] = found
        return found
