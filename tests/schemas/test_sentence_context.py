"""The sentence around a quote, found from what stands beside it."""

from __future__ import annotations

import pytest

from quotes.schemas.formats.sentence_context import WIDTH, sentence_around


@pytest.mark.parametrize("before, words, after, sentence", [
    ("It rained. She called it a “", "mess", "” and went. Nobody stayed.", "She called it a “mess” and went."),
    ("Vote\n\n“", "The wall will hold,", "” said Mr. Oduya. She left.", "“The wall will hold,” said Mr. Oduya."),
    ("A clerk said: “", "Nobody asked us.", "” The crowd left.", "A clerk said: “Nobody asked us.”"),
    ("“", "Will it hold?", "” she asked. No.", "“Will it hold?” she asked."),
    ("", "Posted words.", "\n\nMore.", "Posted words."),
    ("He said “no.” Dr. Pell said “", "yes", "”.\nNext", "Dr. Pell said “yes”."),
    ("One!\nTwo “", "x", "” three", "Two “x” three"),
    ("a " * (WIDTH // 2), "x", " b" * (WIDTH // 2), "…" + "a " * (WIDTH // 2) + "x" + " b" * (WIDTH // 2) + "…"),
])
def test_the_sentence(before, words, after, sentence):
    assert sentence_around(before, words, after) == sentence
