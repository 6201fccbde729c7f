"""Words of others never become markup, wherever they are shown."""

from __future__ import annotations

import json

import pytest

from quotes.api.labels import OVERRIDES
from quotes.collection.ingestion import keep
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup
from tests.api.shelf import hostile_reading

HARMLESS = "Plain words"
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://a.example/",
    "data:text/html,<script>alert(1)</script>",
    "</title></textarea></iframe></style><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}${7*7}#{7*7}",
    "--><!--<b>",
    "\u202emisleading\u2066 turned\u200f round",
    "emoji 👩🏽‍🚒 and ﷽ and Z̷a̸l̵g̶o̷",
    "&lt;script&gt; &amp;amp; &#60;b&#62;",
    "two\nlines\u2028and\u2029more\r\nand\ttabs",
    "</script><script>alert(1)//",
]
PAGES = ["/", "/?q=words", "/quotes/q1", "/quotes/q2", "/quotes/q1/card", "/quotes/q2/card", "/speakers/s1",
         "/documents/d1"]


def shape(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return Markup(response.get_data(as_text=True)).shape()


PAIRS = [("/quotes/q1", "/quotes/q3"), ("/quotes/q2", "/quotes/q4"), ("/quotes/q1/card", "/quotes/q3/card"),
         ("/quotes/q2/card", "/quotes/q4/card"), ("/speakers/s1", "/speakers/s2"), ("/documents/d1", "/documents/d2")]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_has_the_same_elements_whatever_the_words(client, store, words):
    keep(store, hostile_reading(HARMLESS))
    keep(store, hostile_reading(words))
    for harmless, hostile in PAIRS:
        assert shape(client, hostile) == shape(client, harmless), hostile


@pytest.mark.parametrize("words", HOSTILE)
def test_no_element_and_no_attribute_comes_of_words(client, store, words):
    keep(store, hostile_reading(words))
    for address in PAGES:
        markup = Markup(client.get(address).get_data(as_text=True))
        assert markup.intruders() == [], address
        assert "style" not in {name for _, names in markup.shape() for name in names}, address


@pytest.mark.parametrize("words", HOSTILE)
def test_every_address_is_ours_or_a_web_address(client, store, words):
    keep(store, hostile_reading(words))
    for address in PAGES:
        for found in Markup(client.get(address).get_data(as_text=True)).addresses():
            assert found.startswith(("/", "#", PUBLIC + "/")), (address, found)


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\r" not in words])
def test_the_words_themselves_are_shown(client, store, words):
    keep(store, hostile_reading(words))
    for address in ("/quotes/q1", "/quotes/q1/card", "/documents/d1"):
        assert words.translate(OVERRIDES) in Markup(client.get(address).get_data(as_text=True)).text, address


@pytest.mark.parametrize("words", HOSTILE)
def test_titles_and_attributes_do_not_turn_the_writing_round(client, store, words):
    keep(store, hostile_reading(words))
    for address in ("/quotes/q1", "/quotes/q1/card"):
        page = client.get(address).get_data(as_text=True)
        title = page.split("<title>")[1].split("</title>")[0]
        attributes = [value for _, attributes in Markup(page).elements for name, value in attributes.items()
                      if name in ("title", "content")]
        assert not {"\u202e", "\u2066", "\u200f", "\n", "\u2028"} & set("".join([title, *attributes]))


@pytest.mark.parametrize("words", HOSTILE)
def test_answers_for_programs_are_json_and_nothing_else(client, store, words):
    keep(store, hostile_reading(words))
    for address in ("/v1/quotes", "/v1/quotes/q2", "/v1/speakers/s1", "/v1/documents/d1",
                    f"/oembed?url={PUBLIC}/quotes/q1"):
        response = client.get(address)
        assert response.mimetype == "application/json"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        json.loads(response.get_data())
    assert client.get("/v1/quotes/q1").get_json()["text"] == words


@pytest.mark.parametrize("words", HOSTILE)
def test_the_code_of_a_card_has_the_same_elements_whatever_the_words(client, store, words):
    keep(store, hostile_reading(words))
    html = client.get(f"/oembed?url={PUBLIC}/quotes/q1").get_json()["html"]
    markup = Markup(html)
    assert [tag for tag, _ in markup.elements if tag != "br"] == [
        "blockquote", "p", "strong", "p", "p", "a", "iframe", "script"]
    frame, = markup.all("iframe")
    assert frame["src"] == markup.all("blockquote")[0]["data-card"] == f"{PUBLIC}/quotes/q1/card"
    assert set(frame) == {"hidden", "src", "width", "height", "style", "title", "sandbox", "frameborder"}
    assert markup.all("script") == [{"async": None, "src": f"{PUBLIC}/static/frames.js"}]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_searched_for_is_shown_as_words(client, shelf, words):
    response = client.get("/", query_string={"q": words})
    assert response.status_code == 200
    markup = Markup(response.get_data(as_text=True))
    assert markup.intruders() == []
    box, = (attributes for attributes in markup.all("input") if attributes.get("id") == "q")
    assert box["value"].split() == words.translate(OVERRIDES).strip().split()


@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isprintable()])
def test_what_is_pasted_is_shown_as_words(client, words):
    response = client.post("/try", data={"text": f"“{words}” said Ona Brandt.", "title": words, "publisher": words,
                                         "url": words, "published_at": words})
    assert response.status_code == 422  # no hostile string is a day
    markup = Markup(response.get_data(as_text=True))
    assert markup.intruders() == []
    assert f"“{words}” said Ona Brandt." in markup.text
