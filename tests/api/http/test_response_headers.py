"""Headers: what a browser may do with an answer, who may read it from elsewhere, and whether it is still the same."""

from __future__ import annotations

import pytest

from tests.api.conftest import PUBLIC
from tests.api.markup import Markup

PAGES = ["/", "/try", "/quotes/q1", "/speakers/s1", "/documents/d1", "/problems/not-found", "/docs"]
SINGLE = ["/v1/quotes/q1", "/v1/speakers/s1", "/v1/documents/d1", "/quotes/q1", "/quotes/q1/card",
          "/quotes/q1/card.svg", "/quotes/q1/card.png", "/openapi.json", f"/oembed?url={PUBLIC}/quotes/q1"]
CARDS = ["/quotes/q1/card", "/quotes/q1/card.svg", "/quotes/q1/card.png"]
READABLE = ["/v1/quotes", "/v1/quotes/q1", "/v1/speakers", "/v1/documents", "/openapi.json",
            f"/oembed?url={PUBLIC}/quotes/q1", "/v1/quotes/q99"]


def policy(response):
    """The content policy as a table."""
    return {part.split()[0]: part.split()[1:] for part in response.headers["Content-Security-Policy"].split(";")}


@pytest.mark.parametrize("address", [*PAGES, *CARDS, "/v1/quotes", "/nothing", "/static/quotes.css", "/cards/dark.css"])
def test_every_answer_is_guarded(client, shelf, address):
    response = client.get(address)
    rules = policy(response)
    assert rules["default-src"] == ["'none'"] and rules["base-uri"] == ["'none'"]
    sources = {source for name, sources in rules.items() for source in sources if name != "frame-ancestors"}
    assert sources <= {"'none'", "'self'", "data:"}
    assert rules["frame-ancestors"] == (["*"] if address.endswith("/card") else ["'none'"])
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in response.headers and "X-Frame-Options" not in response.headers
    response.close()


@pytest.mark.parametrize("address", [page for page in PAGES if page != "/docs"])
def test_pages_have_no_script_but_files_of_ours(client, shelf, address):
    response = client.get(address)
    assert policy(response).get("script-src", ["'self'"]) == ["'self'"]
    assert Markup(response.get_data(as_text=True)).intruders() == []


@pytest.mark.parametrize("address", [*PAGES, "/quotes/q1/card"])
def test_pages_load_nothing_from_other_hosts(client, shelf, address):
    markup = Markup(client.get(address).get_data(as_text=True))
    loaded = [attributes.get("src") or attributes.get("href") for tag, attributes in markup.elements
              if (tag in ("script", "img", "iframe") and attributes.get("type") != "application/ld+json")
              or (tag == "link" and attributes["rel"] in ("stylesheet", "icon"))]
    assert loaded
    assert all(found.startswith(("/", PUBLIC)) for found in loaded)
    assert not markup.all("style") and not [names for _, names in markup.shape() if "style" in names]


@pytest.mark.parametrize("address", PAGES)
def test_what_a_page_links_to_is_there(client, shelf, address):
    markup = Markup(client.get(address).get_data(as_text=True))
    anchors = {attributes["id"] for _, attributes in markup.elements if "id" in attributes}
    for found in markup.addresses():
        if found.startswith("#"):
            assert found[1:] in anchors
        elif found.startswith("/"):
            response = client.get(found, follow_redirects=True)
            assert response.status_code == 200, found
            response.close()


@pytest.mark.parametrize("address", READABLE)
def test_anybody_may_read_from_elsewhere(client, shelf, address):
    response = client.get(address, headers={"Origin": "https://evil.example"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("address", ["/v1/extract", "/v1/documents"])
def test_nobody_may_write_from_elsewhere(client, keys, address):
    origin = {"Origin": "https://evil.example"}
    response = client.post(address, json={}, headers={**origin, **keys["write"]})
    assert response.status_code == 422
    assert not [name for name, _ in response.headers if name.startswith("Access-Control")]
    asked = client.options(address, headers={**origin, "Access-Control-Request-Method": "POST",
                                             "Access-Control-Request-Headers": "content-type, authorization"})
    assert asked.status_code == 200
    assert asked.headers.get("Access-Control-Allow-Methods") == "GET, HEAD"
    assert "Access-Control-Allow-Headers" not in asked.headers


@pytest.mark.parametrize("address, method, headers", [
    ("/v1/quotes", "GET", "If-None-Match"), ("/v1/quotes/q1", "HEAD", "If-None-Match"),
    ("/feed.json", "GET", "If-None-Match"), ("/v1/quotes/q1", "PATCH", None), ("/v1/documents", "POST", None),
    ("/v1/documents/d1", "DELETE", None), ("/healthz", "GET", None), ("/v1/quotes", None, None),
])
def test_scripts_elsewhere_may_ask_whether_something_changed(client, shelf, address, method, headers):
    asking = {"Origin": "https://evil.example"} | ({"Access-Control-Request-Method": method} if method else {})
    answered = client.options(address, headers=asking).headers
    assert answered.get("Access-Control-Allow-Headers") == headers
    assert ("Access-Control-Max-Age" in answered) == bool(headers)


@pytest.mark.parametrize("address", ["/", "/quotes/q1", "/try", "/healthz"])
def test_pages_are_not_read_from_elsewhere(client, shelf, address):
    assert "Access-Control-Allow-Origin" not in client.get(address).headers


@pytest.mark.parametrize("address", SINGLE)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_has_not_changed_is_not_sent_again(client, shelf, address, method):
    first = client.open(address, method=method)
    assert first.status_code == 200
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    again = client.open(address, method=method, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b"" and again.headers["ETag"] == tag
    for other in ('"other"', "", "W/nonsense"):
        assert client.open(address, method=method, headers={"If-None-Match": other}).status_code == 200


def test_head_has_the_tag_of_get(client, shelf):
    for address in SINGLE:
        assert client.get(address).headers["ETag"] == client.head(address).headers["ETag"]


def test_different_things_have_different_tags(client, shelf):
    tags = [client.get(address).headers["ETag"] for address in (*SINGLE, "/v1/quotes/q2", "/quotes/q2/card")]
    assert len(set(tags)) == len(tags)


def test_cards_are_kept_for_a_while_and_the_rest_is_asked_again(client, shelf):
    assert "max-age=300" in client.get("/quotes/q1/card").headers["Cache-Control"]
    assert client.get("/v1/quotes/q1").headers["Cache-Control"] == "no-cache"
    assert client.get("/v1/quotes/q99").headers["Cache-Control"] == "no-store"


def test_what_is_closed_is_kept_by_nobody_else(closed_client, shelf, keys):
    response = closed_client.get("/quotes/q1/card", headers=keys["read"])
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "Authorization" in response.headers["Vary"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("address", ["/v1/quotes/q1", "/v1/quotes", "/v1/speakers/s1", "/v1/documents/d1", "/feed.json",
                                     "/openapi.json", "/quotes/q1/card", "/quotes/q1/card.svg", "/cards/dark.css"])
def test_what_is_not_what_if_match_wants_is_a_problem(client, shelf, address, method):
    tag = client.get(address).headers["ETag"]
    for wanted in (tag, "*", f'"another", {tag}'):
        assert client.open(address, method=method, headers={"If-Match": wanted}).status_code == 200
    refused = client.open(address, method=method, headers={"If-Match": '"another"'})
    assert (refused.status_code, refused.content_type) == (412, "application/problem+json")
    if method == "GET":
        assert refused.get_json()["type"] == "/problems/changed-since"
