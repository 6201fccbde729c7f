"""A person's name taken apart as newspapers vary it, and what makes two of them one person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from quotes.collection.linking.phonetic_spelling import sounded
from quotes.languages import load
from quotes.languages.contract import Language, Names
from quotes.text.personal_names import fold, one_letter_apart

Likeness = Literal["same", "order", "middle", "spelling", "nickname", "initial", "initials", "maiden"]
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,3}(?![\w.])")
PARTICLE_JOINED = re.compile(r"^(D[eiu]|La|Van)(?=[A-Z][a-z])")  # DeBlasio, VanHollen
SHORTEST_MISSPELT = 5
LANGUAGE = "en"


class Called(NamedTuple):
    """A name's parts, folded; without a given name it is a surname alone.

    `either` says that a first word may as well belong to the surname: Al Assad.
    """

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str = ""
    either: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is, or may be, a surname alone."""
        return not self.given or self.either


@lru_cache(maxsize=20_000)
def called(name: str) -> Called | None:
    """A person's name taken apart; titles before it do not count. None where there is no word in it."""
    names = load(LANGUAGE).names
    written = _without_titles(name.replace("’", "'").removesuffix("'s").replace(",", " ").split(), names)
    one_word = len(written) == 1
    words, suffix = _words(written, names)
    if not words:
        return None
    if len(words) == 1 or one_word:
        return Called("", tuple(words[:-1]), words[-1], suffix)
    leading = written[0].lower().rstrip("-") in names.particles or ("-" in written[0] and \
        written[0].partition("-")[0].lower() in names.particles)
    either = leading and len(words) == 2
    return Called(words[0], tuple(words[1:-1]), words[-1], suffix, either)


def _without_titles(words: list[str], names: Names) -> list[str]:
    """The words of a name without the titles before them, one word at least."""
    at = 0
    while at < len(words) - 1:
        word = words[at].lower().rstrip(".")
        if word not in names.titles and word not in names.courtesies and word not in names.title_parts:
            break
        at += 1
    return words[at:]


def _words(written: list[str], names: Names) -> tuple[list[str], str]:
    """The folded words that count, hyphens parted and particles left out, and the generation."""
    parts: list[str] = []
    suffix = ""
    shouted = all(word.isupper() for word in written)
    pieces = [piece for word in written for piece in _pieces(word, shouted)]
    for number, piece in enumerate(pieces):
        folded = fold(piece).replace(".", "").replace("-", "")
        if not folded or not any(map(str.isalnum, piece)):
            continue
        if folded in names.suffixes and parts and len(folded) > 1 and number == len(pieces) - 1:
            suffix = folded if folded in GENERATIONS else suffix
        elif folded in names.particles and number < len(pieces) - 1 and (number or _is_particle(piece, names)):
            continue
        else:
            parts.append(folded)
    return parts, suffix


def _pieces(word: str, shouted: bool) -> Iterator[str]:
    """The words in a word: initials, what hyphens join, a joined particle; in capitals throughout, ED is a name."""
    if INITIALS.fullmatch(word) and not (shouted and "." not in word) and word.lower().rstrip(".") not in GENERATIONS:
        yield from word.replace(".", "")
    else:
        parted = PARTICLE_JOINED.sub(r"\1-", word)
        yield from (piece for piece in re.split(r"[-‐‑–]", parted) if piece.strip("'\"“”()"))


def _is_particle(piece: str, names: Names) -> bool:
    """Whether a first word is a particle and no given name: al, bin, von; but not Al, Van or Ben."""
    return piece[0].islower() or piece.capitalize() not in names.common_given_names


@lru_cache(maxsize=50_000)
def likeness(one: Called, other: Called) -> Likeness | None:
    """By what two full names can be one person's; None where they cannot."""
    language = load(LANGUAGE)
    if one.suffix != other.suffix:
        return None
    if one.surname == other.surname:
        return _given_likeness(one, other, language)
    if sounded(one.surname) == sounded(other.surname):
        found = _given_likeness(one, other, language)
        return "spelling" if found in ("same", "spelling", "middle") and len(one.given) > 1 < len(other.given) else None
    if _reversed(one, other, language):
        return "order"
    return "maiden" if _maiden(one, other, language) or _maiden(other, one, language) else None


def _given_likeness(one: Called, other: Called, language: Language) -> Likeness | None:
    a, b = one.given, other.given
    if a == b:
        return "same" if _middles_fit(one.middle, other.middle) else None
    if (len(a) > 1 and a in other.middle) or (len(b) > 1 and b in one.middle):
        return "middle"
    if len(a) == 1 or len(b) == 1:
        if a[0] != b[0] or not _middles_fit(one.middle, other.middle):
            return None
        told = (one.middle and other.middle) or _of_initials(one) == _of_initials(other)
        return "initial" if told else "initials"
    if not _middles_fit(one.middle, other.middle):
        return None
    if b in spellings().get(a, ()) or (min(len(a), len(b)) > 3 and sounded(a) == sounded(b)):
        return "spelling"
    if b in language.names.nicknames.get(a, ()):
        return "nickname"
    if a + "".join(one.middle) == b + "".join(other.middle):
        return "same"
    known = given_names()
    slip = min(len(a), len(b)) >= SHORTEST_MISSPELT and a[-1] == b[-1] and one_letter_apart(a, b)
    return "spelling" if slip and not (a in known and b in known) else None


def _of_initials(name: Called) -> bool:
    """Whether somebody goes by several initials alone: J.D. Vance, but not S. Jaishankar or F. Scott Reed."""
    return bool(name.middle) and all(len(part) == 1 for part in (name.given, *name.middle))


def _middles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two people's middle names go together: George W. and George H. W. do not.

    The first may be left out of several: Andrés López Obrador is Andrés Manuel López Obrador.
    """
    if not one or not other:
        return True
    first, second = one[0], other[0]
    if first == second or (1 in (len(first), len(second)) and first[0] == second[0]) or _joined(one, other):
        return True
    shorter, longer = sorted((one, other), key=len)
    return all(len(part) > 1 for part in shorter) and longer[-len(shorter):] == shorter != longer


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return "".join(one) == "".join(other)


def _reversed(one: Called, other: Called, language: Language) -> bool:
    """Whether the family name stands first in one of the two: Orbán Viktor. James Thomas and Thomas James are two."""
    mine, theirs = (one.given, *one.middle, one.surname), (other.given, *other.middle, other.surname)
    turned = (*theirs[1:], theirs[0]) == mine or (theirs[-1], *theirs[:-1]) == mine
    known = given_names()
    return turned and len(one.given) > 1 and not (one.given in known and one.surname in known)


def _maiden(short: Called, long: Called, language: Language) -> bool:
    """Whether the shorter name's surname is the longer one's first of two: García and García Márquez."""
    return (short.given == long.given and len(short.given) > 1 and not short.middle and len(short.surname) > 3
            and short.surname in long.middle and short.surname.capitalize() not in language.names.common_given_names)


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names in lower case."""
    return frozenset(name.lower() for name in load(LANGUAGE).names.common_given_names)


@lru_cache(maxsize=1)
def spellings() -> dict[str, frozenset[str]]:
    """For a given name the other spellings of it."""
    lines = [frozenset(line.split()) for line in load(LANGUAGE).identity.spellings]
    return {name: line for line in lines for name in line}


