"""One speaker as a whole: who papers say it is, under which names, how each is known, and when words were printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from quotes.records.speaker import Speaker
from quotes.store.contract.profiles import Appearance, Span
from quotes.store.contract.store import Store

LOOKED_AT = 50  # documents, the latest: what papers call somebody now
MOST_SHOWN = 12
# A timeline has months, quarters, years or, where a date is far off, many years, so that bars can be told apart.
FEW_YEARS, FEW_MONTHS, MOST_STRETCHES = 12, 36, 100
END = "9999-12-31T23:59:59"  # of all dates that there are


@dataclass(frozen=True, slots=True)
class Called:
    """A description or a name, in how many of the latest documents it stands, and the latest of them.

    `hows` says how the bearer was taken for this speaker, with the confidence of the surest time.
    """

    words: str
    documents: int
    latest: Appearance
    hows: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A speaker with how many quotes from when to when, and what the latest documents call it."""

    speaker: Speaker
    span: Span
    descriptions: tuple[Called, ...]
    names: tuple[Called, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, quarter or year of a timeline, and the number of quotes in it."""

    start: str
    quotes: int


def portrait(store: Store, speaker: Speaker) -> Profile:
    """What is known of a speaker over all documents."""
    seen = store.appearances(speaker.id, LOOKED_AT)
    return Profile(speaker, store.span(speaker.id),
                    _gathered((one.description, one) for one in seen), _gathered((one.name, one) for one in seen))


def _gathered(found: Iterable[tuple[str | None, Appearance]]) -> tuple[Called, ...]:
    """The same words once each, those of the most documents first."""
    by_words: dict[str, list[Appearance]] = {}
    for words, one in found:
        if words:
            by_words.setdefault(words, []).append(one)
    most = sorted(by_words.items(), key=lambda said: -len(said[1]))[:MOST_SHOWN]
    return tuple(Called(words, len(seen), seen[0], _hows(seen)) for words, seen in most)


def _hows(seen: Iterable[Appearance]) -> tuple[tuple[str, float], ...]:
    """How somebody was taken for the speaker, each way with the confidence of the surest time."""
    hows: dict[str, float] = {}
    for one in seen:
        hows[one.how] = max(one.confidence, hows.get(one.how, 0.0))
    return tuple(hows.items())


def timeline(store: Store, speaker_id: str) -> tuple[Stretch, ...]:
    """How many quotes a speaker has in each month, quarter, year or more, from the first to the last."""
    span = store.span(speaker_id)
    if not span.first or not span.last:
        return ()
    bounds = list(_bounds(date.fromisoformat(span.first), date.fromisoformat(span.last)))
    counts = store.quotes_over_time(speaker_id, bounds)
    return tuple(Stretch(day, count) for day, count in zip(bounds, counts, strict=False))


def _bounds(first: date, last: date) -> Iterable[str]:
    """Where the stretches of a timeline begin, and where the last one ends."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = 1 if months <= FEW_MONTHS else 3 if months <= FEW_YEARS * 12 else 12 * ceil(months / (12 * MOST_STRETCHES))
    at = first.year * 12 + (first.month - 1) // step * step
    after = last.year * 12 + last.month - 1
    while at <= after:
        yield date(at // 12, at % 12 + 1, 1).isoformat()
        at += step
    yield date(at // 12, at % 12 + 1, 1).isoformat() if at // 12 <= date.max.year else END
