"""Corrections over HTTP: what can be sent, what comes back, and that nobody's change is lost."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest

from tests.api.http.test_problems import problem

Q1 = "/v1/quotes/q1"
MIRELA = {"id": "s1", "name": "Mirela Oduya"}


@pytest.fixture
def patch(client, shelf, keys):
    """Send a change of a quote with the write key and the version that is there, or another."""

    def send(body, address=Q1, **headers):
        tag = {"If-Match": client.get(address).headers.get("ETag", '"v1-0"')}
        return client.patch(address, json=body, headers={**keys["write"], **tag, **headers})

    return send


@pytest.fixture
def editor(client, keys):
    """What somebody reads who may decide."""
    return lambda address: client.get(address, headers=keys["write"])


SENT = [
    ({"confirmed": True}, {"speaker": "s1", "verdict": "confirmed", "status": "active"}, "confirm"),
    ({"speaker": {"id": "s2"}}, {"speaker": "s2", "verdict": "corrected", "status": "active"}, "correct"),
    ({"speaker": None}, {"speaker": None, "verdict": "corrected", "status": "active"}, "correct"),
    ({"speaker": {"name": "Ruta Vesk", "kind": "person", "description": None}},
     {"speaker": "s4", "verdict": "corrected", "status": "active"}, "correct"),
    ({"speaker": {"name": "mirela oduya", "another": True}},
     {"speaker": "s4", "verdict": "corrected", "status": "active"}, "correct"),
    ({"status": "not_a_quote"}, {"speaker": "s1", "verdict": "certain", "status": "not_a_quote"}, "not_a_quote"),
]


@pytest.mark.parametrize("body, expected, action", SENT)
def test_a_change_is_made_answered_and_on_record(editor, patch, body, expected, action):
    response = patch({**body, "note": "I rang her."})
    assert response.status_code == 200
    quote = response.get_json()
    assert {"speaker": quote["speaker"] and quote["speaker"]["id"], "verdict": quote["verdict"],
            "status": quote["status"]} == expected
    assert quote["confirmed_by"] == "a write key"
    again = editor(Q1)
    assert (again.get_json(), again.headers["ETag"]) == (quote, response.headers["ETag"])
    (made,) = editor(f"{Q1}/history").get_json()["items"]
    assert (made["action"], made["made_by"], made["note"], made["about"]) == (
        action, "a write key", "I rang her.", ["q1"])
    assert (made["before"]["speaker"], made["after"]["verdict"]) == (MIRELA, quote["verdict"])
    assert "state" not in made


def test_a_mark_is_taken_back(patch):
    patch({"status": "not_a_quote"})
    assert patch({"status": "active"}).get_json()["status"] == "active"


INVALID = [
    ({}, None), ({"note": "why"}, None), ({"confirmed": True, "speaker": None}, None), ({"confirmed": False}, None),
    ({"confirmed": None}, "#/confirmed"), ({"confirmed": "certainly"}, "#/confirmed"),
    ({"confirmed": 1}, "#/confirmed"), ({"confirmed": "true"}, "#/confirmed"),
    ({"speaker": {"name": "—"}}, "#/speaker/name"),
    ({"speaker": {"name": "Ona Brandt", "another": "yes"}}, "#/speaker/another"),
    ({"status": "withdrawn"}, "#/status"), ({"status": None}, "#/status"), ({"verdict": "certain"}, "#/verdict"),
    ({"text": "Other words"}, "#/text"), ({"speaker": {}}, None), ({"speaker": "s2"}, None),
    ({"speaker": {"id": "s2", "name": "Ona"}}, None), ({"speaker": {"id": "q2"}}, "#/speaker/id"),
    ({"speaker": {"id": "s2\n"}}, "#/speaker/id"), ({"speaker": {"id": "s99"}}, None),
    ({"speaker": {"name": ""}}, "#/speaker/name"), ({"speaker": {"name": "—"}}, None),
    ({"speaker": {"name": "x" * 301}}, "#/speaker/name"), ({"speaker": {"name": "a\0b"}}, "#/speaker/name"),
    ({"speaker": {"name": "Ona", "kind": "god"}}, "#/speaker/kind"),
    ({"confirmed": True, "note": "x" * 2001}, "#/note"), ([], None),
]


@pytest.mark.parametrize("body, pointer", INVALID)
def test_what_cannot_be_sent(client, patch, body, pointer):
    before = client.get(Q1)
    content = problem(patch(body), 422)
    assert pointer is None or content["errors"][0]["pointer"] == pointer
    after = client.get(Q1)
    assert (after.get_json(), after.headers["ETag"]) == (before.get_json(), before.headers["ETag"])
    assert client.get(f"{Q1}/history").get_json()["items"] == []


CONFLICTS = [({"status": "active"}, "not marked"), ({"speaker": {"name": "MIRELA ODUYA"}}, "already Mirela Oduya (s1)")]


@pytest.mark.parametrize("body, words", CONFLICTS)
def test_what_does_not_go_together_is_a_conflict(patch, body, words):
    assert words in problem(patch(body), 409)["detail"]


def test_a_quote_that_is_not_there(patch):
    problem(patch({"confirmed": True}, "/v1/quotes/q99"), 404)


def test_without_the_version_nothing_is_written(client, shelf, keys):
    response = client.patch(Q1, json={"confirmed": True}, headers=keys["write"])
    assert "If-Match" in problem(response, 428)["detail"]
    assert client.get(Q1).get_json()["confirmed_by"] is None


@pytest.mark.parametrize("tag", ['"v2-0"', '"v0"', '"1"', '"v-1"', '"v"', '""', "", 'W/"v1-0"', '"v²"',
                                 '"v99999999999999999999"', "nonsense"])
def test_another_version_is_refused_and_nothing_is_lost(client, patch, tag):
    detail = problem(patch({"confirmed": True}, **{"If-Match": tag}), 412)["detail"]
    assert "Nothing of yours was kept" in detail
    assert client.get(Q1).get_json()["confirmed_by"] is None


@pytest.mark.parametrize("tag", ["*", '"v1-0"', '"v1"', '"v7", "v1-abc"', "v1-0"])
def test_the_version_alone_counts(patch, tag):
    assert patch({"confirmed": True}, **{"If-Match": tag}).status_code == 200


def test_the_tag_of_a_change_serves_for_the_next_one(patch):
    tag = patch({"confirmed": True}).headers["ETag"]
    following = patch({"status": "not_a_quote"}, **{"If-Match": tag})
    assert following.status_code == 200
    problem(patch({"status": "active"}, **{"If-Match": tag}), 412)


def test_a_changed_quote_is_sent_again(client, patch):
    tag = client.get(Q1).headers["ETag"]
    patch({"confirmed": True})
    assert client.get(Q1, headers={"If-None-Match": tag}).status_code == 200


def test_of_two_editors_at_once_the_second_is_told_and_loses_nothing(app, shelf, keys):
    for _turn in range(10):
        tag, together, statuses = app.test_client().get(Q1).headers["ETag"], Barrier(2), []

        def edit(body, tag=tag, together=together, statuses=statuses):
            together.wait()
            response = app.test_client().patch(Q1, json=body, headers={**keys["write"], "If-Match": tag})
            statuses.append((response.status_code, body["note"]))
            shelf.close()

        threads = [Thread(target=edit, args=[{"confirmed": True, "note": name}]) for name in ("one", "two")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(status for status, _ in statuses) == [200, 412]
        newest = app.test_client().get(f"{Q1}/history", headers=keys["write"]).get_json()["items"][0]
        assert newest["note"] == dict(statuses)[200]


def test_history_comes_in_parts(client, patch):
    for _ in range(3):
        patch({"confirmed": True})
    first = client.get(f"{Q1}/history?limit=2").get_json()
    rest = client.get(first["next"].removeprefix("https://quotes.example")).get_json()
    assert [made["id"] for made in first["items"] + rest["items"]] == ["c3", "c2", "c1"]
    problem(client.get("/v1/quotes/q99/history"), 404)


def test_an_undo(client, patch, keys):
    before = client.get(Q1).get_json()
    patch({"speaker": {"id": "s2"}})
    undone = client.post("/v1/decisions/c1/undo", json={"note": "a slip"}, headers=keys["write"])
    assert undone.status_code == 200
    assert {name: undone.get_json()[name] for name in ("id", "action", "undoes", "note", "made_by")} == {
        "id": "c2", "action": "undo", "undoes": "c1", "note": "a slip", "made_by": "a write key"}
    assert client.get(Q1).get_json() == before
    assert client.get(f"{Q1}/history").get_json()["items"][1]["undone_by"] == "c2"


def test_an_undo_needs_no_body(client, patch, keys):
    patch({"confirmed": True})
    assert client.post("/v1/decisions/c1/undo", headers=keys["write"]).status_code == 200


def test_an_undo_that_something_stands_in_the_way_of(client, patch, keys):
    patch({"confirmed": True})
    patch({"status": "not_a_quote"})
    content = problem(client.post("/v1/decisions/c1/undo", json={}, headers=keys["write"]), 409)
    assert "Undo c2 first" in content["detail"]
    problem(client.post("/v1/decisions/c9/undo", json={}, headers=keys["write"]), 404)
    problem(client.post("/v1/decisions/q1/undo", json={}, headers=keys["write"]), 404)
    problem(client.post("/v1/decisions/c2/undo", json={"why": ""}, headers=keys["write"]), 422)
    problem(client.post("/v1/decisions/c2/undo", data=b"x", headers=keys["write"]), 415)


def test_a_confirmation_reaches_readers_in_every_form_and_goes_with_its_undoing(client, shelf, patch, keys):
    before = client.get("/quotes/q4/card.svg").data
    assert b"Speaker unsure: check" in before
    patch({"confirmed": True}, "/v1/quotes/q4")
    mark = "Confirmed: a person has checked the speaker"
    for address in ("/quotes/q4", "/quotes/q4/card", "/quotes/q4/card.svg"):
        text = client.get(address).get_data(as_text=True)
        assert mark in text and "Speaker unsure" not in text, address
    assert [one["id"] for one in client.get("/v1/quotes?verdict=confirmed").get_json()["items"]] == ["q4"]
    assert "confirmed,0.6,a person" in client.get("/v1/quotes?format=csv").text
    assert "creator" in client.get("/v1/quotes/q4?format=jsonld").get_json(force=True)
    assert client.get("/oembed?url=https://quotes.example/quotes/q4").get_json()["title"].endswith(" (confirmed)")
    checked = client.get("/v1/verify", query_string={"text": "Nobody asked us."}).get_json()
    assert checked["matches"][0]["quote"]["verdict"] == "confirmed"
    assert ">Confirmed</span>" in client.get("/verify", query_string={"text": "Nobody asked us."}).text
    assert client.post("/v1/decisions/c1/undo", headers=keys["write"]).status_code == 200
    assert client.get("/quotes/q4/card.svg").data == before
