"""Saved searches over HTTP: what is kept and refused, what is new, and whom the feed lets in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from quotes.collection.access_keys import make_key, revoke_key
from quotes.collection.decisions.quote_decisions import By
from quotes.collection.ingestion import keep
from quotes.collection.takedown.objections import hide
from quotes.collection.takedown.takedown import take_down
from quotes.store.store_opener import open_store, restore_store
from tests.api.conftest import NOW, PUBLIC
from tests.api.shelf import small_reading

ADDRESS = "/v1/saved-searches"


def save(client, headers, query, **more):
    response = client.post(ADDRESS, json={"query": query, **more}, headers=headers)
    assert response.status_code == 201, response.get_json()
    return response.get_json()


KEPT = [  # what is typed, what is kept, what it is called
    ("q=wall", "q=wall", "wall"),
    ("?speaker=s1&q=+the++wall+", "q=the+wall&speaker=s1", "the wall · Mirela Oduya"),
    ("limit=5&cursor=x&sort=added&q=sea&stance=asserted&plain=false&kind=&status=active", "q=sea", "sea"),
    ("publisher=Shore+Gazette&from=2025-01-01&to=2025-12-31", "publisher=Shore+Gazette&from=2025-01-01&to=2025-12-31",
     "Shore Gazette · 1 January 2025 to 31 December 2025"),
    ("plain=true&kind=direct", "kind=direct", "Direct quotation"),
    ("undated=true&stance=any&verdict=likely&min_confidence=.5&document=d1&speaker_kind=person",
     "speaker_kind=person&document=d1&verdict=likely&stance=any&min_confidence=0.5",
     "All of these · Person · Likely · d1 · 0.5"),
]
REFUSED = [  # a body, and where the fault is
    ({"query": ""}, "#/query"), ({"query": "limit=4"}, "#/query"), ({"query": "q=+"}, "#/query"), ({}, "#/query"),
    ({"query": "q=wall&q=sea"}, "#/query"), ({"query": "nonsense=1"}, "#/query"), ({"query": "kind=loud"}, "#/query"),
    ({"query": "status=hidden"}, "#/query"), ({"query": "status=withdrawn&q=a"}, "#/query"),
    ({"query": "from=yesterday"}, "#/query"), ({"query": "q=" + "a" * 401}, "#/query"), ({"query": 7}, "#/query"),
    ({"query": "q=wall", "label": ""}, "#/label"), ({"query": "q=wall", "label": "  "}, "#/label"),
    ({"query": "q=wall", "label": "a" * 121}, "#/label"), ({"query": "q=wall", "seen": "q1"}, "#/seen"),
    ({"query": "stance=asserted"}, "#/query"), ({"query": "q=%00"}, "#/query"),
]


def test_a_search_is_kept_in_one_form_which_is_a_search(client, shelf, keys):
    for typed, kept, label in KEPT:
        found = save(client, keys["read"], typed)
        assert (found["query"], found["label"], found["new"], found["whole"]) == (kept, label, 0, True)
        assert found["search"] == f"{PUBLIC}/?{kept}"
        assert client.get(f"/?{kept}").status_code == 200


def test_what_is_no_search_is_refused_with_its_place(client, shelf, keys):
    for body, pointer in REFUSED:
        response = client.post(ADDRESS, json=body, headers=keys["read"])
        assert response.status_code == 422 and response.get_json()["errors"][0]["pointer"] == pointer, body
    assert client.get(ADDRESS, headers=keys["read"]).get_json()["items"] == []


def test_the_same_search_is_kept_once_and_at_most_twenty(client, shelf, keys):
    first = save(client, keys["read"], "q=wall", label="The wall")
    again = client.post(ADDRESS, json={"query": "?q=wall&limit=3"}, headers=keys["read"])
    assert again.status_code == 409 and "“The wall”" in again.get_json()["detail"]
    for number in range(19):
        save(client, keys["read"], f"q=word{number}&plain=true")
    full = client.post(ADDRESS, json={"query": "q=more"}, headers=keys["read"])
    assert full.status_code == 409 and "at most 20" in full.get_json()["detail"]
    save(client, keys["write"], "q=wall")  # of another key
    part = client.get(f"{ADDRESS}?limit=15", headers=keys["read"]).get_json()
    rest = client.get(part["next"].removeprefix(PUBLIC), headers=keys["read"]).get_json()
    assert [len(part["items"]), len(rest["items"])] == [15, 5] and rest["items"][-1]["id"] == first["id"]


def test_what_came_in_is_new_until_it_is_said_to_be_seen(client, store, keys):
    found = save(client, keys["read"], "q=ona+brandt")
    address = f"{ADDRESS}/{found['id']}"
    assert client.get(f"{address}/digest", headers=keys["read"]).get_json()["items"] == []
    for number in range(3):
        keep(store, small_reading(number))
    digest = client.get(f"{address}/digest?limit=2", headers=keys["read"]).get_json()
    assert [quote["id"] for quote in digest["items"]] == ["q3", "q2"] and digest["latest"] == "q3"
    more = client.get(digest["next"].removeprefix(PUBLIC), headers=keys["read"]).get_json()
    assert [quote["id"] for quote in more["items"]] == ["q1"] and more["next"] is None
    assert client.get(address, headers=keys["read"]).get_json()["new"] == 3  # looking marks nothing as seen
    seen = client.patch(address, json={"seen": "q2"}, headers=keys["read"]).get_json()
    assert (seen["seen"], seen["new"]) == ("q2", 1)
    assert client.patch(address, json={"seen": "q9"}, headers=keys["read"]).status_code == 422
    assert client.patch(address, json={}, headers=keys["read"]).status_code == 422


def test_nothing_hidden_or_taken_down_is_new(client, shelf, keys):
    searches = [save(client, keys["read"], query) for query in ("publisher=Shore+Gazette", "q=wall+hold", "q=Oduya")]
    for search in searches:
        never_looked(shelf, search)
    assert all("q1" in new_in(client, keys, search) for search in searches)
    hide(shelf, "s1", By("desk", NOW))
    assert not any("q1" in new_in(client, keys, search) for search in searches)
    take_down(shelf, "d1", By("desk", NOW))
    for search in searches:
        assert new_in(client, keys, search) == []
        assert client.get(f"{ADDRESS}/{search['id']}", headers=keys["read"]).get_json()["new"] == 0
        assert "wall will hold" not in client.get(feed_of(search)).get_data(as_text=True)


def never_looked(store, search):
    """Set the marks of a saved search back, as if all had come in since."""
    store.change_saved_search(replace(store.saved_search(search["id"]), reached="q0", seen="q0"))


def new_in(client, keys, search):
    digest = client.get(f"{ADDRESS}/{search['id']}/digest", headers=keys["read"]).get_json()
    return [quote["id"] for quote in digest["items"]]


def feed_of(search, form="atom"):
    return search[f"feed_{form}"].removeprefix(PUBLIC)


def test_words_that_were_let_go_are_never_new(client, shelf, keys):
    search = save(client, keys["read"], "q=oduya+zebra")
    never_looked(shelf, search)
    assert client.get("/v1/search?q=oduya+zebra").get_json()["items"]  # without the zebra
    assert client.get(f"{ADDRESS}/{search['id']}", headers=keys["read"]).get_json()["new"] == 0


def test_nobody_else_has_it(client, shelf, keys):
    search = save(client, keys["read"], "q=wall")
    for method, path in (("GET", ""), ("DELETE", ""), ("GET", "/digest"), ("PATCH", "")):
        response = client.open(f"{ADDRESS}/{search['id']}{path}", method=method, json={"label": "x"},
                               headers=keys["admin"])
        assert response.status_code == 404
    assert client.get(ADDRESS, headers=keys["admin"]).get_json()["items"] == []


def test_a_feed_needs_its_token_and_no_key(client, closed_client, shelf, keys, caplog):
    search = save(client, keys["read"], "publisher=Shore+Gazette", label="Gazette")
    for address in (feed_of(search, "atom"), feed_of(search, "json")):
        with caplog.at_level("INFO"):
            feed = closed_client.get(address)
        assert feed.status_code == 200 and "The wall will hold" in feed.get_data(as_text=True)
        check_feed(client, keys, address, feed)
    logged = str([vars(record) for record in caplog.records])
    assert "/feed.atom" in logged and search["feed_atom"].partition("token=")[2] not in logged
    assert closed_client.get("/feed.atom").status_code == 401  # the token opens nothing else


def check_feed(client, keys, address, feed):
    assert "private" in feed.headers["Cache-Control"]
    assert client.get(address, headers={"If-None-Match": client.get(address).headers["ETag"]}).status_code == 304
    path = address.partition("?")[0]
    assert client.get(path).status_code == 422
    for wrong in (f"{path}?token=wrong", f"{path}?token=%C3%A9", address.replace("/w1/", "/w7/"), f"{address}0"):
        assert client.get(wrong, headers=keys["read"]).status_code == 404


def test_a_feed_stops_with_its_address_its_search_and_its_key(client, store, keys):
    key = make_key(store, "Rea", "read", NOW)
    headers = {"Authorization": f"Bearer {key}"}
    first, second, third = (save(client, headers, f"q={word}") for word in ("wall", "sea", "gull"))
    assert [client.get(feed_of(one)).status_code for one in (first, second, third)] == [200, 200, 200]
    renewed = client.patch(f"{ADDRESS}/{first['id']}", json={"renew_feed": True}, headers=headers).get_json()
    assert [client.get(feed_of(one)).status_code for one in (first, renewed)] == [404, 200]
    assert client.delete(f"{ADDRESS}/{second['id']}", headers=headers).status_code == 204
    assert client.get(f"{ADDRESS}/{second['id']}", headers=headers).status_code == 404
    assert client.get(feed_of(second)).status_code == 404
    revoke_key(store, "Rea", datetime.now(UTC))
    assert store.saved_searches(key[:11]) == ()
    assert [client.get(feed_of(one)).status_code for one in (renewed, third)] == [404, 404]


def test_a_backup_has_them(client, store, keys, tmp_path):
    search = save(client, keys["read"], "q=wall", label="The wall")
    store.back_up(str(tmp_path / "backup.db"), lambda share: None)
    restore_store(f"sqlite:///{tmp_path / 'other.db'}", Path(tmp_path / "backup.db"), lambda share: None)
    restored = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    assert restored.saved_search(search["id"]) == store.saved_search(search["id"])
    restored.close()
