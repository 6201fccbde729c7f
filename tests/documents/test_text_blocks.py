"""The blocks of plain texts: lines, and the quotes set off with “>”."""

from __future__ import annotations

import pytest

from quotes.documents.text_blocks import text_blocks


def found(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in text_blocks(text)]


@pytest.mark.parametrize("text, expected", [
    ("One.\n\n  Two. \nThree.", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]),
    ("She wrote:\n\n> It held.\n\nThen left.",
     [("paragraph", "She wrote:"), ("quote", "It held."), ("paragraph", "Then left.")]),
    (">It held.\n>Twice.", [("quote", "It held.\n>Twice.")]),
    ("> It held.\n>\n> It fell.", [("quote", "It held."), ("quote", "It fell.")]),
    ("> It held.\n> — Osei", [("quote", "It held."), ("quote", "— Osei")]),
    ("> It held.\n>--Osei", [("quote", "It held."), ("quote", "--Osei")]),
    ("> > It held.", [("quote", "It held.")]),
    ("> “It held.”", [("quote", "“It held.”")]),
    ("> It held\n> - Osei", [("quote", "It held"), ("quote", "- Osei")]),
])
def test_lines_and_quotes(text: str, expected: list[tuple[str, str]]):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["> Read more: Ten walls", "a > b.", "5 > 4", ">", "> Subscribe\n> Share", "->"])
def test_other_lines_are_no_quotes(text: str):
    assert {kind for kind, _ in found(text)} == {"paragraph"}


def test_no_text_has_no_blocks():
    assert text_blocks("") == ()
    assert text_blocks(" \n ") == ()
