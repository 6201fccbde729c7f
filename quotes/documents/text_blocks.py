"""The blocks of a plain text: its lines, and the block quotes that Markdown sets apart by a > before each line."""

from __future__ import annotations

import re

from quotes.records.document import Block

LINE = re.compile(r"\S(?:[^\n]*\S)?")
QUOTED = re.compile(r"(?:>[ \t]?)+")  # >> is a quote inside a quote
MOST_QUOTED = 0.8


def text_blocks(text: str) -> tuple[Block, ...]:
    """The lines of a text that are not empty, each a paragraph; lines behind > that follow each other are one quote.

    A text of which nearly all lines stand behind >, as in a letter passed on, is no article with block quotes in it:
    there every line is a paragraph.
    """
    lines = [match.span() for match in LINE.finditer(text)]
    signs = [QUOTED.match(text, start, end) for start, end in lines] if ">" in text else []
    if not any(signs) or sum(1 for sign in signs if sign) > MOST_QUOTED * len(lines):
        return tuple([Block("paragraph", start, end) for start, end in lines])
    blocks: list[Block] = []
    before = None  # where the quote's last line ends
    for (start, end), sign in zip(lines, signs, strict=True):
        if sign is None:
            blocks.append(Block("paragraph", start, end))
        elif sign.end() < end and before is not None and text.count("\n", before, start) == 1:
            blocks[-1] = Block("quote", blocks[-1].start, end)
        elif sign.end() < end:
            blocks.append(Block("quote", sign.end(), end))
        before = end if sign and sign.end() < end else None
    return tuple(blocks)
