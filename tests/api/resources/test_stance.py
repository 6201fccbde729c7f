"""What was denied, alleged or only supposed: left out of lists and feeds unless asked for, and shown as what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.ingestion import keep
from quotes.records.evidence import Stance
from tests.api.shelf import QUOTES, READING, place

DENIED = Stance("denied", "called the report", **place("called the report"))


@pytest.fixture
def denying(store, client):
    """A client of a collection in which the second quote is denied."""
    keep(store, replace(READING, quotes=tuple(replace(one, stance=DENIED) if one.id == "q2" else one
                                              for one in QUOTES)))
    return client


def ids(answer) -> set[str]:
    return {quote["id"] for quote in answer.json["items"]}


@pytest.mark.parametrize("query, found", [
    ("", {"q1", "q3", "q4", "q5"}),
    ("?stance=asserted", {"q1", "q3", "q4", "q5"}),
    ("?stance=denied", {"q2"}),
    ("?stance=alleged", set()),
    ("?stance=any", {"q1", "q2", "q3", "q4", "q5"}),
    ("?stance=denied&speaker=Oduya", {"q2"}),
    ("?stance=denied&q=adults", {"q2"}),
    ("?q=adults", set()),
])
def test_lists_are_narrowed_by_stance(denying, query: str, found: set[str]):
    assert ids(denying.get(f"/v1/quotes{query}")) == found


def test_a_speaker_s_quotes_are_narrowed_too(denying):
    assert ids(denying.get("/v1/speakers/s1/quotes")) == {"q1"}
    assert ids(denying.get("/v1/speakers/s1/quotes?stance=denied")) == {"q2"}


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/speakers/s1/quotes", "/feed.json", "/feed.atom"])
def test_what_is_no_stance_is_refused_in_words(denying, path: str):
    answer = denying.get(f"{path}?stance=maybe")
    assert answer.status_code == 422
    assert "asserted, denied, alleged, hypothetical, any" in answer.text


def test_a_quote_says_what_the_article_says_of_it(denying):
    assert denying.get("/v1/quotes/q2").json["stance"] == {
        "kind": "denied", "text": DENIED.text, "start": DENIED.start, "end": DENIED.end}
    assert denying.get("/v1/quotes/q1").json["stance"] == {"kind": "asserted", "text": None, "start": None, "end": None}


def test_the_quotes_of_a_document_are_all_there(denying):
    assert ids(denying.get("/v1/documents/d1/quotes")) == {"q1", "q2", "q3", "q4", "q5"}


def test_feeds_have_what_was_said_unless_asked(denying):
    assert "bedtime" not in " ".join(item["title"] for item in denying.get("/feed.json?speaker=s1").json["items"])
    (item,) = denying.get("/feed.json?stance=denied").json["items"]
    assert item["title"].startswith("Mirela Oduya (denied): ")


def test_words_that_were_denied_are_found_and_said_to_be(denying):
    answer = denying.get("/v1/verify?text=a bedtime story for adults").json
    assert answer["outcome"] == "found"
    assert answer["matches"][0]["quote"]["stance"]["kind"] == "denied"
    page = denying.get("/verify?text=a bedtime story for adults").text
    assert "The article says that these words were not said" in page


@pytest.mark.parametrize("path", ["/quotes/q2", "/quotes/q2/card", "/quotes/q2/card.svg", "/documents/d1"])
def test_pages_and_cards_say_it_in_words(denying, path: str):
    page = denying.get(path).text
    assert "denied" in page.lower()
    assert "called the report" in page


@pytest.mark.parametrize("path", ["/quotes/q1", "/quotes/q1/card", "/quotes/q1/card.svg"])
def test_of_words_that_were_said_nothing_is_said(denying, path: str):
    assert "denied" not in denying.get(path).text.lower()


def test_a_link_preview_and_a_citation_do_not_pass_the_words_off_as_said(denying):
    page = denying.get("/quotes/q2").text
    assert 'og:title" content="Mirela Oduya (denied): “' in page
    assert "the harbour master, speaker likely, not certain, denied" in page


def test_pages_have_a_way_to_what_was_not_said(denying):
    assert "/quotes/q2\"" not in denying.get("/speakers/s1").text
    page = denying.get("/speakers/s1?stance=denied").text
    assert "adults" in page and '<option value="denied" selected>' in page
    assert "/quotes/q2\"" not in denying.get("/").text
    assert "for adults." in denying.get("/?q=adults&stance=any").text
    assert denying.get("/?q=adults&stance=perhaps").status_code == 422


def test_exports_say_it(denying):
    rows = denying.get("/v1/quotes?stance=denied&format=csv").text
    assert "stance,stance_words" in rows and "denied,called the report" in rows
    linked = denying.get("/v1/quotes/q2?format=jsonld").json
    assert "creator" not in linked and linked["mentions"]["name"] == "Mirela Oduya"
