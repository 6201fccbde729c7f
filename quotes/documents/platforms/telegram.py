"""Telegram: its widget is a script element that names the post, or the frame which that script made."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.html.markup import attribute, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "telegram"
SIGNS = ("telegram", "//t.me/")
SELECTOR = "[data-telegram-post]"
POST = re.compile(
    r"(?:t\.me|telegram\.me)/(?:s/)?(?P<handle>[A-Za-z]\w{3,40})/(?:\d{1,10}/)?(?P<id>\d{1,10})(?:[?#]|/?$)"
)
WIDGET = re.compile(r"(?P<handle>[A-Za-z]\w{3,40})/(?:\d{1,10}/)?(?P<id>\d{1,10})")


def read(node: LexborNode) -> Found | None:
    """The post that a widget's script names."""
    match = WIDGET.fullmatch(attribute(node, "data-telegram-post"))
    return Found(_details(match["handle"], match["id"])) if match else None


def locate(url: str) -> PostDetails | None:
    """The post that an address or a frame leads to."""
    match = POST.search(plain_url(url))
    return _details(match["handle"], match["id"]) if match else None


def _details(handle: str, number: str) -> PostDetails:
    return PostDetails(platform=NAME, handle=handle, post_id=f"{handle}/{number}", url=f"https://t.me/{handle}/{number}")
