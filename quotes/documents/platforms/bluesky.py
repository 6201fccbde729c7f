"""Bluesky: the block quote of its embed, its frame, and the block of a newsletter, which keeps the post as JSON."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds, machine_moment, printed_moment
from quotes.documents.html.markup import attribute, displayed, kept_strings, plain_url
from quotes.documents.platform_signature import split_tail
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "bluesky"
SIGNS = ("bsky",)
SELECTOR = ("blockquote.bluesky-embed, [data-bluesky-uri], bluesky-post, .bluesky-wrap[data-attrs], "
            "[data-component-name*=Bluesky][data-attrs]")
POST = re.compile(
    r"(?:at://|bsky\.app/profile/|embed\.bsky\.app/embed/)(?P<who>[\w.:%-]+)/(?:app\.bsky\.feed\.post|post)/(?P<id>\w{5,20})",
    re.IGNORECASE,
)
LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
ATTACHMENT = re.compile(r"\s*\[image or embed\]\s*$", re.IGNORECASE)


def read(node: LexborNode) -> Found | None:
    """A post's block quote: words, name and handle, and the date as printed, in the local time of the page's maker."""
    if "data-attrs" in node.attributes:
        return _packed(attribute(node, "data-attrs"))
    links = (attribute(a, "href") for a in node.css("a[href]"))
    places = [attribute(node, "data-bluesky-uri", "src", "post-uri"), *links]
    details = next((found for found in map(locate, places) if found), None)
    if details is None:
        return None
    tail = split_tail(displayed(node))
    handle = tail.handle if tail and tail.handle else details.handle
    printed = tail.printed if tail else None
    from_tail = printed_moment(printed) if printed and not details.posted_at else None
    return Found(
        PostDetails(platform=NAME, handle=handle, author_name=tail.name if tail else None, post_id=details.post_id,
                    url=details.url, posted_at=details.posted_at or from_tail,
                    date_source=details.date_source or ("tail" if from_tail else None), printed_date=printed),
        (ATTACHMENT.sub("", tail.words).strip() or None) if tail else None,
    )


def locate(url: str) -> PostDetails | None:
    """The post that an address, an at:// address or the frame leads to."""
    match = POST.search(plain_url(url).replace("%3A", ":"))
    if match is None:
        return None
    who, post_id = match["who"], match["id"]
    moment = _posted_at(post_id)
    return PostDetails(platform=NAME, handle=None if who.startswith("did:") else who, post_id=post_id,
                       url=f"https://bsky.app/profile/{who}/post/{post_id}", posted_at=moment,
                       date_source="id" if moment else None)


def _packed(data: str) -> Found | None:
    """A post that a newsletter's program keeps as JSON in an attribute."""
    known = kept_strings(data)
    details = locate(known.get("uri", ""))
    if details is None:
        return None
    handle, name = known.get("authorHandle") or details.handle, known.get("authorName", "").strip() or None
    made = None if details.posted_at else machine_moment(known.get("createdAt", ""))
    return Found(
        replace(details, handle=handle, author_name=name, posted_at=details.posted_at or made,
                date_source=details.date_source or ("meta" if made else None)),
        known.get("text", "").strip() or None,
    )


def _posted_at(post_id: str) -> str | None:
    """When a post was made: its key counts microseconds, in thirteen letters of a sortable alphabet."""
    places = [LETTERS.find(letter) for letter in post_id]
    if len(post_id) != 13 or min(places) < 0:
        return None
    number = 0
    for place in places:
        number = number * 32 + place
    return from_milliseconds((number >> 10) // 1000)
