"""Posts whose markup waits inside a page's scripts or attributes, as data for a program that would build the page.

Such data often holds other stories too, so a post is taken only if the prose beside it is the article's own; that prose
also tells its place.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.blocks import Run
from quotes.documents.html.embedded_posts import posts_in
from quotes.documents.html.state_posts import named_in
from quotes.documents.platforms.contract import Found, Platform

LESS = r"(?:<|\\+u003[cC]|&lt;)"
EMBED = re.compile(rf"{LESS}(?:blockquote|iframe|amp-twitter|amp-instagram)\b")
SIGNS = ("blockquote", "iframe", "amp-")  # found sooner than the pattern
EMBED_END = re.compile(rf"{LESS}\\*(?:/|\\+u002[fF])(?:blockquote|iframe|amp-twitter|amp-instagram)\b")
STILL_PACKED = re.compile(rf"{LESS}(?:blockquote|iframe)[^>]{{0,80}}?\\{{3}}\"")
UNICODE = re.compile(r"\\+u([0-9a-fA-F]{4})")
OTHER_ESCAPE = re.compile(r"\\+([nrt\"/'])")
TAG = re.compile(r"<[^<>]*>")
NO_LETTERS = re.compile(r"[\W_]+")
PROSE = re.compile(r"[^\"]*\w+\s+\w+\s+\w+\s+\w+\s+\w+[^\"]*")
WINDOW = 5_000  # characters to each side in which the neighbouring prose is sought
SAMPLE = 30  # letters of it that must be the article's
LONGEST_STRING = 400_000
DEEPEST = 3
NEARBY = 3  # pieces of prose to each side: the nearest may be a caption or another post
# Attributes in which frameworks keep a page's data.
STATE_SELECTOR = "[data-page], [data-props], [props], [data-react-props], [data-state], [data-json], [data-content]"
SHORTEST_STATE = 300
MOST = 200  # posts in the scripts of one page


@dataclass(frozen=True, slots=True)
class Scripted:
    """A post in a script, with the letters of the prose next to it, before and after, the nearest first."""

    found: Found
    before: tuple[str, ...]
    after: tuple[str, ...]


def scripted_posts(tree: LexborHTMLParser, asked: tuple[Platform, ...]) -> list[Scripted]:
    """Every post in the scripts and attributes of a page, of whatever story."""
    posts: list[Scripted] = []
    for script in tree.css("script:not([src])") if asked else ():
        code = script.text() or ""
        posts.extend(Scripted(Found(details), *_around(code, start, end))
                     for details, start, end in named_in(code, asked))
    for code in _data(tree) if asked else ():
        posts.extend(islice(_posts_of(code, asked, 0), MOST - len(posts)))
        if len(posts) >= MOST:
            break
    return posts


def _data(tree: LexborHTMLParser) -> Iterator[str]:
    """What a page holds for its programs, as far as there is markup of embeds in it."""
    for script in tree.css("script:not([src])"):
        code = script.text() or ""
        if any(sign in code for sign in SIGNS) and EMBED.search(code):
            yield code
    for node in tree.css(STATE_SELECTOR):
        for value in node.attributes.values():
            if value and len(value) > SHORTEST_STATE and EMBED.search(value):
                yield value


def placed(runs: list[Run], posts: list[Scripted], found: list[Found]) -> list[Run]:
    """The runs of the article with the scripts' posts that belong to it, which are added to `found`."""
    letters = [NO_LETTERS.sub("", run.text) for run in runs] if posts else []
    after: dict[int, list[Run]] = {}
    for post in posts:
        place = _place(letters, post)
        if place is not None:
            after.setdefault(place, []).append(Run("embed", "", 0, embed=len(found)))
            found.append(post.found)
    if not after:
        return runs
    return after.get(-1, []) + [one for i, run in enumerate(runs) for one in (run, *after.get(i, ()))]


def _place(letters: list[str], post: Scripted) -> int | None:
    """The index of the run that the post follows; None if its neighbours are no words of this article."""
    for nearby, step in ((post.before, 0), (post.after, -1)):
        for sample in nearby:
            for i, words in enumerate(letters):
                if sample in words:
                    return i + step
    return None


def _posts_of(code: str, asked: tuple[Platform, ...], depth: int) -> Iterator[Scripted]:
    """The posts in the strings of one script, strings inside strings included."""
    position = 0
    while match := EMBED.search(code, position):
        start, end = _string_around(code, match.start())
        packed = code[start:end]
        end_tag = EMBED_END.search(code, match.end(), end)
        position = end_tag.end() if end_tag else match.end()
        if depth < DEEPEST and STILL_PACKED.search(packed):
            position = max(end, match.end())
            yield from _posts_of(_decoded(packed), asked, depth + 1)
            continue
        for found in posts_in(_decoded(code[match.start() : position]) + ">", asked):
            yield Scripted(found, *_around(code, match.start(), position))


def _around(code: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The letters of the prose before a stretch of a script, and behind it."""
    return (_prose(code[max(0, start - WINDOW) : start], last=True), _prose(code[end : end + WINDOW], last=False))


def _string_around(code: str, place: int) -> tuple[int, int]:
    """Where the string literal begins and ends that holds a place."""
    start = place
    while start > max(0, place - LONGEST_STRING):
        start = code.rfind('"', 0, start)
        if start < 0 or not _escaped(code, start):
            break
    end = place
    while True:
        end = code.find('"', end + 1)
        if end < 0:
            return max(start + 1, 0), len(code)
        if not _escaped(code, end):
            return max(start + 1, 0), end


def _escaped(code: str, place: int) -> bool:
    """Whether the mark at a place has an odd number of backslashes before it."""
    count = 0
    while place > count and code[place - count - 1] == "\\":
        count += 1
    return count % 2 == 1


def _decoded(packed: str) -> str:
    """A string literal's value; where it is cut or no JSON, its escapes undone one by one."""
    try:
        value = json.loads(f'"{packed}"', strict=False)
    except ValueError:
        value = _unescaped(packed)
    return str(value)


def _unescaped(text: str) -> str:
    text = UNICODE.sub(lambda match: chr(int(match[1], 16)), text)
    return OTHER_ESCAPE.sub(lambda match: "\n" if match[1] in "nrt" else match[1], text)


def _prose(code: str, last: bool) -> tuple[str, ...]:
    """Letters of the nearest pieces of prose in a stretch of script: their ends before a post, beginnings after one."""
    plain = html.unescape(TAG.sub('"', _unescaped(code)))
    pieces = [piece for piece in re.split(r"[\"\n]", plain) if PROSE.fullmatch(piece)]
    letters = [found for found in (NO_LETTERS.sub("", piece) for piece in pieces) if len(found) >= SAMPLE]
    if last:
        return tuple(found[-SAMPLE:] for found in letters[: -NEARBY - 1 : -1])
    return tuple(found[:SAMPLE] for found in letters[:NEARBY])
