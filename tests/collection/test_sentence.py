"""The sentence around a fragment: where it begins and ends, and where it is cut."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.sentence import LONGEST, Sentence, sentence_in, sentences_of
from quotes.store.contract.store import PageRequest, QuoteFilter
from tests.api.shelf import READING, small_reading

# A text with the fragment between bars, and what stands around it in its sentence.
TEXTS = [
    ("It rained. He wrote on, calling Ostrava a “|mess|” and saying no more. He left.",
     "He wrote on, calling Ostrava a “", "” and saying no more."),
    ("She called it “|a tale for adults.|” She left.", "She called it “", "”"),
    ("She called it “|a tale for adults.|” and left. He stayed.", "She called it “", "” and left."),
    ("Was it “|theft|”? Dr. Vesk said so.", "Was it “", "”?"),
    ("Mr. J. Vesk and Gov. Holm called the U.S. plan “|thin|”. It rained.",
     "Mr. J. Vesk and Gov. Holm called the U.S. plan “", "”."),
    ("One line\n\nThe mayor saw “|no reason|” to go\n\nAnother", "The mayor saw “", "” to go"),
    ("“No.” The mayor spoke of “|haste|”, at 3.5 per cent.", "The mayor spoke of “", "”, at 3.5 per cent."),
    ("He said “yes!” and “|no|” in one breath.", "He said “yes!” and “", "” in one breath."),
    ("「はい。」彼は「|いいえ|」と言った。次。", "彼は「", "」と言った。"),
    ("|All of it|", "", ""),
    ("(“|Thin|”)", "(“", "”)"),
]


@pytest.mark.parametrize("marked, before, after", TEXTS)
def test_a_fragment_stands_in_its_sentence(marked: str, before: str, after: str):
    lead, words, trail = marked.split("|")
    found = sentence_in(lead + words + trail, len(lead), len(lead + words))
    assert (found.before, found.after) == (before, after)
    assert not found.cut_before and not found.cut_after


def test_only_words_make_a_sentence():
    assert not sentence_in("(“Thin”)", 2, 6)
    assert not Sentence()
    assert sentence_in("so “thin”", 4, 8)


def test_a_long_sentence_is_cut_at_whole_words():
    text = "word " * 200 + "“thin” " + "word " * 200
    start = text.index("thin")
    found = sentence_in(text, start, start + 4)
    assert found.cut_before and found.cut_after
    assert found.before.startswith("word ") and found.after.endswith(" word")
    assert LONGEST - 10 < len(found.before) <= LONGEST and LONGEST - 10 < len(found.after) <= LONGEST


def test_a_long_word_is_left_out():
    text = "x" * 500 + "“thin”" + "x" * 500
    found = sentence_in(text, 501, 505)
    assert (found.before, found.after) == ("", "") and not found


def test_the_sentences_of_a_list_are_those_of_its_fragments(store):
    keep(store, READING)
    keep(store, small_reading(3))
    quotes = store.quotes(QuoteFilter(), PageRequest(20)).items
    found = sentences_of(store, quotes)
    assert {number: (one.before, one.after) for number, one in found.items()} == {
        "q2": ("She called the report “", "”"), "q3": ("She called the report “a ‘", "’ for adults.”")}
    assert sentences_of(store, [quote for quote in quotes if quote.kind == "direct"]) == {}
