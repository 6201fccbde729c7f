"""Where the words of a flattened post begin: its end is signed, its start is not.

The signs: a post has a maximum length; it begins where a line or a sentence begins; the sentence before it often
announces it ("tweeted:", "Watch:"); in scraped text a lost line break leaves a sentence glued to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.records.post import PostDetails
from quotes.records.spans import Span, trimmed

URL = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")
# A sentence's end, and whether the next one is glued to it; not inside numbers, addresses or initials.
BOUNDARY = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=\d\d)|(?<=[A-Z]{2})|(?<=[)\]”\"'?!%…]))[.!?:…]+[”\"’')\]]*(?P<gap>\s*)"
    r"(?=[A-Z@#“\"‘'(]|(?<!\d:)\d|[^\w\s.,;:!?…’”)\]/]|(?<=[a-z]\.)(?!(?:com|org|net|co|uk|gov|edu|io|tv|ly|me|html?|php)\b)[a-z]{2,})"
)
NAMES_POSTS = re.compile(
    r"\b(?:tweet\w*|twitter|posted|posts?|facebook|instagram|truth social|bluesky|captioned|video via)\b", re.IGNORECASE
)
ANNOUNCES = re.compile(
    r"\b(?:wrote|writes|responded|replied|video|watch|here|below|shared|said|response|message|statement)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"(?<![“\"‘'\w])(?:I|I['’]\w+|[Mm]y|[Ww]e|[Ww]e['’]\w+|[Oo]ur|me|us)\b")
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
CASUAL_START = re.compile(r"[a-z#@]|[^\w\s“\"‘'(\[]")
LONG_SINCE = "2017-09-26"  # the first accounts were given 280 characters; all had them in November
LIMITS = {"twitter": 280, "bluesky": 300, "mastodon": 500, "threads": 500, "truthsocial": 1000, "instagram": 2200}
FARTHEST = 6_000  # characters before the tail in which the start is looked for; no post is so long, addresses counted
SLACK = 12  # stripped marks and counted addresses make the length a little uncertain


def words_start(text: str, floor: int, tail: int, details: PostDetails) -> int:
    """Where the words of a post begin, given where its tail begins; never before `floor`."""
    limit = _limit(details)
    floor = max(floor, tail - FARTHEST)
    end = trimmed(text, floor, tail).end
    line = max(text.rfind("\n", floor, end) + 1, floor)
    if _weight(text[line:end]) > limit or _has_glue(text, line, end):
        return _sentence_start(text, line, end, limit)
    if end == tail or "\n" not in text[end:tail]:
        return _sentence_start(text, line, end, limit)
    return _line_start(text, floor, line, end, limit)


def _limit(details: PostDetails) -> int:
    limit = LIMITS.get(details.platform, 500)
    if details.platform == "twitter" and (details.posted_at or LONG_SINCE) < LONG_SINCE:
        limit = 140
    return limit + SLACK


def _weight(words: str) -> int:
    """The length that a post's limit counts: an address is 23, that of a picture or quoted post at the end nothing."""
    words = words.rstrip()
    count = len(words)
    for url in URL.finditer(words):
        count -= len(url[0]) - (0 if url[0].startswith("pic.") or url.end() == len(words) else 23)
    return count


def _has_glue(text: str, start: int, end: int) -> bool:
    return any(how == "glued" for _, how in _boundaries(text, start, end))


def _boundaries(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where sentences begin after another one, and how: after a blank, or glued."""
    for match in BOUNDARY.finditer(text, start, end):
        if match["gap"]:
            yield match.end(), "blank"
        elif not _inside_url(text, match.end()):
            yield match.end(), "glued"


def _sentence_start(text: str, line: int, end: int, limit: int) -> int:
    """The likeliest start inside one line; where none is within the limit, the last sentence's."""
    starts = [(line, "line"), *_boundaries(text, line, end)]
    fitting = [
        (start, how) for start, how in starts if not URL.match(text, start) and _weight(text[start:end]) <= limit
    ]
    if not fitting:
        return starts[-1][0]
    return max(fitting, key=lambda one: _score(text, line, one[0], one[1]))[0]


def _inside_url(text: str, place: int) -> bool:
    word = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    return URL.match(text, word) is not None and place > word


def _score(text: str, line: int, start: int, how: str) -> float:
    """How much speaks for a post that begins here: earlier starts win a tie, since max takes the first."""
    score = {"line": 3.0, "glued": 2.0, "blank": 0.0}[how]
    before = text[max(line, start - 160) : start].rstrip()
    if not before:
        return score
    if before.endswith(":"):
        score += 2
    sentence = re.split(r"(?<=[.!?])\s*(?=[A-Z])", before)[-1]
    if NAMES_POSTS.search(sentence):
        score += 2.5
    elif ANNOUNCES.search(sentence):
        score += 1
    if FIRST_PERSON.search(QUOTED.sub("", sentence)) or re.search(r"#\w|https?://|@\w", sentence):
        score -= 2
    return score


def _line_start(text: str, floor: int, line: int, end: int, limit: int) -> int:
    """The start where the tail has a line of its own: the paragraph above it, and what plainly belongs to that."""
    paragraph = _paragraph(text, floor, line, end, limit)
    if paragraph is not None:
        return paragraph
    start = line
    while True:
        above = trimmed(text, floor, start)
        if above.start == above.end:
            return start
        top = max(text.rfind("\n", floor, above.end) + 1, floor)
        if _weight(text[top:end]) > limit or not _goes_on(text, floor, Span(top, above.end)):
            return start
        start = top


def _paragraph(text: str, floor: int, line: int, end: int, limit: int) -> int | None:
    """The start of the lines above that a blank line sets apart, where the text has blank lines between paragraphs."""
    gap = text.rfind("\n\n", floor, end)
    if gap < 0 or gap + 2 >= line:
        return None
    start = trimmed(text, gap, end).start
    return start if _weight(text[start:end]) <= limit else None


def _goes_on(text: str, floor: int, above: Span) -> bool:
    """Whether the line above is the post's too: it speaks in the first person, or is not written as articles are."""
    words = above.of(text)
    if words.rstrip().endswith(":"):
        before = trimmed(text, floor, above.start)
        return text[floor : before.end].endswith(":")
    return bool(FIRST_PERSON.search(QUOTED.sub("", words)) or CASUAL_START.match(words)) and not QUOTED.search(words)
