"""A page of HTML made text: its blocks in order with their kinds, its posts at their places, and its facts.

The order matters: depth is checked before anything walks through the tree; facts are read before scripts are dropped;
posts are taken out before the article is sought. Nothing that a page names is ever loaded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.blocks import Run, runs_of
from quotes.documents.html.body import article_runs, is_teaser
from quotes.documents.html.charset import decode_page
from quotes.documents.html.embedded_posts import asked_for, merged, take_out
from quotes.documents.html.entity_escapes import undo_escapes
from quotes.documents.html.hidden_elements import clear
from quotes.documents.html.inline_quotations import print_marks
from quotes.documents.html.left_out import left_out
from quotes.documents.html.markup import attribute
from quotes.documents.html.metadata import Facts, page_facts
from quotes.documents.html.nesting_limits import parsed
from quotes.documents.html.page_data import article_in_data, with_title
from quotes.documents.html.publication_date import Dated, marked_date, publication_date
from quotes.documents.html.script_posts import placed, scripted_posts
from quotes.documents.platforms.contract import Found, Platform
from quotes.records.document import Block, Warned
from quotes.records.post import Post

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article: its text, the blocks and posts in it, what the page says about it, and what was left out."""

    text: str
    blocks: tuple[Block, ...]
    embeds: tuple[Post, ...]
    facts: Facts
    dated: Dated | None = None
    warnings: tuple[Warned, ...] = ()


def read_page(html: str | bytes, url: str | None = None, charset: str | None = None) -> Page:
    """The article of a page; `charset` is what the server said that the bytes are in.

    Raises InvalidInput for bytes that are no text and for elements nested too deeply.
    """
    source = (decode_page(html, charset) if isinstance(html, bytes) else html).removeprefix("\ufeff")
    tree = parsed(source)
    facts = page_facts(tree, url)
    undo_escapes(tree, source)
    print_marks(tree)
    asked = asked_for(source)
    packed = scripted_posts(tree, asked)
    found = take_out(tree, asked)
    body = tree.body
    if body is None:
        return Page("", (), (), facts, facts.stated.dated)
    stated = marked_date(facts.stated, tree)
    clear(tree)
    runs = runs_of(body)
    dated = publication_date(stated, runs, facts.title, url or facts.url)
    article = article_runs(runs, tree.html or "", facts.title)
    held = article_in_data(source, article, _titles(tree, facts))
    if held.markup:
        return _page_of_data(held.markup, asked, facts, dated)
    page = _assembled(placed(article, packed, found), found, facts, dated)
    return replace(page, warnings=tuple(left_out(runs, article, held.updates)))


def _titles(tree: LexborHTMLParser, facts: Facts) -> list[str]:
    """What a page's markup calls its article, the outlet's name with it perhaps; what its data calls it, if nothing."""
    title, heading = tree.css_first("title"), tree.css_first("h1")
    named = tree.css_first("meta[property='og:title']")
    names = [node.text() for node in (title, heading) if node] + ([attribute(named, "content")] if named else [])
    return [name for name in names if name.strip()] or [facts.title or ""]


def _page_of_data(markup: str, asked: tuple[Platform, ...], facts: Facts, dated: Dated | None) -> Page:
    """The page whose article stands in its data, from the markup that was made of that."""
    tree = parsed(with_title(markup, facts.title))
    print_marks(tree)
    found = take_out(tree, asked)
    clear(tree)
    runs = [run for run in (runs_of(tree.body) if tree.body else ())
            if run.embed is not None or not (run.aside or is_teaser(run))]
    return _assembled(runs, found, facts, dated)


def _assembled(runs: list[Run], found: list[Found], facts: Facts, dated: Dated | None) -> Page:
    """Text, blocks and posts from the runs of the article; the same post twice is one, at its first place."""
    once, numbers = _once(runs, found)
    pieces: list[str] = []
    blocks: list[Block] = []
    posts: list[Post] = []
    place = 0
    for i, run in enumerate(runs):
        post = once.get(i)
        if run.embed is not None and post is None:
            continue
        text = post.text or "" if post else run.text
        if text:
            place += len(BETWEEN) if pieces else 0
            pieces.append(text)
            blocks.append(Block(run.kind, place, place + len(text)))
        if post:
            parent = None if post.parent is None else numbers.get(post.parent)
            posts.append(Post(place, place + len(text), post.text, post.details, place, place + len(text), parent))
        place += len(text)
    return Page(BETWEEN.join(pieces), tuple(blocks), tuple(posts), facts, dated)


def _once(runs: list[Run], found: list[Found]) -> tuple[dict[int, Found], dict[int, int]]:
    """The posts by the index of their run, each post once, with what all its places together say about it.

    With them the index among these posts of each of those found, by its number.
    """
    places: dict[tuple[str, str | None, str | None], int] = {}
    posts: dict[int, Found] = {}
    firsts: dict[int, int] = {}
    for i, run in enumerate(runs):
        if run.embed is None:
            continue
        one = found[run.embed]
        key = (one.details.platform, one.details.post_id, None if one.details.post_id else one.text)
        first = places.setdefault(key, i)
        firsts[run.embed] = first
        posts[first] = merged(posts[first], one) if first in posts else one
    order = {first: n for n, first in enumerate(posts)}
    return posts, {number: order[first] for number, first in firsts.items()}
