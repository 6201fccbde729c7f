"""Markup of the platforms with fewer forms, shaped like the real thing, with words of our own; every one has a trap."""

from __future__ import annotations

import pytest

from quotes.documents.platforms import platforms
from tests.documents.platforms.pages import posts, shape

BSKY = "at://did:plc:vjug55kidv6sye7ykr5faxxn/app.bsky.feed.post/3la4vfasktq27"
BSKY_PAGE = "https://bsky.app/profile/did:plc:vjug55kidv6sye7ykr5faxxn"
FB = "https://www.facebook.com/quaycafe/posts/1920722881385983"
TIK = "7203838800164916486"
MASTO = "https://sea.example/@idamoss/112083281191909486"

CASES = [
    # Bluesky
    (f'<blockquote class="bluesky-embed" data-bluesky-uri="{BSKY}" data-bluesky-cid="bafy"><p lang="en">The '
     f'pier\n\nstays. '
     f'<a href="{BSKY_PAGE}/post/3la4vfasktq27?ref_src=embed">[image or embed]</a></p>&mdash; Ida Moss (<a '
     f'href="{BSKY_PAGE}'
     f'?ref_src=embed">@ida.sea.example</a>) <a href="{BSKY_PAGE}/post/3la4vfasktq27">4 novembre 2024 à '
     f'9:09</a></blockquote>',
     ("bluesky", "3la4vfasktq27", "ida.sea.example", "Ida Moss", "The pier stays.")),
    (f'<blockquote class="bluesky-embed" data-bluesky-uri="{BSKY}"></blockquote>', ("bluesky", "3la4vfasktq27", None,
     None, None)),
    ('<iframe '
     'src="https://embed.bsky.app/embed/did:plc:vjug55kidv6sye7ykr5faxxn/app.bsky.feed.post/3la4vfasktq27?id=1"></ifra'
     'me>',
     ("bluesky", "3la4vfasktq27", None, None, None)),
    # Facebook
    (f'<div class="fb-post" data-href="{FB}" data-width="500"><blockquote cite="{FB}" '
     f'class="fb-xfbml-parse-ignore"><p>Open on '
     f'Friday…</p>Posted by <a href="https://www.facebook.com/quaycafe/">Quay Café</a> on&nbsp;<a '
     f'href="{FB}">Thursday, March 26, '
     "2020</a></blockquote></div>", ("facebook", "1920722881385983", "quaycafe", "Quay Café", "Open on Friday…")),
    (f'<div class="fb-post" data-href="{FB}"><blockquote cite="{FB}"><p>Open on Friday…</p><p>Publiée par <a '
     f'href="#">Quay Café</a>'
     f' sur <a href="{FB}">Jeudi 26 mars 2020</a></p></blockquote></div>',
     ("facebook", "1920722881385983", "quaycafe", "Quay Café", "Open on Friday…")),
    ('<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fquaycafe%2Fposts%2F'
     '1920722881385983&amp;show_text=true&amp;width=500"></iframe>', ("facebook", "1920722881385983", "quaycafe", None,
      None)),
    ('<div class="fb-video" data-href="https://www.facebook.com/watch/?v=155510659249821"></div>',
     ("facebook", "155510659249821", None, None, None)),
    # TikTok
    (f'<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@idamoss/video/{TIK}" '
     f'data-video-id="{TIK}"><section><a '
     'target="_blank" title="@idamoss" href="https://www.tiktok.com/@idamoss?refer=embed">@idamoss</a> <p>The pier at '
     'six <a '
     'title="pier" href="#">#pier</a></p> <a href="#">♬ original sound – Ida</a></section></blockquote>',
     ("tiktok", TIK, "idamoss", None, "The pier at six #pier")),
    (f'<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@idamoss/video/{TIK}" '
     f'data-video-id="{TIK}"><section>'
     "</section></blockquote>", ("tiktok", TIK, "idamoss", None, None)),
    (f'<iframe src="https://www.tiktok.com/embed/v2/{TIK}?lang=en"></iframe>', ("tiktok", TIK, None, None, None)),
    # Threads
    ('<blockquote class="text-post-media" '
     'data-text-post-permalink="https://www.threads.com/@ida.moss/post/Db99uRjGwe1" '
     'data-text-post-version="0"><a href="https://www.threads.com/@ida.moss/post/Db99uRjGwe1">View on '
     'Threads</a></blockquote>',
     ("threads", "Db99uRjGwe1", "ida.moss", None, None)),
    # Mastodon
    (f'<iframe src="{MASTO}/embed" class="mastodon-embed" width="400"></iframe>',
     ("mastodon", "112083281191909486", "idamoss@sea.example", None, None)),
    (f'<iframe src="{MASTO}/embed" width="400"></iframe>', ("mastodon", "112083281191909486", "idamoss@sea.example",
     None, None)),
    (f'<blockquote class="mastodon-embed" data-embed-url="{MASTO}/embed"><a href="{MASTO}"><div>Post by '
     f'@idamoss@sea.example</div>'
     "<div>View on Mastodon</div></a></blockquote>", ("mastodon", "112083281191909486", "idamoss@sea.example", None,
      None)),
    # Truth Social
    ('<iframe src="https://truthsocial.com/@idamoss/117072168149236615/embed" class="truthsocial-embed"></iframe>',
     ("truthsocial", "117072168149236615", "idamoss", None, None)),
    ('<iframe data-src="https://truthsocial.com/@idamoss/posts/117072168149236615/embed"></iframe>',
     ("truthsocial", "117072168149236615", "idamoss", None, None)),
    ('<figure class="wp-block-embed"><div '
     'class="wp-block-embed__wrapper">https://truthsocial.com/@idamoss/117072168149236615'
     "</div></figure>", ("truthsocial", "117072168149236615", "idamoss", None, None)),
    ('<p>&lt;iframe src="https://truthsocial.com/@idamoss/117072168149236615/embed" width="600"&gt;&lt;/iframe&gt;</p>',
     ("truthsocial", "117072168149236615", "idamoss", None, None)),
    # Telegram
    ('<script async src="https://telegram.org/js/telegram-widget.js?7" data-telegram-post="pier_news/123"></script>',
     ("telegram", "pier_news/123", "pier_news", None, None)),
    ('<iframe src="https://t.me/pier_news/123?embed=1"></iframe>', ("telegram", "pier_news/123", "pier_news", None,
     None)),
    ('<iframe data-src="https://t.me/s/pier_news/123"></iframe>', ("telegram", "pier_news/123", "pier_news", None,
     None)),
    # Reddit
    ('<blockquote class="reddit-embed-bq" style="height:316px"><a '
     'href="https://www.reddit.com/r/piers/comments/nsifir/the_pier/">'
     'The pier at six</a><br> by<a href="https://www.reddit.com/user/idamoss/">u/idamoss</a> in<a '
     'href="https://www.reddit.com/r/'
     'piers/">piers</a></blockquote>', ("reddit", "nsifir", "idamoss", None, "The pier at six")),
    ('<blockquote class="reddit-card" data-card-created="1622890000"><a '
     'href="https://www.reddit.com/r/piers/comments/nsifir/x/">The '
     'pier</a> from <a href="https://www.reddit.com/r/piers">r/piers</a></blockquote>', ("reddit", "nsifir", None, None,
      "The pier")),
    ('<iframe src="https://embed.reddit.com/r/piers/comments/nsifir/the_pier/?embed=true"></iframe>',
     ("reddit", "nsifir", None, None, None)),
    # YouTube
    ('<iframe title="The pier" src="https://www.youtube.com/embed/cscwgzz85Og?feature=oembed"></iframe>',
     ("youtube", "cscwgzz85Og", None, None, None)),
    ('<iframe data-src="//www.youtube-nocookie.com/embed/cscwgzz85Og"></iframe>', ("youtube", "cscwgzz85Og", None,
     None, None)),
    ('<amp-youtube data-videoid="cscwgzz85Og" layout="responsive"></amp-youtube>', ("youtube", "cscwgzz85Og", None,
     None, None)),
    ('<lite-youtube videoid="cscwgzz85Og"></lite-youtube>', ("youtube", "cscwgzz85Og", None, None, None)),
    # LinkedIn
    ('<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:ugcPost:7245518315421339649 " title="Embedded '
     'post"></iframe>',
     ("linkedin", "7245518315421339649", None, None, None)),
]
REFUSED = [
    '<blockquote class="bluesky-embed"><a href="https://bsky.app/profile/ida.sea.example">Follow Ida</a></blockquote>',
    '<p>She is @ida.sea.example on <a href="https://bsky.app/profile/ida.sea.example">Bluesky</a>, as she said in '
    'May.</p>',
    '<div class="fb-page" data-href="https://www.facebook.com/quaycafe"><blockquote class="fb-xfbml-parse-ignore"><a '
    'href="https://'
    'www.facebook.com/quaycafe">Quay Café</a></blockquote></div>',
    '<div class="fb-share-button" data-href="https://pier.example/"><a class="fb-xfbml-parse-ignore" '
    'href="#">Share</a></div>',
    '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.facebook.com%2Fquaycafe"></iframe>',
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@idamoss" data-unique-id="idamoss" '
    'data-embed-type="creator">'
    '<section><a href="https://www.tiktok.com/@idamoss">@idamoss</a></section></blockquote>',
    '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.com/@ida.moss"></blockquote>',
    '<iframe src="https://sea.example/@idamoss/embed"></iframe>',
    '<iframe src="https://sea.example/videos/112083281191909486/embed"></iframe>',
    '<iframe src="https://truthsocial.com/@idamoss/embed"></iframe>',
    '<script async src="https://telegram.org/js/telegram-widget.js?7" data-telegram-login="pierbot"></script>',
    '<a href="https://t.me/share/url?url=https://pier.example">Share on Telegram</a>',
    '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/piers/">piers</a></blockquote>',
    '<iframe src="https://www.youtube.com/embed/videoseries?list=PL12345678901"></iframe>',
    '<iframe src="https://www.youtube.com/embed?listType=user_uploads&amp;list=piers"></iframe>',
    '<p>Watch it <a href="https://www.youtube.com/watch?v=cscwgzz85Og">on YouTube</a>, where it was put on Friday.</p>',
    '<script type="IN/Share" '
    'data-url="https://www.linkedin.com/feed/update/urn:li:activity:7245518315421339649"></script>',
    '<a href="https://www.linkedin.com/in/idamoss">Ida Moss on LinkedIn</a>',
    '<blockquote class="wp-embedded-content"><a href="https://pier.example/2024/05/">Hello '
    'world!</a></blockquote><iframe '
    'class="wp-embedded-content" sandbox="allow-scripts" src="https://pier.example/2024/05/embed/"></iframe>',
]


