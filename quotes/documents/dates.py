"""Dates as pages and posts print them, made ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

# The first letters of the months in the languages that embeds were seen in; enough letters to tell them apart.
MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "gen", "янв", "sty", "ocak", "tammi", "يناير"),
    ("feb", "fév", "fev", "фев", "lut", "şub", "helmi", "فبراير"),
    ("mar", "mär", "mrt", "maa", "мар", "مارس"),
    ("apr", "avr", "abr", "апр", "kwi", "nis", "huhti", "أبريل", "ابريل"),
    ("may", "mai", "mei", "mag", "maj", "мая", "май", "touko", "مايو"),
    ("jun", "juin", "giu", "июн", "cze", "haz", "kesä", "يونيو"),
    ("jul", "juil", "lug", "июл", "lip", "tem", "heinä", "يوليو"),
    ("aug", "aoû", "ago", "авг", "sie", "ağu", "elo", "أغسطس"),
    ("sep", "set", "сен", "wrz", "eyl", "syys", "سبتمبر"),
    ("oct", "okt", "ott", "out", "окт", "paź", "eki", "loka", "أكتوبر"),
    ("nov", "ноя", "lis", "kas", "marras", "نوفمبر"),
    ("dec", "dez", "déc", "dic", "дек", "gru", "ara", "joulu", "ديسمبر"),
)
ZONES = {"UTC": 0, "GMT": 0, "Z": 0, "PST": -8, "PDT": -7, "MST": -7, "MDT": -6, "CST": -6, "CDT": -5, "EST": -5,
         "EDT": -4, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2}

FIRST_YEAR = 1600  # the first newspapers; templates write the year 1 where they know no date

YEAR = r"(?:19|20)\d\d"
MONTH_WORD = r"[^\W\d_]{3,12}\.?"
PRINTED = re.compile(
    rf"(?:(?P<m1>{MONTH_WORD})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>{YEAR})"
    rf"|(?P<y3>{YEAR})(?:年|년)\s?(?P<m3>\d{{1,2}})(?:月|월)\s?(?P<d3>\d{{1,2}})(?:日|일)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?(?P<m2>{MONTH_WORD}),?\s(?:de\s)?(?P<y2>{YEAR}))"
)
CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s?(?P<half>[ap]\.?m\b\.?)?(?:\s(?P<zone>[A-Z]{1,4})\b)?",
    re.IGNORECASE,
)
ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")


def printed_day(text: str) -> date | None:
    """The day that a printed date means, or None; days by numbers alone ("2/3/2024") are not guessed at."""
    match = PRINTED.search(text)
    if not match:
        return None
    if match["y3"]:
        return _day(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    month = _month((match["m1"] or match["m2"]).lower())
    if month is None:
        return None
    return _day(int(match["y1"] or match["y2"]), month, int(match["d1"] or match["d2"]))


def printed_moment(text: str) -> str | None:
    """A printed date in ISO 8601: with the time in UTC where hour and zone are printed too, else the day alone."""
    day = printed_day(text)
    if day is None:
        return None
    clock = CLOCK.search(text)
    zone = ZONES.get((clock["zone"] or "").upper()) if clock else None
    if clock is None or zone is None:
        return day.isoformat()
    hour = int(clock["hour"]) % 24
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    minute = min(int(clock["minute"]), 59)
    return utc(datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone(timedelta(hours=zone))))


def machine_moment(text: str) -> str | None:
    """A machine's date, as in `<time datetime>`, in ISO 8601 as it was written; None if it is none."""
    match = ISO.search(text)
    if not match:
        return None
    value = match[0].replace(" ", "T", 1).replace(" ", "").replace(",", ".")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.year < FIRST_YEAR:
        return None
    return value if len(value) == len("2024-01-01") or moment.tzinfo is None else moment.isoformat()


def utc(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_milliseconds(count: int) -> str | None:
    """The moment that many milliseconds after 1970, or None where that is no time a post can have been written."""
    if not 946_684_800_000 <= count <= 4_102_444_800_000:  # 2000 to 2100
        return None
    return utc(datetime.fromtimestamp(count / 1000, UTC))


def _month(word: str) -> int | None:
    known = ((start, number) for number, starts in enumerate(MONTHS, 1) for start in starts)
    found = [(len(start), number) for start, number in known if word.startswith(start)]
    return max(found)[1] if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
