"""Names in letters of several alphabets are told from names in one, whichever it is."""

from __future__ import annotations

import unicodedata

import pytest

from quotes.text.confusables import LOOKALIKES, is_mixed, skeleton, strange_letters

CYRILLIC_O, A, P = "\u043e", "\u0430", "\u0440"  # Cyrillic


@pytest.mark.parametrize("name", [
    f"D{CYRILLIC_O}nald Marsh", f"Don{A}ld Marsh", f"Donald Mar{chr(0x455)}h", "D\u03bfnald Marsh", "\uff24onald Marsh",
    "\U0001d403onald Marsh", f"Donald {CYRILLIC_O}{P}{A}", "Дonald Marsh", "Donald Марш",
    "Ѕandra Marsh", "Դonald Marsh",
])
def test_letters_of_several_alphabets(name: str):
    assert is_mixed(name) and strange_letters(name)


@pytest.mark.parametrize("name", [
    "Donald Marsh", "José Núñez", "Zoë O’Neill", "Дональд Марш", "Володимир Зеленський", "Αλέξης Τσίπρας", "ՆԻԿՈԼ",
    "ﾄﾗﾝﾌﾟ", "山田 太郎 Ken", "محمد بن سلمان", "נתניהו", "नरेन्द्र मोदी", "Nguyễn Phú Trọng", "Đoković", "Łukasz", "İnönü",
    "ＤＯＮＡＬＤ ＭＡＲＳＨ", "𝐃𝐨𝐧𝐚𝐥𝐝", "김정은 Kim", "5 µm", "🐬 Peter", "D\u0301onald", "",
])
def test_names_in_one_alphabet_and_accents_are_none(name: str):
    assert not is_mixed(name)


@pytest.mark.parametrize("name, like", [
    (f"D{CYRILLIC_O}nald M{A}rsh", "Donald Marsh"), ("Ѕсоре", "Scope"), ("José", "José"), ("Дональд", "Дohaльд"),
])
def test_what_a_name_looks_like(name: str, like: str):
    assert skeleton(name) == like


def test_every_lookalike_is_one_letter_of_another_alphabet_for_a_basic_one():
    for strange, plain in LOOKALIKES.items():
        assert unicodedata.name(chr(strange)).split()[0] in ("CYRILLIC", "GREEK") and chr(plain).isascii()
