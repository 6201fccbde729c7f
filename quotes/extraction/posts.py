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
from dataclasses import replace

from quotes.documents.platform_signature import last_match
from quotes.extraction.post_signatures import Signature, linked, signatures
from quotes.extraction.post_starts import words_start
from quotes.records.document import Document
from quotes.records.post import Post, PostDetails
from quotes.records.spans import Span, trimmed

SIGNS = ("(@", "([@", " by @")
FRAMED = r"(?P<platform>Twitter|X|Instagram|Facebook|TikTok|YouTube|Threads|Bluesky) (?:post|video|content)(?: \d+)?"
SKIP = re.compile(rf"Skip {FRAMED} by (?:@?[\w.]+(?=\s*\n)|@[\w.]+|)")
END = re.compile(rf"(?:Report\s+)?End of {FRAMED} by @?(?P<handle>[\w.]+)")
TAGGED = re.compile(r"<tweet\b[^<>]{0,200}?\bid=\"(?P<id>\d{5,20})\"[^<>]{0,200}>")
TAG_END = re.compile(r"\s*</tweet>")
PLATFORM_NAMES = {"x": "twitter"}


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
    signed = [s for s in signatures(text) if not any(span.overlaps(Span(s.start, s.end)) for span in taken)]
    posts: list[Post] = []
    for signature in signed:
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
    tag = last_match(TAGGED, text, floor, signature.start)
    skip = tag or last_match(SKIP, text, floor, signature.start)
    if skip:
        start, outer_start = skip.end(), skip.start()
    else:
        start = outer_start = words_start(text, floor, signature.start, details)
    if tag:
        details = linked(f"https://twitter.com/{details.handle}/status/{tag['id']}", details)
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
        start = words.start + (text[words.start] == ">")
        words = trimmed(text, start, max(start, words.end - (text[words.end - 1] == ">")))
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
