"""What a word of a capitalised run can be in a name: one letter each, and the only place where these are listed.

They are facts about a name's words for quotes.text.entities. They are a second alphabet beside the classes
of tokens (quotes.text.word_classes): C is a courtesy here and a verb of speech there. Other modules use the names.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

from quotes.languages.contract import Language, Names
from quotes.text.word_classes import DETERMINER, OF, PLAIN_WORD, PREPOSITION

COURTESY = "C"  # Mr.
TITLE = "T"  # Senator
TITLE_PART = "t"  # a word of titles that is none by itself: House
TITLE_OR_NAME = "B"  # Dean
GIVEN_NAME = "G"  # Ann
GIVEN_NAME_OR_PLACE = "g"  # Virginia
INITIAL = "I"  # J.
NAME_SUFFIX = "S"  # Jr.
PARTICLE = "p"  # van
BODY_WORD = "O"  # a word of bodies: Bank
PLACE = "L"  # Ohio
PEOPLE = "N"  # Canadian
CAPITALS = "A"  # NATO
ORDINARY_WORD = "W"  # a word that is in the dictionary
UNKNOWN_WORD = "X"  # any other word, as most surnames are
LINK = "o"  # of, for, on
ARTICLE = "D"  # the
AND_SIGN = "&"

TITLES = TITLE + TITLE_OR_NAME
GIVEN_NAMES = GIVEN_NAME + GIVEN_NAME_OR_PLACE

KIND_OF_CLASS = {OF: LINK, PREPOSITION: LINK, DETERMINER: ARTICLE}  # of words in lower case inside a run
INITIALS = regex.compile(r"\p{Lu}\.?|(?:\p{Lu}\.){2,3}")
ACRONYM_LENGTH = 6
DOTTED_ACRONYM = regex.compile(r"(?:\p{Lu}\.){4,6}")  # A.C.L.U.; fewer letters may be somebody's initials
REMEMBERED = 100_000  # words whose kind is kept from one article to the next


class WordKinds(dict[str, str]):
    """What each word met so far can be in a name, as a letter."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._names, self._vocabulary = language.names, language.vocabulary

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        letter = self[word] = self._kind(word)
        return letter

    def _kind(self, word: str) -> str:
        names, vocabulary = self._names, self._vocabulary
        low = word.lower()
        bare = low.rstrip(".")
        if not word[0].isupper():
            return KIND_OF_CLASS.get(vocabulary.classes.get(low, PLAIN_WORD), UNKNOWN_WORD if "-" in word else PARTICLE)
        if bare in names.courtesies:
            return COURTESY
        if bare in names.suffixes and len(bare) > 1:
            return NAME_SUFFIX
        name = without_accents(word).rstrip(".")
        known = bare in names.titles or bare in names.organization_words or name in names.given_names
        if not known and (name in names.places or bare in vocabulary.abbreviations):
            return PLACE
        if low in names.particles and not known:
            return PARTICLE
        if INITIALS.fullmatch(word):
            return INITIAL
        if DOTTED_ACRONYM.fullmatch(word):
            return CAPITALS
        return self._word(word, low, bare)

    def _word(self, word: str, low: str, bare: str) -> str:
        names, vocabulary = self._names, self._vocabulary
        proper = without_accents(word.title() if word.isupper() else word)
        known = names.common_given_names if word.isupper() else names.given_names  # NATO is no Nato
        given = proper in known or proper.partition("-")[0] in known
        given = given or (low in names.nicknames and low not in vocabulary.common)
        if word.endswith(".") or bare not in names.particles:
            if bare in names.title_parts:
                return TITLE_PART
            if bare in names.titles or bare.rpartition("-")[2] in names.titles or _is_title_to_be(bare, names):
                return TITLE_OR_NAME if given else TITLE
        if given:
            return GIVEN_NAME_OR_PLACE if proper in names.places or low in vocabulary.calendar else GIVEN_NAME
        if bare in names.organization_words:
            return BODY_WORD
        if proper in names.demonyms or proper.partition("-")[0] in names.demonyms:
            return PEOPLE
        if (low in vocabulary.common or low in vocabulary.indefinite
                or vocabulary.classes.get(low, PLAIN_WORD) != PLAIN_WORD):
            return ORDINARY_WORD
        return CAPITALS if word.isupper() and word.isalpha() and len(word) <= ACRONYM_LENGTH else UNKNOWN_WORD


def _is_title_to_be(word: str, names: Names) -> bool:
    """Whether a word is a title that somebody does not bear yet: mayor-elect."""
    return any(word.endswith(end) and word.removesuffix(end) in names.titles for end in names.title_endings)


def without_accents(word: str) -> str:
    """A word as lists of names spell it: Inês is Ines there."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@cache
def word_kinds(language: Language) -> WordKinds:
    """The one memory of word kinds of a language."""
    return WordKinds(language)
