"""A name taken apart, and whether two forms mean the same person by name alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*")
NO_NICKNAMES: Mapping[str, frozenset[str]] = {}
SHORTEST_MISSPELT = 5  # letters a surname must have before another spelling of it is believed
LETTERS = str.maketrans({  # that are of one piece, so that taking accents off leaves them as they are
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=50_000)  # the same names come up in article after article
def fold_words(name: str) -> tuple[str, ...]:
    """The words of a name as it is looked up: without case, accents, marks and possessive 's.

    “Bashar al-Assad’s” gives ("bashar", "al", "assad"). Stored names keep their spelling; this is only a key.
    """
    decomposed = unicodedata.normalize("NFKD", name[:400])
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(LETTERS)
    words = (word.replace("’", "'").removesuffix("'s").replace("'", "") for word in WORD.findall(plain))
    return tuple(word for word in words if word)


class Name(NamedTuple):
    """A person's name taken apart, every part folded; parts that it does not have are empty."""

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str = ""


def fold(word: str) -> str:
    """One word of a name as it is compared: “Ünal’s” gives “unal”."""
    if word.isascii():
        return word.lower().rstrip(".").replace("'", "")
    return "".join(fold_words(word))


def take_apart(words: Sequence[str], particles: frozenset[str], suffixes: frozenset[str]) -> Name:
    """A name's words as given name, middle names, surname and suffix; particles (van, al-) count for nothing.

    One word alone is a surname.
    """
    parts: list[str] = []
    suffix = ""
    for word in words:
        if not word[0].isalnum():
            continue
        head, hyphen, tail = word.partition("-")
        if hyphen and tail and head.lower() in particles:
            word = tail
        folded = fold(word)
        if folded in suffixes and len(parts) > 1 and len(folded) > 1:
            suffix = folded
        elif folded and not (word[0].islower() and folded in particles):
            parts.append(folded)
    if not parts:
        return Name("", (), fold(words[-1]))
    if len(parts) == 1:
        return Name("", (), parts[0], suffix)
    return Name(parts[0], tuple(parts[1:-1]), parts[-1], suffix)


def same_person(one: Name, other: Name, nicknames: Mapping[str, frozenset[str]] = NO_NICKNAMES) -> bool:
    """Whether two full names can be one person's: same surname and suffix, and given names that go together.

    “Ann B. Reed” and “Ann Reed” can, “A. Reed” and “Ann Reed” too, “John Reed Jr.” and “John Reed” cannot.
    """
    if one.surname != other.surname or one.suffix != other.suffix:
        return False
    return given_names_fit(one, other, nicknames) or given_names_fit(other, one, nicknames)


def given_names_fit(one: Name, other: Name, nicknames: Mapping[str, frozenset[str]] = NO_NICKNAMES) -> bool:
    """Whether one first name is a form of the other: the same, its initial, a middle name, a pet name, a slip."""
    a, b = one.given, other.given
    if not a or not b:
        return True
    if a == b:
        return not _initials_differ(one.middle, other.middle)
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if a in other.middle or b in nicknames.get(a, ()):
        return True
    # Another last letter is mostly another name: Eric and Erica.
    return len(a) >= SHORTEST_MISSPELT and a[-1] == b[-1] and one_letter_apart(a, b)


def _initials_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both have one middle name and the two begin differently: George H. and George W."""
    return len(one) == len(other) == 1 and one[0][0] != other[0][0]


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter more, less or other, the first letter being the same."""
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1 or one == other:
        return False
    shorter, longer = sorted((one, other), key=len)
    i = 0
    while i < len(shorter) and shorter[i] == longer[i]:
        i += 1
    return shorter[i + (len(one) == len(other)) :] == longer[i + 1 :]
