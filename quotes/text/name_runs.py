"""Runs of capitalised words, each read as a person's name, a body, a place, a title, or a name that may be either.

Every word gets the letter of what it can be in a name; a run is read by a pattern over these letters, so that each
pattern of letters is worked out once:

    C courtesy (Mr.)   T title (Senator)   t part of one (House)   B title or name (Dean)   G given name
    g given name or place (Virginia)       I initial    X other    W ordinary word          O word of bodies (Bank)
    L place            N people (French)   A capitals (NATO)       S suffix (Jr.)    p particle (van)    o of    D the
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex

from quotes.languages.contract import Language, Names
from quotes.text.tokens import Tokens

PIECE = regex.compile(r"X(?:&?X){0,30}")
NICKNAME = regex.compile(r"Q[^Q]{1,2}Q|\([^)]{1,2}\)")  # one that is an ordinary word too: William “Buddy” Reed
LONGEST = 40  # tokens of a run
INITIAL = regex.compile(r"\p{Lu}\.?|(?:\p{Lu}\.){2,3}")
ACRONYM_LENGTH = 6
DOTTED_ACRONYM = regex.compile(r"(?:\p{Lu}\.){4,6}")  # A.C.L.U.; fewer letters may be somebody's initials
LINE_START = regex.compile(r"¶")
TITLE_LINE_TOKENS, TITLE_LINE_SHARE, TITLE_LINE_NAMES = 40, 0.75, 4
LOWERED = frozenset("nHvcCEGMR")  # classes that a name's or title's first word may have got at a sentence's start
OPENING = frozenset("TtCBGgI")  # kinds of word that it then must have

TITLE_OF = regex.compile(r"(?P<title>[WLNAXGgOTtB]*[TB])oD?[TtLNWOBXAg]+?(?=$|[GIXB])")
TITLES = regex.compile(r".*C|.*T(?!$)")
NAMED_TITLES = regex.compile(r"B+(?=[^S])")
LEADING = regex.compile(r"[LNWAt]+(?=[GgIX][^S])")
PLACE = regex.compile(r"[LNgA]+[LN]*")


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


class Reading(NamedTuple):
    """A piece of a pattern as it was read: where it begins, where its name does, where it ends, and what it is."""

    first: int
    name: int
    after: int
    kind: str


class WordKinds(dict[str, str]):
    """What each word met so far can be in a name, as a letter."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._names, self._vocabulary = language.names, language.vocabulary

    def __missing__(self, word: str) -> str:
        if len(self) > 100_000:
            self.clear()
        letter = self[word] = self._kind(word)
        return letter

    def _kind(self, word: str) -> str:
        names, vocabulary = self._names, self._vocabulary
        low = word.lower()
        bare = low.rstrip(".")
        if not word[0].isupper():
            return {"o": "o", "I": "o", "D": "D"}.get(vocabulary.classes.get(low, "p"), "X" if "-" in word else "p")
        if bare in names.courtesies:
            return "C"
        if bare in names.suffixes and len(bare) > 1:
            return "S"
        name = word.rstrip(".")
        known = bare in names.titles or bare in names.organization_words or name in names.given_names
        if not known and (name in names.places or bare in vocabulary.abbreviations):
            return "L"
        if low in names.particles and not known:
            return "p"
        if INITIAL.fullmatch(word):
            return "I"
        if DOTTED_ACRONYM.fullmatch(word):
            return "A"
        return self._word(word, low, bare)

    def _word(self, word: str, low: str, bare: str) -> str:
        names, vocabulary = self._names, self._vocabulary
        proper = word.title() if word.isupper() else word
        given = proper in names.given_names or proper.partition("-")[0] in names.given_names
        given = given or (low in names.nicknames and low not in vocabulary.common)
        if word.endswith(".") or bare not in names.particles:
            if bare in names.title_parts:
                return "t"
            if bare in names.titles or bare.rpartition("-")[2] in names.titles:
                return "B" if given else "T"
        if given:
            return "g" if proper in names.places or low in vocabulary.calendar else "G"
        if bare in names.organization_words:
            return "O"
        if proper in names.demonyms or proper.partition("-")[0] in names.demonyms:
            return "N"
        if low in vocabulary.common or low in vocabulary.indefinite or vocabulary.classes.get(low, "n") != "n":
            return "W"
        return "A" if word.isupper() and word.isalpha() and len(word) <= ACRONYM_LENGTH else "X"


@cache
def word_kinds(language: Language) -> WordKinds:
    """The one memory of word kinds of a language."""
    return WordKinds(language)


def find_runs(tokens: Tokens, language: Language) -> list[Run]:
    """All runs of a text in order, none overlapping."""
    kinds = word_kinds(language)
    words, classes = tokens.words, tokens.classes
    title_lines = _title_lines(classes)
    found = []
    for first, after in _stretches(tokens, language):
        letters = "".join([kinds[word] if word != "&" else "&" for word in words[first:after]])
        while title_lines and title_lines[-1][1] <= first:
            title_lines.pop()
        headline = bool(title_lines) and title_lines[-1][0] <= first
        readings = _read_title_line(letters) if headline else read_letters(letters)
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
            capitals = classes.count("X", a, b)
            if capitals >= TITLE_LINE_NAMES:
                lower = sum(classes.count(letter, a, b) for letter in "nvHcCGEM")
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
        gap = classes[end:a] if end >= 0 and a - end <= 4 and b - start < LONGEST else "-"
        if nick:
            nick, end = False, b
            continue
        nick = gap in ("Q", "(") and b - a <= 2 and classes[b : b + 2] in ("QX", ")X") and kinds[words[end - 1]] in "Gg"
        lowered = NICKNAME.fullmatch(gap) and words[end + 1][0].isupper() and kinds[words[end - 1]] in "Gg"
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
            classes[at] = "X"
    return "".join(classes)


