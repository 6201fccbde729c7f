"""Names taken apart and compared, in tables."""

from __future__ import annotations

import pytest

from quotes.languages import load
from quotes.text.personal_names import Name, fold, fold_words, one_letter_apart, same_person, take_apart

ENGLISH = load("en")


def taken_apart(name: str) -> Name:
    return take_apart(name.split(), ENGLISH.names.particles, ENGLISH.names.suffixes)


@pytest.mark.parametrize("name, words", [
    ("Bashar al-Assad’s", ("bashar", "al", "assad")),
    ("ÜNAL", ("unal",)),
    ("O'Neill", ("oneill",)),
    ("O’Neill", ("oneill",)),
    ("", ()),
    ("…", ()),
])
def test_names_are_folded_to_words(name: str, words: tuple[str, ...]):
    assert fold_words(name) == words


@pytest.mark.parametrize("name, words", [
    ("Łukasz Żal", ("lukasz", "zal")),
    ("ŁUKASZ ŻAL", ("lukasz", "zal")),
    ("Lukasz Zal", ("lukasz", "zal")),
    ("Jørgen Ødegård", ("jorgen", "odegard")),
    ("Ǿyvind", ("oyvind",)),
    ("Đorđe", ("dorde",)),
    ("Guðrún Þórðardóttir", ("gudrun", "thordardottir")),
    ("Weiß", ("weiss",)),
    ("WEIẞ", ("weiss",)),
    ("Ægir Bæk", ("aegir", "baek")),
    ("Œuvrard", ("oeuvrard",)),
    ("Yıldız", ("yildiz",)),
    ("İnan", ("inan",)),
    ("Ħal Ŧor", ("hal", "tor")),
    ("Жал", ("жал",)),
    ("Μαρία", ("μαρια",)),
    ("李小龙", ("李小龙",)),
])
def test_letters_that_no_accent_can_be_taken_from_are_folded_too(name: str, words: tuple[str, ...]):
    assert fold_words(name) == words


@pytest.mark.parametrize("one, other", [
    ("Żal", "Żar"), ("Ødegård", "Edegard"), ("Bæk", "Bak"), ("Weiß", "Weis"), ("Þór", "Tor"),
])
def test_other_letters_stay_apart(one: str, other: str):
    assert fold_words(one) != fold_words(other)


@pytest.mark.parametrize("word, folded", [("Ünal", "unal"), ("O'Neill", "oneill"), ("J.", "j"), ("Reed", "reed")])
def test_one_word_is_folded_as_all_are(word: str, folded: str):
    assert fold(word) == folded


@pytest.mark.parametrize("name, parts", [
    ("Ann Reed", Name("ann", (), "reed")),
    ("Ann B. Reed", Name("ann", ("b",), "reed")),
    ("Reed", Name("", (), "reed")),
    ("Martin Cole Jr.", Name("martin", (), "cole", "jr")),
    ("Bashar al-Assad", Name("bashar", (), "assad")),
    ("Bill de Blasio", Name("bill", (), "blasio")),
    ("Ludwig van der Berg", Name("ludwig", (), "berg")),
    ("William “Bud” Colson", Name("william", ("bud",), "colson")),
    ("Ban Ki-moon", Name("ban", (), "ki-moon")),
    ("—", Name("", (), "")),
])
def test_a_name_is_taken_apart(name: str, parts: Name):
    assert taken_apart(name.replace("“", "“ ").replace("”", " ”")) == parts


SAME = [
    ("Ann Reed", "Ann Reed"), ("Ann B. Reed", "Ann Reed"), ("A. Reed", "Ann Reed"), ("Robert Reed", "Bob Reed"),
    ("Ann Belle Reed", "Belle Reed"), ("ANN REED", "Ann Reed"), ("José Núñez", "Jose Nunez"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Kathrin Reed", "Kathryn Reed"), ("George W. Marsh", "George Walker Marsh"), ("Ann Reed", "Reed"),
]
DIFFERENT = [
    ("Ann Reed", "Tom Reed"), ("Ann Reed", "Ann Read"), ("Martin Cole Jr.", "Martin Cole"),
    ("George W. Marsh", "George H. Marsh"),
    ("A. Reed", "Tom Reed"), ("Jean Reed", "Joan Reed"), ("Ann Reed", "Reed Ann"), ("Jane Smith-Reed", "Jane Reed"),
    ("Dan Reed", "Don Reed"), ("Eric Reed", "Erica Reed"),
]


@pytest.mark.parametrize("one, other", SAME)
def test_these_can_be_one_person(one: str, other: str):
    assert same_person(taken_apart(one), taken_apart(other), ENGLISH.names.nicknames)
    assert same_person(taken_apart(other), taken_apart(one), ENGLISH.names.nicknames)


@pytest.mark.parametrize("one, other", DIFFERENT)
def test_these_cannot(one: str, other: str):
    assert not same_person(taken_apart(one), taken_apart(other), ENGLISH.names.nicknames)
    assert not same_person(taken_apart(other), taken_apart(one), ENGLISH.names.nicknames)


@pytest.mark.parametrize("one, other, apart", [
    ("wimes", "wines", True), ("mcclenney", "mclenney", True), ("sweeny", "sweeney", True), ("reed", "reeds", True),
    ("reed", "reed", False), ("reed", "seed", False), ("reed", "raad", False), ("reed", "re", False),
    ("", "", False), ("", "a", False),
])
def test_one_letter_apart(one: str, other: str, apart: bool):
    assert one_letter_apart(one, other) is apart
    assert one_letter_apart(other, one) is apart
