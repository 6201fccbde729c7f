"""The article that a page holds as data only: in its linked data, or in the state of the program that would draw it.

Such data holds other stories, labels and settings too. Taken is only what is this page's article: the object that bears
the page's title, or the linked data's only article with a body; and of it the one member that holds most prose, never
those that are called after what stands beside articles.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from quotes.documents.html.data_markup import HEADLINES, is_story, is_tree, markup_of, text_markup

NO_LETTERS = re.compile(r"[\W_]+")
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# Words in the names of members that hold no words of the article.
BESIDE = frozenset([
    "related", "recommended", "recommendations", "recirculation", "recirc", "comment", "comments", "newsletter",
    "newsletters", "promo", "promos", "teaser", "teasers", "summary", "description", "excerpt", "seo", "metadata",
    "author", "authors", "byline", "bylines", "bio", "tag", "tags", "topic", "topics", "nav", "navigation", "menu",
    "menus", "footer", "sidebar", "rail", "ad", "ads", "advert", "advertising", "popular", "trending", "latest",
    "more", "next", "previous", "prev", "share", "sharing", "config", "configuration", "settings", "translations",
    "messages", "labels", "locale", "image", "images", "media", "video", "videos", "gallery", "thumbnail", "credit",
    "credits", "alt", "slug", "style", "styles", "theme", "user", "session", "legal", "cookie", "cookies", "consent",
    "popup", "modal", "search", "breadcrumbs", "caption", "captions", "subtitle", "dek", "standfirst", "kicker",
    "abstract", "disclaimer", "copyright", "subscription", "paywall", "feed", "widgets",
])
LIVE = frozenset(["live", "liveblog", "updates", "updated"])
TIMES = ("datePublished", "publishedAt", "published_at", "dateCreated", "createdAt", "date", "time", "dateModified")
HOLDERS = ("seo", "meta", "metadata", "head", "attributes", "fields", "content", "headlines")
SENTENCE = re.compile(r"[.!?…][”\"’»)]?(?:\s|\Z|<)")
WORDS = 12  # blanks: plain text with fewer is a label or a description
UPDATES = "<h3 class='time'>"  # what an update of a live report begins with
SHORTEST = 60  # letters of an article
SAME_TITLE = 12  # letters: a title that short is the same only as a whole
MOST = 100_000  # objects that are looked at
DEEPEST = 60


def letters_of(text: str) -> str:
    """Letters and digits alone."""
    return NO_LETTERS.sub("", text)


def prose_of(markup: str) -> str:
    """The letters that a piece of markup shows."""
    return letters_of(html.unescape(TAG.sub(" ", markup)))


def linked_article(values: Iterable[object], titles: frozenset[str]) -> str:
    """The markup of the article in a page's linked data (JSON-LD), with the updates of a live report; else empty.

    schema.org names its words `articleBody`, or `text`, and the updates `liveBlogUpdate`.
    """
    bodies = [(thing, markup) for value in values for thing in _objects(value) if (markup := _linked_markup(thing))]
    mine = [markup for thing, markup in bodies if _titled(thing, titles)]
    if not mine and len(bodies) == 1:
        mine = [bodies[0][1]]
    return max(mine, key=lambda markup: len(prose_of(markup)), default="")


def state_article(values: Iterable[object], titles: frozenset[str]) -> str:
    """The markup of the article in the state of a page's program; empty where none bears the page's title."""
    best = ""
    for value in values:
        for thing in _objects(value):
            if _titled(thing, titles) or any(_titled(held, titles) for held in _held(thing)):
                markup = _body(thing, titles, 0)
                if len(prose_of(markup)) > len(prose_of(best)):
                    best = markup
    text = TAG.sub(" ", best)
    return best if len(prose_of(best)) >= SHORTEST and text.count(" ") >= WORDS and SENTENCE.search(text) else ""


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Every object in a value but those under the names of what stands beside articles, outer ones first."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    seen = 0
    while waiting and seen < MOST:
        one, depth = waiting.pop()
        seen += 1
        if depth > DEEPEST:
            continue
        if isinstance(one, dict):
            yield one
            waiting.extend((held, depth + 1) for key, held in one.items()
                           if isinstance(held, dict | list) and not _is_beside(key))
        elif isinstance(one, list):
            waiting.extend((held, depth + 1) for held in one if isinstance(held, dict | list))


def _is_beside(key: str) -> bool:
    return not BESIDE.isdisjoint(word.lower() for word in WORD.findall(key))


def _held(thing: dict[str, object]) -> Iterator[dict[str, object]]:
    """The objects in which a story may keep its title apart from its words."""
    return (held for key in HOLDERS if isinstance(held := thing.get(key), dict))


def _titles(thing: dict[str, object], names: tuple[str, ...] = HEADLINES) -> Iterator[str]:
    """What an object is called, in letters."""
    for key in names:
        value = thing.get(key)
        values = value.values() if isinstance(value, dict) else (value,)
        yield from (letters_of(html.unescape(TAG.sub("", one))).lower() for one in values if isinstance(one, str))


def _titled(thing: dict[str, object], titles: frozenset[str]) -> bool:
    """Whether an object is called like the page, which may name its outlet before or behind the title."""
    return any(one == title or _begins(one, title) or _begins(title, one) or _ends(title, one)
               for one in _titles(thing) if one for title in titles)


def _begins(whole: str, part: str) -> bool:
    return len(part) > SAME_TITLE and whole.startswith(part)


def _ends(whole: str, part: str) -> bool:
    return len(part) > SAME_TITLE and len(part) * 2 > len(whole) and whole.endswith(part)


def _body(thing: dict[str, object], titles: frozenset[str], depth: int) -> str:
    """The markup of the member of an object that holds most prose."""
    found = [_member(key, value, titles, depth) for key, value in thing.items()
             if not _is_beside(key) and key not in HEADLINES]
    return max(found, key=lambda markup: len(prose_of(markup)), default="") if depth < DEEPEST else ""


def _member(key: str, value: object, titles: frozenset[str], depth: int) -> str:
    if isinstance(value, str):
        return text_markup(value) if _is_prose(value) else ""
    if isinstance(value, list):
        if not LIVE.isdisjoint(word.lower() for word in WORD.findall(key)):
            return "".join(_update(one, titles, depth) for one in value if isinstance(one, dict))
        return markup_of([one for one in value if not (isinstance(one, dict) and is_story(one))])
    if not isinstance(value, dict) or (is_story(value) and not _titled(value, titles)):
        return ""
    if any(_titles(value, HEADLINES[:6])) and not _titled(value, titles) and not is_tree(value):
        return ""
    whole = markup_of(value) if is_tree(value) else ""
    return whole or _body(value, titles, depth + 1)


def _is_prose(text: str) -> bool:
    if "<p" in text or "&lt;p" in text:
        return True
    return text.count(" ") >= WORDS and SENTENCE.search(text) is not None


def _linked_markup(thing: dict[str, object]) -> str:
    """The body of an article in linked data, and of its updates, the newest first as on the page."""
    body = thing.get("articleBody")
    parts = [text_markup(body)] if isinstance(body, str) else []
    updates = thing.get("liveBlogUpdate")
    for one in updates if isinstance(updates, list) else [updates]:
        if isinstance(one, dict):
            parts.append(_update(one, frozenset(), 0))
    return "".join(parts)


def _update(one: dict[str, object], titles: frozenset[str], depth: int) -> str:
    """An update of a live report: when it was made, its headline, its words; empty where it has none."""
    text = next((value for key in ("articleBody", "text") if isinstance(value := one.get(key), str)), "")
    words = text_markup(text) if text else _body(one, titles, depth + 1)
    if not words:
        return ""
    time = next((value for key in TIMES if isinstance(value := one.get(key), str)), "")
    title = next((value for key in HEADLINES if isinstance(value := one.get(key), str)), "")
    head = f"<h3>{html.escape(html.unescape(title), quote=False)}</h3>" if title.strip() else ""
    return f"{UPDATES}{html.escape(_moment(time))}</h3>{head}{words}"


def _moment(time: str) -> str:
    """Day and minute of a machine's time, without its zone, as a page would print it; another string as it is."""
    match = re.match(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)", time)
    return f"{match[1]} {match[2]}" if match else time[:40]
