"""Social posts taken out of a page's markup, each leaving a placeholder at its place.

Done before anything else looks for the article: extractors delete such markup, or leave its words as plain paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import reduce

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotes.documents.html.markup import attribute, displayed
from quotes.documents.html.post_names import named_posts
from quotes.documents.platforms import platforms
from quotes.documents.platforms.contract import Found, Platform
from quotes.records.post import PostDetails

PLACEHOLDER = "quotes-embed"
FRAMES = "iframe, amp-iframe, embed[src], object[data], amp-embedly-card"
FRAME_PLACES = ("src", "data-src", "data-lazy-src", "data-iframe-src", "data-url", "data-litespeed-src", "data",
                "data-original")
LAZY = (
    "[data-embed-url], [data-oembed-url], [data-oembed], [data-media-url], oembed[url], [data-src*='/embed'], "
    "[data-src*='/plugins/post.php'], [data-src*='/plugins/video.php'], div[data-url*='/status'], "
    "div[data-href*='/status']"
)
LAZY_PLACES = ("data-embed-url", "data-oembed-url", "data-oembed", "data-media-url", "url", "data-src", "data-url",
               "data-href")
CARDS = ".embedly-card, .iframely-embed"  # of services that make embeds of any address
WRAPPERS = ".wp-block-embed__wrapper, figure.wp-block-embed, .embed, .oembed, .social-embed, p"
ONLY_AN_ADDRESS = re.compile(r"\[?#?(?:[\w ]{2,20}:)?\s*(?P<url>https?://[^\s\]]+)\s*\]?")
# Attributes that hold the whole markup of an embed until a reader agrees to cookies.
PACKED = ("data-content", "data-html", "data-embed", "data-embed-code", "data-embed-html", "data-code", "srcdoc",
          "data-consent-content", "data-oembed-html", "data-lazy-html", "data-srcdoc", "data-template")
TEMPLATE_EDGES = re.compile(r"\A<template[^>]*>|</template>\Z", re.IGNORECASE)
PACKED_SELECTOR = ", ".join(f"[{name}]" for name in PACKED)
BUTTON = re.compile(r"shar(?:e|ing)|follow|button", re.IGNORECASE)


class Embeds:
    """The posts found in one page so far, in the order in which they were found, each with the number of its parent."""

    def __init__(self, tree: LexborHTMLParser, asked: tuple[Platform, ...]) -> None:
        for node in tree.css(PLACEHOLDER):  # a page that has such elements of its own must not pass for us
            if node.child is None:
                node.remove()
            else:
                node.unwrap()
        self.tree = tree
        self.asked = asked
        self.found: list[Found] = []

    def take(self, node: LexborNode, found: Found | None) -> None:
        """Put a placeholder in the node's place; posts already found inside it, which it quotes, follow it."""
        if found is None or node.parent is None:
            return
        number = len(self.found)
        node.insert_before(self._placeholder(number))
        self.found.append(found)
        for inner in self.bring_out(node):
            one = self.found[inner]
            self.found[inner] = one if one.parent is not None else replace(one, parent=number)
        node.remove()

    def bring_out(self, node: LexborNode) -> list[int]:
        """Put the placeholders inside a node before it; their numbers."""
        numbers = [int(attribute(inner, "n")) for inner in node.css(PLACEHOLDER)]
        for number in numbers:
            node.insert_before(self._placeholder(number))
        return numbers

    def locate(self, url: str) -> Found | None:
        """The post of any platform that an address leads to."""
        return _located(url, self.asked)

    def _placeholder(self, number: int) -> LexborNode:
        node = self.tree.create_node(PLACEHOLDER)
        node.attrs["n"] = str(number)
        return node


