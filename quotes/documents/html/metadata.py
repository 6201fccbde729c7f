"""What a page says about its article: title, outlet, author, address, language, and the date that it states.

The order of trust, first that has a value: JSON-LD of an article; Open Graph and `article:` tags; named meta tags of
the trade (Dublin Core, parsely, sailthru …); elements of the page (`<h1>`, `<time>`, `<title>`). The address
is the canonical link's, then Open Graph's; where these are of two outlets, as on a page that reprints another's, it is
the one whose domain spells the name that the page goes by. Nothing is guessed where none of them speaks.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.markup import attribute, displayed
from quotes.documents.html.publication_date import Stated, stated_date
from quotes.documents.outlet_labels import printed_label, title_names
from quotes.documents.outlets import is_spelt_by, outlet_domain

ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
                 "BlogPosting", "LiveBlogPosting", "BackgroundNewsArticle", "ReviewNewsArticle", "Report",
                 "SocialMediaPosting", "WebPage")
LOOSE_JSON = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>)\s*$")
TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
PUBLISHER_TAGS = ("application-name", "dc.publisher", "publisher", "cre")
OUTLET_TYPES = ("NewsMediaOrganization", "WebSite")
AUTHOR_TAGS = ("article:author", "author", "dc.creator", "parsely-author", "sailthru.author", "byl",
               "article:author_name")
LANGUAGE_TAGS = ("content-language", "language", "dc.language", "og:locale")
DEEPEST_JSON = 40
FEWEST_LINKS = 3  # to the outlet of a page without an address; as many of the domains linked to most are looked at
MOST_LINKS = 400
NOTHING_STATED = Stated()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about its article, each None where it does not say it.

    `outlet` is the domain of its address, else of the place it is from by its links; `printed` the outlet's name.
    """

    title: str | None = None
    outlet: str | None = None
    printed: str | None = None
    byline: str | None = None
    stated: Stated = NOTHING_STATED
    url: str | None = None
    language: str | None = None


def page_facts(tree: LexborHTMLParser, url: str | None) -> Facts:
    """The facts of a parsed page; `url` is where it was found: the outlet's, whatever address the page says it has."""
    data, others = _linked_data(tree)
    tags = _meta_tags(tree)
    node = tree.css_first("title")
    title = node.text() if node else ""
    titles = [title, *(one for one in (_word(data, "headline"), *_tags(tags, TITLE_TAGS), _heading(tree)) if one)]
    named = _outlet_names(tags, data, others)
    said = _address(tree, tags, data, [*named, title])
    outlet = outlet_domain(url or said) if url or said else _linked_outlet(tree, named, title)
    return Facts(
        title=_first(*titles[1:], title),
        outlet=outlet,
        printed=printed_label(named, titles, outlet),
        byline=_first(_name(data.get("author")), *(tag for tag in _tags(tags, AUTHOR_TAGS) if "://" not in tag)),
        stated=stated_date(tree, data),
        url=said or url,
        language=_first(_word(data, "inLanguage"), _attribute(tree, "html", "lang", "xml:lang"),
                        *_tags(tags, LANGUAGE_TAGS)),
    )


def _address(tree: LexborHTMLParser, tags: dict[str, str], data: dict[str, object], named: list[str | None],
             ) -> str | None:
    """The address that a page says it has: of several outlets', that of the one whose name it prints."""
    page = data.get("mainEntityOfPage")
    said = [_attribute(tree, "link[rel~=canonical]", "href"), tags.get("og:url"), _word(data, "url"),
            str(page.get("@id")) if isinstance(page, dict) else page if isinstance(page, str) else None]
    links = [link.strip() for link in said if link and link.strip().startswith(("http://", "https://"))]
    domains = {link: outlet_domain(link) for link in links[:2]}
    if len(set(domains.values())) > 1:
        names = [name for one in named if one for name in title_names(one)]
        return next((link for link, domain in domains.items()
                     if domain and any(is_spelt_by(name, domain) for name in names)), links[0])
    return links[0] if links else None


def _outlet_names(tags: dict[str, str], data: dict[str, object], others: list[dict[str, object]]) -> list[str | None]:
    """The names of its outlet that a page prints, from the best place to the least."""
    publisher = data.get("publisher")
    if isinstance(publisher, dict) and not publisher.get("name"):
        publisher = next((one for one in others if publisher.get("@id") and one.get("@id") == publisher["@id"]), None)
    sites = [_name(one) for one in others if one.get("@type") in OUTLET_TYPES]
    return [tags.get("og:site_name"), _name(publisher), *_tags(tags, PUBLISHER_TAGS), *sites]


def _linked_outlet(tree: LexborHTMLParser, named: list[str | None], title: str) -> str | None:
    """The outlet of a page that gives no address.

    It is a domain that the page links to much, or whose feed it offers, and that spells a name which the page prints.
    """
    links = [attribute(node, "href") for node in tree.css("a[href*='//']")[:MOST_LINKS]]
    feeds = tree.css("link[rel~=alternate][href*='//']")[:MOST_LINKS]
    links += FEWEST_LINKS * [attribute(node, "href") for node in feeds]
    counts = Counter(domain for link in links if (domain := outlet_domain(link)))
    names = [name for one in (*named, title) if one for name in title_names(one)]
    return next((domain for domain, count in counts.most_common(FEWEST_LINKS) if count >= FEWEST_LINKS
                 and any(is_spelt_by(name, domain) for name in names)), None)


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


def _linked_data(tree: LexborHTMLParser) -> tuple[dict[str, object], list[dict[str, object]]]:
    """The page's JSON-LD object that describes its article, empty if there is none, and all that it has.

    What is no JSON is passed over.
    """
    found: list[dict[str, object]] = []
    for script in tree.css("script[type*='ld+json' i]"):
        try:
            found += _objects(json.loads(LOOSE_JSON.sub("", script.text() or ""), strict=False))
        except (ValueError, RecursionError):
            continue  # publishers' templates write broken JSON; meta tags say the same
    ranked = [(kind, thing) for thing in found for kind in _ranks(thing)]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else {}, found


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
