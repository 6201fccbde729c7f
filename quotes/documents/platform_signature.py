"""The signature at the end of an embedded post's displayed text: — Name (@handle) date."""

from __future__ import annotations

import re
from typing import NamedTuple

DASH = "—–―‒"
HANDLE_AT_END = re.compile(r"\(\s*@\s?(?P<handle>[^\s()@]+(?:@[^\s()@]+)?)\s*\)")
LINE_DASH = rf"\s*(?:[{DASH}]|--|-\s)\s*"
TAIL_START = re.compile(LINE_DASH)
TAIL_LINE = re.compile(rf"(?:^|\n){LINE_DASH}")
TAIL_INSIDE = (re.compile(rf"[{DASH}]|\s--\s"), re.compile(r"\s-\s"))


class Tail(NamedTuple):
    """The signature under a post, `— Name (@handle) date`, and the words before it."""

    words: str
    name: str | None
    handle: str | None
    printed: str | None


def split_tail(text: str) -> Tail | None:
    """The tail at the end of a post's displayed text.

    1. `words\\n— Name (@handle) date`: the dash that begins the line counts, and the last (@handle): a name may hold
       dashes, brackets and an @ of its own.
    2. `words — Name (@handle) date` in one line: the last dash before the handle.
    3. `words\\n— date`: a line that begins with a dash, no name.
    """
    handles = list(HANDLE_AT_END.finditer(text))
    if handles:
        last = handles[-1]
        line = text.rfind("\n", 0, last.start()) + 1
        start = TAIL_START.match(text, line)
        for dash in TAIL_INSIDE:
            start = start or last_match(dash, text, line, last.start())
        if start is None:
            return None
        name = text[start.end() : last.start()].strip()
        return Tail(text[: start.start()].strip(), name or None, last["handle"], text[last.end() :].strip() or None)
    lines = list(TAIL_LINE.finditer(text))
    if lines and "\n" not in text[lines[-1].end() :] and len(text) - lines[-1].end() < 60:
        return Tail(text[: lines[-1].start()].strip(), None, None, text[lines[-1].end() :].strip() or None)
    return None


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last place where a pattern is found between two offsets."""
    return next(reversed(list(pattern.finditer(text, start, end))), None)
