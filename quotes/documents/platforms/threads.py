"""Threads: the block quote of its embed, which holds no words, and its frame."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds
from quotes.documents.html.markup import attribute, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "threads"
SIGNS = ("threads.",)
SELECTOR = "blockquote.text-post-media, [data-text-post-permalink]"
POST = re.compile(r"threads\.(?:net|com)/(?:@(?P<handle>[\w.]{1,40})/post/|t/)(?P<id>[\w-]{8,40})", re.IGNORECASE)
EPOCH = 1_314_220_021_721
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def read(node: LexborNode) -> Found | None:
    """The post of a block quote; what it displays is a frame's waiting text, never the post's words."""
    places = [attribute(node, "data-text-post-permalink"), *(attribute(a, "href") for a in node.css("a[href]"))]
    details = next((found for found in map(locate, places) if found), None)
    return Found(details) if details else None


def locate(url: str) -> PostDetails | None:
    """The post that an address or its frame leads to; a profile's address is none."""
    match = POST.search(plain_url(url))
    if match is None:
        return None
    code, handle = match["id"], match["handle"]
    moment = _posted_at(code)
    page = f"@{handle}/post/{code}" if handle else f"t/{code}"
    return PostDetails(platform=NAME, handle=handle, post_id=code, url=f"https://www.threads.com/{page}",
                       posted_at=moment, date_source="id" if moment else None)


def _posted_at(code: str) -> str | None:
    """When a post was made: its code is a number in letters, with the time in front."""
    places = [ALPHABET.find(letter) for letter in code]
    if len(code) != 11 or min(places) < 0:
        return None
    number = 0
    for place in places:
        number = number * 64 + place
    return from_milliseconds((number >> 23) + EPOCH)
