"""The service below a path."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.api.app import create_app
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup

PREFIX = "/press/quotes"


@pytest.fixture
def client(settings, store):
    return create_app(replace(settings, public_url=PUBLIC + PREFIX), store).test_client()


@pytest.mark.parametrize("before", ["", PREFIX])
def test_requests_with_and_without_the_path_are_answered(client, shelf, before):
    for address in ("/", "/v1/quotes", "/quotes/q1", "/healthz", "/docs"):
        assert client.get(before + address).status_code == 200
    assert client.get(before + "/nothing").status_code == 404


@pytest.mark.parametrize("address", ["/", "/quotes/q1", "/speakers/s1", "/documents/d1", "/try", "/docs"])
def test_every_address_of_a_page_lies_below_the_path(client, many, address):
    for found in Markup(client.get(address).get_data(as_text=True)).addresses():
        assert found.startswith((PREFIX + "/", PUBLIC + PREFIX + "/", "#", "https://gazette.example/")), found


def test_so_do_those_of_the_api(client, many):
    body = client.get("/v1/quotes?limit=1").get_json()
    assert body["next"].startswith(f"{PUBLIC}{PREFIX}/v1/quotes?")
    assert client.get(body["next"].removeprefix(PUBLIC)).status_code == 200
    assert client.get("/v1/quotes/q999").get_json()["type"] == f"{PREFIX}/problems/not-found"
    assert client.get("/openapi.json").get_json()["servers"] == [{"url": PREFIX}]


@pytest.mark.parametrize("address, status", [
    (f"{PUBLIC}{PREFIX}/quotes/q1", 200), (f"{PUBLIC}/quotes/q1", 404), (f"{PUBLIC}/press/quotesquotes/q1", 404),
])
def test_cards_are_found_below_the_path(client, shelf, address, status):
    assert client.get("/oembed", query_string={"url": address}).status_code == status


def test_a_path_that_only_begins_alike_is_another(client, shelf):
    assert client.get("/press/quotesabout").status_code == 404
