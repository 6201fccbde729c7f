"""Bodies in several containers, live reports, boxes in the article, and warnings of what was left out."""

from __future__ import annotations

import pytest

from quotes.documents.html.page import Page, read_page
from quotes.documents.reader import read_article
from quotes.records.document import Article
from tests.documents.platforms.pages import AFTER, BEFORE, LAST

FIRST = (BEFORE, AFTER, "“We have counted every night,” she said.", "“Eleven.”")
SECOND = (
    LAST,
    "Nobody in the hall laughed. A nurse from the hospital on the other side asked how she was to come home after "
    "the late "
    "shift, and got no answer that evening.",
    "“Then we swim,” said a man at the door.",
)
THIRD = (
    "The company was founded in 1923 by four brothers, and it has carried some nine million people over the river, "
    "according "
    "to its own yearbook, which is sold at the ticket window.",
    "A decision is expected in spring, when the council meets for the last time before the election, and the nurses "
    "have said "
    "that they will bring their uniforms.",
    "“I shall be there,” she said.",
)
PARTS = (FIRST, SECOND, THIRD)
AD = '<div class="ad">Advertisement</div>'
RELATED = ('<div class="related"><h3>Read more</h3>' + "".join(
    f'<div class="card"><a href="/{n}">Ten towns that lost their ferries</a><p>What became of town {n} when its last '
    f'boat '
    "was gone and the bridge was not yet built. Read on.</p></div>" for n in range(3)) + "</div>")
SIGN_UP = ('<div class="promo"><p>Subscribe to our newsletter and get the news of the river in your letter box every '
           "morning at six, free of charge.</p></div>")
PICTURE = '<figure><img src="x" alt=""><figcaption>The boat at night. Photo: L. Brandt</figcaption></figure>'


def read(body: str) -> Page:
    return read_page(f"<html lang='en'><head><title>Night boats</title></head><body><nav><a "
                     f"href='/'>Home</a></nav><h1>Night "
                     f"boats</h1>{body}<footer><p>Copyright The River Post.</p></footer></body></html>")


def paragraphs(words: tuple[str, ...]) -> str:
    return "".join(f"<p>{one}</p>" for one in words)


@pytest.mark.parametrize("between", [AD, RELATED, SIGN_UP, PICTURE], ids=["ad", "related", "sign-up", "picture"])
@pytest.mark.parametrize("around", ["<main>{}</main>", "<div class='grid'>{}</div>", "<article>{}</article>"])
@pytest.mark.parametrize("container", [
    "<div class='body'>{}</div>", "<div class='chunk'><div class='inner'>{}</div></div>", "<div>{}</div>",
    "<section>{}</section>", "<article class='piece'>{}</article>",
])
def test_a_body_in_several_containers_is_read_whole(container: str, around: str, between: str):
    text = read(around.format(between.join(container.format(paragraphs(part)) for part in PARTS))).text
    assert [words for part in PARTS for words in part if words not in text] == []
    assert not any(words in text for words in ("lost their ferries", "What became", "Subscribe", "Advertisement",
        "Copyright"))


NEXT = "<p>{} Keepers of lights say so in every town.</p>".format("Another story tells of a lighthouse and of its "
                                                                  "keeper. " * 4)
LEFT_OUT = [
    f"<article class='story'><h1>Keeper of the light</h1><div class='body'>{NEXT * 4}</div></article>",
    f"<section class='comments'><div class='body'>{NEXT * 4}</div></section>",
    f"<div class='body'><p><a href='/light'>{'Another story tells of a lighthouse. ' * 7}</a></p></div>",
    "<div class='body'><p>Lighthouse tours</p><p>Lighthouse shop</p></div>",
    f"<aside class='newsletter'><div class='body'>{NEXT}</div></aside>",
]


@pytest.mark.parametrize("below", LEFT_OUT, ids=range(len(LEFT_OUT)))
def test_what_stands_below_in_containers_of_that_name_is_not_the_article(below: str):
    body = "".join(f"<div class='body'>{paragraphs(part)}</div>" for part in PARTS)
    text = read(f"<article class='story'>{body}</article>{below}").text
    assert THIRD[1] in text and "ighthouse" not in text


def updates(line: str, tag: str = "article") -> str:
    """A live report of four updates, each with a line for its time."""
    return "".join(
        f"<{tag} class='update'>{line.format(hour=18 - n)}<h3>Update {n}</h3><p>{words} Number {n}.</p></{tag}>"
        for n, words in enumerate((BEFORE, AFTER, LAST, BEFORE + " Twice.")))


