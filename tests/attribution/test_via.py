"""The outlet that passed the words on, and where none did."""

from __future__ import annotations

import pytest

from quotes.attribution.via import find_via
from quotes.attribution.via_platform import platform_name
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from tests.seen import ENGLISH, see


def via(text: str, speaker: str) -> str | None:
    """The outlet of the first quotation of a text, given the words of its speaker's mention."""
    seen = see(text)
    found = find_via(seen.scene, seen.tokens, ENGLISH, seen.number(speaker), seen.spans[0])
    return found.of(text) if found else None


PASSED_ON = [
    ("“We open,” Ann Reed told the Harbor News.", "Ann Reed", "Harbor News"),
    ("“We open,” Ann Reed told the Harbor News on Monday.", "Ann Reed", "Harbor News"),
    ("“We open,” Ann Reed said in an interview with Valley Radio.", "Ann Reed", "Valley Radio"),
    ("Ann Reed told Valley Radio: “We open.”", "Ann Reed", "Valley Radio"),
    ("The Harbor News quoted Ann Reed as saying “no way.”", "Ann Reed", "Harbor News"),
    ("“We open,” she told Reuters.", "she", "Reuters"),
    ("“We open,” Ann Reed told CNN. “We close.”", "Ann Reed", "CNN"),
    ("“We open,” Ann Reed told KXRT radio.", "Ann Reed", "KXRT radio"),
    ("“We open,” she told the Dagens magazine.", "she", "Dagens magazine"),
]
NOT_PASSED_ON = [
    ("“We open,” Ann Reed told Tom Birch.", "Ann Reed"),
    ("“We open,” said Ann Reed, who reads the Harbor News.", "Ann Reed"),
    ("“We open,” the Harbor News said.", "the Harbor News"),
    ("“We open.” It rained. Ann Reed told the Harbor News so.", "Ann Reed"),
    ("“We open,” said Ann Reed. Tom Birch told CNN so.", "Ann Reed"),
    ("“We open,” Ann Reed told the Valley Farmers Union.", "Ann Reed"),
    ("“We open,” Ann Reed told Tom Birch radio was dead.", "Ann Reed"),
    ("“We open,” Ann Reed told the Valley court.", "Ann Reed"),
]


POSTED = [
    ("“We open,” Ann Reed wrote on Truth Social.", "Ann Reed", "Truth Social"),
    ("“We open,” Ann Reed wrote Friday on X.", "Ann Reed", "X"),
    ("“We open,” Ann Reed said in a Facebook post on Monday.", "Ann Reed", "Facebook"),
    ("“We open,” Ann Reed said in a post on X, formerly Twitter.", "Ann Reed", "X"),
    ("“We open,” she posted on her Instagram page.", "she", "Instagram"),
    ("“We open,” said Ann Reed on Facebook.", "Ann Reed", "Facebook"),
    ("“We open,” wrote Ann Reed in a series of posts on the social media platform Threads.", "Ann Reed", "Threads"),
    ("“We open,” she tweeted.", "she", "tweeted"),
    ("“We open,” tweeted Ann Reed.", "Ann Reed", "tweeted"),
    ("“We open,” Ann Reed later tweeted on Monday.", "Ann Reed", "tweeted"),
    ("Ann Reed tweeted: “We open.”", "Ann Reed", "tweeted"),
    ("Ann Reed said in a tweet that “no way” was open.", "Ann Reed", "tweet"),
    ("In a Facebook post, Ann Reed said: “We open.”", "Ann Reed", "Facebook"),
    ("On Truth Social, Ann Reed wrote: “We open.”", "Ann Reed", "Truth Social"),
    ("Taking to X, Ann Reed wrote: “We open.”", "Ann Reed", "X"),
    ("Ann Reed took to Twitter to say: “We open.”", "Ann Reed", "Twitter"),
    ("Ann Reed announced on LinkedIn that “all doors” were open.", "Ann Reed", "LinkedIn"),
]
NOT_POSTED = [
    ("“We open,” said Ann Reed, who works for Facebook.", "Ann Reed"),
    ("“We open,” Ann Reed said of abuse on Twitter.", "Ann Reed"),
    ("“We open,” Ann Reed said on Facebook’s board.", "Ann Reed"),
    ("“We open on Twitter,” Ann Reed said.", "Ann Reed"),
    ("“We open,” Ann Reed said. Tom Birch wrote so on Facebook.", "Ann Reed"),
    ("“We open,” Ann Reed said after Tom Birch tweeted about it.", "Ann Reed"),
    ("Twitter was down when Ann Reed said: “We open.”", "Ann Reed"),
    ("“We open,” said Ann Reed, a critic of Facebook.", "Ann Reed"),
    ("“We open,” Ann Reed said to Tom Birch about threads.", "Ann Reed"),
    ("“We open,” Ann Reed said from gate X.", "Ann Reed"),
]


@pytest.mark.parametrize("text, speaker, platform", POSTED)
def test_a_platform_that_words_were_posted_on_is_named(text: str, speaker: str, platform: str):
    assert via(text, speaker) == platform


@pytest.mark.parametrize("text, speaker", NOT_POSTED)
def test_a_platform_that_is_only_spoken_of_passed_nothing_on(text: str, speaker: str):
    assert via(text, speaker) is None


@pytest.mark.parametrize("words, name", [
    ("tweeted", "Twitter"), ("Tweets", "Twitter"), ("tweet", "Twitter"), ("Insta", "Instagram"), ("X", "X"),
    ("Truth Social", "Truth Social"), ("Harbor News", "Harbor News"), ("x", "x"),
])
def test_what_a_platform_is_called(words: str, name: str):
    assert platform_name(words, ENGLISH) == name


def test_a_reading_names_the_platform_and_where_the_article_says_so():
    text = "“We open at nine,” Ann Reed, a baker, tweeted on Monday."
    (quote,) = read_document(Article(text=text)).quotes
    assert quote.via is not None
    assert (quote.via.name, text[quote.via.start : quote.via.end]) == ("Twitter", "tweeted")
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Reed"


@pytest.mark.parametrize("text, speaker, outlet", PASSED_ON)
def test_an_outlet_that_passed_the_words_on_is_named(text: str, speaker: str, outlet: str):
    assert via(text, speaker) == outlet


@pytest.mark.parametrize("text, speaker", NOT_PASSED_ON)
def test_elsewhere_there_is_none(text: str, speaker: str):
    assert via(text, speaker) is None
