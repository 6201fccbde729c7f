"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from quotes.schemas.feeds.contract import Entry, Feed

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def written(feed: Feed) -> str:
    """The feed as text."""
    content = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "next_url": feed.next,
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(_known(content), ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    return _known({
        "id": entry.page,
        "url": entry.page,
        "external_url": entry.link,
        "title": entry.title,
        "content_text": entry.words or entry.title,
        "summary": entry.source or None,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": entry.speaker}] if entry.speaker else None,
    })


def _known(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}
