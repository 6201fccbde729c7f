"""Facebook: the plugin's element with or without the post's words inside, its frame, and the AMP tag."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

from quotes.documents.dates import printed_moment
from quotes.documents.html.markup import attribute, displayed, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "facebook"
SIGNS = ("facebook.com", "fb.watch", "fb-post", "fb-video")
SELECTOR = "div.fb-post, div.fb-video, fb\\:post, amp-facebook, [data-fb-post], .fb-post[data-href]"
HOST = re.compile(r"(?:^|\.)facebook\.com$|^fb\.watch$", re.IGNORECASE)
NUMBER = re.compile(r"(?:^|[^\d])(\d{5,25})(?=$|[^\d])")
PFBID = re.compile(r"pfbid\w{20,}")
POST_PATH = re.compile(
    r"/(?:posts|photos?|videos?|permalink|reel|watch|share/[pvr]|story\.php|permalink\.php|photo\.php)\b", re.IGNORECASE
)
NO_HANDLE = frozenset([
    "groups", "watch", "reel", "reels", "photo", "photo.php", "permalink.php", "story.php", "share", "videos",
    "events", "plugins",
])
POSTED_BY = re.compile(
    r"(?:^|\n|(?<=[\s.…]))(?:posted by|publicad[ao] por|publiée?s? par|gepostet von|geplaatst door|pubblicato da"
    r"|slået op af|lagt ut av|upplagt av|dodany przez|опубликовано)\s+(?P<rest>[^\n]+)$",
    re.IGNORECASE,
)
ON = re.compile(r"\s(?:on|en|sur|am|op|su|em|den|le|il)[\s\xa0]+(?=\S.*\d)", re.IGNORECASE)


def read(node: LexborNode) -> Found | None:
    """The post of a plugin's element; share and page buttons have other classes and are none."""
    url = attribute(node, "data-href", "href", "data-fb-post")
    quote = node.css_first("blockquote")
    details = locate(url) or (locate(attribute(quote, "cite")) if quote else None)
    if details is None:
        return None
    text, name, printed = _inside(quote) if quote else (None, None, None)
    moment = printed_moment(printed) if printed else None
    return Found(
        PostDetails(platform=NAME, handle=details.handle, author_name=name, post_id=details.post_id, url=details.url,
                    posted_at=moment, date_source="tail" if moment else None, printed_date=printed),
        text,
    )


def locate(url: str) -> PostDetails | None:
    """The post that an address leads to: its page, or the plugin's frame; a page's or a button's address is none."""
    try:
        parts = urlsplit(plain_url(url))
        host = parts.hostname or ""
    except ValueError:
        return None
    if not HOST.search(host):
        return None
    query = parse_qs(parts.query)
    if "/plugins/" in parts.path:
        inner = query.get("href", [""])[0]
        return locate(inner) if re.search(r"/plugins/(?:post|video)\.php", parts.path) and inner else None
    post_id = _post_id(parts.path, query)
    if post_id is None:
        return None
    first = parts.path.strip("/").split("/")[0]
    handle = None if first.lower() in NO_HANDLE or not first or first.isdigit() or host == "fb.watch" else first
    return PostDetails(platform=NAME, handle=handle, post_id=post_id, url=_address(parts.path, query))


def _post_id(path: str, query: dict[str, list[str]]) -> str | None:
    """The post's number, or its pfbid, which stands for one."""
    for name in ("story_fbid", "fbid", "v", "multi_permalinks"):
        if query.get(name, [""])[0]:
            return query[name][0]
    if not POST_PATH.search(path):
        return None
    pfbid = PFBID.search(path)
    numbers = NUMBER.findall(path.rpartition("/posts/")[2] if "/posts/" in path else path)
    last = path.strip("/").rsplit("/", 1)[-1]
    return pfbid[0] if pfbid else numbers[-1] if numbers else last if "/share/" in path else None


def _address(path: str, query: dict[str, list[str]]) -> str:
    """The post's own page without what only says where the visitor came from."""
    kept = "&".join(f"{name}={query[name][0]}" for name in ("story_fbid", "fbid", "v", "id", "set") if name in query)
    return f"https://www.facebook.com{path}" + (f"?{kept}" if kept else "")


def _inside(quote: LexborNode) -> tuple[str | None, str | None, str | None]:
    """Words, name and printed date; "Posted by X on DATE" ends the last paragraph or is one of its own."""
    text = displayed(quote)
    tail = POSTED_BY.search(text)
    if tail is None:
        return None, None, None
    parts = ON.split(tail["rest"])
    links = [displayed(a) for a in quote.css("a[href]")]
    name = next((link for link in reversed(links) if link and tail["rest"].startswith(link)), parts[0].strip())
    printed = ON.sub("", tail["rest"][len(name) :], count=1).strip(" \xa0") if len(parts) > 1 else ""
    return text[: tail.start()].strip() or None, name or None, printed or None
