"""Text between thousands of elements, each piece put into an element of its own.

trafilatura takes elements out one by one and joins the text behind each to what stands before it, which is quadratic
where most of a parent's thousand children go.
"""

from __future__ import annotations

from typing import Any

MIXED = 500  # children with text behind them; the parents on real pages have some dozens


def split_mixed(tree: Any) -> None:
    """Put the text behind each child of a crowded parent into an element, in place; other trees stay as they are."""
    if not isinstance(tree.tag, str):
        return
    crowded = [parent for parent in tree.iter("*") if len(parent) > MIXED and _texts(parent) > MIXED]
    for parent in crowded:
        for child in list(parent):
            if child.tail:
                piece = parent.makeelement("span")
                piece.text, child.tail = child.tail, None
                child.addnext(piece)


def _texts(parent: Any) -> int:
    return sum(1 for child in parent if child.tail and not child.tail.isspace())
