"""What came in, bytes, HTML or text, becomes a Document.

A text is kept as it is, but for its byte-order mark and its line ends; a page goes through
quotes.documents.html.page. What the caller says about the article wins over what the page says about itself. The outlet
is the domain of the address, by quotes.documents.outlets, unless the caller names one.
"""

from __future__ import annotations

import re

from quotes.documents.dates import machine_moment
from quotes.documents.html.page import Page, read_page
from quotes.documents.html.publication_date import Dated
from quotes.documents.language_detection import language_code, language_of, page_language
from quotes.documents.outlets import domain_written, outlet_domain
from quotes.documents.text_blocks import text_blocks
from quotes.records.document import Article, Block, Document, Warned
from quotes.records.errors import InvalidInput

SURROGATE = re.compile("[\ud800-\udfff]")

ARCHIVED = Warned("archived_date", "This page names no date, and so its article is undated; the day on which it was "
                                   "archived is kept apart.")


def read_article(article: Article) -> Document:
    """The Document of an article.

    Raises InvalidInput if there is not exactly one of text and HTML, or if it holds what no text can hold.
    """
    if article.text is not None and article.html is None:
        return _text_document(article, article.text)
    if article.html is not None and article.text is None:
        return _page_document(article, article.html)
    if article.text is None:
        raise InvalidInput("There is no article: give its text or its HTML.", "text")
    raise InvalidInput("Give the article's text or its HTML, not both.", "html")


def _text_document(article: Article, text: str) -> Document:
    _check(text, "text")
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = text_blocks(text)
    return Document(
        text=text, id=article.id or "d1", title=article.title, url=article.url,
        url_from="caller" if article.url else None,
        publisher=_said(article) or outlet_domain(article.url), byline=article.byline,
        published_at=article.published_at, published_from="caller" if article.published_at else None,
        archived_at=machine_moment(article.archived_at) if article.archived_at else None,
        language=language_code(article.language) or language_of(text), blocks=blocks, warnings=_warnings(blocks),
    )


def _page_document(article: Article, html: str | bytes) -> Document:
    if isinstance(html, str):
        _check(html, "html")
    page = read_page(html, article.url, article.charset)
    facts = page.facts
    dated = Dated(article.published_at, "caller") if article.published_at else page.dated
    archived_at = machine_moment(article.archived_at) if article.archived_at else None
    warnings = (*_warnings(page.blocks), *page.warnings)
    if archived_at and not dated:
        warnings = (*warnings, ARCHIVED)
    return Document(
        text=page.text, id=article.id or "d1",
        title=article.title or facts.title, url=article.url or facts.url,
        url_from="caller" if article.url else "page" if facts.url else None,
        publisher=_said(article) or facts.outlet or domain_written(facts.printed or "") or facts.printed,
        publisher_printed=facts.printed, byline=article.byline or facts.byline,
        published_at=None if dated is None else dated.written, published_from=None if dated is None else dated.origin,
        archived_at=archived_at,
        language=language_code(article.language) or page_language(facts.language, _own_words(page)),
        blocks=page.blocks, embeds=page.embeds, warnings=warnings,
    )


def _said(article: Article) -> str | None:
    """The outlet that the caller named."""
    return article.publisher if article.publisher and article.publisher.strip() else None


def _own_words(page: Page) -> str:
    """The page's text without its posts, which are often in another language."""
    edges = [0, *(edge for post in page.embeds for edge in (post.outer_start, post.outer_end)), len(page.text)]
    return "\n".join([page.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)])


def _warnings(blocks: tuple[Block, ...]) -> tuple[Warned, ...]:
    return () if blocks else (Warned("no_text", "There is no text in this article."),)


def _check(text: str, field: str) -> None:
    if "\x00" in text:
        raise InvalidInput(f"The {field} holds a NUL character, as binary files do; send text.", field)
    if not text.isascii() and SURROGATE.search(text):
        raise InvalidInput(f"The {field} holds half of a surrogate pair, which is no character; decode it anew.", field)


