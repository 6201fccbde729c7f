"""The pages for people: what they say, and that they say it of the right quote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.ingestion import keep
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup
from tests.api.shelf import DOCUMENT, QUOTES, READING, TEXT


def page(client, address, **query):
    response = client.get(address, query_string=query or None)
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    return Markup(response.get_data(as_text=True))


def words_of(markup):
    """The text of a page with its white space made one blank."""
    return " ".join(markup.text.split())


@pytest.mark.parametrize("address, found", [
    ("/quotes/q1", ["The wall will hold,", "Mirela Oduya", "Certain", "the harbour master", "Direct quotation",
                    "Shore Gazette, 5 March 2025", "Vote on the sea wall", "97% sure",
                    "“said” stands between the words and the name.", "Another name stands in the sentence after."]),
    ("/quotes/q3", ["bedtime story", "Speaker unknown", "It could also be Mirela Oduya.", "Quoted inside"]),
    ("/quotes/q4", ["a clerk", "Unsure", "Passed on by the Gazette"]),
    ("/quotes/q5", ["High water at four, bring boots.", "@harbour_watch on X (Twitter)", "4 March 2025",
                    "Social post"]),
    ("/quotes/q5/card", ["Harbour Watch", "@harbour_watch on X (Twitter) · 4 March 2025"]),
    ("/quotes/q4/card", ["Nobody asked us.", "a clerk", "by way of the Gazette · Shore Gazette · 5 March 2025"]),
    ("/quotes/q3/card", ["bedtime story", "Speaker unknown"]),
    ("/speakers/s1", ["Mirela Oduya", "Person", "the harbour master", "The wall will hold,"]),
    ("/speakers/s3", ["Harbour Watch", "Organization", "@harbour_watch (X (Twitter))"]),
    ("/documents/d1", ["Vote on the sea wall", "R. Pell", "5 quotes", "the doubtful ones first"]),
    ("/", ["The newest day here: 5 March 2025", "Nobody asked us.", "by way of the Gazette"]),
])
def test_what_pages_say(client, shelf, address, found):
    text = words_of(page(client, address))
    for words in found:
        assert words in text


@pytest.mark.parametrize("address, absent", [
    ("/quotes/q1", ["bedtime story’ for adults.” She", "Nobody asked us.", "unknown"]),
    ("/quotes/q1/card", ["Likely", "Certain", "Nobody asked us."]),
    ("/speakers/s1", ["Nobody asked us.", "High water"]),
])
def test_what_pages_do_not_say(client, shelf, address, absent):
    text = words_of(page(client, address))
    for words in absent:
        assert words not in text


def test_a_document_is_shown_to_the_letter(client, shelf):
    body = client.get("/documents/d1").get_data(as_text=True)
    article = body.split('<div class="article" dir="auto" lang="en">')[1].split("</div>")[0]
    for number in range(1, 6):
        start = article.index(f'<a class="number v-{verdict_of(number)}"')
        article = article[:start] + article[article.index("</a>", start) + 4:]
    assert Markup(article).text == TEXT


def verdict_of(number):
    return QUOTES[number - 1].verdict


def test_marks_lead_to_entries_and_back(client, shelf):
    markup = page(client, "/documents/d1")
    anchors = [attributes["id"] for _, attributes in markup.elements if "id" in attributes]
    assert {f"text-{n}" for n in range(1, 6)} | {f"quote-{n}" for n in range(1, 6)} <= set(anchors)
    assert len(set(anchors)) == len(anchors)
    entries = [anchor for anchor in anchors if anchor.startswith("quote-")]
    assert entries == ["quote-3", "quote-4", "quote-2", "quote-1", "quote-5"]  # the doubtful ones first


@pytest.mark.parametrize("asked, speakers, words", [
    ("mirela", ["Mirela Oduya"], True), ("WALL hold", [], True), ("nobody", [], True), ("zebra", [], False),
    ("  ", [], True), ("…", [], False), ("\" OR 1=1", [], False),
])
def test_search(client, shelf, asked, speakers, words):
    markup = page(client, "/", q=asked)
    chips = [attributes for attributes in markup.all("ul") if attributes.get("class") == "chips"]
    assert bool(chips) == bool(speakers)
    assert ("No quote in this collection" not in markup.text and "No quote has these words" not in markup.text) == words
    for name in speakers:
        assert name in markup.text


def test_an_empty_collection_says_what_to_do(client):
    assert "Nothing is kept here yet." in page(client, "/").text


def test_pages_of_lists_walk_on(client, many):
    address, seen = next(a["href"] for a in page(client, "/").all("a") if "cursor=" in a["href"]), 0
    while address:
        markup = page(client, address)
        seen += len([attributes for attributes in markup.all("li") if "row" in (attributes.get("class") or "")])
        address = next((a["href"] for a in markup.all("a") if a.get("rel") == "next"), None)
    assert seen == 53
    assert [a for a in page(client, "/speakers/s1").all("a") if a.get("rel") == "next"]


def test_a_withdrawn_quote_says_so(client, shelf):
    text = "Vote on the sea wall\n\nNothing was said."
    keep(shelf, Reading(replace(DOCUMENT, text=text)))
    for address in ("/quotes/q1", "/quotes/q1/card"):
        assert "no longer in the article" in page(client, address).text.lower()
    assert client.get("/v1/quotes/q1").get_json()["status"] == "withdrawn"


def test_a_post_without_words_is_shown_as_one(client, store):
    post = replace(QUOTES[4], id="q1", text=None, end=QUOTES[4].start)
    keep(store, replace(READING, quotes=(post,)))
    for address in ("/", "/quotes/q1", "/quotes/q1/card", "/documents/d1"):
        assert "X (Twitter) post. Its words are not in the article." in words_of(page(client, address))


RUNNERS_UP = [(QuotedSpeaker("s1", "Mirela Oduya", "person"), True), (QuotedSpeaker(None, "Rea Holm", "person"), False)]


@pytest.mark.parametrize("runner_up, linked", RUNNERS_UP, ids=["quoted", "not quoted"])
def test_a_runner_up_has_a_link_only_where_it_is_quoted(client, store, runner_up, linked):
    unknown = replace(QUOTES[3], id="q2", verdict="unknown", speaker=None, runner_up=runner_up)
    keep(store, replace(READING, quotes=(QUOTES[0], unknown)))
    assert client.get("/v1/quotes/q2").get_json()["runner_up"]["id"] == runner_up.id
    for address, links in (("/quotes/q2", 1), ("/documents/d1", 3)):  # a document also names who said the other
        markup = page(client, address)
        assert f"It could also be {runner_up.name}." in words_of(markup)
        found = [a["href"] for a in markup.all("a") if a.get("href", "").startswith("/speakers/")]
        assert found == ["/speakers/s1"] * (links if linked else links - 1)


def test_a_runner_up_has_no_link_where_nothing_was_kept(client):
    text = "Pavel Orlik, the mayor, met the trader Tomas Berivan on Monday. “The wall will hold,” he said."
    markup = Markup(client.post("/try", data={"text": text}).get_data(as_text=True))
    assert "It could also be Tomas Berivan" in words_of(markup)
    assert not [a for a in markup.all("a") if a.get("href", "").startswith("/speakers/")]


def test_open_graph(client, shelf):
    metas = {attributes.get("property"): attributes["content"] for attributes in page(client, "/quotes/q1").all("meta")
             if "property" in attributes}
    assert metas["og:title"] == "Mirela Oduya: “The wall will hold”"
    assert metas["og:url"] == f"{PUBLIC}/quotes/q1"
    assert metas["og:type"] == "article" and metas["og:description"] == "The wall will hold,"


def test_what_is_pasted_comes_back_marked(client):
    response = client.post("/try", data={"text": TEXT, "title": "Vote"})
    markup = Markup(response.get_data(as_text=True))
    text = words_of(markup)
    assert response.status_code == 200
    for words in ("quotes found in Vote", "Nothing was kept.", "The wall will hold,", "Mirela Oduya", "% sure"):
        assert words in text
    assert len(markup.all("mark")) >= 4
    assert [attributes for attributes in markup.all("ul") if attributes.get("class") == "reasons"]
    assert client.get("/v1/documents").get_json()["items"] == []
    assert not [address for address in markup.addresses() if address.startswith("/speakers/")]


def test_the_language_of_a_pasted_article_can_be_given(client):
    data = {"text": "“Nine degrees is enough,” said Ada Quill, a swimmer.", "language": "sw"}
    shown = client.post("/try", data=data).get_data(as_text=True)
    assert "This language is not known here" in shown
    assert 'name="language" value="sw"' in shown
    shown = client.post("/try", data=data | {"language": "en"}).get_data(as_text=True)
    assert "This language is not known here" not in shown


def test_a_language_that_is_none_is_told_by_its_label(client):
    response = client.post("/try", data={"text": "“No,” she said.", "language": "English!"})
    assert response.status_code == 422
    assert "Language: This must be a language tag such as en or pt-BR." in response.get_data(as_text=True)


def test_what_a_reader_should_know_is_said(client):
    markup = Markup(client.post("/try", data={"text": "Nobody said a word."}).get_data(as_text=True))
    assert "No quotes found" in markup.text
    assert [attributes for attributes in markup.all("p") if attributes.get("class") == "notice"]


@pytest.mark.parametrize("data, words", [
    ({}, "Paste an article first."),
    ({"text": "  \n "}, "Paste an article first."),
    ({"text": "a\0b"}, "There is a NUL character in it"),
    ({"text": "a", "url": "javascript:alert(1)"}, "Address: This must be an absolute address"),
    ({"text": "a", "published_at": "yesterday"}, "Day: This must be a date"),
])
def test_what_cannot_be_read_is_said_and_the_form_kept(client, data, words):
    response = client.post("/try", data=data)
    markup = Markup(response.get_data(as_text=True))
    assert response.status_code == 422
    assert words in markup.text
    assert "application/problem+json" not in response.content_type


def test_too_much_for_the_form(client):
    response = client.post("/try", data={"text": "a" * 30000}, headers={"Accept": "text/html"})
    assert response.status_code == 413
    assert "20000 bytes" in Markup(response.get_data(as_text=True)).text


@pytest.mark.parametrize("words, page", [
    ("<p>“It floats,” said Ona&nbsp;Brandt.</p>", True), ("  \n<!DOCTYPE html><html><p>One&nbsp;two.", True),
    ("\ufeff<div class=a>One&nbsp;two.</div>", True), ("<article>\n<h1>One&nbsp;two", True),
    ("One&nbsp;two < three.", False), ("“<p> is a tag&nbsp;here,” she said.", False), ("<3 is&nbsp;a heart", False),
    ("<https://a.example/?one&nbsp;two>", False),
])
def test_a_page_is_told_from_a_text(client, words, page):
    body = client.post("/try", data={"text": words}).get_data(as_text=True)
    article = body.split('<div class="article" dir="auto"')[1].partition(">")[2].split("</div>")[0]
    assert ("&amp;nbsp;" in article) != page


def test_a_setting_says_how_much_of_an_article_is_shown(settings, shelf, served):
    short = served(replace(settings, excerpt_length=12)).test_client()
    whole = served(settings).test_client().get("/documents/d1").get_data(as_text=True)
    page = short.get("/documents/d1").get_data(as_text=True)
    for words in ("The wall will hold,", "Nobody asked us.", "bedtime story"):
        assert words in page
    assert "She called the report" in whole and "She called the report" not in page and "[…]" in page
    assert "She called the report" not in short.get("/quotes/q1").get_data(as_text=True)


def test_search_engines_are_asked_to_stay_away_if_a_setting_says_so(settings, shelf, client, served):
    quiet = served(replace(settings, noindex=True)).test_client()
    for address in ("/", "/quotes/q1", "/v1/quotes", "/quotes/q1/card", "/nothing"):
        assert quiet.get(address).headers["X-Robots-Tag"] == "noindex"
        assert "X-Robots-Tag" not in client.get(address).headers
