"""YouTube: the player's frame, AMP and lazy players. A video has no words of its own here."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.html.markup import attribute, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "youtube"
SIGNS = ("youtu",)
SELECTOR = "amp-youtube, lite-youtube, [data-youtube-id], .youtube-player[data-id]"
VIDEO_ID = re.compile(r"[\w-]{11}")
POST = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:embed/|v/|shorts/|live/|watch\?(?:[^#\s]*&)?v=)|youtu\.be/)(?P<id>[\w-]{11})(?![\w-])"
)


def read(node: LexborNode) -> Found | None:
    """The video that a player's element names."""
    value = attribute(node, "data-videoid", "videoid", "data-youtube-id", "data-id")
    return Found(_details(value)) if VIDEO_ID.fullmatch(value) else None


def locate(url: str) -> PostDetails | None:
    """The video that an address or a player's frame leads to; a channel, a list or a search is none."""
    match = POST.search(plain_url(url))
    return _details(match["id"]) if match and match["id"] != "videoseries" else None


def _details(video: str) -> PostDetails:
    return PostDetails(platform=NAME, post_id=video, url=f"https://www.youtube.com/watch?v={video}")
