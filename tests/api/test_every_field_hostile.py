"""A hostile string in every stored field is shown as text on every page, card, feed, export and picture.

The fields are those of the records themselves, so that a new one is covered as soon as it is there.
"""

from __future__ import annotations

import io
import json
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from xml.etree import ElementTree

import pytest
from PIL import Image

from quotes.api.labels import OVERRIDES
from quotes.collection.decisions import quote_decisions
from quotes.collection.decisions.quote_decisions import By, Named
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import Speaker
from tests.api.conftest import NOW, PUBLIC
from tests.api.markup import Markup

HOSTILE = [
    '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "</title></textarea></script></style></desc></svg><svg onload=alert(1)>",
    "javascript:alert(1)//' onmouseover='alert(1)' x='",
    "data:text/html,<script>alert(1)</script>",
    "]]><!--<b>{{ 7 * 7 }}{% raw %}${7*7} &lt;i&gt;",
    "two\nlines \u2028and\u2029 \u202emore\u2066 \"quoted\" `x` <https://a.example>",
]
PAGES = ["/", "/?q=alert", "/quotes/q1", "/quotes/q2", "/quotes/q3", "/speakers/s1", "/speakers/s2", "/documents/d1",
         "/verify?text=alert+script+onload+raw+more", "/quotes/q1/card", "/quotes/q2/card?theme=dark",
         "/quotes/q3/card"]
DATA = ["/v1/quotes", "/v1/quotes/q1", "/v1/quotes/q1/versions", "/v1/quotes/q1/history", "/v1/speakers/s1",
        "/v1/documents/d1", "/feed.json", "/speakers/s1/feed.json", f"/oembed?url={PUBLIC}/quotes/q1",
        "/v1/quotes?format=jsonld", "/v1/quotes/q1?format=annotation"]
MARKUP_FILES = ["/feed.atom", "/speakers/s1/feed.atom", "/quotes/q1/card.svg", "/quotes/q2/card.svg",
                "/quotes/q3/card.svg", "/speakers/s1/timeline.svg"]
PICTURES = ["/quotes/q1/card.png", "/quotes/q2/card.png?theme=dark"]
SVG_PARTS = {"svg", "title", "desc", "rect", "path", "text"}


def filled(kind: Any, words: str) -> Any:
    """A value of any type of ours with the same words in every string of it."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: filled(hints[field.name], words) for field in fields(kind)})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return inner[0]
    if origin is tuple:
        return (filled(inner[0], words),)
    if origin in (UnionType, Union):
        return filled(next(one for one in inner if one is not type(None)), words)
    return {str: words, int: 0, float: 0.5, bool: True}[kind]


def hostile_reading(words: str) -> Reading:
    """A direct quotation, a post and an unsure quote, with the words in every field that takes any."""
    text = f"{words} {words}"
    speaker = replace(filled(Speaker, words), id="s1", kind="person")
    other = replace(filled(Speaker, words), id="s2", kind="unnamed", accounts=())
    whole = {"start": 0, "end": len(words), "text": words, "continues": None, "parent": None, "document": None,
             "status": "active"}
    quote = replace(filled(Quote, words), id="q1", **whole, post=None, verdict="likely")
    quote = replace(quote, speaker=replace(quote.speaker, id="s1"), runner_up=replace(quote.runner_up, id="s2"))
    post = replace(filled(Quote, words), id="q2", kind="post", **whole, verdict="certain", speaker=quote.speaker,
                   runner_up=None)
    unsure = replace(quote, id="q3", verdict="unsure", speaker=replace(quote.speaker, id="s2", kind="unnamed"))
    document = replace(filled(Document, words), id="d1", text=text, blocks=(), embeds=())
    return Reading(document, (quote, post, unsure), (speaker, other), document.warnings)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request, client, store):
    """A service in which the words stand in every field, those that people enter among them."""
    words = request.param
    keep(store, hostile_reading(words))
    by = By(words, NOW, words)
    quote_decisions.confirm(store, "q1", by)
    quote_decisions.correct(store, "q3", Named(words, "person", words, True), by)
    return client, words


def test_every_string_of_the_records_is_filled():
    words = "zzz"
    for record in (filled(Quote, words), filled(Speaker, words), filled(Document, words)):
        hints = get_type_hints(type(record))
        plain = [field.name for field in fields(record) if hints[field.name] in (str, str | None)]
        assert plain and all(getattr(record, name) == words for name in plain)


def test_no_page_has_an_element_an_attribute_or_an_address_of_the_words(hostile):
    client, _ = hostile
    for address in PAGES:
        response = client.get(address)
        assert response.status_code == 200, address
        markup = Markup(response.get_data(as_text=True))
        assert markup.intruders() == [], address
        assert "style" not in {name for _, names in markup.shape() for name in names}, address
        for found in markup.addresses():
            assert found.startswith(("/", "#", PUBLIC + "/")), (address, found)


def test_the_words_are_shown_as_words(hostile):
    client, words = hostile
    for address in ("/quotes/q1", "/quotes/q2", "/quotes/q1/card", "/documents/d1"):
        assert words.translate(OVERRIDES) in Markup(client.get(address).get_data(as_text=True)).text, address


def test_data_is_data(hostile):
    client, words = hostile
    for address in DATA:
        response = client.get(address)
        assert response.status_code == 200, address
        assert response.mimetype.endswith("json") and response.headers["X-Content-Type-Options"] == "nosniff"
        assert json.loads(response.get_data()) is not None
    assert client.get("/v1/quotes/q1").get_json()["text"] == words


def test_data_within_a_page_cannot_be_left(hostile):
    client, words = hostile
    page = client.get("/quotes/q1").get_data(as_text=True)
    written = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(written)["text"] == words


def test_files_in_markup_have_nothing_but_their_own_elements(hostile):
    client, _ = hostile
    for address in MARKUP_FILES:
        response = client.get(address)
        assert response.status_code == 200, address
        tree = ElementTree.fromstring(response.get_data())
        for element in tree.iter():
            assert not [name for name in element.attrib if name.startswith("on")], address
            if address.endswith(".svg"):
                assert element.tag.rpartition("}")[2] in SVG_PARTS, address
                assert not [name for name in element.attrib if "href" in name], address
            elif "href" in element.attrib:
                assert element.attrib["href"].startswith(PUBLIC), address


def test_pictures_are_pictures(hostile):
    client, _ = hostile
    for address in PICTURES:
        response = client.get(address)
        assert response.mimetype == "image/png"
        with Image.open(io.BytesIO(response.data)) as picture:
            assert picture.size == (1200, 630) and picture.info.keys() <= {"dpi"}


def test_the_review_shows_the_words_as_words(hostile, keys):
    client, _ = hostile
    key = keys["write"]["Authorization"].removeprefix("Bearer ")
    client.post("/login", data={"key": key}, headers={"Sec-Fetch-Site": "same-origin"}, base_url=PUBLIC)
    for address in ("/review", "/review?quote=q1", "/review?quote=q3&done=c2"):
        markup = Markup(client.get(address, base_url=PUBLIC).get_data(as_text=True))
        assert markup.intruders() == []
        assert all(found.startswith(("/", "#", PUBLIC + "/")) for found in markup.addresses())
