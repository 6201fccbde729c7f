"""Words and marks of a text as parallel arrays, each with the letter of its class (quotes.text.word_classes).

Later steps see the letters with quotations and mentions masked (quotes.text.masked_view).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import regex

from quotes.languages.contract import Language
from quotes.text.patterns import START, any_of, followed_by, named, one_of, pattern, preceded_by, repeated, sequence
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GENITIVE,
    LINE,
    NAME,
    NUMBER,
    OF,
    OPENING_BRACKET,
    PLAIN_WORD,
    POSSESSIVE,
    QUANTIFIER,
    QUOTATION,
    RELATIVE,
    ROLE,
    ROLE_OR_VERB,
    SEMICOLON,
    SIGN,
    SPEECH_GERUND,
    SPEECH_NOUN,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    WEAK_SPEECH_VERB,
)

MARKS = {
    mark: letter for letter, marks in (
        (STOP, ". ? !"), (COMMA, ","), (COLON, ":"), (SEMICOLON, ";"), (OPENING_BRACKET, "( [ {"),
        (CLOSING_BRACKET, ") ] }"), (DASH, "… - – — ― ‒"), (NUMBER, "% $ £ € #"), (AMPERSAND, "&"),
        (QUOTATION, "“ ” \" « » „ ‟ 「 」 『 』 '' ``"), (GENITIVE, "'s ’s 'S ’S"), (SUBJECT_PRONOUN, "I"),
        (AUXILIARY, "'ve ’ve 're ’re 'll ’ll 'm ’m 'd ’d 'VE ’VE 'RE ’RE 'LL ’LL 'M ’M 'D ’D"),  # I’ve, we’d
    ) for mark in marks.split()
}
# Classes whose words are no names even with a capital inside a sentence.
KEPT_CAPITALISED = frozenset((DETERMINER, SUBJECT_PRONOUN, POSSESSIVE, THAT, RELATIVE, SUBORDINATOR, CONJUNCTION, OF))
# A compound has its last part's class: co-founder, re-tweeted.
COMPOUND_CLASSES = frozenset((ROLE, SPEECH_VERB, WEAK_SPEECH_VERB, SPEECH_GERUND, SPEECH_NOUN))
SHORTENED = r"[’'](?:[sS]|ve|VE|re|RE|ll|LL|[mMdD])\b"  # he’s, I’ve: a word of its own
# A dot belongs to the word before it in abbreviations, after initials (J. Smith) and in U.S.
# Nothing that was taken is given back (++, *+): that is never needed, and the places to do it would have to be kept.
TOKEN = (r"(\b\p{L}\.(?:\p{L}\.)++|@?\w++(?:(?!" + SHORTENED + r")[’'\-‑&]\w++|(?<=\d)/\d++|(?<=\d),\d{3}(?!\d))*+"
         r"(?:\.(?:(?<=\b\L<dotted>\.)|(?<=\b\p{Lu}\.)(?=[ \u00a0]?\p{Lu})))?+"
         r"|" + SHORTENED + r"|\n\s*+|--++|\.\.\.++|''(?!')|``|[^\w\s])")
STARTS = pattern(one_of(START, any_of(STOP, COLON, SEMICOLON, LINE, QUOTATION, OPENING_BRACKET, DASH)),
                 named("word", NAME))
BEFORE_QUOTATION = STOP + COMMA + LINE
# “The Times reports:”, but “all reports”: words that are role noun and verb of speech stay undecided until their
# neighbours are seen.
EITHER_AS_VERB = pattern(one_of(
    sequence(
        preceded_by(NAME, SUBJECT_PRONOUN), ROLE_OR_VERB,
        followed_by(COLON, THAT, DETERMINER, NAME, SUBJECT_PRONOUN, POSSESSIVE, QUOTATION, QUANTIFIER, SUBORDINATOR,
                    COMMA)),
    sequence(preceded_by(sequence(QUOTATION, repeated(1, 4, NAME))), ROLE_OR_VERB, followed_by(STOP)),
    sequence(preceded_by(sequence(DETERMINER, any_of(ROLE, ROLE_OR_VERB))), ROLE_OR_VERB, followed_by(COLON, THAT))))
# That’s, he’s.
IS_AFTER_WORD = pattern(preceded_by(SUBJECT_PRONOUN, THAT, RELATIVE, SUBORDINATOR, ADVERB), GENITIVE)
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
            return LINE
        if first == "@":
            return NAME
        if not first.isalnum():
            return DASH if first in "-." else SIGN
        if first.isdigit():
            return NUMBER
        low = word.lower()
        if first == low[0] and not first.isupper():
            return self.of_lower(low)
        if low in self._vocabulary.calendar:
            return ADVERB
        letter = self._vocabulary.classes.get(low, NAME)
        return letter if letter in KEPT_CAPITALISED and not (word.isupper() and len(word) > 1) else NAME

    def of_lower(self, low: str) -> str:
        """The class of a word in lower case."""
        letter = self._vocabulary.classes.get(low)
        if letter is not None:
            return letter
        if low in self._vocabulary.calendar:
            return ADVERB
        if "-" in low:
            last = self._vocabulary.classes.get(low.rpartition("-")[2], PLAIN_WORD)
            if last in COMPOUND_CLASSES:
                return last
        return ADVERB if low.endswith("ly") and len(low) > 4 else PLAIN_WORD


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
                   if classes[i - 1] != QUOTATION or i < 2 or classes[i - 2] in BEFORE_QUOTATION
                   or ends[i - 2] != starts[i - 1]]
        classes = self._lower_sentence_starts(words, letters, opening)
        if ROLE_OR_VERB in classes:
            classes = EITHER_AS_VERB.sub(SPEECH_VERB, classes).replace(ROLE_OR_VERB, ROLE)
        return Tokens(words, starts, ends, IS_AFTER_WORD.sub(AUXILIARY, classes))

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
            if letter == PLAIN_WORD and letters[i + 1 : i + 2] == [NAME] and words[i + 1].lower() in self._body_words:
                continue  # Harbor News said …
            if letter not in (PLAIN_WORD, NAME) or low in self._common:
                doubtful.append((i, word, letter))
        if not doubtful:
            return "".join(letters)
        opening = set(starts)
        names = {word for j, word in enumerate(words) if letters[j] == NAME and j not in opening}
        for i, word, letter in doubtful:
            if word not in names:
                letters[i] = letter
        return "".join(letters)


def _number(match: regex.Match[str]) -> int:
    return match.start("word")


@cache
def tokenizer(language: Language) -> Tokenizer:
    """The one tokenizer of a language."""
    return Tokenizer(language)
