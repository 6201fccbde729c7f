"""Posts that an element or a page's state only names, and cards that a server drew."""

from __future__ import annotations

import json
from html import escape

import pytest

from quotes.documents.html.page import read_page
from quotes.documents.html.post_names import address_of
from quotes.records.post import Post
from tests.documents.platforms.pages import AFTER, BEFORE, LAST, posts, shape

ID = "1791156005331665085"
URL = f"https://twitter.com/harbourboard/status/{ID}"
TWEET, NO_WORDS = ("twitter", ID), (None, None, None)
BLUESKY = {"postId": "3mhq7aeuwbg42", "authorDid": "did:plc:aaaabbbbccccdddd", "authorName": "Ida Moss",
           "authorHandle": "idamoss.example", "text": "A pier is a promise.", "createdAt": "2026-03-20T14:15:16.017Z",
           "uri": "at://did:plc:aaaabbbbccccdddd/app.bsky.feed.post/3mhq7aeuwbg42"}
S9E = "https://s9e.github.io/iframe/2/"
WAITING = json.dumps(["scrolling", "no", "src", f"{S9E}twitter.min.html#{ID}"]).replace("/", "\\/")
MASTODON, TOOT = "112083281191909486", ("mastodon", "112083281191909486", "ida@sea.example")
QUOTED = ('<div class="q_root"><article class="q_article"><a '
          'href="https://x.com/idamoss/status/1790000000000000000"></a><span '
          'title="Ida Moss">Ida Moss</span><span title="@idamoss">@idamoss</span><p lang="en" dir="auto">Will it '
          'stay?</p>'
          "</article></div>")


def card(quoted: str = "", head: str = '<span title="@harbourboard">@harbourboard</span>') -> str:
    """A tweet as react-tweet draws it, its class names made by a bundler."""
    return (f'<div class="react-tweet-theme root_x1"><article class="article_x2"><div class="header_x3"><a '
            f'href="https://x.com/harbourboard"><img alt="Harbour Board"></a><span title="Harbour Board">Harbour '
            f'Board</span>'
            f'{head}<a href="https://x.com/intent/follow?screen_name=harbourboard">Follow</a></div><p '
            f'class="body_x4" lang="en" '
            f'dir="auto"><span>The pier stays. </span><a '
            f'href="https://x.com/hashtag/pier">#pier</a></p>{quoted}<div><a '
            f'href="https://x.com/harbourboard/status/{ID}"><time datetime="2024-05-16T17:17:24.000Z">5:17 '
            f'PM</time></a></div>'
            f'<div><a href="https://x.com/intent/like?tweet_id={ID}"><span>12</span></a></div></article></div>')


@pytest.mark.parametrize("markup, expected", [
    (f'<div class="component js-embed" data-embed-type="twitter" data-embed-id="{ID}"></div>', (*TWEET, *NO_WORDS)),
    (f'<div data-provider="Twitter" data-id="{ID}"><p>Loading …</p></div>', (*TWEET, *NO_WORDS)),
    (f'<figure data-social-network="x" data-post-id="{ID}"></figure>', (*TWEET, *NO_WORDS)),
    (f'<div data-embed-type="tweet" data-embed-url="{URL}"></div>', (*TWEET, "harbourboard", None, None)),
    ('<div data-embed-type="instagram" data-embed-id="BoHk1haB5tM"></div>', ("instagram", "BoHk1haB5tM", *NO_WORDS)),
    ('<div data-type="tiktok" data-id="7203838800164916486"></div>', ("tiktok", "7203838800164916486", *NO_WORDS)),
    ('<div data-platform="telegram" data-post-id="pier_news/345"></div>', ("telegram", "pier_news/345", "pier_news",
     None, None)),
    (f'<iframe data-s9e-mediaembed="twitter" src="{S9E}twitter.min.html#{ID}#theme=light"></iframe>', (*TWEET,
     *NO_WORDS)),
    (f'<span data-s9e-mediaembed="twitter"><span '
     f'data-s9e-mediaembed-iframe="{escape(WAITING)}"></span></span>', (*TWEET, *NO_WORDS)),
    (f'<iframe src="{S9E}instagram.min.html#BoHk1haB5tM"></iframe>', ("instagram", "BoHk1haB5tM", *NO_WORDS)),
    (f'<iframe src="{S9E}mastodon.min.html#ida@sea.example/{MASTODON}"></iframe>', (*TOOT, None, None)),
    (f'<iframe src="{S9E}bluesky.min.html#{BLUESKY["uri"]}#embed.bsky.app"></iframe>', ("bluesky", "3mhq7aeuwbg42",
     *NO_WORDS)),
    ('<iframe src="//s9e.github.io/iframe/reddit.min.html#/r/piers/comments/nsifir/pier/h0n5abc"></iframe>',
     ("reddit", "h0n5abc", *NO_WORDS)),
    (f'<iframe src="{S9E}facebook.min.html#p10154009990506729"></iframe>', ("facebook", "10154009990506729",
     *NO_WORDS)),
    (f'<div class="bluesky-wrap outer" data-attrs="{escape(json.dumps(BLUESKY))}" data-component-name='
     '"BlueskyCreateBlueskyEmbed"><iframe '
     'src="https://embed.bsky.app/embed/did:plc:aaaabbbbccccdddd/app.bsky.feed.post/'
     '3mhq7aeuwbg42"></iframe></div>', ("bluesky", "3mhq7aeuwbg42", "idamoss.example", "Ida Moss",
     "A pier is a promise.")),
    ('<div class="instagram-embed-wrap" '
     'data-attrs="{&quot;instagram_id&quot;:&quot;BoHk1haB5tM&quot;}"><p>Post</p></div>',
     ("instagram", "BoHk1haB5tM", *NO_WORDS)),
    (card(), (*TWEET, "harbourboard", "Harbour Board", "The pier stays. #pier")),
])
def test_a_named_post_is_found(markup: str, expected: tuple[str | None, ...]):
    assert [shape(post) for post in posts(markup)] == [expected]


