"""Letters that look like others: names spelt with those of several alphabets are told from the names they resemble.

By Unicode Technical Standard 39 (security mechanisms) a word whose letters are of several alphabets is mixed, and what
a name looks like is its skeleton, every lookalike replaced by the Latin letter that it resembles. LOOKALIKES are facts
of its data (confusables.txt) for Cyrillic and Greek, as far as they look like one basic Latin letter. Accents are no
lookalikes, and a name in one alphabet, whichever, is none either.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјорсухһԁԛԝвкмнтгпΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυϲϳγτ",
    "ABESIJKMHOPCTYXYGQWaesijopcyxhdqwbkmhtrnABEZHIKMNOPTYXaikvopucjyt")
# Alphabets that look alike; scripts of which Chinese, Japanese and Korean writing uses several at once are none.
ALPHABETS = {name: regex.compile(rf"\p{{Script={name}}}")
             for name in ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic", "Lisu")}
LETTERS = regex.compile(r"\p{L}+")
STYLED = regex.compile(r"[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb]")  # fullwidth and mathematical letters
BASIC = regex.compile(r"[A-Za-z]")
MICRO = "µ"


@lru_cache(maxsize=50_000)
def is_mixed(name: str) -> bool:
    """Whether a name has letters of several alphabets, or plain ones among styled ones: Dоnald with a Cyrillic о."""
    if name.isascii():
        return False
    if len(alphabets(name)) > 1:
        return True
    return any(STYLED.search(word) and BASIC.search(word) for word in LETTERS.findall(name))


def alphabets(name: str) -> tuple[str, ...]:
    """The alphabets that a name's letters are of, as far as they look alike."""
    letters = name.replace(MICRO, "")
    return tuple(script for script, one in ALPHABETS.items() if one.search(letters))


def strange_letters(name: str) -> tuple[tuple[str, str], ...]:
    """The letters that are of another alphabet than most of a name, each once, with their names in Unicode."""
    counts = {script: len(one.findall(name)) for script, one in ALPHABETS.items()}
    most = max(counts, key=lambda script: counts[script])
    found = [one for one in name if one.isalpha() and not ALPHABETS[most].match(one)
             and any(other.match(one) for other in ALPHABETS.values())]
    found += STYLED.findall(name)
    return tuple((one, unicodedata.name(one, "a letter without a name").lower()) for one in dict.fromkeys(found))


def skeleton(name: str) -> str:
    """What a name looks like in Latin letters; the name itself where nothing in it looks like another letter."""
    return name if name.isascii() else name.translate(LOOKALIKES)
