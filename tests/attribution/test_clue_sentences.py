"""Clues as sentences: one for every clue with whatever values its facts have."""

from __future__ import annotations

from itertools import product

import pytest

from quotes.attribution.attributor import candidate_rows
from quotes.attribution.clue_sentences import LETTERS, sentence
from quotes.attribution.clue_templates import Key, Template
from quotes.attribution.clues import FACTS, INDEX, TEMPLATES, quote_scene
from quotes.languages import load
from tests.corpus.articles import corpus
from tests.seen import see

ENGLISH = load("en")
VIEW_LETTERS = "0123456789xq"


def rows_of(text: str) -> list[Key]:
    """The facts of every candidate of every quotation of a text."""
    seen = see(text)
    return [row for span in seen.spans for _, row in candidate_rows(seen.scene, quote_scene(seen.scene, span), {})]


ODD = [
    "“No.” — Ann Reed, mayor\n\nREED: “Yes?” “No!” she said… “So;” (the mayor’s) “x”; he – who left – 'said' $5 “5”",
    "Two of them told Mr. Birch Jr. & Co. “well,” which he, too, denied, adding: “No one.” It: “a b c d e f g h i j k”",
    "According to the letter, “no.” When one said “so,” several left. Him? “Ha.” @reed: “Hi” #no 12% [sic] “* * a”",
    "Ann\nTom\nIda\nMax\nEva\n“No.”\nLea\nPia\n" + "Ann, " * 12 + "“no,” said, told, asked and added " + "Tom " * 3,
]
ROWS = [row for text in ODD for row in rows_of(text)] + [
    row for samples in corpus().values() for sample in samples for row in rows_of(sample.text)]


def values(fact: str) -> list[str]:
    """Every value of a fact that occurs in the articles."""
    return sorted({row[INDEX[fact]] for row in ROWS})


def fault(clue: Template, row: Key) -> str | None:
    """What is wrong with the sentence of a clue for a row, if anything is."""
    said = sentence(clue, row, "Ann Reed")
    if not said.endswith(".") or "  " in said or said[:1].islower() or "None" in said or len(said) < 15:
        return f"{clue.name}: {said}"
    return None


@pytest.mark.parametrize("clue", TEMPLATES, ids=lambda clue: clue.name)
def test_every_row_that_occurs_gives_a_sentence(clue: Template):
    assert [found for row in ROWS if (found := fault(clue, row))] == []


@pytest.mark.parametrize("clue", TEMPLATES, ids=lambda clue: clue.name)
def test_every_combination_of_two_facts_gives_a_sentence(clue: Template):
    plain = list(ROWS[0])
    for one, other in zip(clue.facts, (*clue.facts[1:], clue.facts[0]), strict=True):
        for a, b in product(values(one), values(other)):
            row = plain.copy()
            row[INDEX[one]], row[INDEX[other]] = a, b
            assert fault(clue, tuple(row)) is None


def test_the_articles_have_enough_to_say():
    assert len(ROWS) > 500
    assert min(len(values(fact)) for fact in FACTS) > 1


def test_every_letter_has_a_name():
    undecided = {"h"}  # in the words only: a text has H or C for it
    used = set("".join(see(text).tokens.classes for text in ODD)) | set(VIEW_LETTERS)
    used |= set(ENGLISH.vocabulary.classes.values()) - undecided
    assert used <= set(LETTERS)


EXAMPLES = [
    ("“We open,” said Ann Reed.", "cue word", "“Ann Reed” stands after the quotation"),
    ("“We open,” said Ann Reed.", "cue word", "goes with “said”"),
    ("“We open,” said Ann Reed.", "subject", "is the subject of the verb of speech after the quotation"),
    ("Ann Reed said: “We open.”", "lead-in", "the quotation comes after"),
    ("ANN REED: “We open.”", "label", "is set beside the words as a label or signature"),
    ("“It was so,” according to Ann Reed.", "relay", "follows “according to”"),
]


@pytest.mark.parametrize("text, name, words", EXAMPLES)
def test_the_sentence_says_what_can_be_seen(text: str, name: str, words: str):
    (clue,) = [clue for clue in TEMPLATES if clue.name == name]
    assert words in sentence(clue, rows_of(text)[0], "Ann Reed")


@pytest.mark.parametrize("text, name, words", [
    ("“We open,” said Ann Reed.", "label", "is set beside"),
    ("Ann Reed left. “We open.”", "relay", "is followed by a verb of speech"),
    ("Ann Reed said: “We open.”", "subject", "after the quotation"),
])
def test_it_says_nothing_else(text: str, name: str, words: str):
    (clue,) = [clue for clue in TEMPLATES if clue.name == name]
    assert words not in sentence(clue, rows_of(text)[0], "Ann Reed")