def _opens(words: list[str], i: int, kinds: WordKinds, names: Names) -> bool:
    """Whether the word that begins a sentence at token `i` can begin a name too."""
    return words[i][0].isupper() and (kinds[words[i]] in OPENING or f"{words[i]} {words[i + 1]}" in names.places)


def _joins(gap: str, words: list[str], end: int, names: Names) -> bool:
    """Whether what stands between two runs, from token `end`, makes them one."""
    if gap in ("o", "I"):
        return words[end].lower() in names.particles or _of_body(words, end, names)
    if gap in ("n", "nn", "nD"):
        return all(word in names.particles for word in words[end : end + len(gap)])
    if gap == ",":
        return words[end + 1].lower().rstrip(".") in names.suffixes
    return gap == "oD" and words[end].lower() in names.particles


def _tail(tokens: Tokens, start: int, end: int, language: Language) -> int:
    """How many tokens after a run belong to it though they have no capital class: al-Assad, Theresa May."""
    letter = tokens.classes[end : end + 1]
    if letter == "n":
        return int("-" in tokens.words[end] and tokens.words[end].rpartition("-")[2][:1].isupper())
    months = letter == "R" and end == start + 1 and tokens.words[end].lower() in language.vocabulary.months
    return int(months and tokens.words[start] in language.names.given_names)


def _of_body(words: list[str], end: int, names: Names) -> bool:
    """Whether “on” or “for” belongs to a body's name: Commission on Presidential Debates."""
    return words[end].lower() in names.body_links and words[end - 1].lower() in names.organization_words


@lru_cache(maxsize=20_000)
def read_letters(letters: str) -> tuple[Reading, ...]:
    """The names in a run, by the letters of its words."""
    if "o" not in letters:
        return (_read(letters, 0, len(letters)),)
    if letters.endswith(("T", "B")) and "o" in letters and letters[0] in "TWBt":
        return (Reading(0, len(letters), len(letters), "title"),)
    titled = TITLE_OF.match(letters)
    if titled:
        if titled.end() == len(letters):
            return (Reading(0, len(letters), len(letters), "title"),)
        inner = _read(letters, titled.end(), len(letters))
        return (inner._replace(first=0, kind="person" if inner.kind == "unknown" else inner.kind),)
    at = letters.index("o")
    left = _read(letters, 0, at)
    if left.kind == "person" or (left.kind == "single" and letters[at - 1] in "GXB"):
        after = at + 1 + (letters[at + 1] == "D")
        return (left, *(r._replace(first=r.first + after, name=r.name + after, after=r.after + after)
                        for r in read_letters(letters[after:])))
    return (Reading(0, 0, len(letters), "body"),)


def _read(letters: str, first: int, after: int) -> Reading:
    """One run without “of” between `first` and `after`."""
    part = letters[first:after]
    core = part.rstrip("S")
    if core.endswith("O") and "C" not in part and len(core) > 1:
        return Reading(first, first, after, "body")
    title = TITLES.match(part)
    name = title.end() if title else 0
    named = NAMED_TITLES.match(part, name)
    if named:
        name = named.end()
    if core and core[-1] == "T" and not title:
        return Reading(first, after, after, "title")
    if part[name : name + 1] == "p" and len(core) == name + 2:  # De Blasio, at a sentence's start
        return Reading(first, first + name + 1, after, "single")
    titled = name > 0
    if len(core) - name >= 3:
        lead = LEADING.match(part, name)
        name = lead.end() if lead and len(core) - lead.end() >= 2 else name
    return Reading(first, first + name, after, _kind(core[name:], titled))


def _kind(rest: str, titled: bool) -> str:
    """What a name without its title is."""
    if not rest:
        return "title"
    if len(rest) == 1:
        return {"O": "body", "T": "title", "t": "title"}.get(rest, "single")
    if "&" in rest or "O" in rest[1:]:
        return "body"
    if rest[-1] in "Tt" and not (rest[-1] == "T" and len(rest) == 2 and (titled or rest[0] in "GI")):
        return "title"
    if (titled and "A" not in rest) or rest[0] in "GIB" or (rest[0] == "g" and rest[-1] not in "LWN"):
        return "person"
    if PLACE.fullmatch(rest):
        return "place"
    return "unknown"


@lru_cache(maxsize=5_000)
def _read_title_line(letters: str) -> tuple[Reading, ...]:
    """The names in a run of a line in which every word is capitalised: ordinary words part them."""
    found = []
    for match in regex.finditer(r"[^WtoD]+", letters):
        reading = _read(letters, *match.span())
        if reading.kind in ("person", "body", "single"):
            found.append(reading)
    return tuple(found)
