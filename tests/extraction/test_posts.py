"""Step 3b on texts: posts that scraping ran into the prose, and what only looks like them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from quotes.documents.reader import read_article
from quotes.extraction.posts import find_posts
from quotes.records.document import Article
from quotes.records.post import Post

LEAD = (
    "The harbour board met on Tuesday to decide about the old ferry pier. Nobody had expected the vote to be so "
    "close.\n\n"
)
WORDS = "We will not tear the pier down. It stays, and so do we. https://t.co/PoHhErT8zZ"


def posts(text: str) -> tuple[Post, ...]:
    document = read_article(Article(text=text))
    found = find_posts(document)
    for post in found:
        assert post.text is None or document.text[post.start : post.end] == post.text
        assert post.outer_start <= post.start <= post.end <= post.outer_end
    return found


def facts(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(post.text, post.details.author_name, post.details.handle, post.details.printed_date) for post in posts(
        text)]


BOARD = (WORDS, "Harbour Board", "harbourboard", "May 16, 2024")
CASES = [
    # Its own line, with and without blank lines, with other dashes.
    (f"{LEAD}{WORDS}\n\n— Harbour Board (@harbourboard) May 16, 2024\n\nThe vote comes in March.", [BOARD]),
    (f"The board met.\n{WORDS}\n— Harbour Board (@harbourboard) May 16, 2024\nThe vote comes in March.", [BOARD]),
    (f"{LEAD}{WORDS}\r\n– Harbour Board (@harbourboard) May 16, 2024", [BOARD]),
    (f"{LEAD}{WORDS}\n-- Harbour Board (@harbourboard) May 16, 2024", [BOARD]),
    # One line; glued to what follows; the dash glued to what comes before.
    (f"{LEAD}{WORDS} — Harbour Board (@harbourboard) May 16, 2024\n\nThe vote comes in March.", [BOARD]),
    (f"{LEAD}{WORDS} — Harbour Board (@harbourboard) May 16, 2024Of course, the vote comes in March.", [BOARD]),
    (f"{LEAD}It stays.— Harbour Board (@harbourboard) May 16, 2024",
     [("It stays.", "Harbour Board", "harbourboard", "May 16, 2024")]),
    # The dash lost.
    (
        f"{LEAD}The board answered on Twitter:{WORDS}  Harbour Board (@harbourboard) May 16, 2024The vote comes in "
        f"March.", [BOARD]),
    # Where the words begin: after what announces them, after a glued sentence, or with the line.
    (f"The board tweeted: {WORDS} — Harbour Board (@harbourboard) May 16, 2024", [BOARD]),
    (f"{LEAD.strip() * 3}{WORDS}  Harbour Board (@harbourboard) May 16, 2016And so on.", [(*BOARD[:3],
     "May 16, 2016")]),
    ("Minister: “Tear it down.” Never! — Ida Moss (@idamoss) May 16, 2024",
     [("Minister: “Tear it down.” Never!", "Ida Moss", "idamoss", "May 16, 2024")]),
    # Several paragraphs; two posts in one line; a post right after a post.
    (f"{LEAD}We vote in March:\nI will be there.\nWill you? #pier\n\n— Ida Moss (@idamoss) May 16, 2024",
     [("We vote in March:\nI will be there.\nWill you? #pier", "Ida Moss", "idamoss", "May 16, 2024")]),
    (f"{WORDS} — Harbour Board (@harbourboard) May 16, 2024 And who pays? — Ida Moss (@idamoss) May 17, 2024",
     [BOARD, ("And who pays?", "Ida Moss", "idamoss", "May 17, 2024")]),
    # Names with brackets and dashes, other dates, no date at the end of a line.
    (f"{LEAD}Hm.\n— Ann (Pier) Holt — she/her (@annholt) 16. Mai 2024\n", [("Hm.", "Ann (Pier) Holt — she/her",
     "annholt", "16. Mai 2024")]),
    (f"{LEAD}Hm.\n\n— Harbour Board (@harbourboard)\n\nNext.", [("Hm.", "Harbour Board", "harbourboard", None)]),
    # Bluesky's tail; Instagram; Markdown.
    (f"{LEAD}Hm.\n\n— Ida Moss (@ida.sea.example) November 25, 2024 at 12:58 AM",
     [("Hm.", "Ida Moss", "ida.sea.example", "November 25, 2024 at 12:58 AM")]),
    (f"{LEAD}Hm.\n\nView this post on Instagram A post shared by Ida Moss (@ida.moss) on Apr 12, 2019 at 4:50am PDT",
     [("Hm.", "Ida Moss", "ida.moss", "Apr 12, 2019 at 4:50am PDT")]),
    ('> It stays.\n> \n> — Ida Moss (@idamoss) [March 16, '
     '2016](https://twitter.com/idamoss/status/710000000000000000)\n',
     [("It stays.", "Ida Moss", "idamoss", "March 16, 2016")]),
    # An archive's tag.
    (f'{LEAD}<tweet id="750366792434978816" author="@idamoss" datetime="2016-07-05">We stay. No one goes. '
     "— Ida Moss (@idamoss) July 5, 2016</tweet>.", [("We stay. No one goes.", "Ida Moss", "idamoss", "July 5, 2016")]),
    # BBC: framed, numbered, with and without tail, empty.
    ("Skip Twitter post by @idamoss\n\nIt stays.\n\n— Ida Moss (@idamoss) January 11, 2020\nReport\nEnd of Twitter "
     "post by @idamoss",
     [("It stays.", "Ida Moss", "idamoss", "January 11, 2020")]),
    ("Skip Twitter post 2 by @idamoss It stays. pic.twitter.com/Pe53chi4ft End of Twitter post 2 by @idamoss",
     [("It stays. pic.twitter.com/Pe53chi4ft", None, "idamoss", None)]),
    ("Skip Twitter post 2 by @idamoss\n\nEnd of Twitter post 2 by @idamoss", [(None, None, "idamoss", None)]),
]
REFUSED = [
    LEAD,
    f"{LEAD}Write to us at board@pier.example or to the harbour master (harbour@pier.example) before May 16, 2024.",
    f"{LEAD}Mail: (mailto:board@pier.example) May 16, 2024",
    f"{LEAD}Ida Moss (@idamoss) is a reporter in the county. Follow her for news of the pier.",
    f"{LEAD}Photo: Ida Moss | @idamoss/Instagram",
    f"{LEAD}The reporter — Ida Moss (@idamoss) — had asked for the minutes of the meeting in May.",
    f"{LEAD}1. See the thread by the board (@harbourboard) and the answer of the union (@portunion).",
    f"{LEAD}The board's account (@harbourboard) was closed after the vote of May 16, 2024, and opened again in June.",
    f"{LEAD}In code, f(@x) and g(@y) mean the same thing. So they say.",
    f"{LEAD}She joined the board (@harbourboard) in March 2019 and left it in 2021.",
    f"{LEAD}(@",
    f"{LEAD}— (@)",
    f"{LEAD}End of Twitter post by @idamoss",
    f"{LEAD}Skip Twitter post by @idamoss",
]


@pytest.mark.parametrize("text, expected", CASES)
def test_a_flattened_post_is_found(text: str, expected: list[tuple[str | None, ...]]):
    assert facts(text) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_only_looks_like_a_post_is_none(text: str):
    assert posts(text) == ()


@pytest.mark.parametrize("tail, platform, post_id, posted_at, source", [
    ("— A (@a_1) May 16, 2024", "twitter", None, "2024-05-16", "tail"),
    ("— A (@a_1) [May 16, 2024](https://x.com/a_1/status/1791156005331665085)", "twitter", "1791156005331665085",
     "2024-05-16T17:17:24Z", "id"),
    ("— A (@a.sea.example) November 25, 2024 at 12:58 AM", "bluesky", None, "2024-11-25", "tail"),
    ("— A (@a@sea.example) May 16, 2024", "mastodon", None, "2024-05-16", "tail"),
    ("A post shared by A (@a.b) on Apr 12, 2019 at 4:50am PDT", "instagram", None, "2019-04-12T11:50:00Z", "tail"),
    ("— A (@a_1)", "twitter", None, None, None),
])
def test_platform_and_time_of_a_flattened_post(tail: str, platform: str, post_id: str, posted_at: str, source: str):
    details = posts(f"{LEAD}Hm.\n\n{tail}")[0].details
    assert (details.platform, details.post_id, details.posted_at, details.date_source) == (platform, post_id,
     posted_at, source)


def test_the_outer_bounds_take_the_tail_in():
    text = f"{LEAD}It stays. — Ida Moss (@idamoss) May 16, 2024\n\nNext."
    post = posts(text)[0]
    assert text[post.outer_start : post.outer_end] == "It stays. — Ida Moss (@idamoss) May 16, 2024"


@pytest.mark.parametrize("words", [">", "> >", ">\n>"])
def test_a_tail_below_empty_marks_of_a_block_quote_signs_no_words(words: str):
    for post in posts(f"{LEAD}{words}\n\n— Ida Moss (@idamoss) May 16, 2024"):
        assert post.outer_start <= post.start == post.end <= post.outer_end and post.text is None


def test_posts_come_in_order_and_apart():
    found = posts("\n\n".join(text for text, _ in CASES))
    assert len(found) >= sum(len(expected) for _, expected in CASES) - 1
    for earlier, later in pairwise(found):
        assert earlier.outer_end <= later.outer_start


@pytest.mark.parametrize("unit", ["(@a) ", "— ", "a — (@a) May 1, 2020 ", "Skip Twitter post by ", "(@", "x.Y",
 "End of Twitter post by @a ",
                                  "— A (@a) May 1, 2020", "pic.twitter.com/a", "\n— (@a)", "A post shared by "])
def test_no_text_makes_the_search_slow(unit: str):
    document = read_article(Article(text=unit * (120_000 // len(unit))))
    start = time.thread_time()
    find_posts(document)
    assert time.thread_time() - start < 4