def test_a_card_that_quotes_another_post_holds_both():
    first, second = posts(card(QUOTED))
    assert shape(first) == (*TWEET, "harbourboard", "Harbour Board", "The pier stays. #pier")
    assert shape(second) == ("twitter", "1790000000000000000", "idamoss", "Ida Moss", "Will it stay?")
    assert (first.parent, second.parent) == (None, 0)


@pytest.mark.parametrize("markup", [
    '<div data-embed-type="twitter" data-embed-id="harbourboard"></div>',  # an account
    '<div data-embed-type="twitter" data-embed-url="https://twitter.com/harbourboard"></div>',
    '<div data-embed-type="video" data-embed-id="1791156005331665085"></div>',
    '<div data-embed-type="twitter"></div>',
    f'<div data-type="article" data-id="{ID}"></div>',
    f'<div data-provider="twitter" data-id="{ID}"><p>{"Follow us for news of the pier and the quay. " * 6}</p></div>',
    f'<iframe src="https://s9e.example/iframe/2/twitter.min.html#{ID}"></iframe>',
    f'<iframe src="{S9E}twitch.min.html#{ID}"></iframe>', f'<iframe src="{S9E}twitter.min.html"></iframe>',
    '<div class="bluesky-wrap" data-attrs="{&quot;uri&quot;:&quot;at://did:plc:aaaa"></div>',  # cut off
    '<div class="bluesky-wrap" data-attrs="[1]"></div>', '<div class="x-wrap" data-attrs="null"></div>',
    card(head=""), '<div class="react-tweet-theme"><p>Loading …</p></div>',  # nobody's, and not yet drawn
])
def test_what_names_no_post_is_none(markup: str):
    assert posts(f"<!-- twitter bsky instagr -->{markup}") == ()


def in_state(embed: object, before: str = BEFORE, after: str = AFTER, last: str = LAST) -> tuple[Post, ...]:
    """The posts of a page whose markup lacks what its program's state holds between two paragraphs."""
    blocks = [{"type": "paragraph", "text": before}, embed, {"type": "paragraph", "text": after},
              {"type": "paragraph", "text": last}]
    state = json.dumps({"props": {"article": {"blocks": blocks}}})
    return read_page(f"<html lang='en'><head><title>The pier</title></head><body><article><h1>The "
                     f"pier</h1><p>{BEFORE}</p>"
                     f"<p>{AFTER}</p><p>{LAST}</p></article><script "
                     f"type='application/json'>{state}</script></body></html>").embeds


NAMED = [{"type": "tweet", "url": URL}, {"_type": "embed", "url": URL}, {"type": "oembed", "attrs": {"src": URL}},
         {"__typename": "TwitterEmbed", "tweetId": ID}, {"url": URL, "type": "social"}]
OTHERS = [words.replace("pier", "lighthouse").replace("board", "keeper").replace("th", "s") for words in (BEFORE,
    AFTER, LAST)]


@pytest.mark.parametrize("embed", NAMED, ids=range(len(NAMED)))
def test_a_post_named_in_the_state_belongs_to_the_article_by_its_prose(embed: object):
    post, = in_state(embed)
    assert (post.details.platform, post.details.post_id) == TWEET
    assert post.start == post.end == len(f"The pier\n\n{BEFORE}")
    assert in_state(embed, *OTHERS) == ()


@pytest.mark.parametrize("embed", [
    {"type": "paragraph", "content": [{"type": "link", "href": URL}]}, {"nodeType": "hyperlink", "data": {"uri": URL}},
    {"type": "author", "sameAs": [URL]}, {"type": "embed", "url": "https://twitter.com/harbourboard"},
    {"type": "embed", "url": "https://pier.example/status/1"}, {"url": URL},
])
def test_links_in_the_state_are_no_posts(embed: object):
    assert in_state(embed) == ()


@pytest.mark.parametrize("platform, which, address", [
    ("twitter", ID, f"https://twitter.com/i/status/{ID}"), ("X", ID, f"https://twitter.com/i/status/{ID}"),
    ("youtube", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"), ("threads", URL, URL),
    ("twitter", "12a", ""), ("video", ID, ""), ("", "", ""),
])
def test_an_address_is_made_of_a_platform_and_an_id(platform: str, which: str, address: str):
    assert address_of(platform, which) == address
