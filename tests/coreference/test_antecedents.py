"""The words for which a mention stands: what a reader looks up, and where nothing is to be looked up."""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article

BEGINNING = "Ilda Ferraz, the mayor of Port Lowen, spoke on Friday. The town hall was empty.\n\n"
FOUND = [  # the text, the mention of the last quote, what it stands for, how often that stands before it, how far back
    (BEGINNING + "“We are leaving,” she said.", "she", "Ilda Ferraz", (0, 2)),
    (BEGINNING + "“It was cold!” said Ben. “It was.”\n\n“We are leaving!” she said.", "she", "Ilda Ferraz", (0, 4)),
    (BEGINNING + "Ferraz was pale. “We are leaving,” she said.", "she", "Ferraz", (1, 1)),
    (BEGINNING + "“We are leaving,” Ferraz said.", "Ferraz", "Ilda Ferraz", (0, 2)),
    (BEGINNING + "“We are leaving,” Mayor Ferraz said.", "Mayor Ferraz", "Ilda Ferraz", (0, 2)),
    (BEGINNING + "“We are leaving,” the mayor said.", "the mayor", "Ilda Ferraz", (0, 2)),
    (BEGINNING + "“We are leaving,” said the mayor, Ilda Ferraz.", "the mayor", "Ilda Ferraz", (1, 0)),
    ("A senior official was not hopeful. “It will take years,” the official said.", "the official",
     "A senior official", (0, 1)),
    ("Acme Harbour Trust owns the quay. “We will rebuild it,” the company said.", "the company",
     "Acme Harbour Trust", (0, 1)),
]
NOT_FOUND = [
    BEGINNING + "“We are leaving,” Ilda Ferraz said.",
    "“We are leaving,” she said.",
    "“We are leaving,” a clerk said.",
    "“We are leaving,” Ferraz said. Nobody answered.",
    "“We are leaving,” Acme Harbour Trust said.",
    BEGINNING + "Ben Moss came too. “We are leaving,” Ilda Ferraz and Ben Moss said.",
    "“We are leaving.”",
]


@pytest.mark.parametrize("text, mention, words, place", FOUND)
def test_what_a_mention_stands_for(text, mention, words, place):
    speaker = read_document(Article(text)).quotes[-1].speaker
    found = speaker.antecedent
    assert (speaker.mention, found.text) == (mention, words)
    assert text[found.start : found.end] == words
    assert (text[: found.start].count(words), found.sentences_before) == place


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_names_its_speaker_itself_or_nobody_stands_for_nothing(text):
    speaker = read_document(Article(text)).quotes[-1].speaker
    assert speaker is None or speaker.antecedent is None
