"""What pages put around embeds: cards of services, scriptless copies, lazy elements; and posts that quote posts."""

from __future__ import annotations

import json
from html import escape

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from tests.documents.platforms.pages import AFTER, BEFORE, page, posts, shape

ID, OTHER = "1791156005331665085", "1791000000000000000"
URL = f"https://twitter.com/harbourboard/status/{ID}"
TWEET = (f'<blockquote class="twitter-tweet"><p>The pier stays.</p>&mdash; Harbour Board (@harbourboard) '
         f'<a href="{URL}">May 16, 2024</a></blockquote>')
WHOLE = ("twitter", ID, "harbourboard", "Harbour Board", "The pier stays.")
BARE = ("twitter", ID, "harbourboard", None, None)
NEWSLETTER = {"url": URL.replace("twitter", "x"), "full_text": "The pier &amp; the quay stay.",
              "username": "harbourboard", "name": "Harbour Board", "date": "2024-05-16T17:17:24.000Z", "like_count": 3}
FACEBOOK = ("https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fquaycafe%2Fposts%2F"
            "10154009990506729")

CASES = [
    (f"<noscript>{TWEET}</noscript>", WHOLE),
    (f"<template>{TWEET}</template>", WHOLE),
    (f"<div class='x'></div><noscript><iframe src='https://twitframe.com/show?url={URL}'></iframe></noscript>", BARE),
    (f'<amp-twitter data-tweetid="{ID}" layout="responsive">{TWEET.replace("<blockquote", "<blockquote placeholder")}'
     "</amp-twitter>", WHOLE),
    (f'<div class="iframely-embed"><div><a href="{URL}" data-iframely-url="//cdn.example/abc"></a></div></div>', BARE),
    (f'<blockquote class="embedly-card"><h4><a href="{URL}">Board on Twitter</a></h4><p>The pier.</p></blockquote>',
     BARE),
    (f'<div class="tweet" data-tweet-url="{URL}"></div>', BARE),
    (f'<div class="twitter-embed" data-attrs="{escape(json.dumps(NEWSLETTER))}"><a href="{URL}">x</a></div>',
     ("twitter", ID, "harbourboard", "Harbour Board", "The pier & the quay stay.")),
    (f'<div class="lazy" data-src="{FACEBOOK}"></div>', ("facebook", "10154009990506729", "quaycafe", None, None)),
    ('<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@idamoss/video/7203838800164916486"><section>'
     '<a title="@idamoss" href="https://www.tiktok.com/@idamoss">@idamoss</a> Six in the morning <a title="pier" '
     'href="/t">#pier</a> <a title="♬ x" href="/m">♬ original sound – Ida</a></section></blockquote>',
     ("tiktok", "7203838800164916486", "idamoss", None, "Six in the morning #pier")),
    ('<amp-tiktok data-src="7203838800164916486"></amp-tiktok>', ("tiktok", "7203838800164916486", None, None, None)),
    ('<iframe src="https://sea.example/users/ida/statuses/112083281191909486/embed"></iframe>',
     ("mastodon", "112083281191909486", "ida@sea.example", None, None)),
    ('<script data-telegram-post="pier_news/12/345" src="https://telegram.org/js/telegram-widget.js?22"></script>',
     ("telegram", "pier_news/345", "pier_news", None, None)),
    ('<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/piers/comments/nsifir/comment/h0n5abc/">'
     'Comment</a><br> by<a href="https://www.reddit.com/user/idamoss/">u/idamoss</a> from discussion</blockquote>',
     ("reddit", "h0n5abc", "idamoss", None, None)),
    ('<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/BoHk1haB5tM/"><p><a>'
     "Посмотреть эту публикацию в Instagram</a></p><p>Публикация от Ида Мосс (@ida.moss)</p></blockquote>",
     ("instagram", "BoHk1haB5tM", "ida.moss", "Ида Мосс", None)),
]
NO_POST = [
    f"<!-- {TWEET} -->",
    '<noscript><img src="https://www.facebook.com/tr?id=1&amp;ev=PageView&amp;noscript=1"></noscript>',
    '<template><p>“A template’s words,” it said.</p><a href="https://twitter.com/harbourboard">us</a></template>',
    '<div class="iframely-embed"><a href="https://pier.example/2024" data-iframely-url="//cdn.example/abc"></a></div>',
    '<blockquote class="embedly-card"><h4><a href="https://pier.example/a">The pier</a></h4><p>.</p></blockquote>',
    '<blockquote class="wp-embedded-content"><a href="https://pier.example/a">Hello world</a></blockquote>',
    '<div class="twitter-embed" data-attrs="{broken"></div>', '<div class="twitter-embed" data-attrs="[1]"></div>',
    '<div class="twitter-embed" data-attrs="{&quot;url&quot;: 1}"></div>',
    f'<div class="twitter-embed" data-attrs="{"[" * 100_000}"></div>',
    '<div data-src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fquaycafe"></div>',
    '<script data-telegram-post="pier_news" src="https://telegram.org/js/telegram-widget.js?22"></script>',
]


@pytest.mark.parametrize("markup, expected", CASES)
def test_a_post_is_read_through_what_is_around_it(markup: str, expected: tuple[str | None, ...]):
    assert [shape(post) for post in posts(markup)] == [expected]


@pytest.mark.parametrize("markup", NO_POST)
def test_what_is_no_post_gives_neither_a_post_nor_a_quotation(markup: str):
    read = page(markup)
    assert read.embeds == ()
    assert [block.kind for block in read.blocks if block.kind == "quote"] == []


def test_a_wrapped_post_has_the_address_that_its_words_tell():
    assert posts(CASES[3][0])[0].details.url == URL


INNER = TWEET.replace(ID, OTHER).replace("The pier stays.", "Tear it down.").replace("arbour", "asty")
OUTER = TWEET.replace("</p>", f"</p>{INNER}", 1)


@pytest.mark.parametrize("markup, expected", [
    (OUTER, [(ID, None), (OTHER, 0)]),
    # The post that quotes is there twice: it is one, and still the parent.
    (f'<iframe src="https://platform.twitter.com/embed/Tweet.html?id={ID}"></iframe>{OUTER}', [(ID, None), (OTHER, 0)]),
    (OUTER + OUTER, [(ID, None), (OTHER, 0)]),
    # The quoted one stands by itself too: it is nobody's child.
    (INNER + OUTER, [(OTHER, None), (ID, None)]),
    (CASES[3][0], [(ID, None)]),
])
def test_a_quoted_post_is_the_child_of_the_one_that_quotes_it(markup: str, expected: list[tuple[str, int | None]]):
    assert [(post.details.post_id, post.parent) for post in posts(markup)] == expected


def test_a_quoted_posts_quote_names_its_parent_and_its_own_speaker():
    reading = read_document(Article(html=f"<article><p>{BEFORE}</p>{OUTER}<p>{AFTER}</p></article>"))
    first, second = reading.quotes
    assert (first.text, first.parent) == ("The pier stays.", None)
    assert (second.text, second.parent) == ("Tear it down.", first.id)
    assert first.speaker.id != second.speaker.id
    assert (first.kind, second.kind) == ("post", "post")
