"""Truth Social: the frame of its embed, which holds no words."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds
from quotes.documents.html.markup import attribute, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "truthsocial"
SIGNS = ("truthsocial",)
SELECTOR = "iframe.truthsocial-embed, blockquote.truthsocial-embed"
POST = re.compile(
    r"truthsocial\.com/(?:users/|@)(?P<handle>\w{1,40})/(?:(?:posts|statuses)/)?(?P<id>\d{15,20})", re.IGNORECASE
)


def read(node: LexborNode) -> Found | None:
    """The post of the embed's frame."""
    places = [attribute(node, "src", "data-src", "cite"), *(attribute(a, "href") for a in node.css("a[href]"))]
    details = next((found for found in map(locate, places) if found), None)
    return Found(details) if details else None


def locate(url: str) -> PostDetails | None:
    """The post that an address or a frame leads to."""
    match = POST.search(plain_url(url))
    if match is None:
        return None
    moment = from_milliseconds(int(match["id"]) >> 16)
    return PostDetails(platform=NAME, handle=match["handle"], post_id=match["id"],
                       url=f"https://truthsocial.com/@{match['handle']}/{match['id']}", posted_at=moment,
                       date_source="id" if moment else None)
