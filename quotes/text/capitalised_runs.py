"""Runs of capitalised words, each read as a person's name, a body, a place, a title, or a name that may be either.

Every word gets the letter of what it can be in a name (quotes.text.name_parts); a run is read by a pattern over these
letters (quotes.text.run_kinds).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quotes.languages.contract import Language, Names
from quotes.text.name_parts import AND_SIGN, COURTESY, GIVEN_NAMES, INITIAL, TITLE_PART, TITLES, WordKinds, word_kinds
from quotes.text.patterns import none_of, one_of, optional, pattern, repeated, sequence, up_to
from quotes.text.run_kinds import read_letters, read_title_line
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    BASE_SPEECH_VERB,
    CLOSING_BRACKET,
    COMMA,
    DASH,
    DETERMINER,
    LINE,
    NAME,
    NOUNS,
    OF,
    OPENING_BRACKET,
    PLAIN_WORD,
    PREPOSITION,
    QUOTATION,
    REPORTING_VERBS,
    SPEECH_GERUND,
    VERB,
)

PIECE = pattern(NAME, up_to(30, sequence(optional(AMPERSAND), NAME)))
# One that is an ordinary word too: William “Buddy” Reed.
NICKNAME = pattern(one_of(sequence(QUOTATION, repeated(1, 2, none_of(QUOTATION)), QUOTATION),
                          sequence(OPENING_BRACKET, repeated(1, 2, none_of(CLOSING_BRACKET)), CLOSING_BRACKET)))
BEFORE_NICKNAME = (QUOTATION, OPENING_BRACKET)
AFTER_NICKNAME = (QUOTATION + NAME, CLOSING_BRACKET + NAME)
LONGEST = 40  # tokens of a run
LINE_START = pattern(LINE)
TITLE_LINE_TOKENS, TITLE_LINE_SHARE, TITLE_LINE_NAMES = 40, 0.75, 4
# Classes of words that a headline would print with a capital.
LOWER = NOUNS + VERB + REPORTING_VERBS + BASE_SPEECH_VERB + SPEECH_GERUND
# Classes that a name's or title's first word may have got at a sentence's start, and what it must then be in a name.
LOWERED = frozenset((*LOWER, ADVERB))
OPENING = frozenset((*TITLES, TITLE_PART, COURTESY, *GIVEN_NAMES, INITIAL))
# What stands between two runs that may be one.
LINKED = (OF, PREPOSITION)  # Commission on Presidential Debates
PARTICLES = (PLAIN_WORD, PLAIN_WORD * 2, PLAIN_WORD + DETERMINER)  # Ludwig van Beethoven, Ursula von der Leyen
OF_THE = OF + DETERMINER


class Run(NamedTuple):
    """A run by its tokens: the first, the first of the name without titles, the one after the last; and what it is.

    `kind` is person, single (one word), body, place, title, or unknown (two words or more that could be a person).
    `letters` are those of the name's words; `headline` tells that every word around is capitalised.
    """

    first: int
    name: int
    after: int
    kind: str
    letters: str
    headline: bool = False


def find_runs(tokens: Tokens, language: Language) -> list[Run]:
    """All runs of a text in order, none overlapping."""
    kinds = word_kinds(language)
    words, classes = tokens.words, tokens.classes
    title_lines = _title_lines(classes)
    found = []
    for first, after in _stretches(tokens, language):
        letters = "".join([kinds[word] if word != "&" else AND_SIGN for word in words[first:after]])
        while title_lines and title_lines[-1][1] <= first:
            title_lines.pop()
        headline = bool(title_lines) and title_lines[-1][0] <= first
        readings = read_title_line(letters) if headline else read_letters(letters)
        for begin, name, end, kind in readings:
            if kind == "single" and contracted(words[first + name]):
                continue
            found.append(Run(first + begin, first + name, first + end, kind, letters[name:end], headline))
    return found


def contracted(word: str) -> bool:
    """Whether a word is a pronoun or noun with a verb hanging on it: I'm, They'll."""
    head, mark, tail = word.replace("’", "'").partition("'")
    return bool(mark) and tail in ("m", "re", "ll", "ve", "d", "t") and head[:1] not in ("O", "D")


def _title_lines(classes: str) -> list[tuple[int, int]]:
    """The lines, by tokens, in which nearly every word is capitalised, headlines and their like; the last one first."""
    bounds = [0, *(match.end() for match in LINE_START.finditer(classes)), len(classes)]
    found = []
    for a, b in pairwise(bounds):
        if TITLE_LINE_NAMES < b - a < TITLE_LINE_TOKENS:
            capitals = classes.count(NAME, a, b)
            if capitals >= TITLE_LINE_NAMES:
                lower = sum(classes.count(letter, a, b) for letter in LOWER)
                if capitals >= TITLE_LINE_SHARE * (capitals + lower):
                    found.append((a, b))
    return found[::-1]


def _stretches(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words as tokens; particles, of, the, “, Jr.” and a nickname in marks join them."""
    words, classes = tokens.words, _with_articles(tokens, language.names)
    kinds = word_kinds(language)
    start, end = 0, -1
    nick = False  # the next piece is joined whatever stands between
    for match in PIECE.finditer(classes):
        a, b = match.span()
        while a > end + 1 and classes[a - 1] in LOWERED and _opens(words, a - 1, kinds, language.names):
            a -= 1
        gap = classes[end:a] if end >= 0 and a - end <= 4 and b - start < LONGEST else DASH
        if nick:
            nick, end = False, b
            continue
        nick = (gap in BEFORE_NICKNAME and b - a <= 2 and classes[b : b + 2] in AFTER_NICKNAME
                and kinds[words[end - 1]] in GIVEN_NAMES)
        lowered = NICKNAME.fullmatch(gap) and words[end + 1][0].isupper() and kinds[words[end - 1]] in GIVEN_NAMES
        if not (nick or lowered or _joins(gap, words, end, language.names)):
            if end >= 0:
                yield start, end
            start = a
        end = b + _tail(tokens, start, b, language)
    if end >= 0:
        yield start, end


