"""Posts that the state of a page's program names without any markup: `{"type":"tweet","url":"https://…/status/…"}`.

The object must say that it is an embed: a link in the text has an address too, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.documents.html.post_names import address_of
from quotes.documents.platforms.contract import Platform
from quotes.records.post import PostDetails

# Parts of addresses that only posts have, found sooner than the pattern.
SIGNS = ("/status", "/p/", "\\/p\\/", "/video/", "\\/video\\/", "/post/", "\\/post\\/", "tweetI", "tweet_id")
HOSTS = r"(?:twitter|x|instagram|tiktok|facebook|threads|bsky|reddit|t)\.(?:com|net|app|me)"
POST = re.compile(
    rf"(?<!\\)\"(?P<url>https?:(?:\\?/){{2}}(?:[\w-]+\.)?{HOSTS}(?:\\?/[^\"\\\s<>/]+){{2,8}}\\?/?)\""
    r"|\"tweet_?I[dD]\"\s*:\s*\"?(?P<id>\d{15,20})\b|\"tweet_id\"\s*:\s*\"?(?P<number>\d{15,20})\b"
)
KIND = re.compile(
    r"(?<!\\)\"(?:type|_type|subtype|nodeType|__typename|kind|blockType|block_type|component|componentName|embedType|"
    r"provider|providerName|provider_name|service|elementType)\"\s*:\s*\"(?P<kind>[^\"\\]{1,60})\""
)
EMBED = re.compile(r"tweet|twitter|instagram|tiktok|bluesky|facebook|threads|reddit|telegram|embed|social|\Ax\Z",
                   re.IGNORECASE)
LINK = re.compile(r"link|anchor|profile|share|follow|author|account", re.IGNORECASE)
REACH = 400  # characters before an address in which its object says what it is
MOST = 200


def named_in(code: str, asked: tuple[Platform, ...]) -> Iterator[tuple[PostDetails, int, int]]:
    """The posts that a script names as embeds, each with the stretch of the script that names it."""
    if not any(sign in code for sign in SIGNS):
        return
    for count, match in enumerate(POST.finditer(code)):
        if count >= MOST:
            return
        number = match["id"] or match["number"]
        url = address_of("twitter", number) if number else match["url"].replace("\\/", "/")
        details = next((found for platform in asked if (found := platform.locate(url))), None)
        if details and (number or _is_embed(code, match)):
            yield details, match.start(), match.end()


def _is_embed(code: str, match: re.Match[str]) -> bool:
    """Whether the object in which an address stands says that it is an embed, before or right behind it."""
    before = code[max(0, match.start() - REACH) : match.start()]
    kinds = [found["kind"] for found in KIND.finditer(before[before.rfind("}") + 1 :])]
    behind = KIND.search(code[match.end() : match.end() + REACH].partition("}")[0])
    kinds += [behind["kind"]] if behind else []
    return bool(kinds) and not LINK.search(kinds[-1]) and any(EMBED.search(kind) for kind in kinds[-2:])
