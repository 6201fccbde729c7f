"""Markup of Twitter and X, shaped like the real thing, with words of our own."""

from __future__ import annotations

import pytest

from quotes.documents.platforms import twitter
from tests.documents.platforms.pages import posts, shape

URL = "https://twitter.com/harbourboard/status/1791156005331665085"
ID = "1791156005331665085"
DATE = f'<a href="{URL}?ref_src=twsrc%5Etfw">May 16, 2024</a>'
BOARD = ("twitter", ID, "harbourboard", "Harbour Board")

CASES = [
    # The tail as bare text after the paragraph, and as a paragraph of its own.
    (f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The pier stays.</p>&mdash; Harbour Board '
     f'(@harbourboard) '
     f'{DATE}</blockquote><script async src="https://platform.twitter.com/widgets.js"></script>', (*BOARD,
      "The pier stays.")),
    (f'<blockquote class="twitter-tweet"><p>The pier stays.</p><p>— Harbour Board (@harbourboard) '
     f'{DATE}</p></blockquote>',
     (*BOARD, "The pier stays.")),
    (f'<blockquote class="twitter-tweet tw-align-center"><p>The pier stays. — Harbour Board (@harbourboard) {DATE}</p>'
     "</blockquote>", (*BOARD, "The pier stays.")),
    # Line breaks, a link glued to a word, dashes and a quotation inside.
    (f'<blockquote class="twitter-video"><p>One pier<br><br>“No,” said<a href="https://t.co/a1">https://t.co/a1</a> — '
     f'we all'
     f"</p>&mdash; Harbour Board (@harbourboard) {DATE}</blockquote>",
     (*BOARD, "One pier\n“No,” saidhttps://t.co/a1 — we all")),
    # Names with brackets, dashes and an @ of their own.
    (
        f'<blockquote class="twitter-tweet"><p>Hm.</p>&mdash; Ann (Pier) Holt she/hers (@harbourboard) '
        f'{DATE}</blockquote>',
     ("twitter", ID, "harbourboard", "Ann (Pier) Holt she/hers", "Hm.")),
    (f'<blockquote class="twitter-tweet"><p>Hm.</p>&mdash; Pier 4 - News | @pier@sea.example (@harbourboard) '
     f'{DATE}</blockquote>',
     ("twitter", ID, "harbourboard", "Pier 4 - News | @pier@sea.example", "Hm.")),
    (f'<blockquote class="twitter-tweet"><p>Hm — <a '
     f'href="https://twitter.com/other/status/1790000000000000000">this</a></p>'
     f"— News — Pier — 🇬🇧 (@harbourboard) {DATE}</blockquote>", ("twitter", ID, "harbourboard", "News — Pier — 🇬🇧",
      "Hm — this")),
    # No name in the tail; no words at all; words that only wait for a script.
    (f'<blockquote class="twitter-tweet"><p>Hm.</p>&mdash; {DATE}</blockquote>', ("twitter", ID, "harbourboard", None,
     "Hm.")),
    (f'<blockquote class="twitter-tweet"><a href="{URL}"></a></blockquote>', ("twitter", ID, "harbourboard", None,
     None)),
    (f'<blockquote class="twitter-tweet"><a href="{URL}">Tweet may have been deleted</a></blockquote>',
     ("twitter", ID, "harbourboard", None, None)),
    # x.com, statuses, mobile, AMP, an id alone, a rendered frame, a lazy frame, WordPress with the address alone.
    (f'<blockquote class="twitter-tweet"><p>Hm.</p>&mdash; B (@b_1) <a href="https://x.com/b_1/status/{ID}">May 16, '
     f'2024</a>'
     "</blockquote>", ("twitter", ID, "b_1", "B", "Hm.")),
    (f'<blockquote class="twitter-tweet"><p>Hm.</p>&mdash; B (@b_1) <a '
     f'href="http://mobile.twitter.com/b_1/statuses/{ID}">'
     "16. Mai 2024</a></blockquote>", ("twitter", ID, "b_1", "B", "Hm.")),
    (f'<amp-twitter width="375" height="472" layout="responsive" data-tweetid="{ID}"></amp-twitter>',
     ("twitter", ID, None, None, None)),
    (f'<div class="widget"><figure><div data-tweet-id="{ID}"></div></figure></div>', ("twitter", ID, None, None, None)),
    (f'<div class="twitter-tweet twitter-tweet-rendered"><iframe data-tweet-id="{ID}" '
     f'src="https://platform.twitter.com/embed/Tweet.html?dnt=false&amp;id={ID}&amp;lang=en"></iframe></div>',
     ("twitter", ID, None, None, None)),
    (f'<iframe data-src="https://platform.twitter.com/embed/Tweet.html?id={ID}"></iframe>', ("twitter", ID, None, None,
     None)),
    ('<figure class="wp-block-embed is-provider-twitter"><div class="wp-block-embed__wrapper">\n'
     f"{URL}\n</div></figure>", ("twitter", ID, "harbourboard", None, None)),
    (f"<p>{URL}</p>", ("twitter", ID, "harbourboard", None, None)),
    (f'<p><a href="{URL}">{URL}</a></p>', ("twitter", ID, "harbourboard", None, None)),
    (f"<p>[#twitter: {URL}]</p>", ("twitter", ID, "harbourboard", None, None)),
    # Its class lost.
    (f"<blockquote><p>The pier stays.</p>&mdash; Harbour Board (@harbourboard) {DATE}</blockquote>",
     (*BOARD, "The pier stays.")),
    # Packed in an attribute until the reader agrees to cookies.
    ('<div data-content="&lt;blockquote class=&quot;twitter-tweet&quot;&gt;&lt;p&gt;Hm.&lt;/p&gt;&amp;mdash; Harbour '
     'Board '
     f'(@harbourboard) &lt;a href=&quot;{URL}&quot;&gt;May 16, 2024&lt;/a&gt;&lt;/blockquote&gt;"></div>', (*BOARD,
      "Hm.")),
]
REFUSED = [
    "<blockquote><p>The pier stays, the mayor had written in the spring of that year.</p></blockquote>",
    '<blockquote class="pull"><p>Write to us (@harbourboard) with your views on the pier.</p></blockquote>',
    '<a class="twitter-share-button" href="https://twitter.com/intent/tweet?text=Pier">Tweet</a>',
    '<a class="twitter-timeline" href="https://twitter.com/harbourboard">Tweets by harbourboard</a>',
    '<p>She wrote on <a href="https://twitter.com/harbourboard">Twitter</a> that the pier stays as it is for now.</p>',
    f'<p>In a <a href="{URL}">tweet on Thursday</a> the board said that the pier would stay as it is for now.</p>',
    '<blockquote class="twitter-tweet"></blockquote>',
    f'<blockquote><p>“No,” the <a href="{URL}">board wrote</a>, and we have heard nothing since then.</p></blockquote>',
    f'<blockquote><p>“No,” the <a href="{URL}">board wrote</a>.</p>— Ida Moss, in a letter to the editor</blockquote>',
    f"<p>It is all there: {URL} (if you have an account).</p>",
    '<iframe src="https://platform.twitter.com/widgets/follow_button.html?screen_name=harbourboard"></iframe>',
]


