"""However many rows a list has, and however many of them are shown, the store is asked as many questions."""

from __future__ import annotations

import pytest

from quotes.collection.access_keys import PREFIX_LENGTH
from quotes.collection.ingestion import keep
from quotes.store.contract.jobs import Lease
from quotes.store.contract.own_searches import SavedSearch
from quotes.store.engine.sqlite import SqliteEngine
from tests.api.shelf import READING, small_reading

# Lists, with what each has to be asked; {} is the limit.
LISTS = [
    "/v1/quotes?limit={}", "/v1/quotes?limit={}&expand=document,speaker", "/v1/quotes?limit={}&expand=sentence",
    "/v1/quotes?limit={}&format=annotation",
    "/v1/quotes?limit={}&format=csv", "/v1/quotes?limit={}&format=jsonl", "/v1/quotes?limit={}&format=jsonld",
    "/v1/quotes?limit={}&speaker=brandt", "/v1/quotes?limit={}&speaker=s4", "/v1/quotes?limit={}&q=reason",
    "/v1/search?limit={}&q=ona+brandt+reason+2024&expand=sentence",
    "/v1/quotes?limit={}&publisher=Shore+Gazette&from=2024-01-01",
    "/v1/documents?limit={}", "/v1/documents/d1/quotes?limit={}", "/v1/documents/d1/quotes?limit={}&format=annotation",
    "/v1/speakers?limit={}", "/v1/speakers?limit={}&q=o", "/v1/speakers/s4/quotes?limit={}",
    "/v1/speakers/s4/quotes?limit={}&expand=document,speaker", "/v1/quotes/q1/history?limit={}",
    "/v1/speakers/s4/history?limit={}", "/v1/stats/speakers?limit={}",
    "/v1/documents?limit={}&publisher=Shore+Gazette", "/v1/speakers?limit={}&letter=b",
    "/v1/speakers?limit={}&sort=added",
    "/v1/quotes?limit={}&speaker_kind=person", "/v1/outlets?limit={}", "/v1/disagreements?limit={}",
    "/v1/decisions?limit={}",
    "/v1/jobs?limit={}", "/v1/saved-searches?limit={}", "/v1/saved-searches/w1/digest?limit={}",
    "/saved/w1/feed.atom?token=t&limit={}", "/saved/w1/feed.json?token=t&limit={}",
    "/feed.atom?limit={}", "/feed.json?limit={}", "/speakers/s4/feed.atom?limit={}", "/speakers/s4/feed.json?limit={}",
]

FEW = ("history", "/speakers?", "/stats/", "/d1/", "/outlets", "/disagreements", "/decisions",  # that have few rows
       "/saved-searches?", "/jobs?")


@pytest.fixture
def asked(monkeypatch):
    """Every question that the store is asked."""
    questions = []
    for name in ("run", "ask"):
        method = getattr(SqliteEngine, name)

        def counted(engine, query, *values, method=method):
            questions.append(query)
            return method(engine, query, *values)

        monkeypatch.setattr(SqliteEngine, name, counted)
    return questions


def count(client, asked, address):
    asked.clear()
    response = client.get(address, headers=HEADERS)
    assert response.status_code == 200, response.get_data(as_text=True)
    return len(asked), len(response.data)


HEADERS = {}  # with a key, where one is needed


@pytest.fixture
def shelves(store, keys):
    """A document of five quotes, and 53 of one quote each; and a saved search and jobs of a key."""
    HEADERS.update(keys["read"])
    owner = keys["read"]["Authorization"].split()[1][:PREFIX_LENGTH]
    store.add_saved_search(SavedSearch("", owner, "a", "q=ona+brandt+reason", "t", "2026-01-01", "q0", "q0"))
    for _ in range(5):
        store.queue_job(store.add_job("articles", owner, "2026-01-01", Lease("nobody", 0)))
    keep(store, READING)
    with store.writing():
        for number in range(53):
            keep(store, small_reading(number))
    return store


@pytest.mark.parametrize("address", LISTS)
def test_as_many_questions_for_fifty_rows_as_for_two(client, shelves, asked, address):
    client.get(address.format(2), headers=HEADERS)  # what is looked up once in a process
    few, short = count(client, asked, address.format(2))
    many, long = count(client, asked, address.format(100))
    assert few == many and 1 <= few <= (16 if "/v1/search" in address or "saved" in address else 10)
    assert long > short or any(few in address for few in FEW)


def test_every_list_is_counted(app):
    lists = {rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and takes_limit(app, rule)}
    walked = {address.partition("?")[0] for address in LISTS}
    adapter = app.url_map.bind("")
    assert lists <= {adapter.match(path, return_rule=True)[0].rule for path in walked}


def takes_limit(app, rule):
    """Whether the description of a route has a parameter `limit`."""
    documented = getattr(app.view_functions[rule.endpoint], "_apidoc", {}).get("arguments", {}).get("parameters", [])
    return any("limit" in getattr(one.get("schema"), "fields", {}) for one in documented)


def test_more_rows_in_the_store_change_nothing(client, shelves, asked):
    count(client, asked, LISTS[0].format(20))  # the first use of a key is noted
    before = {address: count(client, asked, address.format(20))[0] for address in LISTS}
    with shelves.writing():
        for number in range(53, 120):
            keep(shelves, small_reading(number))
    assert {address: count(client, asked, address.format(20))[0] for address in LISTS} == before
