"""Stretches: capitalised words side by side, with the small words that may join them, in which names are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quotes.languages.contract import Language, Names
from quotes.text.name_parts import (
    ARTICLE,
    BODY_WORD,
    COURTESY,
    GIVEN_NAMES,
    INITIAL,
    LINK,
    ORDINARY_WORD,
    TITLE_PART,
    TITLES,
    UNKNOWN_WORD,
    WordKinds,
    word_kinds,
)
from quotes.text.patterns import none_of, one_of, optional, pattern, repeated, sequence, up_to
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    BASE_SPEECH_VERB,
    CLOSING_BRACKET,
    COMMA,
    CONJUNCTION,
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
LONGEST = 40  # tokens of a stretch
LINE_START = pattern(LINE)
TITLE_LINE_TOKENS, TITLE_LINE_SHARE, TITLE_LINE_NAMES = 40, 0.75, 4
# Classes of words that a headline would print with a capital.
LOWER = NOUNS + VERB + REPORTING_VERBS + BASE_SPEECH_VERB + SPEECH_GERUND
# Classes that a name's or title's first word may have got at a sentence's start, and what it must then be in a name.
LOWERED = frozenset((*LOWER, ADVERB))
OPENING = frozenset((*TITLES, TITLE_PART, COURTESY, *GIVEN_NAMES, INITIAL))
PARTICLES = (PLAIN_WORD, PLAIN_WORD * 2, PLAIN_WORD + DETERMINER)  # Ludwig van Beethoven, Ursula von der Leyen
OF_THE = OF + DETERMINER
BEFORE_AND = frozenset((ORDINARY_WORD, BODY_WORD, TITLE_PART, UNKNOWN_WORD))  # Food and Drug Administration
PARTS_HEADLINE = frozenset((ORDINARY_WORD, TITLE_PART, LINK, ARTICLE))


class Stretch(NamedTuple):
    """A stretch by its tokens, the first and the one after the last; in a `headline` all around is capitalised."""

    first: int
    after: int
    headline: bool = False


def find_stretches(tokens: Tokens, language: Language) -> list[Stretch]:
    """All stretches of a text in order, none overlapping; in headlines ordinary words part them."""
    title_lines = _title_lines(tokens.classes)
    found: list[Stretch] = []
    for first, after in _joined(tokens, language):
        while title_lines and title_lines[-1][1] <= first:
            title_lines.pop()
        begins = _behind_modifier(tokens.words, first, after, language)
        for start, end in ((first, begins), (begins, after)):
            if title_lines and title_lines[-1][0] <= start:
                found.extend(_parted(tokens.words, start, end, word_kinds(language)))
            elif start < end:
                start += _contracted(tokens.words[start])
                found.extend([Stretch(start, end)] if start < end else [])
    return found


def _behind_modifier(words: list[str], first: int, after: int, language: Language) -> int:
    """Where a name begins behind what only says of where or by whom somebody or something is: Delhi-based Ann Reed."""
    for i in range(after - 2, first - 1, -1):
        _, hyphen, last = words[i].rpartition("-")
        if hyphen and language.vocabulary.classes.get(last) == VERB:
            return i + 1
    return first


def _parted(words: list[str], first: int, after: int, kinds: WordKinds) -> Iterator[Stretch]:
    """The parts of a stretch between its ordinary words."""
    edges = [first - 1, *(i for i in range(first, after) if kinds[words[i]] in PARTS_HEADLINE), after]
    return (Stretch(a + 1, b, True) for a, b in pairwise(edges) if b - a > 1)


def _contracted(word: str) -> bool:
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


def _joined(tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """Capitalised words as tokens; particles, of, the, “, Jr.” and a nickname in marks join them."""
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
        if not (nick or lowered or _joins(gap, words, (start, end, a, b), language)):
            if end >= 0:
                yield start, end
            start = a
        end = b + _tail(tokens, start, b, language)
    if end >= 0:
        yield start, end


def _with_articles(tokens: Tokens, names: Names) -> str:
    """The classes of the tokens, that of a name for one that a particle joined to a name opens: al-Assad."""
    classes = tokens.classes
    parted = ((at, *word.partition("-")) for at, word in enumerate(tokens.words) if "-" in word)
    joined = [at for at, head, _, tail in parted if head in names.particles and tail[:1].isupper()]
    for at in joined:
        classes = classes[:at] + NAME + classes[at + 1 :]
    return classes


def _opens(words: list[str], i: int, kinds: WordKinds, names: Names) -> bool:
    """Whether the word that begins a sentence at token `i` can begin a name too."""
    first = words[i]
    return first[0].isupper() and (kinds[first] in OPENING or first.lower() in names.family_first
                                   or f"{first} {words[i + 1]}" in names.places)


def _joins(gap: str, words: list[str], pieces: tuple[int, int, int, int], language: Language) -> bool:
    """Whether what stands between two pieces, the classes in `gap`, makes them one."""
    start, end, a, b = pieces
    names = language.names
    if gap in (OF, OF_THE):
        return True
    if gap == PREPOSITION:
        return words[end].lower() in names.particles or _of_body(words, end, names)
    if gap in PARTICLES:
        return all(word in names.particles for word in words[end:a])
    if gap == COMMA:
        return words[a].lower().rstrip(".") in names.suffixes
    return gap == CONJUNCTION and _in_body(words[start:end], words[b - 1], word_kinds(language))


def _in_body(left: list[str], last: str, kinds: WordKinds) -> bool:
    """Whether “and” may stand inside one body's name: Food and Drug Administration, Ministry of Health and Wellness."""
    letters = "".join(kinds[word] for word in left)
    return (LINK in letters and BODY_WORD in letters) or (kinds[last] == BODY_WORD and letters[-1] in BEFORE_AND)


def _tail(tokens: Tokens, start: int, end: int, language: Language) -> int:
    """How many tokens after a stretch belong to it though they have no capital class: al-Assad, Theresa May."""
    letter = tokens.classes[end : end + 1]
    if letter == PLAIN_WORD:
        return int("-" in tokens.words[end] and tokens.words[end].rpartition("-")[2][:1].isupper())
    months = letter == ADVERB and end == start + 1 and tokens.words[end].lower() in language.vocabulary.months
    return int(months and tokens.words[start] in language.names.given_names)


def _of_body(words: list[str], end: int, names: Names) -> bool:
    """Whether “on” or “against” belongs to a body's name: Commission on Presidential Debates."""
    return words[end].lower() in names.body_links and words[end - 1].lower() in names.organization_words
