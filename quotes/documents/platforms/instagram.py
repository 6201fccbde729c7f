"""Instagram: the block quote of its embed, old (with the caption) and new (the author alone), AMP tag and frame."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from quotes.documents.dates import from_milliseconds, machine_moment, printed_moment
from quotes.documents.html.markup import attribute, displayed, plain_url
from quotes.documents.platforms.contract import Found
from quotes.records.post import DateSource, PostDetails

NAME = "instagram"
SIGNS = ("instagr",)
SELECTOR = "blockquote.instagram-media, [data-instgrm-permalink], amp-instagram, iframe.instagram-media"
POST = re.compile(
    r"(?:instagram\.com|instagr\.am)/(?:(?P<handle>[\w.]{1,30})/)?(?:p|reels?|tv)/(?P<id>[\w-]{5,40})", re.IGNORECASE
)
AUTHOR = re.compile(r"(?P<before>[^\n]*?)\(@(?P<handle>[\w.]+)\)(?P<after>[^\n]*)")
# "A post shared by" in the languages that it was seen in or is known from; what is left before the handle is the name.
SHARED_BY = re.compile(
    r"^\s*(?:an?\s+(?:post|photo|video|reel|igtv\s+video)\s+(?:shared|posted)\s+by"
    r"|ein(?:e)?\s+(?:beitrag|foto|video|reel)\s+(?:geteilt|gepostet)\s+von|ein(?:e)?\s+(?:von)"
    r"|un[ae]?\s+(?:publicación|foto|video|vídeo|post|reel)\s+(?:compartid[ao]|publicad[ao])\s+(?:de|por)"
    r"|une?\s+(?:publication|photo|vidéo)\s+(?:partagée|publiée)\s+par"
    r"|uma?\s+(?:publicação|post|foto|vídeo)\s+(?:compartilhad|partilhad|publicad)[ao]\s+por"
    r"|un\s+(?:post|video)\s+condiviso\s+da|una\s+foto\s+(?:condivisa|pubblicata)\s+da"
    r"|een\s+(?:bericht|foto|video)\s+(?:gedeeld|geplaatst)\s+door|post\s+udostępniony\s+przez"
    r"|(?:et|ett)\s+(?:opslag|inlägg|innlegg)\s+(?:delt|delat)\s+(?:af|av)|публикация\s+от|henkilön"
    r")\s+",
    re.IGNORECASE,
)
LEAD_WORDS = re.compile(r"^(?:on|am|le|el|il|em|op|dne|den|от|w\s+dniu)\s+", re.IGNORECASE)
# What the embed shows where no caption is: never the words of a post.
PLACEHOLDER = re.compile(
    r"(?:view|see|sieh dir|ver|voir|visualizza|bekijk|zobacz|visualizar|wyświetl).{0,40}instagram(?: an)?"
    r"|instagram[- ](?:beitrag|post)"
    r"|(?=.{10,60}\Z)[^#@.!?…]*\binstagram\w{0,6}(?:['’]\w{1,4})?[^#@.!?…]{0,12}",
    re.IGNORECASE,
)
EPOCH = 1_314_220_021_721
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def read(node: LexborNode) -> Found | None:
    """A post's block quote: who shared it, when, and in older markup its caption."""
    details = locate(attribute(node, "data-instgrm-permalink", "data-src", "src", "cite"))
    code = attribute(node, "data-shortcode")
    if details is None and code:
        details = _details(code, None)
    links = (locate(attribute(a, "href")) for a in node.css("a[href]"))
    details = details or next((link for link in links if link), None)
    if details is None:
        return None
    caption, name, handle, printed = _inside(node)
    time = node.css_first("time[datetime]")
    stamp = machine_moment(attribute(time, "datetime")) if time else None
    tail = printed_moment(printed) if printed else None
    choices: tuple[tuple[str | None, DateSource], ...] = ((details.posted_at, "id"), (stamp, "meta"), (tail, "tail"))
    moment, source = next(((m, s) for m, s in choices if m), (None, None))
    return Found(
        PostDetails(platform=NAME, handle=handle or details.handle, author_name=name, post_id=details.post_id,
                    url=details.url, posted_at=moment, date_source=source, printed_date=printed),
        caption,
    )


def locate(url: str) -> PostDetails | None:
    """The post that an address leads to; a profile's address is none."""
    match = POST.search(plain_url(url))
    return _details(match["id"], match["handle"]) if match else None


def posted_at(code: str) -> str | None:
    """When a post was made, as its short code tells it."""
    if len(code) != 11:  # private posts have longer codes, very old ones shorter ones
        return None
    number = 0
    for letter in code:
        place = ALPHABET.find(letter)
        if place < 0:
            return None
        number = number * 64 + place
    return from_milliseconds((number >> 23) + EPOCH)


def _details(code: str, handle: str | None) -> PostDetails:
    moment = posted_at(code)
    return PostDetails(platform=NAME, handle=handle, post_id=code, url=f"https://www.instagram.com/p/{code}/",
                       posted_at=moment, date_source="id" if moment else None)


def _inside(node: LexborNode) -> tuple[str | None, str | None, str | None, str | None]:
    """Caption, name, handle and printed date, each None where the markup has none.

    The author's line is the last one with a handle in brackets; the caption is what stands in paragraphs before it.
    """
    paragraphs = [displayed(p) for p in node.css("p")] or displayed(node).split("\n")
    author = next((i for i in range(len(paragraphs) - 1, -1, -1) if AUTHOR.search(paragraphs[i])), None)
    if author is None:
        return None, None, None, None
    before = "\n".join(line for line in paragraphs[:author] if line and not PLACEHOLDER.fullmatch(line))
    match = list(AUTHOR.finditer(paragraphs[author]))[-1]
    name = SHARED_BY.sub("", match["before"]).strip()
    printed = LEAD_WORDS.sub("", match["after"].strip()).strip()
    return before or None, name or None, match["handle"], printed if re.search(r"\d", printed) else None
