"""Entities that a page shows as code, because a feed or a template escaped them twice: `&amp;ldquo;` in the markup.

Undone in words of prose only. A text about entities writes them as code, or sets them apart: an entity is undone where
it touches a word or a mark, and with it all others of its piece of text. Signs of markup (`<`, `>`) stay as they are.
"""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotes.documents.html.markup import SILENT_TAGS, TEXT

NAME = r"&(?!(?:lt|gt|#0*60|#0*62|#x0*3[cCeE]);)(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});"
ENTITY = re.compile(NAME)
GLUED = re.compile(rf"(?<=[\w.,!?;:…]){NAME}|{NAME}(?=[^\W_]|[.,])")
ESCAPED = re.compile(r"&amp;(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});")
CODE = frozenset(["code", "pre", "kbd", "samp", "tt", "var", *SILENT_TAGS])


def undo_escapes(tree: LexborHTMLParser, source: str) -> None:
    """Put the characters that are meant for the escaped entities in a page's prose."""
    if tree.body is None or "&amp;" not in source or not ESCAPED.search(source):
        return
    for node in list(tree.body.traverse(include_text=True)):
        text = node.text_content or "" if node.tag == TEXT else ""
        if "&" in text and GLUED.search(text) and not _is_code(node.parent):
            node.replace_with(ENTITY.sub(_character, text))


def _is_code(node: LexborNode | None) -> bool:
    while node is not None:
        if node.tag in CODE:
            return True
        node = node.parent
    return False


def _character(match: re.Match[str]) -> str:
    """The character of an entity, or the entity itself if there is none of that name."""
    return html.unescape(match[0])
