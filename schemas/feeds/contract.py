"""What every feed says, whatever its format: a title, addresses, and entries with their moments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from quotes.records.outlet import outlet_of
from quotes.records.quote import Quote
from quotes.schemas.text_fields import is_web_address

LONGEST_TITLE = 140
BEGINNING = "1970-01-01T00:00:00+00:00"  # of a feed in which there is nothing yet


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote in a feed. `page` is its page here, `link` the passage where it was published."""

    page: str
    title: str
    words: str
    speaker: str | None
    source: str
    link: str | None
    published: str | None
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `address` is its own, `home` the page for people, `next` the address of older entries."""

    title: str
    address: str
    home: str
    next: str | None
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The moment of the newest entry, so that an unchanged feed is the same byte for byte."""
        return max((entry.updated for entry in self.entries), default=BEGINNING)


def entry_of(quote: Quote, page: str, correction: str | None) -> Entry:
    """A quote as an entry, with the moment when a person last changed it.

    It is published on the day of its article, a post on its own, and updated when the article came in or a person
    changed it. What is undated has no day of publication.
    """
    document, link = quote.document, quote.link
    speaker = quote.speaker.name if quote.speaker else None
    words = plain(quote.text or "")
    published = (moment(quote.post.posted_at) if quote.post else None) or (
        moment(document.published_at) if document else None)
    arrival = document.added_at if document else None
    stance = "" if quote.stance.kind == "asserted" else f" ({quote.stance.kind})"
    shown = f"{plain(speaker or 'Speaker unknown')}{stance}: " + (f"“{words}”" if words else "a social post")
    return Entry(
        page=page,
        title=_short(shown),
        words=words,
        speaker=plain(speaker) if speaker else None,
        source=", ".join(plain(part) for part in (outlet_of(document), document.title) if part) if document else "",
        link=link if link and is_web_address(link) else None,
        published=published,
        updated=max(known or BEGINNING for known in (published, moment(arrival), moment(correction))),
    )


def moment(written: str | None) -> str | None:
    """A date or moment in ISO 8601 as RFC 3339 in UTC; None for what is no moment. A day stands for its beginning."""
    try:
        found = datetime.fromisoformat(written or "")
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None


def plain(words: str) -> str:
    """Words without the characters that XML has no place for."""
    return "".join(character for character in words if character in "\t\n" or _in_xml(ord(character)))


def _in_xml(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def entries_of(quotes: Iterable[tuple[Quote, str]], corrections: Mapping[str, str]) -> tuple[Entry, ...]:
    """Quotes, each with the address of its page, as entries; the corrections are moments by ids of quotes."""
    return tuple(entry_of(quote, page, corrections.get(quote.id)) for quote, page in quotes)


def _short(words: str) -> str:
    """Words on one line, cut at a length."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"
