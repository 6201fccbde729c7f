"""The blocks of a plain text: its lines, and the block quotes that Markdown and mail set off with “>”.

A line alone that begins with “>” may be a button or the title of another story; such a stretch is a quote where it ends
as a sentence does, or where a line of it begins with a dash, as a signature does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.records.document import Block
from quotes.records.spans import trimmed

LINE = re.compile(r"\S(?:[^\n]*\S)?")
QUOTED = re.compile(r"^ {0,3}>[^\n]*(?:\n {0,3}>[^\n]*)*", re.MULTILINE)  # lines that follow each other
MARKED_LINE = re.compile(r"[ >]*(?P<words>[^\n]*)\n?")
SENTENCE_END = re.compile(r"[.!?…][”\"’')\]*_]*\Z")
SIGNED = re.compile(r"[—–―‒]|--|-\s")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order: each line is one, and each paragraph of a quote set off with “>”."""
    blocks: list[Block] = []
    at = 0
    for match in QUOTED.finditer(text) if ">" in text else ():
        quoted = list(_paragraphs(text, *match.span()))
        if not any(_is_quote(text[block.start : block.end]) for block in quoted):
            continue
        blocks += _lines(text, at, match.start())
        blocks += quoted
        at = match.end()
    return (*blocks, *_lines(text, at, len(text)))


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    return (Block("paragraph", *match.span()) for match in LINE.finditer(text, start, end))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    """The paragraphs of a quote, without the marks around them; a line that begins with a dash is one of its own."""
    first: int | None = None
    last = start
    while start < end:
        line = MARKED_LINE.match(text, start, end)
        if line is None:
            break
        words = trimmed(text, *line.span("words"))
        signed = SIGNED.match(text, *words)
        if first is not None and (signed or words.start == words.end):
            yield Block("quote", first, last)
            first = None
        if words.start < words.end:
            first = words.start if first is None else first
            last = words.end
        start = line.end()
    if first is not None:
        yield Block("quote", first, last)


def _is_quote(words: str) -> bool:
    return SENTENCE_END.search(words) is not None or SIGNED.match(words) is not None
