"""API5, broken function level authorization: every route asks for what it needs, and in closed mode all of them ask."""

from __future__ import annotations

import pytest

from quotes.api.http.problems import MEDIA_TYPE
from tests.api.http.test_access_control import ADMIN, FORM, READ, ROWS, SIGNED_IN, WRITE, send
from tests.security.conftest import Shelf

# What is open to whoever has no key although reading is closed, and why. Everything else asks for one.
OPEN = {
    ("GET", "/healthz"): "a health check knows no key",
    ("GET", "/readyz"): "a health check knows no key",
    ("GET", "/login"): "signing in",
    ("POST", "/login"): "signing in",
    ("POST", "/logout"): "signing out",
    ("GET", "/static/<path:filename>"): "files that come with the program",
    ("GET", "/cards/<name>.css"): "files that come with the program",
    ("GET", "/docs/<name>"): "files that come with the program",
    ("GET", "/saved/<saved:id>/feed.atom"): "the token in its address opens it, and nothing else",
    ("GET", "/saved/<saved:id>/feed.json"): "the token in its address opens it, and nothing else",
    ("GET", "/problems/<slug>"): "a text that comes with the program, to which each refusal points",
}
ROUTES = {(method, rule): (address, need) for method, rule, address, need in ROWS}


def test_the_exceptions_are_routes_and_hold_nothing_of_the_collection(shelf: Shelf):
    assert set(OPEN) <= set(ROUTES)
    client = shelf.client(open_reading=False)
    for method, rule in OPEN:
        answer = client.open(ROUTES[method, rule][0], method=method, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code in (200, 303, 401, 404), (method, rule)
        words = answer.get_data()
        answer.close()
        assert not [one for one in (b"Oduya", b"sea wall", b"Gazette", b"Ona Brandt") if one in words], (method, rule)


def test_whoever_has_no_key_reads_nothing_where_reading_is_closed(shelf: Shelf):
    client = shelf.client(open_reading=False)
    for (method, rule), (address, _) in ROUTES.items():
        if (method, rule) in OPEN:
            continue
        answer = send(client, method, address, {})
        led = answer.status_code == 303 and answer.headers["Location"].startswith("/login?next=")
        refused = answer.status_code == 401 and answer.mimetype == MEDIA_TYPE
        assert led or refused, (method, rule, answer.status_code)
        address = address.replace("{own}", "j1" if "/jobs/" in address else "w1")
        if method == "GET" and not led:
            assert client.head(address).status_code == 401, rule
            assert client.get(f"{address}{'&' if '?' in address else '?'}key=x").status_code == 401, rule


@pytest.mark.parametrize("address", ["/", "/docs", "/openapi.json", "/speakers/s1", "/corrections.csv", "/try"])
def test_whoever_has_signed_in_reads_pages_where_reading_is_closed(shelf: Shelf, address):
    answer = shelf.signed_in(open_reading=False).get(address, base_url="https://quotes.example")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_key_does_what_its_scope_says_and_no_more(shelf: Shelf):
    client, order = shelf.client(), ("read", "write", "admin")
    needs = {READ: 0, WRITE: 1, ADMIN: 2}
    asked = {row: need for row, (_, need) in ROUTES.items() if need in (WRITE, ADMIN)}
    assert len(asked) > 10
    for (method, rule), need in asked.items():
        for scope in order[: needs[need]]:
            answer = send(client, method, ROUTES[method, rule][0], shelf.keys[scope])
            assert answer.status_code == 403, (method, rule, scope)


def test_a_key_is_no_session_and_a_session_no_key(shelf: Shelf):
    by_key, signed_in = shelf.client(), shelf.signed_in()
    for (method, rule), (address, need) in ROUTES.items():
        if need == SIGNED_IN:
            assert send(by_key, method, address, shelf.keys["admin"]).status_code == 303, rule
        elif need in (WRITE, ADMIN):
            assert send(signed_in, method, address, {}).status_code == 401, rule
    assert FORM not in {need for _, need in ROUTES.values() if need in (READ, WRITE)}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST", "TRACE", "CONNECT"])
def test_methods_that_are_not_offered_do_nothing(shelf: Shelf, method):
    for address in ("/v1/quotes", "/corrections", "/healthz", "/openapi.json", "/feed.json"):
        answer = shelf.client().open(address, method=method, headers=shelf.keys["admin"])
        assert answer.status_code == 405, address


def test_the_method_cannot_be_changed_on_the_way(shelf: Shelf):
    headers = {"X-HTTP-Method-Override": "DELETE", "X-Method-Override": "DELETE"} | shelf.keys["admin"]
    assert shelf.client().post("/v1/documents/d1?_method=DELETE", headers=headers).status_code == 405
    assert shelf.store.document("d1") is not None
