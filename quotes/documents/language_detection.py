"""Language detection: which language a text is in, by its commonest words, and which one a page declares."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+")
LANGUAGE_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\Z", re.DOTALL)
# Codes of three letters that pages declare for languages with one of two.
LONG_CODES = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
              "nld": "nl", "dut": "nl", "pol": "pl", "swe": "sv", "rus": "ru"}

# A few of the commonest words of a language that are not common words of another one in the list.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset([
        "the", "of", "and", "to", "that", "was", "for", "is", "with", "it", "on", "by", "at", "from", "he", "his",
        "were", "this", "have", "are", "they", "said",
    ]),
    "de": frozenset([
        "der", "und", "das", "den", "von", "ist", "mit", "sich", "des", "dem", "ein", "eine", "nicht", "auch",
        "auf", "für", "im", "zu", "dass", "wurde",
    ]),
    "fr": frozenset([
        "le", "les", "des", "du", "et", "est", "dans", "une", "qui", "pas", "sur", "au", "plus", "pour", "par",
        "avec", "ce", "il", "cette",
    ]),
    "es": frozenset([
        "el", "los", "las", "que", "y", "del", "una", "por", "con", "su", "para", "es", "se", "lo", "como", "más",
        "fue", "pero",
    ]),
    "it": frozenset([
        "il", "che", "di", "della", "per", "del", "con", "non", "sono", "gli", "nel", "anche", "alla", "dei", "più",
        "è", "una", "ha",
    ]),
    "pt": frozenset([
        "os", "que", "do", "da", "em", "um", "uma", "não", "com", "para", "dos", "mais", "foi", "ao", "pelo", "são",
        "as", "no",
    ]),
    "nl": frozenset([
        "het", "een", "van", "en", "dat", "op", "te", "zijn", "met", "voor", "niet", "aan", "er", "maar", "ook",
        "wordt", "werd", "bij",
    ]),
    "pl": frozenset([
        "w", "i", "na", "się", "z", "do", "nie", "że", "jest", "to", "przez", "od", "po", "jak", "oraz", "które",
        "został",
    ]),
    "sv": frozenset([
        "och", "att", "det", "som", "på", "är", "av", "för", "med", "till", "inte", "har", "om", "ett", "men",
    ]),
    "ru": frozenset([
        "и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "за", "для", "от", "его", "был",
    ]),
}
SHORT = 40  # words: in fewer than these a guess is worth little
LONGEST_SAMPLE = 1500  # characters are enough to tell a language


def language_of(text: str) -> str | None:
    """The language that a text seems to be in, by its commonest words.

    None where the text is too short to tell, and "und" (undetermined) where it is long and in none of those known here.
    """
    words = WORD.findall(text[:LONGEST_SAMPLE].lower())
    if sum(map(FUNCTION_WORDS["en"].__contains__, words)) * 5 >= len(words) >= SHORT:
        return "en"  # a fifth of the words: no need to count those of the other languages
    counts = {code: sum(map(common.__contains__, words)) for code, common in FUNCTION_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    if len(words) < SHORT:
        return best if best != "en" and counts[best] >= 4 and counts[best] > 2 * counts["en"] else None
    return best if counts[best] * 12 >= len(words) else "und"


def language_code(language: str | None) -> str | None:
    """A language's own code without region or script: "en" for "en-GB"."""
    match = LANGUAGE_CODE.match(language) if language else None
    return LONG_CODES.get(match[1].lower(), match[1].lower()) if match else None


def page_language(declared: str | None, text: str) -> str | None:
    """A page's language; the words decide where they plainly speak against what the page declares.

    Templates often declare English for pages in another language, seldom the reverse.
    """
    code, seen = language_code(declared), language_of(text)
    if code == "en" and seen not in (None, "en", "und"):
        return seen
    return code or seen
