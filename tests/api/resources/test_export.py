"""Every quote in one file: all rows, for Excel too, with the sentence around, a part at a time."""

from __future__ import annotations

import csv
import io
import json
from itertools import islice

import pytest

from quotes.api.resources import export
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup


def rows(response):
    return list(csv.DictReader(io.StringIO(response.get_data(as_text=True).removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("path", ["/v1/quotes/export", "/export"])
def test_all_rows_come_whole(client, many, path, monkeypatch):
    monkeypatch.setattr(export, "AT_ONCE", 10)
    found = rows(client.get(path))
    assert len({row["id"] for row in found}) == 53
    days = [row["published_at"] for row in found]
    assert days == sorted(days, reverse=True)
    assert [row["id"] for row in rows(client.get(f"{path}?order=asc"))] == [row["id"] for row in reversed(found)]


def test_a_row_has_its_sentence(client, shelf):
    found = {row["id"]: row["sentence"] for row in rows(client.get("/v1/quotes/export?stance=any"))}
    assert found["q1"] == "“The wall will hold,” said Mirela Oduya, the harbour master."
    assert found["q2"].startswith("She called the report “a ‘bedtime story’")


def test_the_mark_for_excel_comes_on_request(client, shelf):
    assert client.get("/v1/quotes/export?bom=true").data.startswith(b"\xef\xbb\xbfid,speaker,")
    assert client.get("/v1/quotes/export").data.startswith(b"id,speaker,")
    refused = client.get("/v1/quotes/export?bom=true&format=jsonl")
    assert refused.status_code == 422 and refused.get_json()["errors"][0]["parameter"] == "bom"


@pytest.mark.parametrize("query, ids", [
    ("speaker=s1", ["q1", "q2"]), ("q=wall", ["q1"]), ("kind=post", ["q5"]), ("document=d1", 5),
    ("publisher=Other", []), ("speaker=nobody", []), ("from=2025-03-06", []), ("verdict=unsure", ["q4"]),
])
def test_filters(client, shelf, query, ids):
    found = sorted(row["id"] for row in rows(client.get(f"/v1/quotes/export?{query}")))
    assert len(found) == ids if isinstance(ids, int) else found == ids


@pytest.mark.parametrize("query", [
    "limit=5", "cursor=x", "expand=speaker", "sort=relevance", "format=json", "bom=maybe", "purple=1"])
def test_what_a_file_cannot_be_asked_for(client, shelf, query):
    assert client.get(f"/v1/quotes/export?{query}").status_code == 422


@pytest.mark.parametrize("form", ["jsonl", "jsonld", "annotation"])
def test_other_formats(client, shelf, form):
    response = client.get(f"/v1/quotes/export?format={form}")
    assert "attachment" in response.headers["Content-Disposition"]
    text = response.get_data(as_text=True)
    assert len([json.loads(line) for line in text.splitlines()] if form == "jsonl" else [json.loads(text)]) in (5, 1)


def test_the_file_is_sent_while_it_is_written(client, many, monkeypatch):
    monkeypatch.setattr(export, "AT_ONCE", 5)
    asked = []
    quotes = type(many).quotes
    monkeypatch.setattr(type(many), "quotes", lambda *values: asked.append(1) or quotes(*values))
    response = client.get("/v1/quotes/export", buffered=False)
    assert response.is_streamed and len(list(islice(response.response, 6))) == 6
    assert 1 <= len(asked) <= 2
    response.close()


def test_hidden_quotes_and_closed_collections_need_a_key(client, closed_client, shelf, keys):
    assert client.get("/v1/quotes/export?status=hidden").status_code == 403
    assert closed_client.get("/v1/quotes/export").status_code == 401
    assert closed_client.get("/v1/quotes/export", headers=keys["read"]).status_code == 200


@pytest.mark.parametrize("page, number", [("/", 5), ("/?q=wall", 1), ("/speakers/s1", 2), ("/speakers/s1?q=story", 1),
                                          ("/documents/d1", 5)])
def test_every_list_has_its_files(client, shelf, page, number):
    links = [link["href"] for link in Markup(client.get(page).get_data(as_text=True)).all("a")
             if link["href"].startswith("/export")]
    assert len(links) == 3
    assert {len(rows(client.get(link))) for link in links[:2]} == {number}


@pytest.mark.parametrize("page, feed", [
    ("/", "/feed.atom"), ("/?q=the+wall", "/feed.atom?q=the+wall"),
    ("/?q=wall&stance=denied", None), ("/speakers/s1?kind=direct", "/speakers/s1/feed.atom?kind=direct"),
    ("/documents/d1", "/feed.atom?document=d1&stance=any"),
])
def test_every_list_shows_the_address_of_its_feed(client, shelf, page, feed):
    text = Markup(client.get(page).get_data(as_text=True)).text
    if feed is None:
        assert "/feed.atom" not in text
        return
    assert f"{PUBLIC}{feed}" in text
    assert client.get(feed).status_code == 200
