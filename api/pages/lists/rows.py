"""The rows of long lists, made ready: calls from inside a template, one for each word, take longer than the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotes.api.labels import day, one_line
from quotes.api.pages.addresses import addresses
from quotes.records.document import Document
from quotes.records.outlet import shown_outlet
from quotes.store.contract.directory import OutletCount

OUTLET = "outlet_pages.outlet"
UNTITLED = "Article without a title"


class OutletRow(NamedTuple):
    """An outlet in a list: its page, what it is called, its quotes, the day of the newest."""

    href: str
    name: str
    quotes: int
    last: str


class ArticleRow(NamedTuple):
    """An article in a list; what is not known is empty, of an undated one the day."""

    href: str
    title: str
    language: str
    outlet_href: str
    outlet: str
    moment: str
    day: str
    byline: str


def outlet_rows(outlets: Sequence[OutletCount]) -> list[OutletRow]:
    """Outlets as rows."""
    hrefs = addresses(OUTLET, "name", [one.publisher for one in outlets])
    return [OutletRow(href, shown_outlet(one.publisher, one.publisher_printed) or "", one.quotes, day(one.last))
            for href, one in zip(hrefs, outlets, strict=True)]


def article_rows(documents: Sequence[Document]) -> list[ArticleRow]:
    """Articles as rows."""
    hrefs = addresses("document_pages.document_page", "id", [one.id for one in documents])
    of_outlets = addresses(OUTLET, "name", [one.publisher or "" for one in documents])
    return [_article(one, *both) for one, *both in zip(documents, hrefs, of_outlets, strict=True)]


def _article(one: Document, href: str, of_outlet: str) -> ArticleRow:
    return ArticleRow(
        href, one_line(one.title, 200) or UNTITLED, one_line(one.language, 35), of_outlet,
        shown_outlet(one.publisher, one.publisher_printed) or "", one_line(one.published_at, 40),
        day(one.published_at), one_line(one.byline))
