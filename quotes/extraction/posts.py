"""The social posts of a document: those of a page's markup, and those that scraping ran into the text.

Forms of a flattened post, each ending in a tail that signs it:
1. the words, then a line `— Name (@handle) Month D, YYYY`;
2. the same in one line, the next sentence perhaps glued to the year: `words — Name (@handle) May 3, 2018The next`;
3. the dash lost: `words  Name (@handle) May 3, 2018`, two blanks or a picture's address before the name;
4. Instagram: `words A post shared by Name (@handle) on May 3, 2018 at 4:50am PDT`, the date missing in newer ones;
5. Markdown: `— Name (@handle) [May 3, 2018](https://…)`;
6. an archive's tag: `<tweet id="…" author="@handle" …>words — Name (@handle) May 3, 2018</tweet>`;
7. BBC: `Skip Twitter post by @handle`, the words, perhaps a tail, `End of Twitter post by @handle`.
A handle in brackets alone signs nothing: prose, footnotes and photo credits have them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotes.documents.dates import YEAR, printed_moment
from quotes.documents.platforms import platforms
from quotes.extraction.post_starts import words_start
from quotes.records.document import Document
from quotes.records.post import Post, PostDetails
from quotes.records.spans import Span, trimmed

SIGNS = ("(@", "([@", " by @")
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
FRAMED = r"(?P<platform>Twitter|X|Instagram|Facebook|TikTok|YouTube|Threads|Bluesky) (?:post|video|content)(?: \d+)?"
SKIP = re.compile(rf"Skip {FRAMED} by (?:@?[\w.]+(?=\s*\n)|@[\w.]+|)")
END = re.compile(rf"(?:Report\s+)?End of {FRAMED} by @?(?P<handle>[\w.]+)")
TAGGED = re.compile(r"<tweet\b[^<>]{0,200}?\bid=\"(?P<id>\d{5,20})\"[^<>]{0,200}>")
TAG_END = re.compile(r"\s*</tweet>")
LONGEST_NAME = 80
PLATFORM_NAMES = {"x": "twitter"}


@dataclass(frozen=True, slots=True)
class Signature:
    """The tail of a flattened post: where it stands, and whom and when it names."""

    start: int
    end: int
    details: PostDetails


def find_posts(document: Document) -> tuple[Post, ...]:
    """Every post of a document, in order: those that the reader took from markup, and those run into the text."""
    text = document.text
    if not any(sign in text for sign in SIGNS):
        return document.embeds
    taken = [Span(post.outer_start, post.outer_end) for post in document.embeds]
    flattened = _flattened(text, taken)
    return _sorted(document.embeds, flattened)


def _sorted(embeds: tuple[Post, ...], flattened: list[Post]) -> tuple[Post, ...]:
    """All posts in the order of the text, with parents by their new numbers."""
    posts = (*embeds, *flattened)
    order = sorted(range(len(posts)), key=lambda n: (posts[n].start, posts[n].end))
    new = {old: n for n, old in enumerate(order)}
    ordered = (posts[n] for n in order)
    return tuple(one if one.parent is None else replace(one, parent=new[one.parent]) for one in ordered)


def _flattened(text: str, taken: list[Span]) -> list[Post]:
    """The posts run into a text, outside the stretches taken by others."""
    ends = {match.start(): match for match in END.finditer(text)}
    signatures = [s for s in _signatures(text) if not any(span.overlaps(Span(s.start, s.end)) for span in taken)]
    posts: list[Post] = []
    for signature in signatures:
        floor = _floor(signature.start, posts, taken)
        posts.append(_signed_post(text, floor, signature, ends))
    return posts + list(_framed_posts(text, ends, posts))


def _floor(position: int, posts: list[Post], taken: list[Span]) -> int:
    """Where the latest post before a position ends: the words of the next one begin after it."""
    edges = [post.outer_end for post in posts[-1:]] + [span.end for span in taken if span.end <= position]
    return max(edges, default=0)


def _signed_post(text: str, floor: int, signature: Signature, ends: dict[int, re.Match[str]]) -> Post:
    """The post that a tail signs."""
    outer_end = signature.end
    following = re.compile(r"\s*").match(text, outer_end)
    frame = ends.get(following.end()) if following else None
    if frame:
        outer_end = frame.end()
    details = signature.details
    tag = _last(TAGGED, text, floor, signature.start)
    skip = tag or _last(SKIP, text, floor, signature.start)
    if skip:
        start, outer_start = skip.end(), skip.start()
    else:
        start = outer_start = words_start(text, floor, signature.start, details)
    if tag:
        details = _linked(f"https://twitter.com/{details.handle}/status/{tag['id']}", details)
        tag_end = TAG_END.match(text, outer_end)
        outer_end = tag_end.end() if tag_end else outer_end
    words = _bare(text, start, signature.start)
    if words.start == words.end:
        words = Span(signature.start, signature.start)
    outer_start = min(outer_start, words.start)
    return Post(*words, words.of(text) or None, details, outer_start, outer_end)


def _bare(text: str, start: int, end: int) -> Span:
    """The words without white space and without Markdown's marks of a block quote at their edges."""
    words = trimmed(text, start, end)
    while words.start < words.end and ">" in (text[words.start], text[words.end - 1]):
        begins, ends = text[words.start] == ">", text[words.end - 1] == ">"
        words = trimmed(text, words.start + begins, words.end - ends)
    return words


def _framed_posts(text: str, ends: dict[int, re.Match[str]], posts: list[Post]) -> Iterator[Post]:
    """Posts that only "Skip …" and "End of …" bound, without a tail."""
    floor = 0
    for start, end in sorted(ends.items()):
        skips = list(SKIP.finditer(text, floor, start))
        floor = end.end()
        if not skips or any(post.outer_start < end.end() and skips[-1].start() < post.outer_end for post in posts):
            continue
        words = trimmed(text, skips[-1].end(), start)
        name = end["platform"].lower()
        details = PostDetails(platform=PLATFORM_NAMES.get(name, name), handle=end["handle"])
        yield Post(*words, words.of(text) or None, details, skips[-1].start(), end.end())


def _signatures(text: str) -> Iterator[Signature]:
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
    shared = _last(SHARED_BY, text, max(floor, match.start() - LONGEST_NAME - 60), match.start())
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
    dash = _last(DASH, text, window, end)
    if dash or not dated:
        return dash
    gap = _last(NO_DASH, text, window, end)
    if gap:
        return re.compile(r"\s+").match(text, gap.end() - 1) if not gap[0].isspace() else gap
    return re.compile("").match(text, line) if end - line <= LONGEST_NAME // 2 and _blank_before(text, line) else None


def _blank_before(text: str, line: int) -> bool:
    return line > 0 and text[line - 1] == "\n"


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text, start, end))), None)


def _details(handle: str, name: str | None, dated: re.Match[str] | None, platform: str | None) -> PostDetails:
    """Whom and when a tail names; a linked date leads to the post itself, which knows more."""
    printed = dated["printed"] if dated else None
    url = dated["url"] if dated else None
    moment = printed_moment(printed) if printed else None
    details = PostDetails(platform=platform or _platform(handle), handle=handle, author_name=name, posted_at=moment,
                          date_source="tail" if moment else None, printed_date=printed)
    return _linked(url, details) if url else details


def _linked(url: str, details: PostDetails) -> PostDetails:
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
