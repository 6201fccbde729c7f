"""API6, unrestricted access to sensitive flows: nobody decides or signs in by somebody else's hand."""

from __future__ import annotations

import pytest

from tests.api.conftest import PUBLIC
from tests.api.http.test_access_control import ADMIN, ROWS, SIGNED_IN
from tests.security.conftest import Shelf

FORMS = [address for method, _, address, need in ROWS if method == "POST" and need == SIGNED_IN]
# The headers of a form that is sent by another site, and of one without the token of its session.
FROM_ELSEWHERE = [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"},
                  {"Origin": "null"}, {"Origin": "http://quotes.example.evil.example"}]
HARMFUL = {("DELETE", "/v1/documents/<document:id>"), ("POST", "/v1/speakers/<speaker:id>/objection"),
           ("POST", "/v1/speakers/<speaker:id>/merge"), ("POST", "/v1/speakers/<speaker:id>/split")}


def token_of(client) -> str:
    page = client.get("/review", base_url=PUBLIC).get_data(as_text=True)
    return page.split('name="token" value="')[1].split('"')[0]


@pytest.mark.parametrize("headers", FROM_ELSEWHERE, ids=str)
def test_forms_are_not_sent_by_other_sites(shelf: Shelf, headers):
    client = shelf.signed_in()
    token = token_of(client)
    for address in FORMS:
        answer = client.post(address, data={"token": token, "what": "confirm"}, headers=headers, base_url=PUBLIC)
        assert answer.status_code == 403, address


@pytest.mark.parametrize("token", ["", "x", None])
def test_forms_need_the_token_of_their_session(shelf: Shelf, token):
    client, headers = shelf.signed_in(), {"Sec-Fetch-Site": "same-origin"}
    sent = {"what": "confirm"} | ({} if token is None else {"token": token})
    for address in FORMS:
        assert client.post(address, data=sent, headers=headers, base_url=PUBLIC).status_code == 403, address
    other = token_of(shelf.signed_in())
    assert client.post(FORMS[0], data={**sent, "token": other}, headers=headers, base_url=PUBLIC).status_code == 403


def test_nobody_signs_anybody_in_from_elsewhere(shelf: Shelf):
    key = shelf.keys["write"]["Authorization"].removeprefix("Bearer ")
    for headers in FROM_ELSEWHERE:
        answer = shelf.client().post("/login", data={"key": key}, headers=headers, base_url=PUBLIC)
        assert answer.status_code == 403 and "Set-Cookie" not in answer.headers


def test_what_cannot_be_mended_by_its_victim_needs_an_admin():
    assert {(method, rule) for method, rule, _, need in ROWS if need == ADMIN} == HARMFUL


def test_a_change_names_what_it_is_a_change_of(shelf: Shelf):
    for address, body in (("/v1/quotes/q2", {"confirmed": True}), ("/v1/speakers/s1", {"description": "who"})):
        patch = shelf.client().patch
        assert patch(address, json=body, headers=shelf.keys["write"]).status_code == 428
        assert patch(address, json=body, headers=shelf.keys["write"] | {"If-Match": '"v0-0"'}).status_code == 412


def test_every_decision_is_on_record_and_can_be_undone(shelf: Shelf):
    before = len(shelf.store.decisions_about("q3"))
    headers = shelf.keys["write"] | {"If-Match": "*"}
    shelf.client().patch("/v1/quotes/q3", json={"status": "not_a_quote"}, headers=headers)
    made = shelf.store.decisions_about("q3")
    assert len(made) == before + 1 and made[0].made_by == "a write key"
    undone = shelf.client().post(f"/v1/decisions/{made[0].id}/undo", json={}, headers=shelf.keys["write"])
    assert undone.status_code == 200 and shelf.store.quote("q3").status == "active"
