"""A page of our own prose around a piece of markup, and what is read from it."""

from __future__ import annotations

from quotes.documents.html.page import Page, read_page
from quotes.records.post import Post

BEFORE = (
    "The harbour board met on Tuesday to decide whether the old ferry pier should be torn down or rebuilt, after two "
    "winters in which storms had loosened its pillars and the insurers had twice refused to pay for the repairs."
)
AFTER = (
    "The board will vote again in March, when the engineers have handed in their second report on the pillars, and the "
    "fishermen who use the pier have been asked to write down how often they land there in winter and in summer."
)
LAST = (
    "Until then the pier stays closed to vehicles, and a guard will stand at its gate at night, the harbour master "
    "said "
    "in a letter to the shopkeepers on the quay, who had complained that nobody had told them about the closure."
)


def page(markup: str, head: str = "") -> Page:
    """The page read that has the markup between two paragraphs of its article."""
    return read_page(
        f"<!DOCTYPE html><html lang='en'><head><title>The pier</title>{head}</head><body><main><article><h1>The "
        f"pier</h1>"
        f"<p>{BEFORE}</p>{markup}<p>{AFTER}</p><p>{LAST}</p></article></main></body></html>"
    )


def posts(markup: str) -> tuple[Post, ...]:
    """The posts of that page, each at its place: after the first paragraph and before the second."""
    read = page(markup)
    assert read.text.startswith("The pier") or read.text.startswith(BEFORE[:20])
    for post in read.embeds:
        assert read.text.find(BEFORE) < post.start <= post.end < read.text.find(AFTER)
        assert post.text is None or read.text[post.start : post.end] == post.text
    return read.embeds


def shape(post: Post) -> tuple[str, str | None, str | None, str | None, str | None]:
    """What the tables of the platforms compare: platform, id, handle, name, words."""
    details = post.details
    return details.platform, details.post_id, details.handle, details.author_name, post.text
