"""Language detection: which language a text is in, by its prose, and which one a page declares.

The commonest words of English settle most texts of the press. All others are told apart by CLD3 (package cld3-py), a
small network over runs of letters that knows 107 languages. `make bench-language` measures both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex
from gcld3 import NNetLanguageIdentifier

WORD = regex.compile(r"[\p{L}\p{M}]+")
LANGUAGE_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\Z", re.DOTALL)
# Codes that pages declare, or detection gives, for languages with a code of their own: longer ones and withdrawn ones.
OTHER_CODES = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
               "nld": "nl", "dut": "nl", "pol": "pl", "swe": "sv", "rus": "ru", "iw": "he", "in": "id", "ji": "yi"}
UNDETERMINED = "und"

# Words of English that are rare in other languages. A text is English where they are a fifth of the words of its
# sample: in 500 translations of the Universal Declaration of Human Rights, cut at 600 characters, that is so in Scots
# alone; all others have up to 0.13 of them.
ENGLISH_WORDS = frozenset([
    "and", "are", "been", "but", "from", "had", "has", "have", "her", "his", "it", "its", "not", "of", "said", "she",
    "that", "the", "their", "they", "this", "was", "we", "were", "which", "who", "will", "with", "would", "you",
])
ENGLISH_SHARE, ENGLISH_ENOUGH = 5, 40  # one word in so many, of at least so many words
MIXED_SHARE, MIXED_WORDS = 8, 2  # in a short text one word in so many, and so many different ones, leave it open

LINE = re.compile(r"\S[^\n]*")
PROSE_LINES = (80, 30)  # characters: shorter lines are menus and labels; the longer kind is taken where there is enough
PROSE_SHARE = 5  # enough is a fifth of the text, lest one long notice decides for verses or a table
STRETCHES, STRETCH = 4, 150  # how many stretches of prose are looked at, spread over all of it, and their characters

# How sure CLD3 has to be, by the letters that it saw, in bytes of UTF-8: other scripts tell more with fewer letters.
# English sentences of the press are taken for something else with more than this once in a thousand times; the
# shortest, of a few words, far more often, so that those are left open.
LONG, SHORT, SHORTEST = 150, 90, 40
SURE_OF_LONG, SURE, SURE_OF_SHORT = 0.5, 0.7, 0.95
MOST_BYTES = 4 * STRETCHES * STRETCH


def language_of(text: str) -> str | None:
    """The language that the prose of a text seems to be in, as a code like "en".

    None where the text is too short to tell, and "und" (undetermined) where it is long and in no language known to
    detection.
    """
    sample = prose_sample(text)
    words = WORD.findall(sample.lower())
    english = [word for word in words if word in ENGLISH_WORDS]
    if len(english) * ENGLISH_SHARE >= len(words) >= ENGLISH_ENOUGH:
        return "en"
    seen = len("".join(words).encode())
    if seen < SHORTEST:
        return None
    # CLD3 passes over what repeats itself; where that leaves nothing, its answer is the one for an empty text.
    found, of_nothing = _detector().FindLanguage(sample), _detector().FindLanguage("")
    code = language_code(found.language)
    needed = SURE_OF_LONG if seen >= LONG else SURE if seen >= SHORT else SURE_OF_SHORT
    if found.probability < needed or found.probability == of_nothing.probability:
        return UNDETERMINED if seen >= LONG else None
    return None if code != "en" and seen < LONG and _mixed(english, words) else code


def _mixed(english: list[str], words: list[str]) -> bool:
    """Whether the words of a short text may be English around names, which alone would say something else."""
    return len(set(english)) >= MIXED_WORDS and len(english) * MIXED_SHARE >= len(words)


def prose_sample(text: str) -> str:
    """Stretches of the lines that look like prose, spread evenly over the whole text; all of a short one."""
    if len(text) <= STRETCHES * STRETCH:
        prose = text
    else:
        prose = next((lines for lines in _prose(text) if len(lines) * PROSE_SHARE >= len(text)), text)
    if len(prose) <= STRETCHES * STRETCH:
        return prose
    step = (len(prose) - STRETCH) // (STRETCHES - 1)
    return "\n".join([prose[i * step : i * step + STRETCH] for i in range(STRETCHES)])


def _prose(text: str) -> Iterator[str]:
    lines = LINE.findall(text)
    for shortest in PROSE_LINES:
        yield "\n".join([line for line in lines if len(line) >= shortest])


@cache
def _detector() -> NNetLanguageIdentifier:
    return NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=MOST_BYTES)


def language_code(language: str | None) -> str | None:
    """A language's own code without region or script: "en" for "en-GB"."""
    match = LANGUAGE_CODE.match(language) if language else None
    return OTHER_CODES.get(match[1].lower(), match[1].lower()) if match else None


def page_language(declared: str | None, text: str) -> str | None:
    """A page's language; its prose decides where it speaks for English and the page against it, or the reverse.

    Templates declare the language of those who made them. Between two others the page knows better: relatives are hard
    to tell apart, and many languages are unknown to detection.
    """
    code, seen = language_code(declared), language_of(text)
    if code is None or (seen is not None and (code == "en") != (seen == "en")):
        return seen
    return code
