"""Who is quoted, counted by hand: an agency's text once, unknown and unnamed apart."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.statistics import speaker_statistics, unnamed_sources
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import Store

ADA, BEN = Speaker("s1", "Ada Quill", "person"), Speaker("s2", "Ben Harrow", "person")
TRUST, SOURCE = Speaker("s3", "Harbour Trust", "organization"), Speaker("s4", "a clerk", "unnamed")
EVERYTHING = Period()


def article(store: Store, day: str, outlet: str | None, *said: tuple[Speaker | None, str]) -> None:
    """Keep an article with these quotes."""
    quotes = []
    for n, (who, words) in enumerate(said, 1):
        speaker = who and QuotedSpeaker(who.id, who.name, who.kind, None, who.name, 900, 900 + len(who.name))
        verdict = "likely" if who else "unknown"
        quotes.append(Quote(f"q{n}", "direct", words, n * 50, n * 50 + len(words), verdict, 0.8, speaker=speaker))
    document = Document(f"{day} {outlet} {said}", publisher=outlet, published_at=day,
                        url=f"https://{outlet}.example/{day}")
    keep(store, Reading(document, tuple(quotes), tuple(dict.fromkeys(who for who, _ in said if who))))


@pytest.fixture
def month(store: Store) -> Store:
    """A month of three outlets."""
    agency = ((ADA, "The harbour opens on Monday"), (SOURCE, "It will be late"), (None, "No comment today"))
    article(store, "2025-03-03", "Times", *agency)
    article(store, "2025-03-04", "Post", *agency)
    article(store, "2025-03-05", "Echo", (ADA, "the harbour OPENS on Monday"), (BEN, "We shall see"))
    article(store, "2025-03-20", "Times", (ADA, "The harbour opens on Monday"), (TRUST, "We shall see"))
    article(store, "2025-04-01", "Post", (BEN, "We saw"), (SOURCE, "Late it was"))
    return store


def counted(store: Store, period: Period) -> dict[str | None, tuple[int, int, int]]:
    speakers = speaker_statistics(store, period, 20).speakers
    return {one.name: (one.quotes, one.printed, one.documents) for one in speakers}


def test_an_agencys_words_count_once_and_again_when_said_anew(month: Store):
    assert counted(month, EVERYTHING) == {"Ada Quill": (2, 4, 4), "Ben Harrow": (2, 2, 2), "Harbour Trust": (1, 1, 1)}


def test_unknown_and_unnamed_are_told_apart_and_are_nobody(month: Store):
    found = speaker_statistics(month, EVERYTHING, 20)
    assert (found.quotes, found.unknown, found.unnamed) == (8, 1, 2)
    assert (found.unknown_share, found.unnamed_share) == (0.125, 0.25)
    assert {one.kind for one in found.speakers} == {"person", "organization"}


@pytest.mark.parametrize("period, names", [
    (Period("2025-04-01"), {"Ben Harrow": (1, 1, 1)}), (Period(None, "2025-03-03"), {"Ada Quill": (1, 1, 1)}),
    (Period("2025-03-04", "2025-03-05"), {"Ada Quill": (1, 2, 2), "Ben Harrow": (1, 1, 1)}),
    (Period(publisher="TIMES"), {"Ada Quill": (2, 2, 2), "Harbour Trust": (1, 1, 1)}), (Period(publisher="Nobody"), {}),
    (Period("2026-01-01"), {}),
])
def test_a_period_and_an_outlet_narrow(month: Store, period: Period, names: dict):
    assert counted(month, period) == names


def test_new_speakers_are_those_with_their_first_quote_in_the_period(month: Store):
    march = speaker_statistics(month, Period("2025-03-04", "2025-03-31"), 20)
    assert (march.new, [(one.name, one.first) for one in march.newest]) == (
        2, [("Harbour Trust", "2025-03-20"), ("Ben Harrow", "2025-03-05")])
    assert speaker_statistics(month, Period("2025-04-01"), 20).new == 0
    assert [one.name for one in speaker_statistics(month, EVERYTHING, 1).newest] == ["Harbour Trust"]


def test_unnamed_sources_by_outlet_and_month(month: Store):
    assert [(one.publisher, one.month, one.quotes, one.unnamed, one.unknown, one.unnamed_share)
            for one in unnamed_sources(month, EVERYTHING)] == [
        ("Echo", "2025-03", 2, 0, 0, 0.0), ("Post", "2025-03", 3, 1, 1, 0.3333), ("Times", "2025-03", 5, 1, 1, 0.2),
        ("Post", "2025-04", 2, 1, 0, 0.5)]


def test_only_active_quotes_count(month: Store):
    article(month, "2025-03-03", "Times", (BEN, "Something else"))
    assert counted(month, Period("2025-03-03", "2025-03-03")) == {"Ben Harrow": (1, 1, 1)}


def test_an_empty_collection_has_no_shares(store: Store):
    found = speaker_statistics(store, EVERYTHING, 20)
    assert (found.quotes, found.unknown_share, found.unnamed_share, found.speakers, found.new) == (0, 0.0, 0.0, (), 0)
    assert unnamed_sources(store, EVERYTHING) == ()


def test_articles_without_outlet_are_counted_too(store: Store):
    article(store, "2025-03-03", None, (SOURCE, "It will be late"))
    assert [(one.publisher, one.unnamed) for one in unnamed_sources(store, EVERYTHING)] == [(None, 1)]
