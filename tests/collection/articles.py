"""Readings in few words."""

from __future__ import annotations

from quotes.records.document import Document
from quotes.records.post import Account, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker, SpeakerKind


def speaker(name: str, kind: SpeakerKind = "person", handle: str | None = None, id: str = "s1", *,
            aliases: tuple[str, ...] = ()) -> Speaker:
    """Somebody, with an account on twitter or without."""
    accounts = () if handle is None else (Account("twitter", handle),)
    return Speaker(id, name, kind, aliases=aliases, accounts=accounts)


def quote(words: str | None, id: str = "q1", by: Speaker | None = None, post: PostDetails | None = None) -> Quote:
    """Something said, by somebody or by nobody known."""
    who = None if by is None else QuotedSpeaker(by.id, by.name, by.kind, mention=by.name, start=0, end=len(by.name))
    return Quote(id, "direct" if post is None else "post", words, 0, len(words or ""), "certain" if who else "unknown",
                 0.9 if who else 0.0, speaker=who, post=post)


def reading(text: str, *found: Quote, url: str | None = None, publisher: str | None = None,
            speakers: tuple[Speaker, ...] = ()) -> Reading:
    """What was found in a text."""
    return Reading(Document(text, url=url, publisher=publisher), found, speakers)


def saying(text: str, who: Speaker, url: str | None = None) -> Reading:
    """A text in which one person says one thing."""
    return reading(text, quote("Nothing is decided yet", by=who), url=url, speakers=(who,))
