"""What the home page shows before anything is asked: the newest day, the week before it, disagreements, corrections.

Days are the collection's own: where nothing is of today, the newest day is shown, and is said to be that. What is
undated is of no day. A section is there only when it has something.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quotes.collection.corrections import Correction, corrections
from quotes.collection.disagreements import Disagreement, disagreements, with_quotes
from quotes.collection.statistics import SpeakerStatistics, speaker_statistics
from quotes.records.quote import Quote
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import PageRequest, QuoteFilter, Store

MOST_QUOTES, MOST_SPEAKERS, MOST_OTHERS = 5, 8, 3
LOOKED_AT = 40  # the newest quotes, of which those are shown that tell most
GROUPS = 60  # the newest groups of quotes that begin alike
WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Week:
    """The seven days up to the newest one: who was quoted most, and who had not been before, if there was a before."""

    first: str
    last: str
    counts: SpeakerStatistics
    with_new: bool


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The sections. `day` is the newest day with quotes, `is_today` whether that is today; `more` are its others."""

    day: str | None
    is_today: bool
    quotes: tuple[Quote, ...]
    more: int
    week: Week | None
    disagreements: tuple[Disagreement, ...]
    corrections: tuple[Correction, ...]


def front_page(store: Store, today: date | None = None) -> FrontPage:
    """The sections as they are now; days that lie ahead are a page's mistake, and never the newest."""
    today = today or datetime.now(UTC).date()
    until = today.isoformat()
    newest = store.quotes(QuoteFilter(until=until), PageRequest(LOOKED_AT)).items
    day = _day(newest[0]) if newest else None
    of_day = sorted((quote for quote in newest if _day(quote) == day), key=_tells_little)[:MOST_QUOTES]
    count = store.count_quotes(QuoteFilter(since=day, until=day)) if day else 0
    found = disagreements(store, GROUPS)[:MOST_OTHERS]
    return FrontPage(day, day == until, tuple(of_day), count - len(of_day), _week(store, day) if day else None,
                     with_quotes(store, found), corrections(store, PageRequest(MOST_OTHERS)).items)


def _week(store: Store, day: str) -> Week:
    first = (date.fromisoformat(day) - timedelta(days=WEEK - 1)).isoformat()
    counts = speaker_statistics(store, Period(first, day), MOST_SPEAKERS)
    held = store.coverage()
    return Week(first, day, counts, with_new=bool(held.since and held.since < first))


def _tells_little(quote: Quote) -> tuple[bool, bool, bool]:
    """Whether a quote tells a reader little: no words, nobody who said them, or a piece of a sentence."""
    return not quote.text, quote.speaker is None, quote.kind == "mixed"


def _day(quote: Quote) -> str | None:
    """The day of a quote: a post's own, else its article's."""
    own = quote.post.posted_at if quote.post else None
    moment = own or (quote.document.published_at if quote.document else None)
    return moment and moment[:10]
