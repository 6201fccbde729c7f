"""Passages: the blocks of a document as the later steps read them."""

from __future__ import annotations

import regex

from quotes.records import Document, Passage

LINE = regex.compile(r"\S[^\n]*")
SENTENCE_END = regex.compile(r"[.!?…:;,”\"’)]\s*$")
HEADLINE_WORDS = 16


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The document's passages in order: its blocks where a page gave them, else its lines.

    The first line of plain text is a headline where it is short and ends like none of the sentences.
    """
    if document.blocks:
        return tuple(Passage(block.kind, block.start, block.end) for block in document.blocks)
    found = [Passage("paragraph", *match.span()) for match in LINE.finditer(document.text)]
    if len(found) > 1 and _is_headline(document.text[found[0].start : found[0].end]):
        found[0] = found[0]._replace(kind="headline")
    return tuple(found)


def _is_headline(line: str) -> bool:
    return len(line.split()) <= HEADLINE_WORDS and SENTENCE_END.search(line) is None
