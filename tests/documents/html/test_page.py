"""Pages: which blocks are the article, with which kinds, and where the posts stand in it."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from quotes.documents.html.page import read_page
from quotes.documents.reader import read_article
from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from tests.documents.platforms.pages import AFTER, BEFORE, LAST, page

TWEET = (
    '<blockquote class="twitter-tweet"><p>The pier stays.</p>&mdash; Harbour Board (@harbourboard) '
    '<a href="https://twitter.com/harbourboard/status/1791156005331665085">May 16, 2024</a></blockquote>'
)
QUOTED = "“We were promised a pier, and we were promised a date,” the baker on the quay said, “and we have neither.”"
TEASERS = "".join(f'<li><a href="/{n}">Other story number {n} about another town</a></li>' for n in range(9))


def kinds(markup: str) -> list[tuple[str, str]]:
    read = page(markup)
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


def between(markup: str) -> list[tuple[str, str]]:
    """The blocks between the first and the second paragraph."""
    found = kinds(markup)
    return found[found.index(("paragraph", BEFORE)) + 1 : found.index(("paragraph", AFTER))]


KEPT = [
    (f"<blockquote><p>{QUOTED}</p></blockquote>", [("quote", QUOTED)]),
    (f"<figure><blockquote>{QUOTED}</blockquote></figure>", [("quote", QUOTED)]),
    (f"<h2>What the board said</h2><p>{QUOTED}</p>", [("headline", "What the board said"), ("paragraph", QUOTED)]),
    (f"<div><p>{QUOTED}<br>And so on, in the same words<br/>to the end.</p></div>",
     [("paragraph", f"{QUOTED}\nAnd so on, in the same words\nto the end.")]),
    ('<figure><img src="p.jpg" alt="x"><figcaption>The pier in March. Picture: Ida Moss</figcaption></figure>',
     [("caption", "The pier in March. Picture: Ida Moss")]),
    ("<ul><li>The pillars are loose, the engineers have found in March.</li><li>The insurers do not pay, and never "
     "did so."
     "</li></ul>", [("list", "The pillars are loose, the engineers have found in March."),
                    ("list", "The insurers do not pay, and never did so.")]),
    (TWEET, [("embed", "The pier stays.")]),
    (f'<aside class="embed">{TWEET}</aside>', [("embed", "The pier stays.")]),
    # A quotation that runs over markup inside a word, and an entity.
    ("<p>“Tear it <em>d</em>own &amp; be done,” he said, and <a href='#'>nobody</a> in the room answered him on that "
     "day.</p>",
     [("paragraph", "“Tear it down & be done,” he said, and nobody in the room answered him on that day.")]),
]
LEFT_OUT = [
    f'<nav><ul>{TEASERS}</ul></nav>',
    f'<div class="related-stories"><h3>Read more</h3><ul>{TEASERS}</ul></div>',
    '<div class="newsletter-signup"><p>“The best of the quay,” in your letter box every Friday morning. Sign '
    'up!</p></div>',
    '<div class="share-buttons"><span>Share</span><a href="#">Tweet</a></div>',
    "<script>document.write('“No,” she said.')</script><style>p { content: '“No”' }</style>",
    "<noscript><p>“Please turn on scripts,” said the page to the reader who had turned them off.</p></noscript>",
    '<template><p>“A template’s words,” it said, “are not shown to anybody at all.”</p></template>',
    "<form><label>Your comment</label><textarea>“I think so too,” said nobody.</textarea><button>Send</button></form>",
    "<svg><title>“An icon”</title><path d='M0 0'/></svg>",
]


@pytest.mark.parametrize("markup, expected", KEPT)
def test_what_belongs_to_the_article_is_kept_with_its_kind(markup: str, expected: list[tuple[str, str]]):
    assert between(markup) == expected


@pytest.mark.parametrize("markup", LEFT_OUT)
def test_what_does_not_belong_to_it_is_left_out(markup: str):
    assert between(markup) == []


def test_blocks_are_joined_by_a_blank_line_and_bounded():
    read = page(TWEET)
    assert read.text == f"The pier\n\n{BEFORE}\n\nThe pier stays.\n\n{AFTER}\n\n{LAST}"
    (post,) = read.embeds
    assert read.text[post.start : post.end] == post.text == "The pier stays."
    assert (post.outer_start, post.outer_end) == (post.start, post.end)


def test_a_post_without_words_has_a_place_and_no_stretch():
    (post,) = page('<amp-twitter data-tweetid="1791156005331665085"></amp-twitter>').embeds
    read = page('<amp-twitter data-tweetid="1791156005331665085"></amp-twitter>')
    assert post.text is None
    assert post.start == post.end == read.text.index(BEFORE) + len(BEFORE)


def test_a_pull_quote_is_no_second_quotation():
    words = "we have neither a pier nor a date"
    read = page(f"<p>The baker said that “{words}” and went home.</p><aside class='pullquote'><p>“{words}”</p></aside>")
    assert read.text.count(words) == 1


@pytest.mark.parametrize("packed, posts", [
    # The prose beside the post is this article's: it is taken, and stands where that prose says.
    (f'{{"items":[{{"type":"text","value":"{BEFORE}"}},{{"html":"%s"}},{{"type":"text","value":"{AFTER}"}}]}}', 1),
    # It is another story's.
    ('{"items":[{"type":"text","value":"Quite another story, about a bridge in the mountains and the people who '
     'crossed it."},'
     '{"type":"embed","html":"%s"},{"type":"text","value":"The bridge was opened again in June, after many years of '
     'work."}]}', 0),
    # No prose at all beside it.
    ('{"embed":"%s"}', 0),
])
@pytest.mark.parametrize("less", ["<", "\\u003c"])
def test_a_post_in_a_script_is_taken_if_it_is_this_articles(packed: str, posts: int, less: str):
    markup = TWEET.replace('"', '\\"').replace("/", "\\/").replace("<", less)
    read = page(f'<script id="__DATA__" type="application/json">{packed % markup}</script>')
    assert [post.text for post in read.embeds] == ["The pier stays."] * posts
    assert all(read.text.find(BEFORE) < post.start < read.text.find(AFTER) for post in read.embeds)


def test_a_post_in_data_kept_in_an_attribute_is_taken_too():
    data = f'{{"items":["{BEFORE}","{TWEET.replace(chr(34), chr(92) + chr(34))}","{AFTER}"]}}'
    read = page(f"<div id='app' data-page='{data.replace('<', '&lt;')}'></div>")
    assert [post.text for post in read.embeds] == ["The pier stays."]
    assert read.text.find(BEFORE) < read.embeds[0].start < read.text.find(AFTER)


def test_scripts_that_are_strings_in_strings_are_undone():
    inner = f'{{"before":"{BEFORE}","html":"{TWEET.replace(chr(34), chr(92) + chr(34))}"}}'
    outer = inner.replace("\\", "\\\\").replace('"', '\\"')
    assert len(page(f'<script>self.push([1,"{outer}"])</script>').embeds) == 1


def test_an_address_left_by_the_editor_is_a_post():
    assert len(page(
        '<div class="embed">[#twitter: https://twitter.com/a_1/status/1791156005331665085]</div>').embeds) == 1


HOSTILE = [
    "<p onclick=\"alert('“x”')\">“Safe,” she said, and the clerk wrote it down in the book of the harbour.</p>",
    "<p title='\"><script>alert(1)</script>'>“Safe,” she said, and the clerk wrote it down in the book of the "
    "harbour.</p>",
    "<p>“Safe,” she said, and the clerk wrote it down in the book of the harbour.<img src=x onerror=alert(1)></p>",
    '<blockquote class="twitter-tweet" data-tweet-id="1\' OR 1=1"><a href="javascript:alert(1)">x</a></blockquote>',
    '<iframe src="https://twitter.com/embed/\x7f?id=<script>"></iframe>',
    '<iframe src="http://[::1"></iframe><iframe '
    'src="https://www.facebook.com:99999/plugins/post.php?href=%00"></iframe>',
    f'<div data-content="{"&lt;div&gt;" * 600}http"></div>',
    "<quotes-embed></quotes-embed><quotes-embed n='7'></quotes-embed><quotes-embed n='x'></quotes-embed>",
]


@pytest.mark.parametrize("markup", HOSTILE)
def test_hostile_markup_is_only_text(markup: str):
    read = page(markup)
    assert "<" not in read.text
    assert "alert" not in read.text
    assert BEFORE in read.text
    assert AFTER in read.text


@pytest.mark.parametrize("cut", [10, 100, 300, 500, 700, 900])
def test_a_page_cut_off_is_read_as_far_as_it_goes(cut: int):
    whole = f"<html><body><article><h1>The pier</h1><p>{BEFORE}</p>{TWEET}<p>{AFTER}</p>"
    read = read_page(whole[:cut].encode())
    assert read.text in ("", read.text.strip())
    assert BEFORE[:100] in read.text or cut < 300


@pytest.mark.parametrize("markup", ["", " ", "<html>", "<!DOCTYPE html>", "<p></p>", "<script>", "<!--",
 "<frameset></frameset>"])
def test_a_page_without_words_has_no_text(markup: str):
    document = read_article(Article(html=markup))
    assert document.text == ""
    assert [warning.code for warning in document.warnings] == ["no_text"]


BIG = [
    "<" * 1_000_000, "<a " * 200_000, "<!--" * 200_000, "<p>" * 200_000, "&amp;" * 200_000, "&" * 1_000_000,
    "<b>x</b>" * 60_000, "<style>" * 100_000, "<blockquote class='twitter-tweet'>x</blockquote>" * 4_000,
    "<script>'<blockquote'</script>" * 10_000, '<script>"' + "\\u003cblockquote" * 20_000 + '"</script>',
    "<script>" + '"<blockquote ' * 20_000 + "</script>", "<table><tr><td>x" * 120, "<br>" * 200_000,
    "<p>— (@a) May 1, 2020</p>" * 10_000, "<p>x" * 100_000, f"<p {' '.join(f'a{n}' for n in range(100_000))}>",
    "<blockquote>" + "<br>— A" * 50_000, "<p>" + "<span><a>x</a><a>x</a><a>x</a></span>" * 5_000,
    "<blockquote>" + "x <cite>y</cite>" * 5_000, "<h1>The pier of the town</h1>" * 10_000, "<p>" + "a: " * 200_000,
    "<noscript><iframe src='//youtu.be/cscwgzz85Og'></iframe></noscript>" * 5_000,
    '<div class="' + "-nav" * 100_000 + '">', "<p>" + "&#x1F600;" * 100_000,
    '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>' + "&b;" * 100_000,
]


@pytest.mark.parametrize("markup", BIG, ids=lambda markup: markup[:30])
def test_no_page_makes_reading_slow(markup: str):
    start = time.thread_time()
    with suppress(InvalidInput):
        read_page(f"<html><body>{markup}")
    assert time.thread_time() - start < 12


@pytest.mark.parametrize("markup", ["<div>" * 100_000 + BEFORE, f"<div>{BEFORE}" * 513])
def test_deep_nesting_is_refused_at_once(markup: str):
    start = time.thread_time()
    with pytest.raises(InvalidInput, match="512"):
        read_page(markup)
    assert time.thread_time() - start < 1


@pytest.mark.parametrize("head, archived_at, expected, warned", [
    ("", "2021-03-04T05:06:07Z", (None, "2021-03-04T05:06:07+00:00"), ["archived_date"]),
    ("", "20210304", (None, None), []),
    ("", None, (None, None), []),
    ('<meta property="article:published_time" content="2019-08-07">', "2021-03-04T05:06:07Z",
     ("2019-08-07", "2021-03-04T05:06:07+00:00"), []),
])
def test_the_day_on_which_an_archive_took_a_page_never_dates_it(
    head: str, archived_at: str | None, expected: tuple[str | None, str | None], warned: list[str],
):
    page = f"<html><head>{head}</head><body><p>{BEFORE}</p></body></html>"
    document = read_article(Article(html=page, archived_at=archived_at))
    assert (document.published_at, document.archived_at) == expected
    assert [warning.code for warning in document.warnings] == warned


def test_what_the_caller_knows_wins_over_what_the_page_says():
    html = ('<html lang="de"><head><title>Page</title><meta property="og:site_name" content="Page News">'
            f'<meta property="og:title" content="Page title"></head><body><p>{BEFORE}</p></body></html>')
    bare = read_article(Article(html=html))
    assert (bare.title, bare.publisher, bare.language) == ("Page title", "Page News", "en")
    told = read_article(Article(html=html, title="Mine", publisher="My News", language="de-AT",
                                url="https://a.example/"))
    assert (told.title, told.publisher, told.language, told.url) == ("Mine", "My News", "de", "https://a.example/")
    assert told.publisher_printed == bare.publisher_printed == "Page News"


def test_the_outlet_is_the_domain_and_what_the_page_prints_stands_beside():
    html = f'<meta property="og:site_name" content="Quay News | Boats | Weather"><p>{BEFORE}</p>'
    read = read_article(Article(html=html, url="https://www.quaynews.co.uk/1"))
    assert (read.publisher, read.publisher_printed) == ("quaynews.co.uk", "Quay News")
    read = read_article(Article(html=html.replace("Quay News |", "https://www.quaynews.co.uk/ |")))
    assert (read.publisher, read.publisher_printed) == ("quaynews.co.uk", "quaynews.co.uk")


STANDFIRST = "The harbour board will close the pier at once, and says that the engineers leave it “no choice at all”."
CAPTION = "The pier, which the board calls “a danger to everybody”, seen in March. Picture: Ida Moss"
BELOW_TITLE = [
    (f'<p class="intro">{STANDFIRST}</p>', [("paragraph", STANDFIRST)]),
    (f"<h2>{STANDFIRST}</h2>", [("headline", STANDFIRST)]),
    (f"<figure><img src='p.jpg'><figcaption>{CAPTION}</figcaption></figure>", [("caption", CAPTION)]),
    ("<p>By Ida Moss, our correspondent on the quay, and Ann Holt, Thursday, May 16, 2024 at 10 a.m.</p>", []),
    ("<p>Share The pier of the harbour with your friends and with all who live beside the harbour of the town</p>", []),
    (f'<p><a href="/other">{STANDFIRST}</a></p>', []),
    (f'<div class="newsletter">{STANDFIRST}</div>', []),
    ("<p>Ida Moss, Quay News</p>", []),
    ("<p>https://quay-news.example/harbour/2024/the-pier-is-to-be-closed-at-once-says-the-board.html</p>", []),
]


@pytest.mark.parametrize("markup, expected", BELOW_TITLE)
def test_a_standfirst_and_a_picture_below_the_title_are_the_articles(markup: str, expected: list[tuple[str, str]]):
    title = "The pier of the harbour"
    head = f"<head><title>{title}</title></head>"
    read = read_page(f"<html>{head}<body><header><h1>{title}</h1>{markup}</header><article>"
                     f"<p>{BEFORE}</p><p>{AFTER}</p><p>{LAST}</p></article></body></html>")
    found = [(block.kind, read.text[block.start : block.end]) for block in read.blocks]
    above = found[: found.index(("paragraph", BEFORE))]
    assert [block for block in above if block[1] != title] == expected


LINE = "The board met on Friday in the old hall, as it does on every Friday of the year"
UNSEEN = [
    "<span class='sr-only'>opens in a new window</span>",
    "<span style='color: red; display: none'>“No,” she said</span>",
    "<span hidden>x</span>", "<span role='tooltip'>Who is she?</span>",
    # A card beside a name, with links to other stories.
    "<span class='card'><span><img src='a.jpg'><a href='/1'>Ida Moss</a> <a href='/2'>‘We’re on it,’ says the board</a>"
    "<a href='/3'>The pier in pictures</a></span></span>",
]


@pytest.mark.parametrize("markup", UNSEEN)
def test_words_that_nobody_sees_in_a_line_are_left_out(markup: str):
    assert between(f"<p>{LINE}{markup}, and closed the pier.</p>") == [("paragraph", f"{LINE}, and closed the pier.")]


SEEN = ("<span><a href='/1'>the board</a>, <a href='/2'>the mayor</a> and <a href='/3'>the baker</a></span>",
        "<span class='name'>Ida Moss</span>", "<span style='display: inline'>all of it</span>")


@pytest.mark.parametrize("markup", SEEN)
def test_words_in_a_line_that_are_seen_stay(markup: str):
    ((kind, words),) = between(f"<p>{LINE}: {markup}.</p>")
    assert (kind, len(words) > len(LINE) + 5) == ("paragraph", True)


@pytest.mark.parametrize("teaser", [
    "<p>Read more: <a href='/a'>The mayor’s “long night” on the pier</a></p>",
    "<p><strong>ALSO READ:</strong> <a href='/a'>The mayor’s “long night” on the pier</a></p>",
    "<p><a href='/a'>The mayor’s “long night” on the pier</a></p>",
])
def test_a_link_to_another_story_with_its_label_is_left_out(teaser: str):
    assert between(teaser) == []


def test_a_line_that_only_ends_in_a_link_stays():
    line = "The board had said it before: <a href='/a'>the pier was “not safe” in any wind</a>, and closed it."
    assert len(between(f"<p>{line}</p>")) == 1