def _with_articles(tokens: Tokens, names: Names) -> str:
    """The classes of the tokens, that of a name for one that a particle joined to a name opens: al-Assad."""
    parted = ((at, *word.partition("-")) for at, word in enumerate(tokens.words) if "-" in word)
    classes = list(tokens.classes)
    for at, head, _, tail in parted:
        if head in names.particles and tail[:1].isupper():
            classes[at] = NAME
    return "".join(classes)


def _opens(words: list[str], i: int, kinds: WordKinds, names: Names) -> bool:
    """Whether the word that begins a sentence at token `i` can begin a name too."""
    return words[i][0].isupper() and (kinds[words[i]] in OPENING or f"{words[i]} {words[i + 1]}" in names.places)


def _joins(gap: str, words: list[str], end: int, names: Names) -> bool:
    """Whether what stands between two runs, from token `end`, makes them one."""
    if gap in LINKED:
        return words[end].lower() in names.particles or _of_body(words, end, names)
    if gap in PARTICLES:
        return all(word in names.particles for word in words[end : end + len(gap)])
    if gap == COMMA:
        return words[end + 1].lower().rstrip(".") in names.suffixes
    return gap == OF_THE and words[end].lower() in names.particles


def _tail(tokens: Tokens, start: int, end: int, language: Language) -> int:
    """How many tokens after a run belong to it though they have no capital class: al-Assad, Theresa May."""
    letter = tokens.classes[end : end + 1]
    if letter == PLAIN_WORD:
        return int("-" in tokens.words[end] and tokens.words[end].rpartition("-")[2][:1].isupper())
    months = letter == ADVERB and end == start + 1 and tokens.words[end].lower() in language.vocabulary.months
    return int(months and tokens.words[start] in language.names.given_names)


def _of_body(words: list[str], end: int, names: Names) -> bool:
    """Whether “on” or “for” belongs to a body's name: Commission on Presidential Debates."""
    return words[end].lower() in names.body_links and words[end - 1].lower() in names.organization_words
