"""The quotation marks of `<q>`, which browsers print and no text of the page holds.

They are those of the standard's style sheet (html.spec.whatwg.org, "Quotes"): single ones inside double ones. None are
added where the page prints marks itself, around the element or at its edges.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotes.documents.html.markup import TEXT

MARKS = frozenset("\"“”„‟«»‹›‘’‚‛'")
PAIRS = ("“", "”"), ("‘", "’")


def print_marks(tree: LexborHTMLParser) -> None:
    """Put the marks of a page's inline quotations into its text, and their elements out of the way."""
    nodes = tree.css("q")
    printed = [_marks(node) for node in nodes]  # before any of them changes
    for node, marks in zip(nodes, printed, strict=True):
        if marks:
            node.insert_before(marks[0])
            node.insert_after(marks[1])
    for node in reversed(nodes):
        node.unwrap()


def _marks(node: LexborNode) -> tuple[str, str] | None:
    words = (node.text() or "").strip()
    before = node.prev
    beside = (before.text_content or "").rstrip(" ")[-1:] if before is not None and before.tag == TEXT else ""
    depth = _depth(node)
    if not words or words[0] in MARKS or words[-1] in MARKS or (beside in MARKS and not depth and beside):
        return None
    return PAIRS[depth % 2]


def _depth(node: LexborNode) -> int:
    """How many inline quotations stand around one."""
    depth, around = 0, node.parent
    while around is not None:
        depth += around.tag == "q"
        around = around.parent
    return depth
