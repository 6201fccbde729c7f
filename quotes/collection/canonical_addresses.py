"""Addresses of articles in one spelling, so that the same article is known again."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

PORTS = {"http": 80, "https": 443}
PLAIN = re.compile(r"https?://[a-z0-9.-]+/[^?#\s]*")  # without anything that could be left out: as most are
CAMPAIGN_PREFIX = "utm_"
CAMPAIGN = frozenset({"fbclid", "gclid"})


def canonical_address(url: str | None) -> str | None:
    """An address without what does not change the article: case of scheme and host, default port, fragment, trackers.

    The parameters that stay keep their order and their spelling. What is no address is left as it is, trimmed.
    """
    written = (url or "").strip()
    if not written:
        return None
    if PLAIN.fullmatch(written):
        return written
    try:
        parts = urlsplit(written)
        place = _place(parts)
    except ValueError:
        return written
    if not place:
        return written
    query = "&".join(pair for pair in parts.query.split("&") if not _is_tracker(pair))
    return urlunsplit((parts.scheme.lower(), place, parts.path or "/", query, ""))


def _place(parts: SplitResult) -> str:
    """User, host and port as they are compared; the host's case and a port that goes without saying do not count."""
    user, at, _ = parts.netloc.rpartition("@")
    host = (parts.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    if parts.port is None or parts.port == PORTS.get(parts.scheme.lower()):
        return f"{user}{at}{host}"
    return f"{user}{at}{host}:{parts.port}"


def _is_tracker(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name.startswith(CAMPAIGN_PREFIX) or name in CAMPAIGN
