"""Readings: the names in a run of capitalised words, by the letters of its words (quotes.text.name_parts).

Each string of letters is worked out once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from quotes.text.name_parts import (
    AND_SIGN,
    ARTICLE,
    BODY_WORD,
    CAPITALS,
    COURTESY,
    GIVEN_NAME,
    GIVEN_NAME_OR_PLACE,
    GIVEN_NAMES,
    INITIAL,
    LINK,
    MAY_DESCRIBE,
    NAME_SUFFIX,
    ORDINARY_WORD,
    PARTICLE,
    PEOPLE,
    PLACE,
    PLACES,
    SURNAMES,
    TITLE,
    TITLE_OR_NAME,
    TITLE_PART,
    TITLES,
    UNKNOWN_WORD,
)
from quotes.text.patterns import (
    ANYTHING,
    END,
    any_number,
    any_of,
    fewest,
    followed_by,
    none_of,
    not_followed_by,
    one_of,
    optional,
    pattern,
    sequence,
    some,
)

OF_TITLES = TITLES + MAY_DESCRIBE + BODY_WORD + UNKNOWN_WORD + GIVEN_NAME_OR_PLACE
# Secretary of State for Defence, Director of the Bank.
TITLE_OF = pattern(
    any_number(OF_TITLES, GIVEN_NAME), TITLES, LINK, optional(ARTICLE), fewest(some(OF_TITLES)),
    followed_by(END, any_of(GIVEN_NAME, INITIAL, UNKNOWN_WORD, TITLE_OR_NAME)))
ENDS_IN_TITLE = tuple(TITLES)
OPENS_TITLE = (*TITLES, ORDINARY_WORD, TITLE_PART)
TITLE_BEFORE = pattern(one_of(sequence(any_number(ANYTHING), COURTESY),
                              sequence(any_number(ANYTHING), TITLE, not_followed_by(END))))
NAMED_TITLES = pattern(some(TITLE_OR_NAME), followed_by(none_of(NAME_SUFFIX)))
LEADING = pattern(some(MAY_DESCRIBE),
                  followed_by(sequence(any_of(GIVEN_NAMES, INITIAL, UNKNOWN_WORD), none_of(NAME_SUFFIX))))
PLACE_NAME = pattern(some(PLACES, GIVEN_NAME_OR_PLACE, CAPITALS), any_number(PLACES))
OPENS_PERSON = (GIVEN_NAME, INITIAL, TITLE_OR_NAME)
NOT_AFTER_GIVEN_NAME = (PLACE, ORDINARY_WORD, PEOPLE)  # Virginia Beach
KIND_OF_WORD = {BODY_WORD: "body", TITLE: "title", TITLE_PART: "title"}  # of a name that is this word; else single
IN_TITLE_LINE = pattern(some(none_of(ORDINARY_WORD, TITLE_PART, LINK, ARTICLE)))


class Reading(NamedTuple):
    """A part of a run as it was read: where it begins, where its name does, where it ends, and what it is."""

    first: int
    name: int
    after: int
    kind: str


@lru_cache(maxsize=20_000)
def read_letters(letters: str) -> tuple[Reading, ...]:
    """The names in a run, by the letters of its words."""
    if LINK not in letters:
        return (_read(letters, 0, len(letters)),)
    if letters.endswith(ENDS_IN_TITLE) and letters[0] in OPENS_TITLE:
        return (Reading(0, len(letters), len(letters), "title"),)
    titled = TITLE_OF.match(letters)
    if titled:
        if titled.end() == len(letters):
            return (Reading(0, len(letters), len(letters), "title"),)
        inner = _read(letters, titled.end(), len(letters))
        return (inner._replace(first=0, kind="person" if inner.kind == "unknown" else inner.kind),)
    at = letters.index(LINK)
    left = _read(letters, 0, at)
    if left.kind == "person" or (left.kind == "single" and letters[at - 1] in SURNAMES):
        after = at + 1 + (letters[at + 1] == ARTICLE)
        return (left, *(r._replace(first=r.first + after, name=r.name + after, after=r.after + after)
                        for r in read_letters(letters[after:])))
    return (Reading(0, 0, len(letters), "body"),)


def _read(letters: str, first: int, after: int) -> Reading:
    """One run without “of” between `first` and `after`."""
    part = letters[first:after]
    core = part.rstrip(NAME_SUFFIX)
    if core.endswith(BODY_WORD) and COURTESY not in part and len(core) > 1:
        return Reading(first, first, after, "body")
    title = TITLE_BEFORE.match(part)
    name = title.end() if title else 0
    named = NAMED_TITLES.match(part, name)
    if named:
        name = named.end()
    if core and core[-1] == TITLE and not title:
        return Reading(first, after, after, "title")
    if part[name : name + 1] == PARTICLE and len(core) == name + 2:  # De Blasio, at a sentence's start
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
        return KIND_OF_WORD.get(rest, "single")
    if AND_SIGN in rest or BODY_WORD in rest[1:]:
        return "body"
    if rest[-1] == TITLE_PART:
        return "title"
    if rest[-1] == TITLE and not (len(rest) == 2 and (titled or rest[0] in (GIVEN_NAME, INITIAL))):
        return "title"
    if (titled and CAPITALS not in rest) or rest[0] in OPENS_PERSON:
        return "person"
    if rest[0] == GIVEN_NAME_OR_PLACE and rest[-1] not in NOT_AFTER_GIVEN_NAME:
        return "person"
    if PLACE_NAME.fullmatch(rest):
        return "place"
    return "unknown"


@lru_cache(maxsize=5_000)
def read_title_line(letters: str) -> tuple[Reading, ...]:
    """The names in a run of a line in which every word is capitalised: ordinary words part them."""
    found = []
    for match in IN_TITLE_LINE.finditer(letters):
        reading = _read(letters, *match.span())
        if reading.kind in ("person", "body", "single"):
            found.append(reading)
    return tuple(found)
