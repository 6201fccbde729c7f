"""What a page says about its article: title, outlet, author, address, language, and the date that it states.

The order of trust, first that has a value: JSON-LD of an article; Open Graph and `article:` tags; named meta tags of
the trade (Dublin Core, parsely, sailthru …); elements of the page (`<h1>`, `<time>`, `<title>`). The address
is the canonical link's, then Open Graph's. Nothing is guessed where none of them speaks.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.markup import attribute, displayed
from quotes.documents.html.publication_date import Stated, stated_date

ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
                 "BlogPosting", "LiveBlogPosting", "BackgroundNewsArticle", "ReviewNewsArticle", "Report",
                 "SocialMediaPosting", "WebPage")
LOOSE_JSON = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>)\s*$")
TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
PUBLISHER_TAGS = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre")
AUTHOR_TAGS = ("article:author", "author", "dc.creator", "parsely-author", "sailthru.author", "byl",
               "article:author_name")
LANGUAGE_TAGS = ("content-language", "language", "dc.language", "og:locale")
DEEPEST_JSON = 40
NOTHING_STATED = Stated()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about its article, each None where it does not say it."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    stated: Stated = NOTHING_STATED
    url: str | None = None
    language: str | None = None


def page_facts(tree: LexborHTMLParser, url: str | None) -> Facts:
    """The facts of a parsed page."""
    data = _linked_data(tree)
    tags = _meta_tags(tree)
    title = tree.css_first("title")
    canonical = _attribute(tree, "link[rel~=canonical]", "href")
    return Facts(
        title=_first(_word(data, "headline"), *_tags(tags, TITLE_TAGS), _heading(tree),
                     title.text() if title else None),
        publisher=_first(_name(data.get("publisher")), *_tags(tags, PUBLISHER_TAGS)),
        byline=_first(_name(data.get("author")), *(tag for tag in _tags(tags, AUTHOR_TAGS) if "://" not in tag)),
        stated=stated_date(tree, data),
        url=_first(*(link for link in (canonical, tags.get("og:url"), url)
                     if link and link.startswith(("http://", "https://")))),
        language=_first(_word(data, "inLanguage"), _attribute(tree, "html", "lang", "xml:lang"),
                        *_tags(tags, LANGUAGE_TAGS)),
    )


def _heading(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("h1")
    return displayed(node) if node else None


def _attribute(tree: LexborHTMLParser, selector: str, *names: str) -> str | None:
    node = tree.css_first(selector)
    return attribute(node, *names) if node else None


def _first(*values: str | None) -> str | None:
    return next((" ".join(value.split()) for value in values if value and value.strip()), None)


def _meta_tags(tree: LexborHTMLParser) -> dict[str, str]:
    """The page's meta tags by name in lower case, the first of each name."""
    tags: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = attribute(node, "property", "name", "itemprop", "http-equiv").lower()
        content = attribute(node, "content")
        if name and content:
            tags.setdefault(name, content)
    return tags


def _tags(tags: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (tags[name] for name in names if name in tags)


def _linked_data(tree: LexborHTMLParser) -> dict[str, object]:
    """The page's JSON-LD object that describes its article, empty if there is none; what is no JSON is passed over."""
    found: list[dict[str, object]] = []
    for script in tree.css("script[type*='ld+json' i]"):
        try:
            found += _objects(json.loads(LOOSE_JSON.sub("", script.text() or ""), strict=False))
        except (ValueError, RecursionError):
            continue  # publishers' templates write broken JSON; meta tags say the same
    ranked = [(kind, thing) for thing in found for kind in _ranks(thing)]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else {}


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """The objects at the top of JSON-LD: in a list, in "@graph", or as the main entity of a page."""
    if depth > DEEPEST_JSON:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _ranks(thing: dict[str, object]) -> Iterator[int]:
    """How well an object fits as the article: a page's own object only where it has a headline."""
    kinds = thing.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if kind in ARTICLE_TYPES and (kind != "WebPage" or thing.get("headline")):
            yield 1 if kind == "WebPage" else 0


def _word(data: dict[str, object], key: str) -> str | None:
    value = data.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _unescaped(value) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of a person or organization, or the names of several, as one byline."""
    if isinstance(value, str):
        return None if "://" in value else _unescaped(value)
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:10]) if name) or None
    return None


def _unescaped(value: str) -> str:
    return html.unescape(value)
