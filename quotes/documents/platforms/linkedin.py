"""LinkedIn: the frame of its embed, which holds no words."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds
from quotes.documents.html.markup import attribute, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "linkedin"
SIGNS = ("linkedin.com",)
SELECTOR = "[data-embed-url*='linkedin.com/embed']"
POST = re.compile(
    r"linkedin\.com/(?:embed/)?feed/update/(?P<urn>urn(?::|%3A)li(?::|%3A)(?:share|ugcPost|activity)(?::|%3A)(?P<id>\d{15,20}))"
    r"|linkedin\.com/posts/(?P<handle>[\w-]+?)_[\w%-]*?-?(?:share|ugcPost|activity)-(?P<post>\d{15,20})",
    re.IGNORECASE,
)


def read(node: LexborNode) -> Found | None:
    """The post of an element that will become the embed's frame."""
    details = locate(attribute(node, "data-embed-url"))
    return Found(details) if details else None


def locate(url: str) -> PostDetails | None:
    """The post that an address or a frame leads to; a profile's or a company's address is none."""
    match = POST.search(plain_url(url))
    if match is None:
        return None
    post_id = match["id"] or match["post"]
    moment = from_milliseconds(int(post_id) >> 22)
    urn = re.sub("%3a", ":", match["urn"], flags=re.IGNORECASE) if match["urn"] else f"urn:li:activity:{post_id}"
    return PostDetails(platform=NAME, handle=match["handle"], post_id=post_id,
                       url=f"https://www.linkedin.com/feed/update/{urn}", posted_at=moment,
                       date_source="id" if moment else None)
