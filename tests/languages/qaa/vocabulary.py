"""The classes of words."""

from __future__ import annotations

from quotes.languages.contract import Vocabulary

WORDS = {
    "C": "tolda askida", "E": "toldi aski", "G": "toldun", "v": "opna marka waita", "A": "esta ne vila", "D": "ul ula",
    "P": "hen shen", "O": "hena shena", "S": "henis shenis", "I": "nel sul vid", "o": "dal", "T": "ka", "K": "und",
    "V": "kvan", "R": "nu mondag", "H": "mayra klerka", "M": "skriba",
}


def part() -> Vocabulary:
    """What is known of words in general."""
    return Vocabulary(classes={word: letter for letter, words in WORDS.items() for word in words.split()},
                      common=frozenset(["bruka", "wintra", "ul", "ula"]))
