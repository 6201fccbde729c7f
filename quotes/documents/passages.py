"""Passages: the blocks of a document as the later steps read them."""

from __future__ import annotations

from quotes.records.document import Document, Passage


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The document's passages in order: the blocks that the reader found."""
    return tuple([Passage(block.kind, block.start, block.end) for block in document.blocks])
