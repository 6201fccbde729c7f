"""Markup of Instagram, shaped like the real thing, with words of our own."""

from __future__ import annotations

import pytest

from quotes.documents.platforms import instagram
from tests.documents.platforms.pages import posts, shape

CODE = "DNJQOX0RA08"
URL = f"https://www.instagram.com/p/{CODE}/"
LINK = f'<a href="{URL}?utm_source=ig_embed&amp;utm_campaign=loading" target="_blank">'
OPEN = f'<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="{URL}?utm_source=ig_embed" '
NEW = OPEN + 'data-instgrm-version="14"><div style="padding:16px;">'
NONE = ("instagram", CODE, None, None, None)

CASES = [
    # New: author alone; the waiting text is nobody's words.
    (f"{NEW}{LINK}<div>View this post on Instagram</div></a><p>{LINK}A post shared by Quay Café "
     f"(@quaycafe)</a></p></div>"
     "</blockquote>", ("instagram", CODE, "quaycafe", "Quay Café", None)),
    (f"{NEW}<p>{LINK}Ein Beitrag geteilt von Quay | Café (@quay.cafe_1)</a></p></div></blockquote>",
     ("instagram", CODE, "quay.cafe_1", "Quay | Café", None)),
    (f"{NEW}<p>{LINK}Una publicación compartida de Quay (she/her) (@quaycafe)</a></p></div></blockquote>",
     ("instagram", CODE, "quaycafe", "Quay (she/her)", None)),
    # Old: the caption in a paragraph of its own, the author with a date.
    (f'{OPEN}data-instgrm-version="8"><div><p>{LINK}Open again on Friday!</a></p><p>A post shared by <a '
     f'href="https://www.'
     'instagram.com/quaycafe/">Quay Café</a> (@quaycafe) on <time datetime="2025-08-09T18:40:00+00:00">Aug 9, 2025 at '
     "11:40am PDT</time></p></div></blockquote>", ("instagram", CODE, "quaycafe", "Quay Café",
      "Open again on Friday!")),
    (f'{OPEN}><p>{LINK}Instagram Beitrag</a></p><p>Ein Beitrag geteilt von Quay (@quaycafe) am Aug 9, 2025 um 4:47 '
     f'PDT</p>'
     "</blockquote>", ("instagram", CODE, "quaycafe", "Quay", None)),
    # Nothing but an id.
    (f"{OPEN}></blockquote>", NONE),
    (f'<blockquote class="instagram-media">{LINK}Instagram post</a></blockquote>', NONE),
    (f'<amp-instagram data-shortcode="{CODE}" width="1" height="1"></amp-instagram>', NONE),
    (f'<iframe class="instagram-media instagram-media-rendered" src="{URL}embed/captioned/?cr=1&amp;v=14"></iframe>',
     NONE),
    (f'<iframe data-lazy-src="https://www.instagram.com/reel/{CODE}/embed/"></iframe>', NONE),
    (f"<script data-role='consent' data-content='{NEW.replace('<', '&lt;')}&lt;p>A post shared by Quay "
     f"(@quaycafe)&lt;/p>'>"
     "</script>", ("instagram", CODE, "quaycafe", "Quay", None)),
]
REFUSED = [
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/quaycafe/"></blockquote>',
    '<p>Follow us on <a href="https://www.instagram.com/quaycafe/">Instagram (@quaycafe)</a> for pictures of the '
    'pier.</p>',
    '<iframe src="https://www.instagram.com/quaycafe/embed"></iframe>',
    f'<p>In <a href="{URL}">a picture that she posted</a> the pier stands in the evening sun.</p>',
    '<div class="instagram-feed"><a href="https://www.instagram.com/explore/tags/pier/">#pier</a></div>',
]


@pytest.mark.parametrize("markup, expected", CASES)
def test_a_post_is_read(markup: str, expected: tuple[str | None, ...]):
    assert [shape(post) for post in posts(markup)] == [expected]


@pytest.mark.parametrize("markup", REFUSED)
def test_what_is_no_post_is_left_alone(markup: str):
    assert posts(markup) == ()


def test_time_and_printed_date():
    details = posts(CASES[3][0])[0].details
    assert (details.posted_at, details.date_source) == ("2025-08-09T18:37:45Z", "id")
    assert details.printed_date == "Aug 9, 2025 at 11:40am PDT"


@pytest.mark.parametrize("code", ["short", "DNJQOX0RA08DNJQOX0RA08x", "DNJQOX0RA0!"])
def test_other_codes_tell_no_time(code: str):
    assert instagram.posted_at(code) is None
