"""Dates that a page prints for its readers: in the line by the headline, in its address, at the end of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlsplit

from quotes.documents.dates import CLOCK, MONTHS, PRINTED, printed_day
from quotes.documents.html.blocks import Run

FIRST_YEAR, LAST_YEAR = 1990, 2100  # of pages of the web
BELOW, ABOVE = 8, 3  # blocks below and above the headline in which the line is looked for
LONGEST, BEFORE, AFTER = 200, 90, 32  # characters of the line, of what stands before the date in it, and after
LONGEST_ABOVE = 60
PROSE, ENOUGH = 80, 3  # characters of a block of prose, and how many: a standfirst, a caption, and the article begins
EDGE = 6  # characters before the day with which a headline begins
SHORTEST_TITLE = 12  # letters
NO_LETTERS = re.compile(r"[\W_]+")
NUMERIC = re.compile(r"(?<![\d.,/-])(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"
                     r"|(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>\d{4}|\d\d)(?![\d.])"
                     r"|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y3>\d{4})(?!\d))")
# What is printed before the day of an update, a fetch, a printout or a print issue, in the languages of MONTHS.
NOT_PUBLISHED = re.compile(
    r"(?:updat\w*|modif\w*|revis\w*|edited|last changed|correct\w*|amended|accessed|retrieved|printed|wydruk\w*|"
    r"aktualis\w*|aktualiz\w*|aggiornat\w*|actualiz\w*|atualiz\w*|mis(?:e)? à jour|bijgewerkt|opdateret|oppdatert|"
    r"uppdater\w*|päivitetty|обновлен\w*|güncelle\w*|geändert|stand|copyright|©)\W*(?:(?:on|at|am|le|el|il|op|den|by)\W+)?"
    r"(?:[^\W\d_]{2,12},?\s+){0,1}(?:\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?,?\s+)?(?:(?:on|am|le|el)\s+)?$",
    re.IGNORECASE)
TAIL = re.compile(r"[\s,|–—·•@()-]*(?:(?:at|um|à|às|alle|kl\.?|klo|o|ob|om)\s)?"
                  r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:uhr|h|hrs))?"
                  r"(?:\s?(?:[A-Z]{1,4}\b|[+-]\d\d:?\d\d))?)?", re.IGNORECASE)
ADDRESS = re.compile(r"[/-](?P<y>\d{4})[/-](?:[A-Za-z.]+/)?(?P<m>\d{1,2}|[a-z]{3,9})[/-](?P<d>\d{1,2})(?=[/._-]|$)"
                     r"|[/-](?P<y2>\d{4})(?P<m2>\d\d)(?P<d2>\d\d)(?=[/._-]|$)")
TITLE_PARTS = re.compile(r"\s[|–—·•:-]+\s|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """The day that a line prints, and with it the clock if there is one, in a zone that is not told."""

    day: date
    clock: datetime | None = None


def date_line(runs: Sequence[Run], title: str | None) -> Line | None:
    """The line by the headline that says when the article was published; None if there is none."""
    anchors = _headlines(runs, title)
    for at in anchors:
        own = next(iter(sorted(days_in(runs[at].text))), None)
        if own is not None and own[0] <= EDGE:
            return Line(own[2])  # a headline that begins with its day, as in diaries
    for at in anchors:
        prose = 0
        for run in runs[at + 1 : at + 1 + BELOW]:
            if run.embed is None and (line := line_of(run.text)) is not None:
                return line
            prose += len(run.text) > PROSE
            if prose == ENOUGH:
                break
    for at in anchors:
        for run in reversed(runs[max(0, at - ABOVE) : at]):
            if run.embed is None and len(run.text) <= LONGEST_ABOVE and (line := line_of(run.text)) is not None:
                return line
    return None


def line_of(text: str) -> Line | None:
    """What a line says of the day of publication; None for prose, and for the day of an update.

    Of several days it is the earliest: what is printed beside the day of publication is the day of an update.
    """
    text = " ".join(text.split())
    if not 6 <= len(text) <= LONGEST:
        return None
    found = sorted(days_in(text))
    if not found or found[0][0] > BEFORE or len(text) - _end_of(text, found[-1][1]) > AFTER:
        return None
    own = [(day, start, end) for start, end, day in found if not NOT_PUBLISHED.search(text[:start])]
    if not own:
        return None
    day, start, end = min(own)
    clock = _clock(text[end : end + 24]) or _clock(text[max(0, start - 16) : start])
    return Line(day, None if clock is None else datetime.combine(day, clock))


def days_in(text: str) -> Iterator[tuple[int, int, date]]:
    """The days that a text prints, each with where it begins and ends; days of unclear order are left out."""
    for match in PRINTED.finditer(text):
        day = printed_day(match[0])
        if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
            yield (*match.span(), day)
    for match in NUMERIC.finditer(text):
        if (day := _numeric(match)) is not None:
            yield (*match.span(), day)


def day_in_address(url: str | None) -> date | None:
    """The day in an address as outlets write it there: /2024/12/08/, /2024/dec/8/, /20241208/, 2024-12-08."""
    for match in ADDRESS.finditer(_path(url or "")):
        year, month, day = match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"]
        number = int(month) if month.isdigit() else next(
            (number for number, (start, *_) in enumerate(MONTHS, 1) if month.startswith(start)), 0)
        if (found := _day(int(year), number, int(day))) is not None:
            return found
    return None


def _path(address: str) -> str:
    """The path of an address; of what is none, as a page may state it, nothing."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def day_in_title(title: str | None) -> date | None:
    """The day that is a part of a title by itself, as in “Baths to close | DW | 10.06.2013”."""
    for part in TITLE_PARTS.split(title or ""):
        for start, end, day in days_in(part):
            if not part[:start].strip() and not part[end:].strip():
                return day
    return None


def _headlines(runs: Sequence[Run], title: str | None) -> list[int]:
    """Where the headline stands: the headings that the title holds; else the first heading of all."""
    called = NO_LETTERS.sub("", title or "").lower()
    headings = [at for at, run in enumerate(runs) if run.kind == "headline"]
    told = [at for at, run in enumerate(runs) if run.kind == "headline" or not run.aside
            if len(letters := NO_LETTERS.sub("", run.text).lower()) >= SHORTEST_TITLE
            and (letters in called or (called in letters and len(called) >= SHORTEST_TITLE
                                       and len(letters) < 2 * len(called)))]
    return told or headings[:1]


def _end_of(text: str, end: int) -> int:
    """Where a date ends together with the clock behind it."""
    tail = TAIL.match(text, end)
    return tail.end() if tail else end


def _clock(text: str) -> time | None:
    match = CLOCK.search(text)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _numeric(match: re.Match[str]) -> date | None:
    if match["y"]:
        return _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["y2"]:
        year = int(match["y2"])
        return _day(year if year > 99 else 2000 + year, int(match["m2"]), int(match["d2"]))
    first, second, year = int(match["a"]), int(match["b"]), int(match["y3"])
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