@pytest.mark.parametrize("markup, expected", CASES)
def test_a_tweet_is_read(markup: str, expected: tuple[str | None, ...]):
    assert [shape(post) for post in posts(markup)] == [expected]


@pytest.mark.parametrize("markup", REFUSED)
def test_what_is_no_tweet_is_left_alone(markup: str):
    assert posts(markup) == ()


def test_the_time_comes_from_the_id_and_the_printed_date_stays():
    details = posts(CASES[11][0])[0].details
    assert (details.posted_at, details.date_source) == ("2024-05-16T17:17:24Z", "id")
    assert details.printed_date == "16. Mai 2024"
    assert details.url == f"https://twitter.com/b_1/status/{ID}"


def test_an_old_id_tells_no_time_so_the_printed_date_does():
    markup = ('<blockquote class="twitter-tweet"><p>Hm.</p>&mdash; B (@b) <a '
              'href="https://twitter.com/b/status/8034511234">'
              "January 21, 2010</a></blockquote>")
    details = posts(markup)[0].details
    assert (details.posted_at, details.date_source) == ("2010-01-21", "tail")


def test_the_same_tweet_twice_is_one_with_its_words():
    frame = f'<iframe src="https://platform.twitter.com/embed/Tweet.html?id={ID}"></iframe>'
    assert [shape(post) for post in posts(frame + CASES[0][0])] == [CASES[0][1]]


def test_a_tweet_that_quotes_a_tweet_is_two():
    inner = ('<blockquote class="twitter-tweet"><p>Tear it down.</p>— Ida Moss (@idamoss) <a '
             'href="https://twitter.com/idamoss/'
             'status/1791000000000000000">May 16, 2024</a></blockquote>')
    outer = f'<blockquote class="twitter-tweet"><p>No.</p>{inner}— Harbour Board (@harbourboard) {DATE}</blockquote>'
    assert [shape(post)[2:] for post in posts(outer)] == [
        ("harbourboard", "Harbour Board", "No."), ("idamoss", "Ida Moss", "Tear it down.")]


@pytest.mark.parametrize("url, handle, post_id", [
    (URL, "harbourboard", ID),
    (f"https://x.com/i/web/status/{ID}", None, ID),
    (f"https://twitter.com/#!/harbourboard/status/{ID}", "harbourboard", ID),
    (f"//twitter.com/harbourboard/statuses/{ID}?s=20", "harbourboard", ID),
])
def test_an_address_of_a_tweet(url: str, handle: str | None, post_id: str):
    details = twitter.locate(url)
    assert details is not None
    assert (details.handle, details.post_id) == (handle, post_id)


@pytest.mark.parametrize("url", ["https://twitter.com/harbourboard", "https://nottwitter.example/a/status/1", "",
 "javascript:x",
                                 "https://twitter.com/search?q=pier", "https://netflix.com/a/status/123"])
def test_an_address_of_something_else(url: str):
    assert twitter.locate(url) is None
