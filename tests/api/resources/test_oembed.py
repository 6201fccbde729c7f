"""Cards for other sites, by oEmbed 1.0."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from quotes.api.cards.frame_height import height_for
from quotes.records.quote import Quote
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup

ADDRESS = f"{PUBLIC}/quotes/q1"


def ask(client, **query):
    return client.get("/oembed", query_string={"url": ADDRESS, **query})


def test_the_answer_has_what_oembed_requires(client, shelf):
    answer = ask(client).get_json()
    assert answer["type"] == "rich" and answer["version"] == "1.0"
    assert answer["author_name"] == "Mirela Oduya" and answer["author_url"] == f"{PUBLIC}/speakers/s1"
    assert answer["title"] == "Mirela Oduya: “The wall will hold”"
    assert isinstance(answer["width"], int) and isinstance(answer["height"], int)
    assert isinstance(answer["cache_age"], int)


def test_a_quote_of_nobody_has_no_authors_address(client, shelf):
    answer = ask(client, url=f"{PUBLIC}/quotes/q3").get_json()
    assert answer["author_name"] == "Speaker unknown" and "author_url" not in answer


def frame_in(html):
    """The one frame in an answer."""
    found, = Markup(html).all("iframe")
    return found


def test_the_frame_shows_the_card_and_lets_nothing_through(client, shelf):
    answer = ask(client).get_json()
    attributes = frame_in(answer["html"])
    assert attributes["src"] == f"{PUBLIC}/quotes/q1/card" and "hidden" in attributes
    assert (attributes["width"], attributes["height"]) == (str(answer["width"]), str(answer["height"]))
    assert "max-width:100%" in attributes["style"]
    assert {"allow-scripts", "allow-popups"} <= set(attributes["sandbox"].split())
    assert "allow-same-origin" not in attributes["sandbox"]
    card = client.get(urlsplit(attributes["src"]).path)
    text = Markup(card.get_data(as_text=True)).text
    for words in ("The wall will hold", "Mirela Oduya", "Shore Gazette", "5 March 2025"):
        assert words in text


def test_the_words_stand_in_the_answer_with_their_speaker_and_the_link(client, shelf):
    markup = Markup(ask(client, maxwidth=300, maxheight=100).get_json()["html"])
    block, = markup.all("blockquote")
    assert (block["data-width"], block["data-most-height"]) == ("300", "100")
    assert block["data-card"] == f"{PUBLIC}/quotes/q1/card" and block["cite"] == "https://gazette.example/wall"
    for words in ("“The wall will hold”", "Mirela Oduya", "the harbour master", "Shore Gazette", "5 March 2025"):
        assert words in markup.text
    assert [link["href"] for link in markup.all("a")] == [ADDRESS]
    assert [script["src"] for script in markup.all("script")] == [f"{PUBLIC}/static/frames.js"]


def test_the_answer_is_the_code_of_the_page_with_a_frame_in_it(client, shelf):
    page = Markup(client.get("/quotes/q1").get_data(as_text=True))
    answered = [line for line in ask(client).get_json()["html"].splitlines() if "<iframe" not in line]
    assert "\n".join(answered) in page.text


@pytest.mark.parametrize("query, width, height", [
    ({"maxwidth": 300}, 300, None), ({"maxheight": 100}, 550, 100), ({"maxwidth": 1, "maxheight": 1}, 1, 1),
    ({"maxwidth": 9999, "maxheight": 9999}, 550, None), ({"maxwidth": 10**30}, 550, None),
])
def test_the_size_asked_for_is_kept(client, shelf, query, width, height):
    answer = ask(client, **query).get_json()
    assert answer["width"] == width
    assert height is None or answer["height"] == height
    assert answer["height"] <= 600


@pytest.mark.parametrize("address", [
    f"{PUBLIC}/quotes/q1/", f"{PUBLIC}/quotes/q1?a=b", f"{PUBLIC}/quotes/q1#c", "http://quotes.example/quotes/q1",
    "https://QUOTES.example/quotes/q1", f"{PUBLIC}/quotes/q1/card",
])
def test_ways_to_write_the_same_address(client, shelf, address):
    assert ask(client, url=address).status_code == 200


@pytest.mark.parametrize("address", [
    f"{PUBLIC}/quotes/q99", f"{PUBLIC}/quotes/", f"{PUBLIC}/quotes/q0", f"{PUBLIC}/speakers/s1", f"{PUBLIC}/", PUBLIC,
    f"{PUBLIC}/v1/quotes/q1", "https://evil.example/quotes/q1", "https://quotes.example.evil.example/quotes/q1",
    "https://quotes.example:8443/quotes/q1", "https://quotes.example@evil.example/quotes/q1", "/quotes/q1",
    "javascript:alert(1)", "file:///etc/passwd", "https://[::1", "q1", f"{PUBLIC}/quotes/../q1",
])
def test_other_addresses_have_no_card(client, shelf, address):
    response = ask(client, url=address)
    assert response.status_code == 404
    assert response.mimetype == "application/problem+json"


@pytest.mark.parametrize("format", ["xml", "XML", "html", ""])
def test_other_formats_are_not_offered(client, shelf, format):
    response = ask(client, format=format)
    assert response.status_code == 501
    assert response.mimetype == "application/problem+json"


@pytest.mark.parametrize("query", [{"maxwidth": "0"}, {"maxwidth": "-5"}, {"maxheight": "tall"}, {"url": ""}])
def test_what_cannot_be_meant(client, shelf, query):
    response = ask(client, **query)
    assert response.status_code == 400
    assert response.mimetype == "application/problem+json"
    assert response.get_json()["errors"][0]["parameter"] in query


def test_an_address_is_needed(client):
    response = client.get("/oembed")
    assert response.status_code == 400
    assert response.get_json()["errors"][0]["parameter"] == "url"


def test_a_collection_that_is_closed_asks_for_a_key(closed_client, shelf, keys):
    assert ask(closed_client).status_code == 401
    assert closed_client.get("/oembed", query_string={"url": ADDRESS}, headers=keys["read"]).status_code == 200


REQUIRED = {"type": str, "version": str, "html": str, "width": int, "height": int}  # of a rich card, section 2.3.4.4
OPTIONAL = {"title": str, "author_name": str, "author_url": str, "provider_name": str, "provider_url": str,
            "cache_age": int, "thumbnail_url": str, "thumbnail_width": int, "thumbnail_height": int}


@pytest.mark.parametrize("quote", ["q1", "q2", "q3", "q4", "q5"])
def test_every_card_has_the_fields_of_the_specification(client, shelf, quote):
    response = ask(client, url=f"{PUBLIC}/quotes/{quote}")
    answer = response.get_json()
    assert response.mimetype == "application/json" and response.status_code == 200
    assert set(REQUIRED) <= set(answer) <= {*REQUIRED, *OPTIONAL}
    assert all(isinstance(answer[name], {**REQUIRED, **OPTIONAL}[name]) for name in answer)
    thumbnails = [name for name in answer if name.startswith("thumbnail_")]
    assert len(thumbnails) == 3, "all three or none"
    picture = client.get(urlsplit(answer["thumbnail_url"]).path)
    assert picture.mimetype == "image/png"


@pytest.mark.parametrize("size", [{"maxwidth": 1199}, {"maxheight": 629}])
def test_a_picture_larger_than_was_asked_for_is_left_out(client, shelf, size):
    assert "thumbnail_url" not in ask(client, **size).get_json()


@pytest.mark.parametrize("theme, asked", [
    ("dark", "dark"), ("plain", "plain"), ("auto", "auto"), ("light", None), ("purple", None), ('"><script>', None)])
def test_the_address_chooses_the_theme(client, shelf, theme, asked):
    answer = ask(client, url=f"{ADDRESS}?theme={theme}").get_json()
    attributes = frame_in(answer["html"])
    assert attributes["src"] == f"{ADDRESS}/card" + (f"?theme={asked}" if asked else "")
    assert Markup(answer["html"]).all("blockquote")[0]["data-card"] == attributes["src"]
    assert client.get(answer["thumbnail_url"].removeprefix(PUBLIC)).status_code == 200
    assert client.get(attributes["src"].removeprefix(PUBLIC)).status_code == 200


def test_unknown_parameters_are_passed_over(client, shelf):
    assert ask(client, dnt=1, callback="f").status_code == 200


def test_a_page_can_be_discovered(client, shelf):
    response = client.get("/quotes/q1")
    link, = (attributes for attributes in Markup(response.get_data(as_text=True)).all("link")
             if attributes.get("type") == "application/json+oembed")
    address = urlsplit(link["href"])
    assert parse_qs(address.query) == {"url": [ADDRESS], "format": ["json"]}
    assert client.get(f"{address.path}?{address.query}").get_json() == ask(client).get_json()
    header = response.headers["Link"]
    assert header.startswith(f"<{link['href']}>;") and 'type="application/json+oembed"' in header


@pytest.mark.parametrize("words, least, most", [
    (None, 180, 240), ("Short.", 180, 240), ("word " * 60, 300, 480), ("word " * 2000, 600, 600),
    ("a\n" * 500, 600, 600),
])
def test_the_height_follows_the_words(words, least, most):
    quote = Quote("q1", "direct", words, 0, 0, "unknown", 0.0)
    assert least <= height_for(quote, 550) <= most
    assert height_for(quote, 300) >= height_for(quote, 550)
