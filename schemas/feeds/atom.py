"""Atom (RFC 4287), by feedgen."""

from __future__ import annotations

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from quotes.schemas.feeds.contract import Entry, Feed

MEDIA_TYPE = "application/atom+xml"
NOBODY = "Speaker unknown"


def written(feed: Feed) -> bytes:
    """The feed as bytes."""
    made = FeedGenerator()
    made.id(feed.address)
    made.title(feed.title)
    made.updated(feed.updated)
    made.author(name="Quotes")
    made.generator("Quotes")
    links = [{"href": feed.address, "rel": "self", "type": MEDIA_TYPE},
             {"href": feed.home, "rel": "alternate", "type": "text/html"}]
    made.link(links + ([{"href": feed.next, "rel": "next"}] if feed.next else []))
    for entry in feed.entries:
        made.add_entry(_entry(entry), order="append")
    text: bytes = made.atom_str(pretty=True)
    return text


def _entry(entry: Entry) -> FeedEntry:
    made = FeedEntry()
    made.id(entry.page)
    made.title(entry.title)
    made.updated(entry.updated)
    made.author(name=entry.speaker or NOBODY)
    made.content(entry.words or entry.title)
    made.link(href=entry.page, rel="alternate", type="text/html")
    if entry.link:
        made.link(href=entry.link, rel="via")
    if entry.source:
        made.summary(entry.source)
    if entry.published:
        made.published(entry.published)
    return made
