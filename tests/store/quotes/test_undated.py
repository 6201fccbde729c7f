"""What is undated: last by date in both directions, of no day, never dated by its arrival; posts go by their day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quotes.collection.filters import by_words
from quotes.collection.ingestion import keep
from quotes.collection.profiles import timeline
from quotes.records.document import Document
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.profiles import Span
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import Page, PageRequest, QuoteFilter
from quotes.store.table_store import TableStore
from tests.store.quotes.test_quotes import DAYS, RANGES, by, walk


@pytest.mark.parametrize("since, until, found", RANGES)
def test_undated_ones_are_of_no_day_but_where_they_are_asked_for(
    store: TableStore, since: str, until: str, found: list[int],
):
    for number, day in enumerate(DAYS):
        keep(store, by("Ann Lee", number, day))
    wanted = QuoteFilter(since=since, until=until, undated=True)
    quotes = store.quotes(wanted, PageRequest()).items
    assert [quote.document.url[-1] for quote in quotes[-3:]] == ["8", "6", "5"]
    assert sorted(quote.document.url[-1] for quote in quotes[:-3]) == [str(number) for number in found]
    assert store.count_quotes(wanted) == len(found) + 3
    assert len(store.quotes(QuoteFilter(undated=True), PageRequest()).items) == len(DAYS)


BY_DATE, UNDATED = [7, 2, 1, 3, 0, 4], [5, 6, 8]
ORDERS = [("date", False, [*BY_DATE, *UNDATED[::-1]]), ("date", True, [*BY_DATE[::-1], *UNDATED]),
          ("added", False, [8, 7, 6, 5, 4, 3, 2, 1, 0]), ("added", True, [0, 1, 2, 3, 4, 5, 6, 7, 8])]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 6, 9, 20])
@pytest.mark.parametrize("wanted", ORDERS)
@pytest.mark.parametrize("searched", [False, True])
def test_undated_ones_are_last_in_both_directions(store: TableStore, wanted: Any, limit: int, searched: bool):
    order, ascending, whole = wanted
    for number, day in enumerate(DAYS):
        keep(store, by("Ann Lee", number, day))

    def part(request: PageRequest) -> Page[Any]:
        request = replace(request, ascending=ascending)
        if searched:
            return store.search(by_words(QuoteFilter(), "words"), request, order, 5000).page
        return store.quotes(QuoteFilter(), request, order)

    pages = walk(part, limit, part(PageRequest(limit)), "next")
    assert [int(quote.document.url[-1]) for page in pages for quote in page.items] == whole
    back = walk(part, limit, pages[-1], "prev")
    assert [int(quote.document.url[-1]) for page in reversed(back) for quote in page.items] == whole


@pytest.mark.parametrize("limit", [1, 2, 3, 20])
@pytest.mark.parametrize("wanted", [
    ("date", False, [2, 1, 3, 0, 8, 6, 5]), ("date", True, [0, 3, 1, 2, 5, 6, 8]),
    ("added", False, [8, 6, 5, 3, 2, 1, 0]), ("added", True, [0, 1, 2, 3, 5, 6, 8])])
@pytest.mark.parametrize("searched", [False, True])
def test_some_days_and_the_undated_beside_them_are_one_list(store: TableStore, wanted: Any, limit: int, searched: bool):
    order, ascending, whole = wanted
    for number, day in enumerate(DAYS):
        keep(store, by("Ann Lee", number, day))
    asked = QuoteFilter(since="2024-12-07", until="2024-12-08", undated=True)

    def part(request: PageRequest) -> Page[Any]:
        request = replace(request, ascending=ascending)
        if searched:
            return store.search(by_words(asked, "words"), request, order, 5000).page
        return store.quotes(asked, request, order)

    pages = walk(part, limit, part(PageRequest(limit)), "next")
    assert [int(quote.document.url[-1]) for page in pages for quote in page.items] == whole
    back = walk(part, limit, pages[-1], "prev")
    assert [int(quote.document.url[-1]) for page in reversed(back) for quote in page.items] == whole


def posted(posted_at: str | None, published_at: str | None) -> Reading:
    """A reading with a post and, before it, words that somebody said."""
    said = QuotedSpeaker("s1", "Ann Lee", "person")
    quotes = (Quote("q1", "direct", "Words before it", 0, 5, "likely", 0.5, speaker=said),
              Quote("q2", "post", "Words of a post", 6, 9, "likely", 0.5, speaker=said,
                    post=PostDetails("bluesky", "annlee", posted_at=posted_at)))
    return Reading(Document("Some text", url="https://example.org/1", published_at=published_at), quotes,
                   (Speaker("s1", "Ann Lee", "person"),))


@pytest.mark.parametrize("posted_at, published_at, article, post", [
    ("2021-03-04T22:00:00Z", "2021-03-06", 6, 4), (None, "2021-03-06", 6, 6), ("2021-03-04T22:00:00Z", None, None, 4),
    ("last Tuesday", "2021-03-06", 6, 6), (None, None, None, None),
])
def test_a_post_goes_by_its_own_day(store: TableStore, posted_at: str, published_at: str, article: int, post: int):
    def days() -> list[list[int]]:
        return [[day for day in range(1, 9) if one in {quote.id for quote in store.quotes(
            QuoteFilter(since=f"2021-03-0{day}", until=f"2021-03-0{day}", status=None), PageRequest()).items}]
            for one in ("q1", "q2")]

    expected = [[article] if article else [], [post] if post else []]
    keep(store, posted(posted_at, published_at))
    assert days() == expected
    later = posted(posted_at, published_at)
    keep(store, replace(later, document=replace(later.document, text="Other text"), quotes=(), speakers=()))
    assert [quote.status for quote in store.document_quotes("d1", None)] == ["withdrawn"] * 2
    assert days() == expected


def test_what_is_kept_says_when_it_came_in_and_what_its_date_rests_on(store: TableStore):
    reading = by("Ann Lee", 1, "2024-12-08")
    keep(store, replace(reading, document=replace(reading.document, published_from="url", archived_at="2025-01-01")))
    kept = store.document("d1")
    assert (kept.published_from, kept.archived_at, kept.added_at) == ("url", "2025-01-01", store.arrivals(["d1"])["d1"])
    assert store.quote("q1").document == replace(kept, text="", blocks=(), warnings=())
    keep(store, replace(reading, document=replace(reading.document, text="Changed", published_at=None)))
    again = store.document("d1")
    assert (again.published_at, again.published_from, again.added_at) == ("2024-12-08", "url", kept.added_at)


def test_no_day_of_arrival_is_among_the_days_of_a_collection_or_a_speaker(store: TableStore):
    for number, day in enumerate((None, "2024-01-31T23:30:00-05:00", "2024-02-02", None)):
        keep(store, by("Ann Lee", number, day))
    assert (store.coverage().since, store.coverage().until) == ("2024-01-31", "2024-02-02")
    assert store.span("s1") == Span(4, "2024-01-31", "2024-02-02")
    assert [(one.start, one.quotes) for one in timeline(store, "s1")] == [("2024-01-01", 1), ("2024-02-01", 1)]
    assert [one.day for one in store.appearances("s1", 9)] == [None, "2024-02-02", "2024-01-31", None]


def test_a_speaker_without_any_date_has_no_timeline(store: TableStore):
    keep(store, by("Ann Lee", 1))
    assert store.span("s1") == Span(1)
    assert timeline(store, "s1") == ()
    assert (store.coverage().documents, store.coverage().since, store.coverage().until) == (1, None, None)


@pytest.mark.parametrize("period, quotes, months, new", [
    (Period(), 3, ["2024-01", "2024-02", None], ["2024-01-31"]),
    (Period("2024-01-01", "2024-12-31"), 2, ["2024-01", "2024-02"], ["2024-01-31"]),
    (Period("2024-02-01"), 1, ["2024-02"], []), (Period(until="2024-01-31"), 1, ["2024-01"], ["2024-01-31"]),
    (Period("2024-02-01", undated=True), 2, ["2024-02", None], []),
])
def test_undated_quotes_are_counted_in_no_period(store: TableStore, period: Period, quotes: int, months: Any, new: Any):
    for number, day in enumerate((None, "2024-01-31T23:30:00-05:00", "2024-02-29")):
        reading = by("Ann Lee", number, day)
        keep(store, replace(reading, quotes=(replace(reading.quotes[0], text=f"Words number {number}"),)))
    assert sum(one.quotes for one in store.speaker_counts(period)) == quotes
    assert [one.month for one in store.outlet_months(period)] == months
    assert [one.first for one in store.new_speakers(period, 5)[1]] == new
