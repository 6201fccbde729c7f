"""Dates over HTTP: where they come from, what is undated, orders, days, and feeds by arrival."""

from __future__ import annotations

import json

import pytest

TEXT = "“{} is what we ask for,” said Ona Brandt, the mayor, at the harbour."
DAYS = [None, "2025-03-02", "2025-03-05T23:30:00-05:00", None, "2025-03-03"]
WORDS = ("Patience", "Honesty", "Courage", "Kindness", "Wisdom")


@pytest.fixture
def articles(client, keys):
    """Five articles, two of them undated, in the order in which they came in."""
    for word, day in zip(WORDS, DAYS, strict=True):
        article = {"text": TEXT.format(word), "publisher": f"Paper {word}", "published_at": day}
        assert client.post("/v1/documents", json=article, headers=keys["write"]).status_code == 201


def numbers(client, query=""):
    """The documents of the quotes in a list, by the order in which they came in."""
    items = client.get(f"/v1/quotes?{query}").get_json()["items"]
    return [int(one["document"]["id"][1:]) for one in items]


ORDERS = [
    ("", [3, 5, 2, 4, 1]), ("sort=date", [3, 5, 2, 4, 1]), ("order=asc", [2, 5, 3, 1, 4]),
    ("sort=added", [5, 4, 3, 2, 1]), ("sort=added&order=asc", [1, 2, 3, 4, 5]),
    ("q=ask", [3, 5, 2, 4, 1]), ("q=ask&order=asc", [2, 5, 3, 1, 4]), ("q=ask&sort=added", [5, 4, 3, 2, 1]),
    ("from=2025-03-03", [3, 5]), ("to=2025-03-03", [5, 2]), ("from=2025-03-05&to=2025-03-05", [3]),
    ("from=2025-03-06", []), ("to=2025-03-03&undated=true", [5, 2, 4, 1]), ("from=2026-01-01&undated=true", [4, 1]),
    ("to=2025-03-03&undated=true&order=asc", [2, 5, 1, 4]), ("to=2025-03-03&undated=false", [5, 2]),
    ("undated=true", [3, 5, 2, 4, 1]), ("q=ask&to=2025-03-03&undated=true", [5, 2, 4, 1]),
]


@pytest.mark.parametrize("query, expected", ORDERS)
def test_orders_and_days(client, articles, query, expected):
    assert numbers(client, query) == expected


@pytest.mark.parametrize("query", ["order=asc", "sort=added", "order=asc&sort=added", "to=2025-03-04&undated=true"])
def test_parts_make_up_the_whole(client, articles, query):
    whole, address, found = numbers(client, query), f"/v1/quotes?{query}&limit=2", []
    while address:
        body = client.get(address).get_json()
        found += [int(one["document"]["id"][1:]) for one in body["items"]]
        address = body["next"]
    assert found == whole


@pytest.mark.parametrize("query, field", [
    ("order=up", "order"), ("sort=age", "sort"),
    ("undated=perhaps", "undated"),
])
def test_what_is_no_order_is_refused(client, articles, query, field):
    answer = client.get(f"/v1/quotes?{query}")
    assert answer.status_code == 422 and f'"{field}"' in json.dumps(answer.get_json())


def test_a_place_in_one_order_is_none_in_another(client, articles):
    cursor = client.get("/v1/quotes?limit=2&sort=added").get_json()["next"].split("cursor=")[1]
    assert client.get(f"/v1/quotes?limit=2&sort=added&order=asc&cursor={cursor}").status_code == 422


def test_a_document_says_what_its_date_rests_on_and_when_it_came_in(client, articles):
    first, second = (client.get(f"/v1/documents/d{number}").get_json() for number in (1, 2))
    assert (first["published_at"], first["published_from"], first["archived_at"]) == (None, None, None)
    assert (second["published_at"], second["published_from"]) == ("2025-03-02", "caller")
    assert first["added_at"][:2] == "20" and client.get("/v1/documents").get_json()["items"][-1]["id"] == "d1"


def test_feeds_go_by_arrival_so_that_undated_articles_reach_them(client, articles):
    items = client.get("/feed.json").get_json(force=True)["items"]
    assert [one["content_text"].split()[0] for one in items] == list(WORDS[::-1])
    assert ["date_published" in one for one in items] == [day is not None for day in DAYS[::-1]]
    assert all("date_modified" in one for one in items)
    assert client.get("/feed.json?sort=date").status_code == 422


def test_statistics_count_the_undated_in_no_period(client, articles):
    assert client.get("/v1/stats/speakers").get_json()["quotes"] == 5
    assert client.get("/v1/stats/speakers?from=2000-01-01").get_json()["quotes"] == 3
    assert client.get("/v1/stats/speakers?from=2000-01-01&undated=true").get_json()["quotes"] == 5
    assert {one["month"] for one in client.get("/v1/stats/unnamed").get_json()["items"]} == {"2025-03", None}


def test_pages_name_no_day_of_arrival(client, articles):
    for path in ("/", "/documents/d1", "/speakers/s1", "/quotes/q1"):
        page = client.get(path).get_data(as_text=True)
        assert "2026" not in page.split("<main")[1].split("</main")[0]
    assert "undated" in client.get("/documents/d1").get_data(as_text=True)
    assert "5 March 2025" in client.get("/quotes/q3").get_data(as_text=True)


@pytest.mark.parametrize("days, said", [
    (("2025-03-03", "2025-03-03T08:00:00Z"), "the dates do not say which of them"),
    (("2025-03-03", "2025-03-04"), "First in"),
    (("2025-03-03", None), "First, of the articles with a date, in"),
    ((None, None), "None of these articles has a date"),
])
def test_a_page_claims_no_order_that_the_dates_do_not_give(client, keys, days, said):
    for number, day in enumerate(days):
        article = {"text": TEXT.format("Patience"), "publisher": f"Paper {number}", "published_at": day}
        client.post("/v1/documents", json=article, headers=keys["write"])
    page = " ".join(client.get("/quotes/q1").get_data(as_text=True).split())
    assert said in page


def test_the_best_match_is_first_whatever_order_is_asked_for(client, articles):
    best = numbers(client, "q=ask&sort=relevance")
    assert best and numbers(client, "q=ask&sort=relevance&order=asc") == best
