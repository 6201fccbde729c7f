"""Speakers decided about over HTTP: edits, names, accounts, merging, splitting; the old ids go on to answer."""

from __future__ import annotations

import pytest

from tests.api.http.test_problems import problem

S1 = "/v1/speakers/s1"


@pytest.fixture
def send(client, shelf, keys):
    """Send a request with the admin key."""

    def sent(method, address, body=None, key="admin", **headers):
        return client.open(address, method=method, json=body, headers={**keys[key], **headers})

    return sent


@pytest.fixture
def patch(client, send):
    """Send a change of a speaker with the write key and the version that is there."""

    def sent(body, address=S1, **headers):
        tag = {"If-Match": client.get(address).headers.get("ETag", '"v1-0"')}
        return send("PATCH", address, body, "write", **{**tag, **headers})

    return sent


def test_an_edit_is_answered_and_on_record(client, keys, patch):
    response = patch({"name": "Mirela Oduya-Falk", "description": None, "wikidata": "Q42", "note": "married"})
    assert response.status_code == 200
    speaker = response.get_json()
    assert (speaker["name"], speaker["description"], speaker["wikidata"]) == ("Mirela Oduya-Falk", None, "Q42")
    assert "Mirela Oduya" in speaker["aliases"]
    again = client.get(S1)
    assert (again.get_json(), again.headers["ETag"]) == (speaker, response.headers["ETag"])
    (made,) = client.get(f"{S1}/history", headers=keys["write"]).get_json()["items"]
    assert (made["action"], made["made_by"], made["note"]) == ("edit", "a write key", "married")
    assert made["before"]["name"] == "Mirela Oduya"


@pytest.mark.parametrize("body, pointer", [
    ({}, None), ({"note": "x"}, None), ({"name": None}, "#/name"), ({"name": ""}, "#/name"), ({"name": "!"}, "#/name"),
    ({"wikidata": "42"}, "#/wikidata"), ({"wikidata": "Q0"}, "#/wikidata"), ({"wikidata": "Q1\n"}, "#/wikidata"),
    ({"wikidata": "Q42", "kind": "group"}, "#/kind"), ({"description": "x" * 1001}, "#/description"),
    ({"aliases": []}, "#/aliases"),
])
def test_what_cannot_be_edited(client, patch, body, pointer):
    content = problem(patch(body), 422)
    assert pointer is None or content["errors"][0]["pointer"] == pointer
    assert client.get(f"{S1}/history").get_json()["items"] == []


def test_of_two_editors_the_second_is_told(client, patch, send):
    tag = client.get(S1).headers["ETag"]
    patch({"description": "the harbour master of Port Ellery"})
    problem(patch({"name": "Mirela"}, **{"If-Match": tag}), 412)
    problem(send("PATCH", S1, {"name": "Mirela"}), 428)
    problem(send("POST", f"{S1}/aliases", {"name": "Mirela"}, **{"If-Match": tag}), 412)
    problem(send("POST", "/v1/speakers/s1/merge", {"into": "s2"}, **{"If-Match": tag}), 412)
    assert client.get(S1).get_json()["name"] == "Mirela Oduya"


def test_aliases_and_accounts_come_and_go(client, send):
    assert send("POST", f"{S1}/aliases", {"name": "The Captain"}, "write").get_json()["action"] == "add_alias"
    account = {"platform": "twitter", "handle": "@harbour_watch"}
    assert send("POST", f"{S1}/accounts", account, "write").get_json()["action"] == "add_account"
    speaker = client.get(S1).get_json()
    assert "The Captain" in speaker["aliases"]
    assert speaker["accounts"] == [{"platform": "twitter", "handle": "harbour_watch"}]
    post = client.get("/v1/quotes/q5").get_json()
    assert (post["speaker"]["id"], post["post"]["account_link"]) == (
        "s1", {"how": "entered by a person", "confidence": 1.0})
    assert send("DELETE", f"{S1}/aliases?name=the+captain&note=a+slip", None, "write").get_json()["note"] == "a slip"
    assert send("DELETE", f"{S1}/accounts?platform=twitter&handle=harbour_watch", None, "write").status_code == 200
    speaker = client.get(S1).get_json()
    assert (speaker["aliases"], speaker["accounts"]) == (["Oduya"], [])


