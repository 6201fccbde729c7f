"""A wording taken apart for comparing: its words as they count, where they stand, and which of them must not change.

What is only typography does not count: case, accents, curly or straight marks, dashes, punctuation. “Don’t” is the same
as “do not”, “five” the same as “5”. Words in square brackets are an editor's, an ellipsis says that words are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from quotes.languages.contract import Language
from quotes.text.personal_names import LETTERS

Sort = Literal["", "negation", "number", "name"]
MARKS = r"\u0300-\u036f"
TOKEN = re.compile(
    rf"(?P<gap>\[?(?:…|\.[ \u00a0]?\.[ \u00a0]?\.)\.?\]?)|(?P<open>\[)|(?P<close>\])|(?P<sign>[%$€£])"
    rf"|(?P<word>\d+(?:[.,]\d+)*[a-z]{{0,2}}(?![^\W_])|[^\W_](?:[^\W_]|[{MARKS}])*(?:['’ʼ‘][^\W_](?:[^\W_]|[{MARKS}])*)*)")
ENDS = frozenset(".!?…:\n")
PASSED_OVER = " \t\u00a0”\"’')]“‘(["
LONGEST_BRACKET = 80
SHOUTED = 0.6  # the share of capitals from which on they tell nothing


class Word(NamedTuple):
    """One word as it counts: what it is compared by, its token and its place, and whether it is an editor's."""

    key: str
    token: int
    start: int
    end: int
    sort: Sort = ""
    editorial: bool = False


@dataclass(frozen=True)
class Wording:
    """A text with its words; `gaps` are the numbers of the words before which an ellipsis stands."""

    text: str
    words: tuple[Word, ...]
    gaps: frozenset[int] = frozenset()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by."""
        return tuple(word.key for word in self.words)

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """How much each word counts: long ones more than short ones, an editor's nothing."""
        return tuple(0 if word.editorial else 2 + min(len(word.key), 10) for word in self.words)

    @cached_property
    def counting(self) -> tuple[int, ...]:
        """One for each word, nothing for an editor's."""
        return tuple(map(bool, self.weights)) if 0 in self.weights else (1,) * len(self.words)

    def stretch(self, first: int, after: int) -> str:
        """The text from one word up to another."""
        return self.text[self.words[first].start : self.words[after - 1].end] if after > first else ""


def take_apart(text: str, language: Language) -> Wording:
    """The words of a text."""
    words: list[Word] = []
    gaps: set[int] = set()
    editorial = False
    bracket: int | None = None
    shouted = _is_shouted(text)
    for number, found in enumerate(TOKEN.finditer(text)):
        kind = found.lastgroup
        if kind == "gap":
            gaps.add(len(words))
        elif kind in ("open", "close"):
            if editorial and words:
                words[-1] = words[-1]._replace(end=found.end())
            editorial = kind == "open" and "]" in text[found.end() : found.end() + LONGEST_BRACKET]
            bracket = found.start() if editorial else None
        else:
            written, start, end = found[0], found.start(), found.end()
            keys = _keys(written, language)
            capital = written[0].isupper() and (len(written) > 1 or written != "I")
            begins = capital and (shouted or _begins_sentence(text, start))
            start, bracket = start if bracket is None else bracket, None
            hyphen = text[end : end + 1] == "-" and not written.isupper()
            for place, key in enumerate(keys):
                sort = _sort(f"{key}-" if hyphen and f"{key}-" in language.comparison.negations else key,
                             capital and not place, begins, language)
                words.append(Word(key, number, start, end, sort, editorial))
    return Wording(text, tuple(words), frozenset(gaps))


def search_words(text: str) -> tuple[str, ...]:
    """The plain words of a text, each once, to look for in an index."""
    return tuple(dict.fromkeys(word for part in TOKEN.finditer(text) if part.lastgroup == "word"
                               for word in re.findall(rf"(?:[^\W_]|[{MARKS}])+", part[0].casefold())))


def _keys(written: str, language: Language) -> tuple[str, ...]:
    key, comparison = _folded(written), language.comparison
    whole = comparison.contracted_whole.get(key)
    if whole is not None:
        return tuple(whole.split())
    for ending, word in comparison.contracted.items() if "'" in key else ():
        if key.endswith(ending) and len(key) > len(ending):
            return (key.removesuffix(ending), word)
    number = comparison.numbers.get(key)
    if number is not None:
        return (number,)
    return (key.replace(",", ""),) if key[0].isdigit() else (key,)


@lru_cache(maxsize=50_000)
def _folded(written: str) -> str:
    """A word without case, accents and the style of its apostrophes."""
    if written.isascii():
        return written.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c))
    return plain.casefold().translate(LETTERS).replace("’", "'").replace("ʼ", "'").replace("‘", "'")


def _sort(key: str, capital: bool, begins: bool, language: Language) -> Sort:
    comparison, vocabulary = language.comparison, language.vocabulary
    if key in comparison.negations:
        return "negation"
    if key[0].isdigit() or key in comparison.numbers:
        return "number"
    if not capital:
        return ""
    word = key.partition("'")[0]
    if word in language.references.pronouns or word == "i":
        return ""
    ordinary = word in vocabulary.common or word in vocabulary.classes or word in vocabulary.indefinite
    return "" if begins and ordinary else "name"


def _begins_sentence(text: str, at: int) -> bool:
    """Whether the word here is the first one of a sentence, where a capital tells nothing."""
    before = text[max(0, at - 8) : at].rstrip(PASSED_OVER)
    return (not before and at < 8) or before[-1:] in ENDS or not text[:at].strip(PASSED_OVER)


def _is_shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(map(str.isupper, letters)) > SHOUTED * len(letters)


def words_left_out(wording: Wording, first: int, after: int) -> Iterator[Word]:
    """The words of a stretch that are not an editor's."""
    return (word for word in wording.words[first:after] if not word.editorial)
