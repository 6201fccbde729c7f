"""Words as they are compared, and what is taken for a name, a number or a negation."""

from __future__ import annotations

import pytest

from quotes.collection.verification.wording import search_words, take_apart
from quotes.languages import load

ENGLISH = load("en")
KEYS = [
    ("Don’t go", ["do", "not", "go"]),
    ("DON'T GO", ["do", "not", "go"]),
    ("We cannot", ["we", "can", "not"]),
    ("Reed’s boat", ["reed's", "boat"]),
    ("five, 1,000 and 3.5", ["5", "1000", "and", "3.5"]),
    ("the 3rd and the third", ["the", "3.", "and", "the", "3."]),
    ("50%", ["50", "percent"]),
    ("Dont go, I cant, theyve left", ["do", "not", "go", "i", "can", "not", "they", "have", "left"]),
    ("well, we were ill, she’ll wed", ["well", "we", "were", "ill", "she", "will", "wed"]),
    ("Nov. 8, sun and sat", ["november", "8", "sun", "and", "sat"]),
    ("programmes towards grey", ["programs", "toward", "gray"]),
    ("Ünal, Łukasz", ["unal", "lukasz"]),
    ("well-known", ["well", "known"]),
    ("", []),
    ("… — ?", []),
]
SORTS = [
    ("I will not tell Reed", ["not negation", "reed name"]),
    ("Reed will never pay 50", ["reed name", "never negation", "50 number"]),
    ("The boat. They left.", []),
    ("I said I would on Monday", ["monday name"]),
    ("We met in May, you may recall", ["may name"]),
    ("May we come in? March on.", []),
    ("That’s late. He’s gone, I’ve heard, and I’m sure", []),
    ("Halloran’s boat", ["halloran's name"]),
    ("an un-Dutch meal with UN-backed men", ["un negation", "dutch name", "un name"]),
    ("nobody told NATO", ["nobody negation", "nato name"]),
    ("THE BOAT IS SAFE", []),
    ("two of us", ["2 number"]),
]


@pytest.mark.parametrize("text, keys", KEYS)
def test_words_are_compared_without_their_typography(text: str, keys: list[str]):
    assert list(take_apart(text, ENGLISH).keys) == keys


@pytest.mark.parametrize("text, sorts", SORTS)
def test_words_that_must_not_change_are_known(text: str, sorts: list[str]):
    assert [f"{word.key} {word.sort}" for word in take_apart(text, ENGLISH).words if word.sort] == sorts


def test_words_keep_their_places():
    text = "He [Reed, that is] can’t … stay"
    wording = take_apart(text, ENGLISH)
    assert [text[word.start : word.end] for word in wording.words] == [
        "He", "[Reed", "that", "is]", "can’t", "can’t", "stay"]
    assert [word.editorial for word in wording.words] == [False, True, True, True, False, False, False]
    assert wording.gaps == {6}


def test_an_index_is_asked_for_plain_words_each_once():
    assert search_words("Don’t go, don’t! “U.S.” 1,000 Ünal") == ("don", "t", "go", "u", "s", "1", "000", "ünal")