@pytest.mark.parametrize("line, time", [
    ("<time datetime='2026-05-12T18:05'>{hour}:05</time>", "{hour}:05"),
    ("<div class='stamp'>{hour}:05<span>Ann Lowe</span></div>", "{hour}:05"),
    ("<div class='stamp'><span>{hour}:05</span><span>KEY EVENT</span></div>", "{hour}:05"),
    ("<p class='timestamp'>{hour}.05 BST</p>", "{hour}.05 BST"),
    ("<div class='meta'>12 May 2026 {hour}:05</div>", "12 May 2026 {hour}:05"),
    ("<div class='meta'>{hour}:05 ET, May 26</div>", "{hour}:05 ET, May 26"),
    ("<div class='meta'>Updated: {hour}:05 Uhr</div>", "Updated: {hour}:05 Uhr"),
    ("<div class='meta'>{hour}h30</div>", "{hour}h30"),
    ("<div class='meta'>{hour} minutes ago</div>", "{hour} minutes ago"),
])
def test_each_update_of_a_live_report_has_its_time_and_heading(line: str, time: str):
    page = read(f"<main>{updates(line)}</main>")
    found = [(block.kind, page.text[block.start : block.end]) for block in page.blocks]
    for n in range(4):
        place = found.index(("headline", time.format(hour=18 - n)))
        assert found[place + 1] == ("headline", f"Update {n}")
        assert found[place + 2][1].endswith(f"Number {n}.")


@pytest.mark.parametrize("line", [
    "<p class='score'>{hour}:0 was the score</p>", "<div class='meta'>By Ann Lowe</div>",
    "<div class='meta'><a href='/tv'>{hour}:05 News</a></div>", "<div class='meta'>{hour} people like this</div>",
])
def test_other_lines_are_no_times(line: str):
    page = read(f"<main>{updates(line)}</main>")
    assert not any(char.isdigit() for block in page.blocks if block.kind == "headline"
                   for char in page.text[block.start : block.end].replace("Update", "").split(" ")[0])


def test_times_below_the_article_are_not_taken_into_it():
    listing = "".join(f"<div class='slot'>{hour}:15 Evening news</div>" for hour in range(17, 22))
    text = read(f"<article><div class='body'>{paragraphs(FIRST + SECOND + THIRD)}</div></article>{listing}").text
    assert "17:15" not in text and "21:15" not in text


def test_a_box_that_asks_to_sign_up_is_left_out_of_the_article():
    box = ("<div class='factbox'><h3>Sign up for the River Post newsletter</h3><div class='in'><p>Never miss the "
           "latest news "
           "by signing up today!</p><p>Simply pop your e-mail into the box and get all the latest news and pictures "
           "direct to "
           "you, every single morning of the year.</p></div></div>")
    text = read(f"<article>{paragraphs(FIRST)}{box}{paragraphs(SECOND + THIRD)}</article>").text
    assert "e-mail" not in text and "Sign up" not in text
    assert all(words in text for words in (*FIRST, *SECOND, *THIRD))


def test_an_article_about_a_newsletter_stays():
    story = ("The sender of the newsletter wrote to nine thousand people by e-mail on Monday, and most of them "
             "answered it.",)
    text = read(f"<article>{paragraphs(FIRST)}<h3>A newsletter goes "
                f"wrong</h3>{paragraphs(story + SECOND + THIRD)}</article>").text
    assert story[0] in text and "A newsletter goes wrong" in text


@pytest.mark.parametrize("extra, warned", [
    (NEXT * 12, True), (NEXT, False), ("", False), (f"<nav>{NEXT * 12}</nav>", False),
    (f"<section class='comments'>{NEXT * 12}</section>", False),
    (paragraphs(FIRST + SECOND + THIRD) * 3, False),  # the same words again
], ids=["much", "little", "nothing", "navigation", "comments", "the same"])
def test_prose_that_was_left_out_is_told(extra: str, warned: bool):
    html = (f"<html lang='en'><head><title>Night boats</title></head><body><h1>Night boats</h1><article>"
            f"{paragraphs(FIRST + SECOND + THIRD)}</article><h1>Keeper of the light</h1><div "
            f"class='x'>{extra}</div></body></html>")
    document = read_article(Article(html=html))
    assert [one.code for one in document.warnings] == (["text_left_out"] if warned else [])
    assert all("characters of prose" in one.message and "%" in one.message for one in document.warnings)
