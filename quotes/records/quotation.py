"""Quotations: stretches between quotation marks, or block quotes, before anyone is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.records.frozen import quickly_made

QuoteKind = Literal["direct", "mixed", "block", "post"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, or a block quote, before anyone is named.

    `start` and `end` leave the outer marks out, `outer_start` and `outer_end` take them in. `parent` is the index
    of the quotation around this one. `closed` is false where the closing mark is missing.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    kind: QuoteKind = "direct"
    parent: int | None = None
    closed: bool = True
