"""Reddit: the block quote of its embed, which holds a post's title, its card of old, its frame and the AMP tag."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds
from quotes.documents.html.markup import attribute, displayed, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "reddit"
SIGNS = ("reddit",)
SELECTOR = "blockquote.reddit-embed-bq, blockquote.reddit-card, .reddit-embed, amp-reddit"
POST = re.compile(
    r"reddit(?:media)?\.com/(?:r/\w+/|user/[\w-]+/)?comments/(?P<post>\w{3,10})(?:/[^/?#\s]*/(?P<comment>\w{4,10}))?",
    re.IGNORECASE,
)
NO_TITLE = ("", "Comment", "View on Reddit")  # what the link of a comment says, and other links to a post
USER = re.compile(r"reddit\.com/u(?:ser)?/(?P<user>[\w-]{2,30})", re.IGNORECASE)


def read(node: LexborNode) -> Found | None:
    """A post's block quote: its words are the title, which is the first link; the author's link follows."""
    links = node.css("a[href]")
    places = [attribute(node, "data-src", "src", "data-embed-url", "cite"), *(attribute(a, "href") for a in links)]
    details = next((found for found in map(locate, places) if found), None)
    if details is None:
        return None
    title = next((displayed(a) for a in links if locate(attribute(a, "href"))), "")
    user = next((match["user"] for match in (USER.search(attribute(a, "href")) for a in links) if match), None)
    created = attribute(node, "data-card-created")
    moment = _moment(created)
    return Found(PostDetails(platform=NAME, handle=user, post_id=details.post_id, url=details.url, posted_at=moment,
                             date_source="meta" if moment else None),
                 None if title in NO_TITLE else title)


def locate(url: str) -> PostDetails | None:
    """The post, or the comment under one, that an address or a frame leads to."""
    match = POST.search(plain_url(url))
    if match is None:
        return None
    comment = match["comment"]
    page = f"{match['post']}/comment/{comment}" if comment else match["post"]
    return PostDetails(platform=NAME, post_id=comment or match["post"], url=f"https://www.reddit.com/comments/{page}/")


def _moment(seconds: str) -> str | None:
    return from_milliseconds(int(seconds) * 1000) if re.fullmatch(r"1\d{9}", seconds) else None
