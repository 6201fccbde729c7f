"""Words and marks with the letters of their classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.attribution.clue_sentences import LETTERS
from quotes.languages import load
from quotes.text.tokens import Tokenizer, tokenizer

ENGLISH = load("en")


def cut(text: str) -> list[str]:
    return tokenizer(ENGLISH).tokens(text).words


def classes(text: str) -> str:
    return tokenizer(ENGLISH).tokens(text).classes


WORDS = [
    ("Ann Reed said so.", ["Ann", "Reed", "said", "so", "."]),
    ("isn’t isn't rock-solid", ["isn’t", "isn't", "rock-solid"]),
    ("the mayor’s boat", ["the", "mayor", "’s", "boat"]),
    ("I’ve seen what they'll do", ["I", "’ve", "seen", "what", "they", "'ll", "do"]),
    ("D’Arcy won’t, O’Dell", ["D’Arcy", "won’t", ",", "O’Dell"]),
    ("the mayor's boat", ["the", "mayor", "'s", "boat"]),
    ("the dogs’ bowls", ["the", "dogs", "’", "bowls"]),
    ("Dr. J. P. Marlow left.", ["Dr.", "J.", "P.", "Marlow", "left", "."]),
    ("the U.S. fleet", ["the", "U.S.", "fleet"]),
    ("Oscar Tarrant Jr. left", ["Oscar", "Tarrant", "Jr.", "left"]),
    ("Plan B. Then rain.", ["Plan", "B.", "Then", "rain", "."]),
    ("It rained. Then it snowed.", ["It", "rained", ".", "Then", "it", "snowed", "."]),
    ("wait...what… no", ["wait", "...", "what", "…", "no"]),
    ("one -- two — three", ["one", "--", "two", "—", "three"]),
    ("@annreed #ice", ["@annreed", "#", "ice"]),
    ("AT&T and Reed & Co.", ["AT&T", "and", "Reed", "&", "Co."]),
    ("“No,” she said.", ["“", "No", ",", "”", "she", "said", "."]),
    ("''No,'' she said.", ["''", "No", ",", "''", "she", "said", "."]),
    ("''He said 'no.'''", ["''", "He", "said", "'", "no", ".", "'", "''"]),
    ("``No''", ["``", "No", "''"]),
    ("a\n\n b", ["a", "\n\n ", "b"]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize("text, words", WORDS)
def test_a_text_is_cut_into_words_and_marks(text: str, words: list[str]):
    assert cut(text) == words


CLASSES = [
    ("Ann Reed said so", "XXCK"),
    ("he told her that", "PCST"),
    ("according to the mayor", "lADH"),
    ("a spokesman for the mayor", "DHoDH"),
    ("who left it", "WvP"),
    ("yesterday quickly", "RR"),
    ("on Monday in May", "IRIR"),
    ("12 5% $9", "#####"),
    ("“a” «b» 「c」", "QDQQnQQnQ"),
    ("‘a’", "*D*"),
    ("mayor’s", "Hz"),
    ("that’s", "TA"),
    ("I’ve", "PA"),
    ("we'd", "PA"),
    ("we — not", "P-A"),
    ("@annreed", "X"),
    ("a\nb.", "D¶n."),
    ("(so); no: yes, …", "(K);D:n,-"),
]


@pytest.mark.parametrize("text, letters", CLASSES)
def test_every_token_has_the_letter_of_its_class(text: str, letters: str):
    assert classes(text) == letters


OPENING = [
    ("Water rose. Boats left", "nv.nv"),  # ordinary words at a sentence's start
    ("The town. Boats left", "Dn.nv"),
    ("“Water rose", "Qnv"),
    ("The Water rose. Water fell", "DXv.Xv"),  # also met as a name inside of a sentence
    ("Zorbane rose. Mayhew left", "Xv.Xv"),  # no ordinary words
    ("REED left", "Xv"),
]


@pytest.mark.parametrize("text, letters", OPENING)
def test_an_ordinary_word_that_opens_a_sentence_is_no_name(text: str, letters: str):
    assert classes(text) == letters


def test_a_word_once_met_has_the_same_class_in_the_next_article():
    ours = Tokenizer(ENGLISH)
    before = ours.tokens("The Water rose. Water fell").classes
    assert ours.tokens("Water fell").classes == "nv"
    assert ours.tokens("The Water rose. Water fell").classes == before == "DXv.Xv"


@given(st.text(max_size=200))
def test_every_character_that_is_no_space_belongs_to_one_token(text: str):
    tokens = tokenizer(ENGLISH).tokens(text)
    bounds = list(zip(tokens.starts, tokens.ends, strict=False))[: len(tokens.words)]
    assert [text[a:b] for a, b in bounds] == tokens.words
    assert len(tokens.words) == len(tokens.classes)
    covered = {i for a, b in bounds for i in range(a, b)}
    assert len(covered) == sum(map(len, tokens.words))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert set(tokens.classes) <= set(LETTERS)
