"""Takedowns and objections over HTTP: what they answer, and that nothing of it is shown to the public."""

from __future__ import annotations

import pytest

from tests.api.conftest import PUBLIC
from tests.api.http.test_problems import problem
from tests.api.shelf import QUOTES, TEXT

ARTICLE = {"text": TEXT, "url": "https://gazette.example/wall"}


@pytest.fixture
def send(client, shelf, keys):
    """Send a request with the admin key, or another."""

    def sent(method, address, body=None, key="admin"):
        return client.open(address, method=method, json=body, headers=keys[key])

    return sent


def hide(send, action="hide"):
    return send("POST", "/v1/speakers/s1/objection", {"action": action, "note": "a letter"})


def test_a_takedown_says_what_it_removed(client, send):
    response = send("DELETE", "/v1/documents/d1?note=court+order")
    assert response.status_code == 200
    answer = response.get_json()
    assert answer["purged"] is True
    assert answer["decision"]["after"] == {
        "revisions": 1, "characters": len(TEXT), "quotes": len(QUOTES), "posts": 1, "speakers": 3}
    assert (answer["decision"]["note"], answer["decision"]["made_by"]) == ("court order", "a admin key")
    for address in ("/v1/documents/d1", "/v1/quotes/q1", "/quotes/q1", "/documents/d1", "/v1/speakers/s1",
                    "/v1/quotes/q1/history"):
        assert client.get(address).status_code == 404
    assert client.get("/v1/quotes?status=active").get_json()["items"] == []
    problem(send("DELETE", "/v1/documents/d1"), 404)


def test_what_was_taken_down_is_refused_until_that_is_undone(client, send, keys):
    send("DELETE", "/v1/documents/d1")
    content = problem(send("POST", "/v1/documents", ARTICLE), 409)
    assert content["type"] == "/problems/taken-down" and "Undo c1 to allow it" in content["detail"]
    batch = client.post("/v1/documents/batch", data='{"text": "x", "url": "https://gazette.example/wall"}\n',
                        content_type="application/x-ndjson", headers=keys["write"])
    assert '"status": 409' in batch.get_data(as_text=True)
    problem(send("POST", "/v1/decisions/c1/undo", {}, "write"), 403)
    assert send("POST", "/v1/decisions/c1/undo", {}).status_code == 200
    assert send("POST", "/v1/documents", ARTICLE).status_code == 201


@pytest.mark.parametrize("request_sent, status", [
    (("DELETE", "/v1/documents/d9"), 404), (("DELETE", "/v1/documents/d1?why=x"), 422),
    (("DELETE", f"/v1/documents/d1?note={'x' * 2001}"), 422),
    (("POST", "/v1/speakers/s9/objection", {"action": "hide"}), 404),
    (("POST", "/v1/speakers/s1/objection", {"action": "forget"}), 422),
    (("POST", "/v1/speakers/s1/objection", {}), 422),
])
def test_what_is_refused(client, send, request_sent, status):
    problem(send(*request_sent), status)
    assert len(client.get("/v1/quotes").get_json()["items"]) == 5


HIDDEN = ["/v1/quotes/q1", "/quotes/q1", "/quotes/q1/card", "/v1/quotes/q1/history", "/v1/quotes/q1/versions",
          "/v1/speakers/s1", "/speakers/s1", "/v1/speakers/s1/quotes", "/v1/speakers/s1/history",
          f"/oembed?url={PUBLIC}/quotes/q1", "/quotes/q1/card.svg", "/quotes/q1/card.png", "/speakers/s1/feed.json",
          "/speakers/s1/feed.atom"]


@pytest.mark.parametrize("address", HIDDEN)
def test_what_is_hidden_is_gone_for_the_public(client, send, address):
    assert client.get(address).status_code == 200
    hide(send)
    problem(client.get(address), 410)
    assert "gone" in problem(send("GET", address, key="write"), 410)["type"]
    assert send("GET", address).status_code == 200


LISTS = ["/v1/quotes", "/v1/quotes?speaker=s1", "/v1/quotes?speaker=Oduya", "/v1/quotes?q=wall",
         "/v1/documents/d1/quotes", "/v1/quotes?status=withdrawn", "/v1/speakers?q=Oduya", "/v1/quotes?format=jsonl",
         "/feed.json", "/", "/?q=wall", "/v1/verify?text=The+wall+will+hold"]


@pytest.mark.parametrize("address", LISTS)
def test_it_stands_in_no_list(client, send, address):
    hide(send)
    written = client.get(address).get_data(as_text=True)
    assert "The wall will hold," not in written
    assert '"q1"' not in written and "/quotes/q1" not in written


def test_admins_can_list_what_is_hidden(client, send):
    made = hide(send).get_json()["decision"]
    assert (made["action"], made["after"], made["note"]) == ("hide", {"quotes": 2}, "a letter")
    problem(client.get("/v1/quotes?status=hidden"), 403)
    problem(send("GET", "/v1/quotes?status=hidden", key="write"), 403)
    assert [one["id"] for one in send("GET", "/v1/quotes?status=hidden").get_json()["items"]] == ["q2", "q1"]
    problem(hide(send), 409)
    assert send("POST", f"/v1/decisions/{made['id']}/undo", {}).status_code == 200
    assert client.get("/v1/quotes/q1").get_json()["status"] == "active"


def test_an_erasure(client, send):
    answer = hide(send, "erase").get_json()
    assert answer["purged"] is True
    assert answer["decision"]["after"] == {"quotes": 2, "posts": 0, "characters": 48, "still_in_documents": ["d1"]}
    assert client.get("/v1/quotes/q1").status_code == 404
    assert client.get("/v1/speakers/s1").status_code == 410
    assert client.get("/v1/documents/d1").status_code == 200
