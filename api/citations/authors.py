"""Whose names stand first in a reference: those in a byline, taken apart and with the family name in front.

A byline is taken apart by commas, “and” and “&”. What looks like two to four words of a person's name is turned round,
its last word, with a “van” or “de la” before it, being the family name; anything else, such as an agency, is left as
it stands. Names that are written with the family name first are not told apart, and are to be checked.
"""

from __future__ import annotations

from typing import NamedTuple

PARTICLES = frozenset(("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "bin",
                       "ibn", "al", "el", "ter", "ten"))
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
ROLES = frozenset((
    "correspondent", "editor", "reporter", "writer", "columnist", "staff", "chief", "desk", "team", "bureau", "press",
    "news", "agency", "service", "agencies", "reuters", "times", "post", "bbc", "afp", "ap", "producer", "contributor",
    "analyst"))
FEWEST, MOST = 2, 4  # words of a person's name
LATIN = 0x250  # names in other scripts are left as they stand


class Author(NamedTuple):
    """Somebody in a byline: `family` and `given` names of a person, or all in `family` and nothing in `given`."""

    family: str
    given: str = ""

    @property
    def in_order(self) -> str:
        """The name as people say it."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def reversed(self) -> str:
        """The name with the family name in front."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> str:
        """The same with initials for the given names."""
        letters = " ".join("-".join(f"{part[0]}." for part in name.split("-") if part) for name in self.given.split())
        return f"{self.family}, {letters}" if letters else self.family


def authors(byline: str) -> tuple[Author, ...]:
    """Everybody in a byline, in its order; those who are only roles are left out."""
    plain = byline.removeprefix("By ").removeprefix("by ").removeprefix("BY ")
    for between in (" and ", " And ", " AND ", " & ", ";", " with ", "|"):
        plain = plain.replace(between, ",")
    parts = [" ".join(part.split()) for part in plain.split(",")]
    found = [author_of(part) for part in parts if part]
    people = [one for one in found if one.given]
    return tuple(people or found[:1])


def author_of(name: str) -> Author:
    """A name taken apart, if it looks like a person's."""
    words = name.split()
    if not FEWEST <= len(words) <= MOST or not all(map(_is_of_a_name, words)) or not words[0][0].isupper():
        return Author(name)
    tail = [words.pop()] if words[-1].lower() in SUFFIXES and len(words) > FEWEST else []
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return Author(" ".join([*words[at:], *tail]), " ".join(words[:at]))


def _is_of_a_name(word: str) -> bool:
    bare = word.replace(".", "").replace("-", "").replace("’", "").replace("'", "")
    fits = word[0].isupper() or word.lower() in PARTICLES
    return bare.isalpha() and fits and word.lower().strip(".") not in ROLES and max(map(ord, bare)) < LATIN
