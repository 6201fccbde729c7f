"""Whose words a post is: its account, and the person of the article where the account bears that name in earnest."""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.post import ACCOUNT_ONLY, HANDLE_ONLY, SAME_NAME
from quotes.records.quote import Quote

BEFORE = ("<p>Mayor Donald Marsh opened the pier on Monday and was cheered by the crowd. “We open at nine,” Marsh said "
          "to the reporters who waited there.</p>")
AFTER = "<p>The board met again on Friday and voted for the plan, as everybody on the quay had expected it to do.</p>"


def post_of(name: str, handle: str) -> Quote:
    tweet = (f'<blockquote class="twitter-tweet"><p>The pier is mine.</p>— {name} (@{handle}) <a '
             f'href="https://twitter.com/{handle}/status/1791156005331665085">May 16, 2024</a></blockquote>')
    reading = read_document(Article(html=f"<html><body><article>{BEFORE}{tweet}{AFTER}</article></body></html>"))
    (post,) = (quote for quote in reading.quotes if quote.kind == "post")
    return post


@pytest.mark.parametrize("name, handle, sure", [
    ("Donald Marsh", "donaldmarsh", 0.9), ("Donald Marsh", "RealMarsh", 0.9), ("Donald Marsh", "pier4", 0.8),
    ("Donald Marsh", "notary_dm", 0.8), ("Donald Marsh", "abbot_d", 0.8),
])
def test_an_account_with_a_persons_name_is_likely_that_person_and_says_why(name: str, handle: str, sure: float):
    post = post_of(name, handle)
    assert post.speaker is not None and post.post is not None and post.post.account_link is not None
    assert (post.speaker.name, post.post.account_link.how) == ("Donald Marsh", SAME_NAME)
    assert (post.verdict, post.confidence) == ("likely", sure)


@pytest.mark.parametrize("name, handle", [
    ("Donald Marsh (not)", "marsh4"), ("Donald Marsh Parody", "marsh4"), ("Donald Marsh (fan page)", "marsh4"),
    ("Donald Marsh", "DonaldMarshParody"), ("Donald Marsh", "notdonaldmarsh"), ("Donald Marsh", "not_marsh"),
    ("Donald Marsh", "marshfans"), ("Donald Marsh", "marsh_bot"), ("Donald Marsh 🐸 satire", "marsh4"),
    ("Donald Marsh", "fakemarsh"),
])
def test_an_account_that_plays_a_person_is_not_that_person(name: str, handle: str):
    post = post_of(name, handle)
    assert post.speaker is not None and post.post is not None and post.post.account_link is not None
    assert post.post.account_link.how == ACCOUNT_ONLY
    assert post.verdict == "likely"
    mayor = read_document(Article(html=f"<article>{BEFORE}{AFTER}</article>")).quotes[0].speaker
    assert mayor is not None and (post.speaker.id, post.speaker.description) != (mayor.id, mayor.description)


def test_an_account_without_a_printed_name_goes_by_its_handle():
    markup = ('<amp-twitter data-tweetid="1791156005331665085"></amp-twitter>'
              "<p>https://twitter.com/pier/status/1791000000000000000</p>")
    reading = read_document(Article(html=f"<html><body><article>{BEFORE}{markup}{AFTER}</article></body></html>"))
    posts = [quote for quote in reading.quotes if quote.kind == "post"]
    assert posts[0].speaker is None
    assert posts[1].speaker is not None and posts[1].speaker.name == "@pier"
    assert posts[1].post is not None and posts[1].post.account_link is not None
    assert posts[1].post.account_link.how == HANDLE_ONLY
