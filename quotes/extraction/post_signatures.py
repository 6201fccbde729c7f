"""The signature at the end of a post that scraping ran into the text: whom and when it names, and where it stands.

A handle in brackets alone signs nothing: prose, footnotes and photo credits have them too. Its forms are listed in
posts.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotes.documents.dates import YEAR, printed_moment
from quotes.documents.platform_signature import last_match
from quotes.documents.platforms import platforms
from quotes.records.post import PostDetails

HANDLE = re.compile(r"\(\[?@(?P<handle>[\w.-]{1,40}(?:@[\w-]+(?:\.[\w-]+)+)?)(?:\]\((?P<profile>[^)\s]{1,200})\))?\)")
MONTH = r"[^\W\d_]{3,12}\.?"
DAY = (rf"(?:{MONTH} \d{{1,2}},? {YEAR}|\d{{1,2}}(?:\.|er|º)? (?:de )?{MONTH},? (?:de )?{YEAR}"
       rf"|{YEAR}[年년] ?\d{{1,2}}[月월] ?\d{{1,2}}[日일])")
TIME = r"\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: (?:UTC|GMT|[PMCE][SD]T|BST|CES?T))?"
PRINTED = re.compile(
    rf"[ \t\xa0,·•]*(?:on |am |le |el )?\[?"
    rf"(?P<printed>(?:{TIME} ?[·,-] ?)?{DAY}(?:,? (?:(?:at|um|à|a las|alle|·|-) )?{TIME})?)"
    r"(?:\]\((?P<url>https?://[^)\s]{5,300})\))?"
)
LINE_DASH = re.compile(r"[>\s]*(?:[—–―‒]|--|-\s)\s*")
DASH = re.compile(r"[—–―‒]|(?<=\s)--?(?=\s)")
NO_DASH = re.compile(r"[ \t\xa0]{2,}|(?:pic\.twitter\.com|t\.co)/\w+\s+")
SHARED_BY = re.compile(
    r"(?:View this post on Instagram[ \t]*\n*[ \t]*)?A (?:post|photo|video|reel) (?:shared|posted) by\s+", re.IGNORECASE
)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Signature:
    """The tail of a flattened post: where it stands, and whom and when it names."""

    start: int
    end: int
    details: PostDetails


def signatures(text: str) -> Iterator[Signature]:
    """Every tail in a text, in order."""
    floor = 0
    for match in HANDLE.finditer(text):
        signature = _signature(text, floor, match)
        if signature:
            floor = signature.end
            yield signature


def _signature(text: str, floor: int, match: re.Match[str]) -> Signature | None:
    """The tail around a handle in brackets, or None if that is no tail."""
    dated = PRINTED.match(text, match.end())
    printed = dated["printed"] if dated else None
    moment = printed_moment(printed) if printed else None
    if moment is None:
        dated = printed = None
    line = max(text.rfind("\n", 0, match.start()) + 1, floor)
    shared = last_match(SHARED_BY, text, max(floor, match.start() - LONGEST_NAME - 60), match.start())
    start = shared or _name_start(text, line, match.start(), dated is not None)
    ends_line = text[match.end() : match.end() + 40].split("\n", 1)[0].strip() == ""
    if start is None or (dated is None and not ends_line and not shared):
        return None
    name = text[start.end() : match.start()].strip()
    if "\n" in name or len(name) > LONGEST_NAME:
        return None
    details = _details(match["handle"], name or None, dated, "instagram" if shared else None)
    return Signature(start.start(), dated.end() if dated else match.end(), details)


def _name_start(text: str, line: int, end: int, dated: bool) -> re.Match[str] | None:
    """What stands before the name: the dash that begins the line, the last dash, or where that was lost two blanks."""
    own_line = LINE_DASH.match(text, line, end)
    if own_line:
        return own_line
    window = max(line, end - LONGEST_NAME)
    dash = last_match(DASH, text, window, end)
    if dash or not dated:
        return dash
    gap = last_match(NO_DASH, text, window, end)
    if gap:
        return re.compile(r"\s+").match(text, gap.end() - 1) if not gap[0].isspace() else gap
    return re.compile("").match(text, line) if end - line <= LONGEST_NAME // 2 and _blank_before(text, line) else None


def _blank_before(text: str, line: int) -> bool:
    return line > 0 and text[line - 1] == "\n"


def _details(handle: str, name: str | None, dated: re.Match[str] | None, platform: str | None) -> PostDetails:
    """Whom and when a tail names; a linked date leads to the post itself, which knows more."""
    printed = dated["printed"] if dated else None
    url = dated["url"] if dated else None
    moment = printed_moment(printed) if printed else None
    details = PostDetails(platform=platform or _platform(handle), handle=handle, author_name=name, posted_at=moment,
                          date_source="tail" if moment else None, printed_date=printed)
    return linked(url, details) if url else details


def linked(url: str, details: PostDetails) -> PostDetails:
    """What a tail says, completed by the address of the post."""
    linked = next((found for found in (one.locate(url) for one in platforms()) if found), None)
    if linked is None:
        return details
    details = replace(details, platform=linked.platform, post_id=linked.post_id, url=linked.url)
    if linked.posted_at is None:
        return details
    return replace(details, posted_at=linked.posted_at, date_source=linked.date_source)


def _platform(handle: str) -> str:
    """The platform that writes handles like this one: Twitter's have no dot and no second @."""
    if "@" in handle:
        return "mastodon"
    return "bluesky" if "." in handle.strip(".") else "twitter"
