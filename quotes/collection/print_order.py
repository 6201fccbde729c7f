"""The order in which quotes were printed, as far as their dates give it.

A day is the one that is printed, in the zone in which it is printed; a moment is exact only with its zone. Of two
moments the earlier one is first; of all else the earlier day is. The same day is the same day: a bare day is neither
before nor after a time of that day. What is undated has no place among the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quotes.records.quote import Quote

LAST = (date.max, datetime.max.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Printed:
    """When something was printed: the day as printed, and the moment where a time and its zone are printed too."""

    day: date
    moment: datetime | None = None

    def is_before(self, other: Printed) -> bool:
        """Whether the dates say that this was first."""
        if self.moment is not None and other.moment is not None:
            return self.moment < other.moment
        return self.day < other.day


def printed_when(quote: Quote) -> Printed | None:
    """When a quote was printed, a post by its own date where it is known; None for what is undated."""
    own = _read(quote.post.posted_at) if quote.post is not None else None
    return own or (_read(quote.document.published_at) if quote.document is not None else None)


def in_order(quotes: Sequence[Quote]) -> list[Quote]:
    """Quotes by their days, those of one day with moments by these, what is undated last; the rest as they came in."""
    return sorted(quotes, key=_place)


def earliest(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes of which the dates do not say that another one was before them; of one alone there is no doubt.

    Where several are dated, what is undated is none of them, for nothing says when it was printed.
    """
    if len(quotes) == 1:
        return (quotes[0],)
    dated = [(quote, when) for quote in quotes if (when := printed_when(quote)) is not None]
    return tuple(quote for quote, when in dated if not any(other.is_before(when) for _, other in dated))


def _place(quote: Quote) -> tuple[date, datetime, int]:
    when = printed_when(quote)
    if when is None:
        return (*LAST, int(quote.id[1:]))
    return when.day, when.moment or datetime.combine(when.day, datetime.min.time(), UTC), int(quote.id[1:])


def _read(written: str | None) -> Printed | None:
    try:
        moment = datetime.fromisoformat(written or "")
        return Printed(moment.date(), None if moment.tzinfo is None else moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return None  # a page may print anything as its date
