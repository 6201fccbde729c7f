"""The updates of a live report: each begins with its time, which extractors drop, as they do short headings below it.

The lines of the times are told by their likeness: at least three elements of one shape, each beginning with a clock's
time and followed by words of the article before the next. The time alone is kept, as a heading; the reporter's name or
a label that stands in one line with it is no word of the update.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from quotes.documents.dates import ZONES
from quotes.documents.html.blocks import Run

ZONE = "|".join([*ZONES, "ET", "PT", "CT", "MT", "IST", "AEST", "AEDT", "NZST", "NZDT", "JST", "SGT", "HKT", "SAST",
                 "EAT", "WAT", "EEST", "EET", "WEST", "WET", "MSK"])
CLOCK = (rf"(?:[01]?\d|2[0-4])(?:[:.h]|\s?Uhr\s?)[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?Uhr)?"
         rf"(?:\s?\(?(?:{ZONE})\b\)?)?")
HOUR = r"(?:0?[1-9]|1[0-2])\s?[ap]\.?m\b\.?"
DAY = (r"(?:[^\W\d_]{3,9}\.?,?\s)?(?:[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?(?!\d|:)"
       r"|\d{1,2}(?:st|nd|rd|th|\.|er)?\s[^\W\d_]{3,9}\.?(?:\s\d{4})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})")
AGO = r"\d{1,3}\s?(?:m|mins?|minutes?|h|hrs?|hours?|days?)\.?\sago\b"
BETWEEN = r"(?:,?\s(?:at|um|à|a las|alle)\s|\s?[,•·|–—-]\s?|\s)"
LEAD = r"(?:(?:updated|published|posted|last updated)(?:\s(?:at|on))?:?\s)?"
MOMENT = re.compile(rf"{LEAD}(?:(?:{DAY}{BETWEEN})?(?:{CLOCK}|{HOUR})(?:{BETWEEN}{DAY})?|{AGO})", re.IGNORECASE)
LONGEST = 80  # characters of a line that begins with a time and holds a name or a label
FEWEST = 3  # such lines make a live report
AHEAD = 4  # runs before the first of the article, in which the first update's time may stand
HEADING = 200  # characters


def update_times(runs: list[Run], chosen: set[int]) -> dict[int, Run]:
    """The runs that hold the times of a live report's updates, by their places, each with its time alone.

    With them the headings that follow them at once. `chosen` are the places of the runs that are the article's.
    """
    first, last = min(chosen), max(chosen)
    times: dict[int, str] = {}
    for i in range(max(0, first - AHEAD), last):
        run = runs[i]
        match = MOMENT.match(run.text) if run.embed is None and len(run.text) <= LONGEST and not run.linked else None
        if match and (i not in chosen or match.end() == len(run.text)):
            times[i] = match[0]
    alike = Counter(runs[i].shape for i in times)
    places = [i for i in times if alike[runs[i].shape] >= FEWEST]
    found: dict[int, Run] = {}
    for i, following in pairwise([*places, last + 1] if places else ()):
        update = range(i + 1, min(following, last + 1))
        if any(place in chosen or runs[place].embed is not None for place in update):
            found[i] = replace(runs[i], kind="headline", text=times[i].strip(), linked=0)
            if runs[i + 1].kind == "headline" and len(runs[i + 1].text) < HEADING and i + 1 < following:
                found[i + 1] = runs[i + 1]
    return found if sum(runs[i].kind != "headline" or i in times for i in found) >= FEWEST else {}
