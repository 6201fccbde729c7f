"""Cards over HTTP: their forms, themes, weight and tags, and that they change with what they show."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image

from quotes.api.cards.themes import THEMES
from quotes.collection.ingestion import keep
from quotes.records.reading import Reading
from tests.api.markup import Markup
from tests.api.shelf import DOCUMENT, READING

FORMATS = ["/quotes/q1/card", "/quotes/q1/card.svg", "/quotes/q1/card.png"]
SVG = "{http://www.w3.org/2000/svg}"


def drawing(client, number=1, **query):
    response = client.get(f"/quotes/q{number}/card.svg", query_string=query)
    assert response.status_code == 200 and response.mimetype == "image/svg+xml"
    return ElementTree.fromstring(response.get_data(as_text=True))


def test_the_picture_is_one_and_has_the_size_of_previews(client, shelf):
    response = client.get("/quotes/q1/card.png")
    assert response.mimetype == "image/png"
    with Image.open(io.BytesIO(response.data)) as found:
        assert found.size == (1200, 630)
    assert len(response.data) < 300_000


def test_the_drawing_tells_in_words_what_it_shows(client, shelf):
    found = drawing(client)
    assert found.get("role") == "img"
    assert found.find(f"{SVG}title").text == "Mirela Oduya: “The wall will hold”"
    assert found.find(f"{SVG}desc").text == (
        "“The wall will hold” — Mirela Oduya, the harbour master, Shore Gazette, 5 March 2025")


def test_the_drawing_loads_nothing(client, shelf):
    for element in drawing(client).iter():
        assert element.tag.removeprefix(SVG) in ("svg", "title", "desc", "rect", "path", "text")
        assert not [name for name in element.attrib if "href" in name or name.startswith("on") or name == "style"]


@pytest.mark.parametrize("number, words", [
    (1, ["“The wall will hold”", "Mirela Oduya", "the harbour master", "Shore Gazette", "quotes.example/quotes/q1"]),
    (2, ["Speaker likely, not certain"]),
    (3, ["Speaker unknown"]),
    (4, ["Speaker unsure: check before you rely on it", "by way of the Gazette", "Unnamed source"]),
    (5, ["High water at four, bring boots.", "@harbour_watch on X (Twitter)", "4 March 2025"]),
])
def test_what_the_drawing_says(client, shelf, number, words):
    said = " ".join(text.text or "" for text in drawing(client, number).iter(f"{SVG}text"))
    assert [one for one in words if one not in said] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_its_colours_in_every_form(client, shelf, theme):
    assert drawing(client, theme=theme).find(f"{SVG}rect").get("fill") == THEMES[theme].sheet
    page = Markup(client.get(f"/quotes/q1/card?theme={theme}").get_data(as_text=True))
    assert f"/cards/{theme}.css" in page.addresses()
    assert THEMES[theme].sheet in client.get(f"/cards/{theme}.css").get_data(as_text=True)


def test_a_card_is_light_unless_another_theme_is_asked_for(client, shelf):
    sheets = [link["href"] for link in Markup(client.get("/quotes/q1/card").get_data(as_text=True)).all("link")]
    assert "/cards/light.css" in sheets and "/cards/dark.css" not in sheets


@pytest.mark.parametrize("form", FORMATS[1:])
def test_a_picture_cannot_know_what_its_reader_has(client, shelf, form):
    assert client.get(f"{form}?theme=auto").status_code == 422


def test_a_frame_is_as_the_reader_has_it_where_that_is_asked_for(client, shelf):
    links = Markup(client.get("/quotes/q1/card?theme=auto").get_data(as_text=True)).all("link")
    dark, = (link for link in links if link["href"] == "/cards/dark.css")
    assert dark["media"] == "(prefers-color-scheme: dark)"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("theme", ["", "purple", "../light", "contract", "<b>"])
def test_a_theme_that_there_is_not(client, shelf, form, theme):
    assert client.get(form, query_string={"theme": theme}).status_code == 422


@pytest.mark.parametrize("name", ["contract", "light.css", "..%2flight", "__init__", "auto"])
def test_a_sheet_that_there_is_not(client, name):
    assert client.get(f"/cards/{name}.css").status_code == 404


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_drawn_for_one_who_has_it(client, shelf, form, monkeypatch):
    tag = client.get(form).headers["ETag"]

    def fail(*args, **kwargs):
        raise AssertionError("drawn")

    for drawn in ("draw", "rendered", "render_template"):
        monkeypatch.setattr(f"quotes.api.cards.routes.{drawn}", fail)
    again = client.get(form, headers={"If-None-Match": tag})
    assert again.status_code == 304 and again.data == b""
    assert again.headers["Cache-Control"] == "public, max-age=300" and again.headers["ETag"] == tag


@pytest.mark.parametrize("form", FORMATS)
def test_every_theme_and_form_has_a_tag_of_its_own(client, shelf, form):
    tags = [client.get(form, query_string={"theme": theme}).headers["ETag"] for theme in THEMES]
    assert len({*tags, *(client.get(other).headers["ETag"] for other in FORMATS)}) >= len(tags) + 2


@pytest.mark.parametrize("form", FORMATS)
def test_a_withdrawn_quote_changes_its_card_when_the_old_one_is_asked_about(client, shelf, form):
    before = client.get(form)
    keep(shelf, Reading(replace(DOCUMENT, text="Vote on the sea wall\n\nNothing was said.")))
    after = client.get(form, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200 and after.data != before.data
    if form != "/quotes/q1/card.png":
        assert "No longer in the article" in after.get_data(as_text=True)


def test_a_card_in_a_frame_is_light(client, store):
    long = replace(READING.quotes[0], text="word " * 800, end=4000)
    keep(store, Reading(replace(DOCUMENT, text="word " * 800), (long,), READING.speakers))
    parts = ["/quotes/q1/card", "/static/card.css", "/static/card.js", "/cards/light.css", "/cards/dark.css"]
    weights = []
    for address in parts:
        with client.get(address) as response:
            weights.append(len(response.get_data()))
    assert sum(weights) <= 15_000, weights


def test_cards_set_no_cookies_and_may_be_framed(client, shelf):
    for form in FORMATS:
        response = client.get(form)
        assert "Set-Cookie" not in response.headers and "X-Frame-Options" not in response.headers
    assert "frame-ancestors *" in client.get(FORMATS[0]).headers["Content-Security-Policy"]
