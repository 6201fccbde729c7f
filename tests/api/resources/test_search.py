"""GET /v1/quotes?q=…: found quotes with their snippets, by date or relevance, and a word where time ran out."""

from __future__ import annotations

import pytest

from quotes.api.app import create_app


@pytest.mark.parametrize("q, texts", [
    ("wall", ["The wall will hold,"]), ('"wall will"', ["The wall will hold,"]), ('"will wall"', []),
    ("wal*", ["The wall will hold,"]), ("will -wall", []), ("-wall%20-asked%20-boots%20-bedtime", None),
    ('"', []), ("*", []), ("%E2%80%9Cwall%20will", ["The wall will hold,"]),
])
@pytest.mark.parametrize("sort", ["date", "relevance"])
def test_the_grammar_of_searches(client, shelf, q, texts, sort):
    answer = client.get(f"/v1/quotes?q={q}&sort={sort}")
    assert answer.status_code == 200
    body = answer.get_json()
    found = [item["text"] for item in body["items"]]
    assert body["partial"] is False
    assert found == texts if texts is not None else not any("wall" in text or "boots" in text for text in found)


def test_snippets_show_where_the_words_stand(client, shelf):
    body = client.get('/v1/quotes?q="will hold" wall').get_json()
    quote, = body["items"]
    shown, = body["snippets"]
    assert (shown["quote"], shown["text"]) == (quote["id"], quote["text"][shown["start"]:shown["end"]])
    assert [quote["text"][start:end] for start, end in shown["matches"]] == ["wall", "will hold"]


@pytest.mark.parametrize("address", ["/v1/quotes", "/v1/speakers/s1/quotes", "/v1/documents/d1/quotes"])
def test_lists_that_are_no_search_say_so_with_nothing(client, shelf, address):
    body = client.get(address).get_json()
    assert body["items"] and (body["partial"], body["snippets"]) == (False, [])


def test_a_search_without_time_says_that_it_is_not_whole(settings, store, shelf, monkeypatch):
    monkeypatch.setattr("quotes.store.quotes.search.SHARES", {"date": -1.0, "relevance": -1.0})
    client = create_app(settings, store).test_client()
    body = client.get("/v1/quotes?q=wall&sort=relevance").get_json()
    assert body["partial"] is True
    assert [item["text"] for item in body["items"]] == ["The wall will hold,"]


def test_relevance_can_be_paged_through(client, many):
    first = client.get("/v1/quotes?q=-zebra&limit=5&sort=relevance").get_json()
    second = client.get(first["next"].replace("https://quotes.example", "")).get_json() if first["next"] else first
    assert {item["id"] for item in first["items"]}.isdisjoint({item["id"] for item in second["items"]})
    assert "sort=relevance" in first["next"]


def test_a_speakers_quotes_are_searched_too(client, shelf):
    body = client.get("/v1/speakers/s1/quotes?q=wall&sort=relevance").get_json()
    assert [item["text"] for item in body["items"]] == ["The wall will hold,"]
    assert len(body["snippets"]) == 1
