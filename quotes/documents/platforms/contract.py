"""What a platform of social posts is: one file beside this one, asked for every piece of markup that may be its.

A platform is a module with the names of Platform. It never fetches anything and never raises on odd markup: what
it does not recognise, it leaves alone by answering None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from selectolax.lexbor import LexborNode

from quotes.records.post import PostDetails

DASH = "—–―‒"
HANDLE_AT_END = re.compile(r"\(\s*@\s?(?P<handle>[^\s()@]+(?:@[^\s()@]+)?)\s*\)")
LINE_DASH = rf"\s*(?:[{DASH}]|--|-\s)\s*"
TAIL_START = re.compile(LINE_DASH)
TAIL_LINE = re.compile(rf"(?:^|\n){LINE_DASH}")
TAIL_INSIDE = (re.compile(rf"[{DASH}]|\s--\s"), re.compile(r"\s-\s"))


@dataclass(frozen=True, slots=True)
class Found:
    """A post that a platform recognised: where it comes from, and its words as displayed, None where there are none.

    `parent` is the number, among the posts of its page, of the one that quotes it.
    """

    details: PostDetails
    text: str | None = None
    parent: int | None = None


class Tail(NamedTuple):
    """The signature under a post, `— Name (@handle) date`, and the words before it."""

    words: str
    name: str | None
    handle: str | None
    printed: str | None


class Platform(Protocol):
    """A platform: how its markup is found, and how a post is read from it."""

    NAME: str
    """The platform's name as `post.platform` has it."""

    SIGNS: tuple[str, ...]
    """Without one of these in the page, in lower case, nobody needs to ask this platform."""

    SELECTOR: str
    """The CSS selector of elements that may be a post of this platform; frames are asked for by `locate` anyway."""

    def read(self, node: LexborNode) -> Found | None:
        """The post that an element is, or None if it is none."""
        ...

    def locate(self, url: str) -> PostDetails | None:
        """The post that an address leads to, a post's own page or its frame, or None if it leads elsewhere."""
        ...


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
            start = start or _last(dash, text, line, last.start())
        if start is None:
            return None
        name = text[start.end() : last.start()].strip()
        return Tail(text[: start.start()].strip(), name or None, last["handle"], text[last.end() :].strip() or None)
    lines = list(TAIL_LINE.finditer(text))
    if lines and "\n" not in text[lines[-1].end() :] and len(text) - lines[-1].end() < 60:
        return Tail(text[: lines[-1].start()].strip(), None, None, text[lines[-1].end() :].strip() or None)
    return None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text, start, end))), None)
