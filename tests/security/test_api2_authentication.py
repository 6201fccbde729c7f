"""API2, broken authentication: keys, sessions that end on the server, and the cookie."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from quotes.collection.access_keys import make_key, revoke_key
from quotes.records.errors import InvalidInput
from tests.api.conftest import NOW, PUBLIC
from tests.security.conftest import FROM_HERE, Shelf

NAME = "quotes_session"
FORGED = ["", "Bearer", "Bearer qk_", "Bearer qk_00000000_" + "0" * 40, "Basic cWs6cWs=", "Bearer ' OR 1=1 --",
          "Bearer qk_%", "Bearer *", "Bearer null", "Bearer \u0430dmin"]


def cookie(client: FlaskClient) -> str:
    """The cookie of a session, as somebody who copied it has it."""
    found = client.get_cookie(NAME, domain="quotes.example")
    assert found is not None
    return found.value


def lets_in(client: FlaskClient, copied: str) -> bool:
    """Whether a copy of a cookie still opens the pages of those who decide."""
    client.set_cookie(NAME, copied, domain="quotes.example")
    answer = client.get("/review", base_url=PUBLIC)
    assert answer.status_code in (200, 303)
    return answer.status_code == 200


def sign_out(client: FlaskClient) -> None:
    page = client.get("/review", base_url=PUBLIC).get_data(as_text=True)
    token = page.split('name="token" value="')[1].split('"')[0]
    assert client.post("/logout", data={"token": token}, headers=FROM_HERE, base_url=PUBLIC).status_code == 303


@pytest.mark.parametrize("header", FORGED)
def test_what_is_no_key_opens_nothing(shelf: Shelf, header):
    answer = shelf.client().delete("/v1/documents/d1", headers={"Authorization": header})
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_key_counts_in_its_header_alone(shelf: Shelf):
    key = shelf.keys["admin"]["Authorization"].removeprefix("Bearer ")
    for address in (f"/v1/documents/d1?key={key}", f"/v1/documents/d1?access_token={key}"):
        assert shelf.client().delete(address, headers={"X-Api-Key": key, "Cookie": f"key={key}"}).status_code == 401


def test_a_copied_cookie_ends_with_signing_out(shelf: Shelf):
    client, other = shelf.signed_in(), shelf.signed_in()
    copied, elsewhere = cookie(client), cookie(other)
    assert lets_in(shelf.client(), copied)
    sign_out(client)
    assert not lets_in(shelf.client(), copied)
    assert lets_in(shelf.client(), elsewhere)  # the same key's other session goes on
    assert client.get_cookie(NAME, domain="quotes.example") is None


def test_all_sessions_of_a_key_end_with_it(shelf: Shelf):
    key = make_key(shelf.store, "to be revoked", "write", NOW)
    copies = []
    for _ in range(2):
        client = shelf.client()
        client.post("/login", data={"key": key}, headers=FROM_HERE, base_url=PUBLIC)
        copies.append(cookie(client))
    assert all(lets_in(shelf.client(), one) for one in copies)
    revoke_key(shelf.store, "to be revoked", NOW)
    assert not any(lets_in(shelf.client(), one) for one in copies)
    assert shelf.store.engine.ask("SELECT count(*) FROM session WHERE key_prefix = ?", [key[:11]]) == [(0,)]


def test_signing_in_again_ends_the_session_before(shelf: Shelf):
    client = shelf.signed_in()
    before = cookie(client)
    key = shelf.keys["write"]["Authorization"].removeprefix("Bearer ")
    client.post("/login", data={"key": key}, headers=FROM_HERE, base_url=PUBLIC)
    assert cookie(client) != before
    assert lets_in(shelf.client(), cookie(client)) and not lets_in(shelf.client(), before)


def test_a_session_ends_by_itself(shelf: Shelf):
    copied = cookie(shelf.signed_in())
    shelf.store.engine.ask("UPDATE session SET ends_at = '2020-01-01T00:00:00+00:00'")
    assert not lets_in(shelf.client(), copied)
    shelf.signed_in()
    assert shelf.store.engine.ask("SELECT count(*) FROM session WHERE ends_at < '2026'") == [(0,)]  # and is forgotten


def test_a_cookie_is_signed_and_holds_no_key(shelf: Shelf):
    copied = cookie(shelf.signed_in())
    key = shelf.keys["write"]["Authorization"].removeprefix("Bearer ")
    assert key not in copied and key[:11] not in copied
    assert not lets_in(shelf.client(), copied[:-2] + ("aa" if copied[-2:] != "aa" else "bb"))
    ((kept,), *_) = shelf.store.engine.ask("SELECT id_hash FROM session")
    assert len(kept) == 64  # a hash: whoever reads a backup has no session


@pytest.mark.parametrize("public, secure, path", [
    ("https://quotes.example", True, "/"), ("http://quotes.example", False, "/"),
    ("https://quotes.example/desk", True, "/desk"),
])
def test_the_cookie_is_for_this_service_alone(shelf: Shelf, public, secure, path):
    key = shelf.keys["write"]["Authorization"].removeprefix("Bearer ")
    client = shelf.client(public_url=public)
    sent = client.post("/login", data={"key": key}, headers=FROM_HERE, base_url=public).headers["Set-Cookie"]
    told = {part.strip() for part in sent.split(";")}
    assert {"HttpOnly", "SameSite=Strict", f"Path={path}"} <= told and ("Secure" in told) == secure
    assert not [part for part in told if part.startswith("Domain")]


@pytest.mark.parametrize("name", ["a write key", "A WRITE KEY"])
def test_nobody_gets_a_key_that_signs_as_another(shelf: Shelf, name):
    with pytest.raises(InvalidInput, match="in use already"):
        make_key(shelf.store, name, "read", NOW)


def test_guesses_at_keys_are_counted(shelf: Shelf):
    client = shelf.client(rate_limit="5 per minute")
    guesses = [client.post("/login", data={"key": f"qk_{number:08}"}, headers=FROM_HERE, base_url=PUBLIC).status_code
               for number in range(7)]
    assert guesses == [401] * 5 + [429] * 2