@pytest.mark.parametrize("markup, expected", CASES)
def test_a_post_is_read(markup: str, expected: tuple[str | None, ...]):
    assert [shape(post) for post in posts(markup)] == [expected]


@pytest.mark.parametrize("markup", REFUSED)
def test_what_is_no_post_is_left_alone(markup: str):
    assert posts(markup) == ()


@pytest.mark.parametrize("index, posted_at, source, printed", [
    (0, "2024-11-04T14:09:48Z", "id", "4 novembre 2024 à 9:09"),
    (3, "2020-03-26", "tail", "Thursday, March 26, 2020"),
    (4, "2020-03-26", "tail", "Jeudi 26 mars 2020"),
    (7, "2023-02-24T21:33:44Z", "id", None),
    (11, "2024-03-12T14:52:25Z", "id", None),
    (14, "2026-08-10T16:31:58Z", "id", None),
    (18, None, None, None),
    (22, "2021-06-05T10:46:40Z", "meta", None),
    (28, "2024-09-27T19:43:01Z", "id", None),
])
def test_time_and_what_it_rests_on(index: int, posted_at: str | None, source: str | None, printed: str | None):
    details = posts(CASES[index][0])[0].details
    assert (details.posted_at, details.date_source, details.printed_date) == (posted_at, source, printed)


@pytest.mark.parametrize("platform", platforms(), ids=lambda platform: platform.NAME)
def test_a_platform_keeps_the_contract(platform):
    assert platform.__name__.rsplit(".", 1)[-1] == platform.NAME
    assert platform.SIGNS
    assert all(sign == sign.lower() for sign in platform.SIGNS)
    for odd in ("", "   ", "javascript:alert(1)", "https://", "https://[", "data:text/html,<p>", "\ufffd", "//",
     "https://x.com:99999/"):
        assert platform.locate(odd) is None


def test_the_platforms_of_the_design_are_all_there():
    assert {platform.NAME for platform in platforms()} == {
        "twitter", "instagram", "facebook", "tiktok", "threads", "bluesky", "mastodon", "truthsocial", "telegram",
         "reddit",
        "youtube", "linkedin"}
