"""What a format is: a name, a media type, and functions from quotes to text, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quotes.records.quote import Quote


class Placed(NamedTuple):
    """A quote with the words right before and right after it, where a format asks for them."""

    quote: Quote
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a format says around the quotes: `public` makes an absolute address of a path of ours.

    `address` is that of the list itself, None where it has none (a file); `next` and `prev` those of its neighbours.
    """

    public: Callable[[str], str]
    address: str | None = None
    next: str | None = None
    prev: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `one` writes a single quote, `many` a list of any length without holding it.

    `around` is how many characters before and after a quote it needs.
    """

    name: str
    media_type: str
    help: str
    one: Callable[[Placed, About], str]
    many: Callable[[Iterable[Placed], About], Iterator[str]]
    around: int = 0
