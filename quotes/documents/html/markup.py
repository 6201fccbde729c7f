"""Words and attributes out of a parsed page: what the reader of a page and the platforms of embeds both need."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

TEXT = "-text"
SPACE = re.compile(r"[ \t\n\r\f]+")
LINE_EDGES = re.compile(r" *\n *")
BLANK_LINES = re.compile(r"\n{2,}")

BLOCK_TAGS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
])
SILENT_TAGS = frozenset([
    "-comment",
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "video", "audio",
    "canvas", "select", "textarea", "button", "head", "input", "map",
])


def displayed(node: LexborNode) -> str:
    """The words of a node as a browser shows them: white space runs are one blank, `<br>` and block edges line ends."""
    text = "".join(_pieces(node))
    return BLANK_LINES.sub("\n", LINE_EDGES.sub("\n", text)).strip()


def walk(node: LexborNode) -> Iterator[tuple[LexborNode, str, bool]]:
    """Every node below one, in order, as (node, tag, True) where it begins and (node, tag, False) where it ends.

    Text begins and does not end; its tag is TEXT. Comments and elements that show no words are passed over with
    all that they hold. No recursion: a page may be deep.
    """
    open_nodes: list[tuple[LexborNode, str]] = []
    current = node.child
    while current is not None or open_nodes:
        if current is None:
            current, tag = open_nodes.pop()
            yield current, tag, False
            current = current.next
            continue
        tag = current.tag or ""
        if tag == TEXT:
            yield current, tag, True
        elif tag not in SILENT_TAGS:
            yield current, tag, True
            child = current.child
            if child is not None:
                open_nodes.append((current, tag))
                current = child
                continue
            yield current, tag, False
        current = current.next


def _pieces(node: LexborNode) -> Iterator[str]:
    for one, tag, begins in walk(node):
        if tag == TEXT:
            yield SPACE.sub(" ", one.text_content or "")
        elif tag in BLOCK_TAGS or (tag == "br" and begins):
            yield "\n"


def attribute(node: LexborNode, *names: str) -> str:
    """The first of the named attributes that has a value, without white space around it; else an empty string."""
    attributes = node.attributes
    for name in names:
        value = attributes.get(name)
        if value and value.strip():
            return value.strip()
    return ""


def classes(node: LexborNode) -> frozenset[str]:
    """The node's classes."""
    return frozenset((node.attributes.get("class") or "").split())


def plain_url(url: str) -> str:
    """An address with its entities and escapes undone and a scheme before it."""
    url = html.unescape(url).strip().replace("\\/", "/")
    if url[:10].lower().startswith(("https%3a", "http%3a")):
        url = unquote(url)
    return f"https:{url}" if url.startswith("//") else url


def kept_strings(data: str) -> dict[str, str]:
    """The strings among what an attribute keeps as a JSON object; none where it is no such object."""
    try:
        kept = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return {key: value for key, value in kept.items() if isinstance(value, str)} if isinstance(kept, dict) else {}
