"""Days in a question: 2019, May 2025, 8 May 2025, 2025-05-08, since 2020, before May 2021, 2019 to 2021."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quotes.languages.contract import Language

YEAR = re.compile(r"(?:19|20)\d\d")
YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)")
ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?")
DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
SHORT = 3  # letters of a month's short form


class Days(NamedTuple):
    """The first and the last day that words name, and how many words they are."""

    first: date
    last: date
    size: int


class TakenDays(NamedTuple):
    """The days that a question asks for, the words that say so, and the others."""

    since: str | None
    until: str | None
    dated: tuple[str, ...]
    others: tuple[str, ...]


def take_days(words: Sequence[str], language: Language) -> TakenDays:
    """The first day or stretch of days that words name, in ISO 8601, inclusive; the words themselves where none do."""
    for at in range(len(words)):
        found = days_at(words, at, language)
        if found is None:
            continue
        end = at + found.size
        said = language.questions
        before = words[at - 1].lower() if at else ""
        if end + 1 < len(words) and words[end].lower() in said.ranges and (
                upper := days_at(words, end + 1, language)) and upper.last >= found.first:
            end += 1 + upper.size
            start = at - (before in said.since or before == "between")
            return _taken(words, (start, end), (found.first, upper.last))
        since, until = _bounds(before, found, language)
        is_said = before in said.since | said.after | said.until | said.before | said.at
        return _taken(words, (at - is_said, end), (since, until))
    return TakenDays(None, None, (), tuple(words))


def days_at(words: Sequence[str], at: int, language: Language) -> Days | None:
    """The days that words name from a place on; None where they name none. A month alone is none: May is a name."""
    one, *more = [word.strip(",.").lower() for word in words[at : at + 3]]
    if found := YEARS.fullmatch(one):
        first, last = int(found[1]), int(found[2])
        return Days(date(first, 1, 1), date(last, 12, 31), 1) if first <= last else None
    if found := ISO.fullmatch(one):
        return _days(int(found[1]), int(found[2]), int(found[3]) if found[3] else None, 1)
    if YEAR.fullmatch(one):
        return Days(date(int(one), 1, 1), date(int(one), 12, 31), 1)
    return _written(one, more, language.vocabulary.months)


def _written(one: str, more: Sequence[str], months: Sequence[str]) -> Days | None:
    """Days with the month's name: May 2025, 8 May 2025, May 8, 2025."""
    second, third = (*more, "", "")[:2]
    if (month := _month(one, months)) and YEAR.fullmatch(second):
        return _days(int(second), month, None, 2)
    if not YEAR.fullmatch(third):
        return None
    for named, number in ((one, second), (second, one)):
        if (month := _month(named, months)) and (day := DAY.fullmatch(number)):
            return _days(int(third), month, int(day[1]), 3)
    return None


def _month(word: str, months: Sequence[str]) -> int:
    """The number of a month by its name or its short form (Sept.), 0 for any other word."""
    return next((number for number, name in enumerate(months, 1)
                 if word == name or (SHORT <= len(word) <= SHORT + 1 and name.startswith(word))), 0)


def _days(year: int, month: int, day: int | None, size: int) -> Days | None:
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    return Days(first, first if day else first.replace(day=monthrange(year, month)[1]), size)


def _bounds(before: str, found: Days, language: Language) -> tuple[date | None, date | None]:
    """The first and the last day that are meant, by the word before."""
    said = language.questions
    if before in said.after:
        return found.last + timedelta(1), None
    if before in said.before:
        return None, found.first - timedelta(1)
    if before in said.until:
        return None, found.last
    if before in said.since and before not in said.at:
        return found.first, None
    return found.first, found.last


def _taken(words: Sequence[str], span: tuple[int, int], days: tuple[date | None, date | None]) -> TakenDays:
    start, end = span
    since, until = (day.isoformat() if day else None for day in days)
    return TakenDays(since, until, tuple(words[start:end]), (*words[:start], *words[end:]))
