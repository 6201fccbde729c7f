"""Words and marks of a text as parallel arrays, each with the letter of its class.

The class letters of a whole article stand in one string, one letter a token, so that later steps find noun phrases,
clauses and cues by patterns over letters and measure distances by counting letters.

    X capitalised    P he she I we  O him her      S his their     D the a this     U one several   H role noun
    C speech verb    c weaker one   G saying       E say           M claim, letter  v other verb    n other word
    l according      A is to not      R adverb, day  I preposition  o of for        T that           W who which     V
    when if K and but        z 's           # number       Q quote mark    ¶ line break     . sentence end , : ; - ( )
    & as they are

Later steps see them with quotations and mentions masked (quotes.text.view).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import regex

from quotes.languages.contract import Language

MARKS = {
    ".": ".", "?": ".", "!": ".", ",": ",", ":": ":", ";": ";",
    "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")",
    "…": "-", "-": "-", "–": "-", "—": "-", "―": "-", "‒": "-",
    "%": "#", "$": "#", "£": "#", "€": "#", "#": "#", "&": "&",
    "“": "Q", "”": "Q", '"': "Q", "«": "Q", "»": "Q", "„": "Q", "‟": "Q", "「": "Q", "」": "Q", "『": "Q", "』": "Q",
    "''": "Q", "``": "Q",
    "'s": "z", "’s": "z", "'S": "z", "’S": "z", "I": "P",
}
KEPT_CAPITALISED = frozenset("DPSTWVKo")  # classes whose words are no names even with a capital inside a sentence
COMPOUND_CLASSES = frozenset("HCcGM")  # a compound has its last part's class: co-founder, re-tweeted
# A dot belongs to the word before it in abbreviations, after initials (J. Smith) and in U.S.
TOKEN = (r"(\b\p{L}\.(?:\p{L}\.)+|@?\w+(?:[’'\-‑&](?![sS]\b)\w+|(?<=\d)/\d+)*"
         r"(?:\.(?:(?<=\b\L<dotted>\.)|(?<=\b\p{Lu}\.)(?=[ \u00a0]?\p{Lu})))?"
         r"|[’'][sS]\b|\n\s*|--+|\.\.\.+|''(?!')|``|[^\w\s])")
STARTS = regex.compile(r"(?:^|[.:;¶Q(-])(X)")
# “The Times reports:”, but “all reports”: words that are role noun and verb of speech are h until their neighbours
# are seen.
EITHER_AS_VERB = regex.compile(r"(?<=[XP])h(?=[:TDXPSQUV,])")
POSSESSIVE_AFTER_WORD = regex.compile(r"(?<=[PTWVR])z")
NO_FORMS = [" "]  # stands before no dot of a word; in an empty list regex would see a match everywhere
REMEMBERED = 200_000  # words whose class is kept from one article to the next


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words` as written, where they start and end, and one class letter each."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: str


class WordClasses(dict[str, str]):
    """The class of every word met so far, as it stands in the middle of a sentence."""

    def __init__(self, language: Language) -> None:
        super().__init__(MARKS)
        self._vocabulary = language.vocabulary

    def __missing__(self, word: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
            self.update(MARKS)
        letter = self[word] = self._class_of(word)
        return letter

    def _class_of(self, word: str) -> str:
        first = word[0]
        if first == "\n":
            return "¶"
        if first == "@":
            return "X"
        if not first.isalnum():
            return "-" if first in "-." else "*"
        if first.isdigit():
            return "#"
        low = word.lower()
        if first == low[0] and not first.isupper():
            return self.of_lower(low)
        if low in self._vocabulary.calendar:
            return "R"
        letter = self._vocabulary.classes.get(low, "X")
        return letter if letter in KEPT_CAPITALISED and not (word.isupper() and len(word) > 1) else "X"

    def of_lower(self, low: str) -> str:
        """The class of a word in lower case."""
        letter = self._vocabulary.classes.get(low)
        if letter is not None:
            return letter
        if low in self._vocabulary.calendar:
            return "R"
        if "-" in low:
            last = self._vocabulary.classes.get(low.rpartition("-")[2], "n")
            if last in COMPOUND_CLASSES:
                return last
        return "R" if low.endswith("ly") and len(low) > 4 else "n"


class Tokenizer:
    """Cuts texts of one language into tokens; it remembers the classes of words that it has met."""

    def __init__(self, language: Language) -> None:
        abbreviations = language.vocabulary.abbreviations
        forms = [form for word in abbreviations for form in (word, word.capitalize(), word.upper())]
        self._common = language.vocabulary.common
        self._body_words = language.names.organization_words
        self._split = regex.compile(TOKEN, dotted=forms or NO_FORMS).split
        self._known = WordClasses(language)

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text in order; every character that is no white space belongs to exactly one."""
        parts = self._split(text)
        bounds = list(accumulate(map(len, parts), initial=0))
        words, starts, ends = parts[1::2], bounds[1::2], bounds[2::2]
        letters = list(map(self._known.__getitem__, words))
        classes = "".join(letters)
        opening = [i for i in map(_number, STARTS.finditer(classes, overlapped=True))
                   if classes[i - 1] != "Q" or i < 2 or classes[i - 2] in ".,¶" or ends[i - 2] != starts[i - 1]]
        classes = self._lower_sentence_starts(words, letters, opening)
        if "h" in classes:
            classes = EITHER_AS_VERB.sub("C", classes).replace("h", "H")
        return Tokens(words, starts, ends, POSSESSIVE_AFTER_WORD.sub("A", classes))

    def _lower_sentence_starts(self, words: list[str], letters: list[str], starts: list[int]) -> str:
        """Give ordinary words that begin a sentence their everyday class, unless the text also has them as names.

        `starts` are the tokens that begin a sentence, a line or a quotation; not those after a closing mark.
        """
        doubtful = []
        for i in starts:
            word = words[i]
            low = word.lower()
            if word != low.capitalize() or (len(word) == 1):
                continue
            letter = self._known.of_lower(low)
            if letter == "n" and letters[i + 1 : i + 2] == ["X"] and words[i + 1].lower() in self._body_words:
                continue  # Harbor News said …
            if letter not in "nX" or low in self._common:
                doubtful.append((i, word, letter))
        if not doubtful:
            return "".join(letters)
        opening = set(starts)
        names = {word for j, word in enumerate(words) if letters[j] == "X" and j not in opening}
        for i, word, letter in doubtful:
            if word not in names:
                letters[i] = letter
        return "".join(letters)


def _number(match: regex.Match[str]) -> int:
    return match.start(1)


@cache
def tokenizer(language: Language) -> Tokenizer:
    """The one tokenizer of a language."""
    return Tokenizer(language)
