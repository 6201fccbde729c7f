"""TikTok: the block quote of its embed, the player's frame, and the AMP tag."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds
from quotes.documents.html.markup import attribute, displayed, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "tiktok"
SIGNS = ("tiktok",)
SELECTOR = "blockquote.tiktok-embed, [data-video-id][cite], amp-tiktok"
POST = re.compile(
    r"tiktok\.com/(?:@(?P<handle>[\w.-]{1,40})/(?:video|photo)/|(?:embed|player)/(?:v\d/)?|v/)(?P<id>\d{8,20})",
    re.IGNORECASE,
)


def read(node: LexborNode) -> Found | None:
    """A video's block quote with its description; one that shows a creator's profile is no post."""
    if attribute(node, "data-embed-type") == "creator":
        return None
    link = locate(attribute(node, "cite", "data-src", "src"))
    number = attribute(node, "data-video-id", "data-src")
    post_id = link.post_id if link else number if number.isascii() and number.isdigit() else None
    if post_id is None:
        return None
    account = next((a for a in node.css("a[title^='@'], a[href*='/@']")), None)
    handle = link.handle if link and link.handle else attribute(account, "title").lstrip("@") if account else ""
    return Found(_details(post_id, handle or None), _description(node))


def locate(url: str) -> PostDetails | None:
    """The video that an address or a player's frame leads to."""
    match = POST.search(plain_url(url))
    return _details(match["id"], match["handle"]) if match else None


def _description(node: LexborNode) -> str | None:
    """The words of the post, without the line that names the sound; in some markup no paragraph holds them."""
    text = "\n".join(displayed(p) for p in node.css("section p") or node.css("p"))
    section = node.css_first("section") if not text else None
    if section is not None:
        account, sound = node.css_first("a[title^='@']"), node.css_first("a[title^='♬']")
        text = displayed(section).removeprefix(displayed(account) if account else "")
        text = text.removesuffix(displayed(sound) if sound else "").strip()
    return "\n".join(line for line in text.split("\n") if not line.startswith("♬")).strip() or None


def _details(post_id: str, handle: str | None) -> PostDetails:
    moment = from_milliseconds((int(post_id) >> 32) * 1000)
    return PostDetails(platform=NAME, handle=handle, post_id=post_id,
                       url=f"https://www.tiktok.com/@{handle or ''}/video/{post_id}", posted_at=moment,
                       date_source="id" if moment else None)