def take_out(tree: LexborHTMLParser, asked: tuple[Platform, ...]) -> list[Found]:
    """Every post in a parsed page; the tree then holds `<quotes-embed n="…">` where they stood."""
    embeds = Embeds(tree, asked)
    _unpack(embeds)
    _take_elements(embeds)
    for node, url in list(named_posts(tree)):  # a name or an id may be all that the page shows of a platform
        embeds.take(node, _located(url, platforms()))
    _take_frames(embeds)
    for node in tree.css(LAZY):
        if not BUTTON.search(attribute(node, "class")) and len(displayed(node)) < 200:
            embeds.take(node, embeds.locate(attribute(node, *LAZY_PLACES)))
    for node in tree.css(CARDS):
        link = node.css_first("a[href]") or node
        embeds.take(node, embeds.locate(attribute(link, "href")))
    _take_addresses(embeds)
    for node in tree.css("noscript"):  # what a browser without scripts shows, and nothing else looks at
        embeds.bring_out(node)
    return embeds.found


def asked_for(source: str) -> tuple[Platform, ...]:
    """The platforms of which a page shows any sign."""
    return tuple(platform for platform in platforms() if any(sign in source for sign in platform.SIGNS))


def posts_in(markup: str, asked: tuple[Platform, ...]) -> list[Found]:
    """The posts in a piece of markup."""
    embeds = Embeds(LexborHTMLParser(markup), asked)
    _take_elements(embeds)
    _take_frames(embeds)
    return embeds.found


def merged(one: Found, other: Found) -> Found:
    """Two findings of the same post as one: what the first does not know, the second may."""
    details = one.details
    unknown = [field.name for field in fields(PostDetails) if getattr(details, field.name) is None]
    missing = {name: getattr(other.details, name) for name in unknown}
    if details.author_name is None and other.details.author_name and other.details.handle:
        missing["handle"] = other.details.handle
    if details.handle is None and other.details.handle and other.details.url:
        missing["url"] = other.details.url  # with the handle in it
    quoted = one.parent is not None and other.parent is not None
    return Found(replace(details, **missing), one.text or other.text, one.parent if quoted else None)


def _located(url: str, asked: tuple[Platform, ...]) -> Found | None:
    details = next((found for platform in asked if (found := platform.locate(url))), None) if url else None
    return Found(details) if details else None


def _take_elements(embeds: Embeds) -> None:
    """Ask each platform for the elements that look like its own, inner ones first: a post may quote a post."""
    for platform in embeds.asked:
        for node in reversed(embeds.tree.css(platform.SELECTOR)):
            embeds.take(node, platform.read(node))


def _take_frames(embeds: Embeds) -> None:
    for node in embeds.tree.css(FRAMES):
        embeds.take(node, embeds.locate(attribute(node, *FRAME_PLACES)))


def _take_addresses(embeds: Embeds) -> None:
    """Take the blocks that hold nothing but a post's address, or its markup by mistake shown as words."""
    for node in embeds.tree.css(WRAPPERS):
        text = node.text(deep=True, strip=True) if node.child else ""
        words = ONLY_AN_ADDRESS.fullmatch(text) if "http" in text[:40] else None
        if words:
            embeds.take(node, embeds.locate(words["url"]))
        elif text.startswith(("<blockquote", "<iframe", "<script")) and text.endswith(">"):
            embeds.take(node, next(iter(posts_in(text, embeds.asked)), None))


def _unpack(embeds: Embeds) -> None:
    """Put the markup that waits in attributes of an element where that element stands.

    An attribute that holds more than embeds, as where a whole other story is packed in it, is left alone.
    """
    for node in embeds.tree.css(PACKED_SELECTOR):
        packed = attribute(node, *PACKED)
        if "<" not in packed or "http" not in packed:
            continue
        found = posts_in(packed, embeds.asked)
        if found and len({(one.details.platform, one.details.post_id) for one in found}) == 1:
            embeds.take(node, reduce(merged, found))
    for node in embeds.tree.css("template"):
        found = posts_in(TEMPLATE_EDGES.sub("", node.html or ""), embeds.asked)
        if len({(one.details.platform, one.details.post_id) for one in found}) == 1:
            embeds.take(node, reduce(merged, found))
