"""Lines of a plain text, and the block quotes that Markdown sets apart."""

from __future__ import annotations

import pytest

from quotes.documents.text_blocks import text_blocks

TEXTS = [
    ("One line.\n\nAnother.", [("paragraph", "One line."), ("paragraph", "Another.")]),
    ("He wrote:\n\n> We waited.\n>\n> — Ida Moss\n\nThat is all.",
     [("paragraph", "He wrote:"), ("quote", "We waited."), ("quote", "— Ida Moss"), ("paragraph", "That is all.")]),
    ("He wrote:\n> We waited\n> by the gate.\nThat is all.\nSo it goes.",
     [("paragraph", "He wrote:"), ("quote", "We waited\n> by the gate."), ("paragraph", "That is all."),
      ("paragraph", "So it goes.")]),
    ("He wrote:\n\n>> We waited.\n\nYes.",
     [("paragraph", "He wrote:"), ("quote", "We waited."), ("paragraph", "Yes.")]),
    ("a > b\n\n5 > 4", [("paragraph", "a > b"), ("paragraph", "5 > 4")]),
    ("> All of it\n> is quoted.", [("paragraph", "> All of it"), ("paragraph", "> is quoted.")]),
    ("\n \n", []),
]


@pytest.mark.parametrize("text, blocks", TEXTS)
def test_lines_and_quotes(text: str, blocks: list[tuple[str, str]]):
    assert [(block.kind, text[block.start : block.end]) for block in text_blocks(text)] == blocks
