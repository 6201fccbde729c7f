"""Templates: clues as tables over rows of short facts, and how numbers become facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from quotes.attribution.clue_fact_codes import COUNTS

Key = tuple[str, ...]


class Template(NamedTuple):
    """A clue: its name, the facts it looks at, in order, and how to read them off a row."""

    name: str
    facts: tuple[str, ...]
    key: Callable[[Key], Key]


def template(name: str, facts: str, index: Mapping[str, int]) -> Template:
    """A clue over facts named in one string; `index` says where a row has them."""
    parts = tuple(facts.split())
    if len(parts) == 1:
        parts *= 2  # so that its key is a tuple as well
    return Template(name, parts, itemgetter(*(index[part] for part in parts)))


def bin_of(n: float, bounds: Sequence[float]) -> str:
    """The number of the first bound that `n` does not pass."""
    return COUNTS[bisect_left(bounds, n)]
