"""Lines that credit a block quote are set apart from its words, by their form."""

from __future__ import annotations

import pytest

from quotes.documents.passages import find_passages
from quotes.extraction.credit_lines import Lines, lines_of, with_credits
from quotes.records.document import Block, BlockKind, Document
from quotes.text.tokens import tokenizer
from tests.seen import ENGLISH, names

WORDS = "The tide will have the last word here."


def lines(text: str) -> Lines:
    tokens = tokenizer(ENGLISH).tokens(text)
    return lines_of(text, tokens, names(tokens))


def parts(*blocks: tuple[BlockKind, str]) -> list[tuple[str, str]]:
    """The kinds and words of the passages of a document with these blocks."""
    text = "\n\n".join(words for _, words in blocks)
    placed = [Block(kind, text.index(words), text.index(words) + len(words)) for kind, words in blocks]
    passages = with_credits(lines(text), find_passages(Document(text, blocks=tuple(placed))))
    return [(p.kind, text[p.start : p.end]) for p in passages]


@pytest.mark.parametrize("credit", [
    "— Marit Osei, ferry hand", "–Marit Osei", "-- Marit Osei", "- Osei", "— a retired dyer", "— Marit Osei (1911)",
    "Marit Osei, ferry hand", "Osei, 3 May 1911", "Harbour Court, 13 May 2024",
])
def test_a_credit_below_the_words_is_set_apart(credit: str):
    expected = [("quote", WORDS), ("credit", credit)]
    assert parts(("quote", WORDS), ("quote", credit)) == expected
    assert parts(("quote", f"{WORDS}\n{credit}")) == expected


@pytest.mark.parametrize("line", [
    "— and we close at six.", "Marit Osei knows it.", "The rest is silence", "Nevermore", "Osei", "— “And no date.”",
    "Marit Osei wrote of the tide", "and Marit Osei, ferry hand",
])
def test_what_is_no_credit_stays_with_the_words(line: str):
    assert parts(("quote", WORDS), ("quote", line)) == [("quote", WORDS), ("quote", line)]
    assert parts(("quote", f"{WORDS}\n{line}")) == [("quote", f"{WORDS}\n{line}")]


def test_words_that_go_on_have_no_credit_yet():
    assert [kind for kind, _ in parts(("quote", "Rose of the wall"), ("quote", "Marit Osei, rose"))] == ["quote"] * 2
    assert [kind for kind, _ in parts(("quote", "Marit Osei, rose"), ("quote", WORDS))] == ["quote"] * 2


@pytest.mark.parametrize("kind", ["paragraph", "caption"])
def test_a_dash_and_a_name_below_the_block_credit_it(kind: BlockKind):
    assert parts(("quote", WORDS), (kind, "— Marit Osei, ferry hand"))[1][0] == "credit"
    assert parts(("quote", WORDS), (kind, "Marit Osei in the hall"))[1][0] == kind
    assert parts(("paragraph", WORDS), (kind, "— Marit Osei, ferry hand"))[1][0] == kind


@pytest.mark.parametrize("dash", [" — ", " —", " -- ", "— "])
def test_a_credit_on_the_line_of_the_words(dash: str):
    assert parts(("quote", f"{WORDS}{dash}Marit Osei, ferry hand")) == [
        ("quote", WORDS), ("credit", "Marit Osei, ferry hand")]
    assert parts(("quote", f"We wait{dash}Marit Osei and all"))[0][0] == "quote"


@pytest.mark.parametrize("label", ["Marit Osei", "Marit Osei, ferry hand", "Marit Osei (Ely)", "Marit Osei of Ely"])
def test_a_label_before_the_words(label: str):
    assert parts(("quote", f"{label}: {WORDS}")) == [("credit", label), ("quote", WORDS)]


@pytest.mark.parametrize("words", [
    f"Note: {WORDS}", f"Ferry notes, 1911: {WORDS}", f"Marit Osei said: {WORDS}", "Marit Osei:", WORDS,
])
def test_what_is_no_label(words: str):
    assert parts(("quote", words)) == [("quote", words)]


@pytest.mark.parametrize("line, is_one", [
    ("Marit Osei", True), ("a nurse who asked for no name", True), ("Osei, adviser to the mayor", True),
    ("Matthew 5:3", True), ("A retired dyer", True), ("The mayor, 3 May", True), ("Retired dyer", True),
    ("the mayor said it", False), ("she", False), ("and more", False), ("“No”", False), ("x " * 70, False), ("", False),
])
def test_the_form_of_a_credit(line: str, is_one: bool):
    assert lines(f"\n{line}").is_credit(1, 1 + len(line)) is is_one
