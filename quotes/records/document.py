"""Articles as they come in, and the documents that they become: text, blocks, and what is known about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotes.records.frozen import quickly_made
from quotes.records.post import Post

BlockKind = Literal["headline", "paragraph", "quote", "caption", "list", "embed", "credit"]
AddressOrigin = Literal["caller", "page"]
DateOrigin = Literal["caller", "json-ld", "meta", "time", "url", "text"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Article:
    """What a caller hands in: exactly one of `text` and `html`, and what is known about it.

    `html` may be bytes as they came over the wire, or a string already decoded. `published_at` is a date or a
    date with time in ISO 8601. What is given here wins over what a page says about itself. `charset` is what the server
    said that the bytes are in; `archived_at`, when an archive took the page, is kept beside what the page says of its
    date and never stands in for it.
    """

    text: str | None = None
    html: str | bytes | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    language: str | None = None
    id: str | None = None
    charset: str | None = None
    archived_at: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Warned:
    """Something a reader of the result should know; `code` is stable, `message` is for people."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document that the page or the text sets apart, with its kind."""

    kind: BlockKind
    start: int
    end: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Document:
    """One article as text with its blocks in order, and what is known about where it comes from.

    `text` is what came in without byte-order mark and with LF line ends, nothing else changed; for a page it is
    the article's body. `publisher` is the outlet: what the caller said, else the domain of the address, else what the
    page prints; `publisher_printed` is the name that the page prints for it. `embeds` are the posts that the reader
    took out of a page's markup. `engine` names the version of the extractor and of its model.

    `published_at` is None for an undated article, and `published_from` says what a date rests on: the caller, JSON-LD,
    a meta tag, an element of the page that holds a machine's date (`time`), the address, or the words of the page.
    `url_from` says who gave the address: the caller, or the page alone, which may claim any.
    `archived_at` is when an archive took the page, `added_at` when a store first kept it, None outside of one; neither
    is ever taken for the day of publication.
    """

    text: str
    id: str = "d1"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    publisher_printed: str | None = None
    byline: str | None = None
    published_at: str | None = None
    language: str | None = None
    engine: str = ""
    published_from: DateOrigin | None = None
    archived_at: str | None = None
    url_from: AddressOrigin | None = None
    added_at: str | None = None
    blocks: tuple[Block, ...] = ()
    embeds: tuple[Post, ...] = ()
    warnings: tuple[Warned, ...] = ()


class Passage(NamedTuple):
    """One block of the text as the later steps read it."""

    kind: BlockKind
    start: int
    end: int