@pytest.mark.parametrize("method, address, body, status", [
    ("POST", f"{S1}/aliases", {}, 422), ("POST", f"{S1}/aliases", {"name": "Mirela Oduya"}, 409),
    ("POST", "/v1/speakers/s9/aliases", {"name": "Mirela"}, 404), ("DELETE", f"{S1}/aliases", None, 422),
    ("DELETE", f"{S1}/aliases?name=Nobody", None, 404), ("DELETE", f"{S1}/aliases?name=Mirela+Oduya", None, 409),
    ("DELETE", f"{S1}/aliases?name=Oduya&why=x", None, 422), ("POST", f"{S1}/accounts", {"handle": "x"}, 422),
    ("DELETE", f"{S1}/accounts?platform=twitter&handle=x", None, 404),
    ("DELETE", f"{S1}/accounts?platform=twitter&handle=two+words", None, 422),
    ("DELETE", f"{S1}/accounts?platform=+&handle=x", None, 422),
    ("POST", f"{S1}/accounts", {"platform": "twitter", "handle": "two\u2003words"}, 422),
    ("POST", f"{S1}/accounts", {"platform": "twitter", "handle": " @ "}, 422),
    ("POST", "/v1/speakers/s1/merge", {"into": "s1"}, 422), ("POST", "/v1/speakers/s1/merge", {"into": "q1"}, 422),
    ("POST", "/v1/speakers/s1/merge", {"into": "s9"}, 404), ("POST", "/v1/speakers/s9/merge", {"into": "s1"}, 404),
    ("POST", "/v1/speakers/s1/merge", {}, 422), ("POST", "/v1/speakers/s1/split", {}, 422),
    ("POST", "/v1/speakers/s1/split", {"quotes": ["q4"]}, 422),
    ("POST", "/v1/speakers/s1/split", {"quotes": "q1"}, 422),
    ("POST", "/v1/speakers/s1/split", {"quotes": ["q1", "q2"]}, 422),
    ("POST", "/v1/speakers/s1/split", {"documents": ["q1"]}, 422),
    ("PATCH", "/v1/speakers/s9", {"name": "Mirela"}, 404), ("GET", "/v1/speakers/s9/history", None, 404),
])
def test_what_is_refused(send, method, address, body, status):
    problem(send(method, address, body, **{"If-Match": "*"}), status)


def test_a_merged_speaker_is_answered_with_the_one_who_stayed(client, send):
    made = send("POST", "/v1/speakers/s2/merge", {"into": "s1", "note": "one person"}).get_json()
    assert (made["action"], made["about"], made["after"]["quotes"]) == ("merge", ["s2", "s1"], 1)
    old, new = client.get("/v1/speakers/s2"), client.get(S1)
    assert (old.get_json(), old.headers["ETag"]) == (new.get_json(), new.headers["ETag"])
    assert old.headers["Content-Location"] == "https://quotes.example/v1/speakers/s1"
    for address in ("/v1/speakers/s2/quotes", "/v1/quotes?speaker=s2"):
        assert [quote["id"] for quote in client.get(address).get_json()["items"]] == ["q4", "q2", "q1"]
    (merged,) = client.get("/v1/speakers/s2/history").get_json()["items"]
    assert merged["about"] == ["s2", "s1"]
    page = client.get("/speakers/s2")
    assert (page.status_code, page.headers["Location"]) == (302, "/speakers/s1")
    problem(send("PATCH", "/v1/speakers/s2", {"name": "Mirela"}, **{"If-Match": "*"}), 409)


@pytest.mark.parametrize("address", [
    "/v1/speakers/{}/quotes", "/v1/quotes?speaker={}", "/v1/quotes?speaker={}&q=wall",
    "/v1/quotes?speaker={}&q=wall&sort=relevance", "/v1/quotes?speaker={}&format=csv", "/v1/speakers/{}/quotes?q=wall",
    "/speakers/{}/timeline.svg",
])
def test_lists_and_searches_by_the_id_of_one_who_was_merged_are_the_other_s(client, send, address):
    send("POST", "/v1/speakers/s2/merge", {"into": "s1"})
    old, new = (client.get(address.format(one)) for one in ("s2", "s1"))
    assert (old.status_code, old.data) == (200, new.data)
    assert b"The wall will hold" in old.data or address.endswith("svg")


@pytest.mark.parametrize("address", ["/speakers/{}/feed.json", "/feed.json?speaker={}"])
def test_feeds_of_one_who_was_merged_are_the_other_s(client, send, address):
    send("POST", "/v1/speakers/s2/merge", {"into": "s1"})
    old, new = (client.get(address.format(one)).get_json() for one in ("s2", "s1"))
    assert [item["id"] for item in old["items"]] == [item["id"] for item in new["items"]] != []
    assert old["home_page_url"] == new["home_page_url"]


def test_a_page_of_one_who_was_merged_keeps_what_it_was_narrowed_to(client, send):
    send("POST", "/v1/speakers/s2/merge", {"into": "s1"})
    assert client.get("/speakers/s2?q=harbour").headers["Location"] == "/speakers/s1?q=harbour"


def test_a_merge_is_undone_by_an_admin(client, send):
    before = client.get("/v1/speakers/s2").get_json()
    made = send("POST", "/v1/speakers/s2/merge", {"into": "s1"}).get_json()
    refused = problem(send("POST", f"/v1/decisions/{made['id']}/undo", {}, "write"), 403)
    assert "admin" in refused["detail"]
    assert send("POST", f"/v1/decisions/{made['id']}/undo", {}).get_json()["undoes"] == made["id"]
    assert client.get("/v1/speakers/s2").get_json() == before


def test_a_split(client, send):
    made = send("POST", "/v1/speakers/s1/split", {"quotes": ["q2"], "description": "her aunt"}).get_json()
    other = made["about"][1]
    assert client.get("/v1/quotes/q2").get_json()["speaker"]["id"] == other
    assert client.get(f"/v1/speakers/{other}").get_json()["description"] == "her aunt"
    assert client.get("/v1/quotes/q1").get_json()["speaker"]["id"] == "s1"
