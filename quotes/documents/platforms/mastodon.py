"""Mastodon, on any host: the frame of its embed and the newer block quote, neither of which holds the words."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds
from quotes.documents.html.markup import attribute, displayed, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "mastodon"
SIGNS = ("mastodon", "/embed")
SELECTOR = "blockquote.mastodon-embed, iframe.mastodon-embed, [data-embed-url*='/@']"
POST = re.compile(
    r"^https?://(?P<host>[\w.-]+\.[a-z]{2,})/(?:@|users/)(?P<user>\w{1,40})(?P<at>@[\w.-]+)?/(?:statuses/)?(?P<id>\d{17,19})(?P<embed>/embed)?(?:[/?#]|$)",
    re.IGNORECASE,
)
POST_BY = re.compile(r"@(?P<user>\w+)@(?P<host>[\w.-]+\w)")
# Other platforms with addresses of this shape.
ELSEWHERE = ("truthsocial.com", "threads.net", "threads.com", "tiktok.com")


def read(node: LexborNode) -> Found | None:
    """The post of a block quote or frame; "Post by @user@host" in it is no word of the post."""
    details = _post(attribute(node, "data-embed-url", "src", "data-src"))
    if details is None:
        link = node.css_first("a[href]")
        details = _post(attribute(link, "href")) if link else None
    if details is None:
        return None
    by = POST_BY.search(displayed(node))
    return Found(PostDetails(platform=NAME, handle=by[0][1:] if by else details.handle, post_id=details.post_id,
                             url=details.url, posted_at=details.posted_at, date_source=details.date_source))


def locate(url: str) -> PostDetails | None:
    """The post of a frame's address; without "/embed" at its end only where the host says that it is Mastodon."""
    match = POST.match(plain_url(url))
    known = match is not None and ("mastodon" in match["host"].lower() or match["embed"])
    return _post(url) if known else None


def _post(url: str) -> PostDetails | None:
    match = POST.match(plain_url(url))
    if match is None or match["host"].lower().removeprefix("www.") in ELSEWHERE:
        return None
    user, host = match["user"], match["host"].lower()
    moment = from_milliseconds(int(match["id"]) >> 16)
    return PostDetails(platform=NAME, handle=f"{user}{match['at'] or '@' + host}", post_id=match["id"],
                       url=f"https://{host}/@{user}{match['at'] or ''}/{match['id']}", posted_at=moment,
                       date_source="id" if moment else None)
