"""Posts that an element only names, by a platform and an id, or by the data of the program that would draw them.

1. A pair of attributes: data-embed-type="twitter" data-embed-id="…", data-provider and data-id, and the like.
2. Frames of s9e's MediaEmbed, which forums and Flarum use: the post stands behind the # of the frame's address, whose
   file is called like the platform (s9e/TextFormatter, src/Plugins/MediaEmbed/Configurator/sites).
3. JSON in data-attrs, as Substack writes it for every kind of embed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotes.documents.html.markup import attribute, displayed

WHOSE = ("data-embed-type", "data-embed-provider", "data-embed-service", "data-embed-platform", "data-provider",
         "data-provider-name", "data-social-network", "data-social-type", "data-network", "data-platform",
         "data-service", "data-oembed-provider", "data-media-type", "data-type")
WHICH = ("data-embed-id", "data-post-id", "data-media-id", "data-social-id", "data-object-id", "data-id",
         "data-embed-src", "data-embed-url", "data-embed-link", "data-post-url", "data-social-url", "data-url",
         "data-src", "data-href")
PAIRED = ", ".join(f"[{name}]" for name in WHOSE)
MOST_WORDS = 200  # characters: an element that shows more is no placeholder
# Where a platform shows the post with an id; what an id of it looks like.
PAGES = {
    "twitter": (r"\d{5,20}", "https://twitter.com/i/status/{}"),
    "instagram": (r"[\w-]{5,40}", "https://www.instagram.com/p/{}/"),
    "tiktok": (r"\d{8,20}", "https://www.tiktok.com/embed/{}"),
    "youtube": (r"[\w-]{11}", "https://www.youtube.com/watch?v={}"),
    "threads": (r"[\w-]{8,40}", "https://www.threads.com/t/{}"),
    "telegram": (r"[A-Za-z]\w{3,40}/\d{1,10}", "https://t.me/{}"),
    "facebook": (r"\d{5,25}", "https://www.facebook.com/story.php?story_fbid={}"),
    "reddit": (r"\w{5,10}", "https://www.reddit.com/comments/{}/"),
}
NAMES = {"x": "twitter", "tweet": "twitter", "xpost": "twitter", "xcom": "twitter", "instagrampost": "instagram",
         "ig": "instagram", "youtubevideo": "youtube", "facebookpost": "facebook", "tiktokvideo": "tiktok"}
ADDRESS = re.compile(r"(?:https?:)?//\S+|at://\S+")
FRAME = re.compile(r"//s9e\.github\.io/iframe/(?:\d/)?(?P<site>[a-z]+)\.min\.html#(?P<post>[^#\s\"]+)")
FRAMED = "iframe[src*='//s9e.github.io/'], iframe[data-src*='//s9e.github.io/'], [data-s9e-mediaembed-iframe]"
MASTODON = re.compile(r"(?P<name>\w+)(?:@(?P<host>[\w.-]+))?/(?P<id>\d+)")
FACEBOOK = re.compile(r"(?:[\w.]+/)?[pv]?(?:ost|ideo)?s?/?(\d{5,25})")
KEPT = "[data-attrs][class*=wrap], [data-attrs][data-component-name]"
KEPT_PLACES = ("url", "uri", "link")


def named_posts(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """The elements of a page that only name a post, each with the post's address."""
    for node in tree.css(FRAMED):
        yield node, framed(attribute(node, "src", "data-src", "data-s9e-mediaembed-iframe").replace("\\/", "/"))
    for node in tree.css(PAIRED):
        whose = attribute(node, *WHOSE)
        if _name(whose) and len(displayed(node)) < MOST_WORDS:
            yield node, address_of(whose, attribute(node, *WHICH))
    for node in tree.css(KEPT):
        yield node, _kept(attribute(node, "data-attrs"))


def address_of(platform: str, which: str) -> str:
    """The address of a platform's post by its id, or the address that stands in the id's place; empty if it is none."""
    if ADDRESS.fullmatch(which):
        return which
    shape, page = PAGES.get(_name(platform), ("", ""))
    return page.format(which) if shape and re.fullmatch(shape, which) else ""


def framed(url: str) -> str:
    """The address of the post that a frame of s9e's shows; empty where it shows none."""
    match = FRAME.search(url)
    if match is None:
        return ""
    site, post = match["site"], match["post"]
    if site == "mastodon":
        by = MASTODON.fullmatch(post)
        return f"https://{by['host'] or 'mastodon.social'}/@{by['name']}/{by['id']}/embed" if by else ""
    if site == "reddit":
        return f"https://www.reddit.com/{post.lstrip('/')}"
    if site == "facebook":
        number = FACEBOOK.fullmatch(post)
        return address_of(site, number[1]) if number else ""
    return address_of(site, post)


def _name(platform: str) -> str:
    """A platform's name as PAGES has it; empty where it is none."""
    bare = re.sub(r"[\W_]|embed", "", platform.lower())
    name = NAMES.get(bare, bare)
    return name if name in PAGES or name in ("bluesky", "mastodon", "linkedin", "truthsocial") else ""


def _kept(data: str) -> str:
    """The address of the post that a newsletter's JSON names."""
    try:
        kept = json.loads(data)
    except (ValueError, RecursionError):
        return ""  # cut off, or no JSON: nothing is named
    if not isinstance(kept, dict):
        return ""
    known = {key: value for key, value in kept.items() if isinstance(value, str)}
    if "instagram_id" in known:
        return address_of("instagram", known["instagram_id"])
    return next((known[key] for key in KEPT_PLACES if ADDRESS.fullmatch(known.get(key, ""))), "")
