"""Articles as they are handed to the command line: read up to a limit, text and HTML told apart by content."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from quotes.records.document import Article
from quotes.records.errors import InvalidInput, TooLarge
from quotes.schemas.corpus import check_text

Content = Literal["text", "html"]
STANDARD = "-"
LOOKED_AT = 100_000
UTF8_MARK, UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
STARTS_AS_PAGE = re.compile(
    r"\s*<(?:!doctype\b|html\b|\?xml\b|!--|(?:head|body|article|main|section|div|p|h[1-6])\b[^<>]*>)", re.IGNORECASE)
FEED = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex)\b",
                  re.DOTALL)
BLOCK_TAG = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|article|section|body)\s*>", re.IGNORECASE)
LINES, TABLES, ARCHIVES = (".jsonl", ".ndjson"), (".csv", ".json"), (".warc", ".warc.gz")
OF_MANY = LINES + TABLES + ARCHIVES
KNOWN_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a packed file (a word processor's document or a zip)"),
    (b"\xd0\xcf\x11\xe0", "a word processor's document"),
    (b"\x1f\x8b", "a gzip file"),
)


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """A file by its name, or standard input for “-”, as bytes."""
    if name == STANDARD:
        if sys.stdin is None:  # closed by whoever started the program
            raise InvalidInput("There is no standard input to read; give a file.")
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as stream:
        yield stream


def shown_name(name: str) -> str:
    """What an input is called in a message."""
    return "standard input" if name == STANDARD else name


def read_article(name: str, limit: int, content: Content | None = None) -> Article:
    """The article in a file, or in standard input; `content` says what it is where content should not decide."""
    called = shown_name(name)
    if content is None and name.lower().endswith(OF_MANY):
        raise InvalidInput(f"{called} holds many articles; `quotes ingest` reads them, and `quotes extract --corpus` "
                           "those of JSON Lines.")
    with opened(name) as stream:
        data = stream.read(limit + 1)
    feed = FEED.match(data[:LOOKED_AT])
    if feed and content is None:
        kind = feed[1].decode()
        raise InvalidInput(f"{called} is a feed ({kind}), which lists articles; save the articles themselves.")
    if len(data) > limit:
        raise TooLarge(f"{called} is longer than {limit} bytes; raise QUOTES_MAX_BYTES to have it read.")
    if (content or told_apart(data)) == "html":
        return Article(html=data)
    return _text_article(data, called)


def told_apart(data: bytes) -> Content:
    """Whether an input is text or a page: a page begins with a tag, or closes two blocks at least."""
    head = data[:LOOKED_AT]
    seen = head.decode("utf-16" if head.startswith(UTF16_MARKS) else "latin-1", "replace")
    seen = seen.removeprefix(UTF8_MARK.decode("latin-1")).removeprefix("\ufeff")
    if STARTS_AS_PAGE.match(seen):
        return "html"
    return "html" if sum(1 for _ in zip(BLOCK_TAG.finditer(seen), range(2), strict=False)) == 2 else "text"


def _text_article(data: bytes, called: str) -> Article:
    for start, kind in KNOWN_FILES:
        if data.startswith(start):
            raise InvalidInput(f"{called} is {kind}, which cannot be read; save the article as text or HTML first.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        message = f"{called} is not UTF-8 (byte {error.start + 1} does not fit); save it as UTF-8 and try again."
        raise InvalidInput(message) from error
    try:
        return check_text(text)
    except InvalidInput as error:
        raise InvalidInput(f"{called}: {error}") from error
