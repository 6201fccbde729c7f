"""Readings to keep."""

from __future__ import annotations

from quotes.records.document import Document
from quotes.records.evidence import Clue, Cue
from quotes.records.post import Account, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker

GHANI = Speaker("s1", "Hassan Abdul Ghani", "person", "a rebel spokesperson", ("Ghani", "Abdul Ghani"),
                (Account("twitter", "HAGhani"),))
BATHS = Speaker("s2", "Harbour Baths Trust", "organization")


def said(number: int, speaker: Speaker = GHANI) -> Quote:
    """A quote of somebody, with a clue."""
    words = f"The water is cold, number {number}"
    return Quote(f"q{number}", "direct", words, number * 50, number * 50 + len(words), "certain", 0.9,
                 speaker=QuotedSpeaker(speaker.id, speaker.name, speaker.kind, speaker.description, "Ghani", 1, 6),
                 cue=Cue("said", 2, 6), clues=(Clue("cue", "The word “said” stands beside it.", 1.5, 2, 6),))


def a_reading(number: int = 1, quotes: int = 3, day: str | None = "2024-12-08") -> Reading:
    """A reading with quotes of two speakers and one post; another one for every number."""
    found = [said(place, GHANI if place % 2 else BATHS) for place in range(1, quotes + 1)]
    post = Quote(f"q{quotes + 1}", "post", "Cold again today", 5000, 5016, "certain", 1.0, parent="q1",
                 post=PostDetails("twitter", "HAGhani", post_id=str(number)))
    document = Document(f"Article {number}. " + "The harbour lay still. " * 300, title=f"Article {number}",
                        url=f"https://example.org/{number}", publisher="Example Times", published_at=day)
    return Reading(document, (*found, post), (GHANI, BATHS))
