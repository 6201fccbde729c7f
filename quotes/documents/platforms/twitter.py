"""Twitter, now X: quoted tweets as block quotes, as cards drawn by a server, AMP tags, rendered frames, bare ids."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds, machine_moment, printed_moment
from quotes.documents.html.markup import attribute, classes, displayed, kept_strings, plain_url
from quotes.documents.platform_signature import split_tail
from quotes.documents.platforms.contract import Found
from quotes.records.post import PostDetails

NAME = "twitter"
SIGNS = ("twitter", "/x.com", "tweet")
SELECTOR = (
    'blockquote[class*="twitter-"], blockquote[class*="tweet"], div.twitter-tweet, amp-twitter, twitter-widget, '
    "[data-tweet-id], [data-tweetid], [data-tweet-url], .twitter-embed[data-attrs], blockquote[cite*='/status'], "
    "blockquote:has(a[href*='/status']), .react-tweet-theme, .react-tweet-theme article article"
)
POST = re.compile(
    r"\b(?:twitter|x)\.com/(?:#!/|%23!/)?(?P<handle>\w{1,30})/status(?:es)?/(?P<id>\d{1,20})"
    r"|\b(?:twitter|x)\.com/i/(?:web/)?status/(?P<web>\d{1,20})",
    re.IGNORECASE,
)
FRAME = re.compile(r"twitter\.com/(?:embed|widgets)/.*?[?&#]id=(?P<id>\d{5,20})|twitframe\.com/show\?url=(?P<url>\S+)")
IDS = ("data-tweet-id", "data-tweetid", "tweet-id", "data-tweet", "data-id")
FIRST_TIMED_ID = 29_700_859_247  # of 4 November 2010; earlier ids were handed out in sequence and tell no time
EPOCH = 1_288_834_974_657


def read(node: LexborNode) -> Found | None:
    """A tweet's block quote with its words, name, handle and date, or an element that at least holds its id."""
    if classes(node) & {"twitter-share-button", "twitter-follow-button", "twitter-timeline"}:
        return None
    if "data-attrs" in node.attributes:
        return _packed(attribute(node, "data-attrs"))
    if node.tag == "article" or "react-tweet-theme" in classes(node):
        return _card(node)
    tail = split_tail(displayed(node)) if node.tag in ("blockquote", "div") else None
    if node.tag == "blockquote" and (tail is None or tail.handle is None) and not _marked(node):
        return None  # an ordinary quotation with a link to a tweet in it
    details = _own_post(node, tail.handle if tail else None)
    if details is None and (tail is None or tail.handle is None):
        return None
    handle = tail.handle if tail and tail.handle else details.handle if details else None
    post_id = details.post_id if details else None
    moment = posted_at(post_id)
    printed = tail.printed if tail else None
    from_tail = printed_moment(printed) if printed and not moment else None
    return Found(
        PostDetails(
            platform=NAME, handle=handle, author_name=tail.name if tail else None, post_id=post_id,
            url=address(handle, post_id), posted_at=moment or from_tail,
            date_source="id" if moment else "tail" if from_tail else None, printed_date=printed,
        ),
        (tail.words or None) if tail else None,
    )


def locate(url: str) -> PostDetails | None:
    """The tweet that an address leads to: its page, or the frame that a script made of it."""
    url = plain_url(url)
    frame = FRAME.search(url)
    if frame:
        return locate(frame["url"]) if frame["url"] else _details(None, frame["id"])
    post = POST.search(url)
    if post is None:
        return None
    handle = post["handle"]
    return _details(None if not handle or handle.lower() == "i" else handle, post["id"] or post["web"])


def posted_at(post_id: str | None) -> str | None:
    """When a tweet was written, as its id tells it."""
    if not post_id or int(post_id) < FIRST_TIMED_ID:
        return None
    return from_milliseconds((int(post_id) >> 22) + EPOCH)


def address(handle: str | None, post_id: str | None) -> str | None:
    """A tweet's page in the one form that is kept."""
    return f"https://twitter.com/{handle or 'i'}/status/{post_id}" if post_id else None


def _packed(data: str) -> Found | None:
    """A tweet that a newsletter's program keeps as JSON in an attribute."""
    known = kept_strings(data)
    details = locate(known.get("url", ""))
    if details is None:
        return None
    words = html.unescape(known.get("full_text", "")).strip()
    name, handle = known.get("name", "").strip() or None, known.get("username") or details.handle
    return Found(replace(details, handle=handle, author_name=name, url=address(handle, details.post_id)), words or None)


def _card(node: LexborNode) -> Found | None:
    """A tweet as the react-tweet component draws it; a tweet that it quotes is an article inside, taken out before."""
    handle = next((attribute(span, "title")[1:] for span in node.css("span[title^='@']")), None)
    name = next((attribute(span, "title") for span in node.css("span[title]:not([title^='@'])")), None)
    links = [link for link in (locate(attribute(a, "href")) for a in node.css("a[href*='/status']")) if link]
    own = next((link for link in links if handle and (link.handle or "").lower() == handle.lower()), None)
    if own is None:
        return None
    stamp = next((machine_moment(attribute(time, "datetime")) for time in node.css("time[datetime]")), None)
    moment = own.posted_at or stamp
    words = next((displayed(p) for p in node.css("p[lang], p[dir]")), "")
    return Found(replace(own, handle=handle, author_name=name, url=address(handle, own.post_id), posted_at=moment,
                         date_source=own.date_source or ("meta" if stamp else None)), words or None)


def _marked(node: LexborNode) -> bool:
    """Whether class or data say that a block quote is a tweet; some editors strip them."""
    attributes = node.attributes
    return "twe" in (attributes.get("class") or "").lower() or any(name.startswith("data-tweet") for name in attributes)


def _own_post(node: LexborNode, handle: str | None) -> PostDetails | None:
    """The tweet that the element itself is: the last link to a tweet in it, best one by the same handle.

    The words of a tweet may link to other tweets; the date in the tail, which comes last, links to this one.
    """
    for value in (attribute(node, *IDS), attribute(node, "data-tweet-url", "cite", "data-src", "src")):
        if value:
            own = _details(handle, value) if value.isascii() and value.isdigit() and len(value) > 4 else locate(value)
            if own:
                return own
    links = [link for link in (locate(attribute(a, "href")) for a in node.css("a[href]")) if link]
    mine = [link for link in links if handle and (link.handle or "").lower() == handle.lower()]
    return next(reversed(mine or links), None)


def _details(handle: str | None, post_id: str | None) -> PostDetails | None:
    if not post_id:
        return None
    moment = posted_at(post_id)
    return PostDetails(platform=NAME, handle=handle, post_id=post_id, url=address(handle, post_id), posted_at=moment,
                       date_source="id" if moment else None)
