"""Signing in and reviewing: who may, what is taken and from where, and what becomes of it."""

from __future__ import annotations

import pytest

from tests.api.conftest import PUBLIC
from tests.api.markup import Markup

SITE = {"Sec-Fetch-Site": "same-origin"}


def key_of(keys, name):
    return keys[name]["Authorization"].removeprefix("Bearer ")


@pytest.fixture
def reviewer(client, shelf, keys):
    """A client that has signed in."""
    response = client.post("/login", data={"key": key_of(keys, "write")}, headers=SITE, base_url=PUBLIC)
    assert response.status_code == 303 and response.headers["Location"] == "/review"
    return client


def page(client, address="/review", **options):
    response = client.get(address, base_url=PUBLIC, **options)
    assert response.status_code == 200
    return Markup(response.get_data(as_text=True))


def fields(markup, quote):
    """The hidden fields of the form about one quote."""
    forms, current = {}, None
    for tag, attributes in markup.elements:
        if tag == "form":
            current = forms.setdefault(attributes["action"], {})
        elif tag == "input" and attributes.get("type") == "hidden" and current is not None:
            current[attributes["name"]] = attributes["value"]
    return forms[f"/review/{quote}"]


def decide(client, quote, **sent):
    data = {**fields(page(client, f"/review?quote={quote}"), quote), **sent}
    return client.post(f"/review/{quote}", data=data, headers=SITE, base_url=PUBLIC)


def test_the_cookie_is_out_of_reach(client, shelf, keys):
    response = client.post("/login", data={"key": key_of(keys, "admin")}, headers=SITE, base_url=PUBLIC)
    cookie = response.headers["Set-Cookie"]
    for word in ("HttpOnly", "SameSite=Strict", "Secure", "Path=/"):
        assert word in cookie
    assert key_of(keys, "admin") not in cookie and key_of(keys, "admin").rpartition("_")[2] not in cookie


def test_a_key_that_only_reads_signs_in_and_does_not_review(client, shelf, keys):
    response = client.post("/login", data={"key": key_of(keys, "read")}, headers=SITE, base_url=PUBLIC)
    assert response.status_code == 303 and response.headers["Location"] == "/saved"
    for address in ("/review", "/review/speakers/s1", "/review/articles/d1"):
        assert client.get(address, base_url=PUBLIC, headers={"Accept": "text/html"}).status_code == 403
    kept = client.post("/try/keep", data={"text": "“It floats,” said Ona Brandt."}, headers=SITE, base_url=PUBLIC)
    assert kept.status_code == 403 and client.get("/v1/documents").get_json()["items"][1:] == []


@pytest.mark.parametrize("name, status", [("revoked", 401), ("expired", 401)])
def test_keys_that_do_not_open_the_review(client, shelf, keys, name, status):
    response = client.post("/login", data={"key": key_of(keys, name)}, headers=SITE, base_url=PUBLIC)
    assert response.status_code == status and "Set-Cookie" not in response.headers
    assert 'role="alert"' in response.get_data(as_text=True)


@pytest.mark.parametrize("key", ["", "qk_", "qk_00000000_" + "0" * 40, "<script>", "é"])
def test_what_is_no_key(client, shelf, key):
    assert client.post("/login", data={"key": key}, headers=SITE, base_url=PUBLIC).status_code == 401


@pytest.mark.parametrize("onward, to", [
    ("/review?quote=q3", "/review?quote=q3"), ("https://evil.example/", "/review"), ("//evil.example", "/review"),
    ("/\\evil.example", "/review"), ("javascript:alert(1)", "/review"), ("", "/review"),
    ("/\n/evil.example", "/review"),
    ("/" + "a" * 5000, "/review"),
])
def test_signing_in_leads_on_to_pages_of_ours_alone(client, shelf, keys, onward, to):
    response = client.post("/login", data={"key": key_of(keys, "write"), "next": onward}, headers=SITE, base_url=PUBLIC)
    assert response.headers["Location"] == to


def test_the_doubtful_ones_come_first(reviewer):
    items = [attributes["id"] for attributes in page(reviewer).all("article")]
    assert items == ["q4", "q3", "q2"]  # unsure, unknown, likely; what is certain needs nobody
    assert page(reviewer, "/review?quote=q1").all("article")[0]["id"] == "q1"


def test_confirming_takes_a_quote_off_the_list(reviewer, shelf):
    assert decide(reviewer, "q4", what="confirm").status_code == 303
    assert shelf.quote("q4").confirmed_by == "a write key"
    assert [attributes["id"] for attributes in page(reviewer).all("article")] == ["q3", "q2"]


@pytest.mark.parametrize("typed, name", [
    ("s1", "Mirela Oduya"), ("Mirela Oduya (s1)", "Mirela Oduya"), ("mirela  oduya", "Mirela Oduya"),
    ("Oduya", "Mirela Oduya"),
    ("Rea Holm", "Rea Holm"), ("Harbour Watch", "Harbour Watch"),
])
def test_naming_another_speaker_shows_everywhere_and_is_undone(reviewer, shelf, typed, name):
    before = reviewer.get("/quotes/q4/card.svg")
    response = decide(reviewer, "q4", what="speaker", speaker=typed)
    assert response.status_code == 303
    assert shelf.quote("q4").speaker.name == name and shelf.quote("q4").verdict == "corrected"
    for address in ("/quotes/q4", "/quotes/q4/card", "/quotes/q4/card.svg"):
        found = reviewer.get(address, headers={"If-None-Match": before.headers["ETag"]}, base_url=PUBLIC)
        assert found.status_code == 200
        assert name in found.get_data(as_text=True) and "Corrected" in found.get_data(as_text=True)
    done = page(reviewer, response.headers["Location"])
    undo, = (attributes["action"] for attributes in done.all("form") if "data-undo" in attributes)
    token = fields(done, "q3")["token"]
    assert reviewer.post(undo, data={"token": token}, headers=SITE, base_url=PUBLIC).status_code == 303
    assert shelf.quote("q4").speaker.name == "a clerk" and shelf.quote("q4").verdict == "unsure"
    assert reviewer.get("/quotes/q4/card.svg").data == before.data


def test_nobody_and_no_quote(reviewer, shelf):
    assert decide(reviewer, "q4", what="nobody").status_code == 303
    assert shelf.quote("q4").speaker is None and shelf.quote("q4").verdict == "corrected"
    assert decide(reviewer, "q3", what="not_a_quote").status_code == 303
    assert shelf.quote("q3").status == "not_a_quote"
    assert decide(reviewer, "q3", what="restore").status_code == 303
    assert shelf.quote("q3").status == "active"


@pytest.mark.parametrize("sent, status", [
    ({"what": "speaker", "speaker": ""}, 422), ({"what": "speaker", "speaker": "…"}, 422), ({"what": "dance"}, 422),
    ({}, 422), ({"what": "speaker", "speaker": "s999"}, 422), ({"what": "speaker", "speaker": "x" * 400}, 422),
    ({"what": "confirm", "version": "7"}, 412), ({"what": "confirm", "version": ""}, 412),
    ({"what": "confirm", "version": "-1"}, 412), ({"what": "restore"}, 409), ({"what": "confirm", "token": "x"}, 403),
    ({"what": "confirm", "token": ""}, 403), ({"what": "confirm", "token": "é"}, 403),
])
def test_what_cannot_be_done_changes_nothing_and_says_why(reviewer, shelf, sent, status):
    before = shelf.quote("q4")
    response = decide(reviewer, "q4", **sent)
    assert response.status_code == status
    assert shelf.quote("q4") == before and shelf.decisions_about("q4") == ()
    if status not in (403,):
        assert 'role="alert"' in response.get_data(as_text=True)


@pytest.mark.parametrize("headers", [
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"},
    {"Origin": "null"},
])
@pytest.mark.parametrize("address", ["/review/q4", "/login", "/logout"])
def test_forms_from_other_sites_are_refused(reviewer, shelf, headers, address):
    data = {**fields(page(reviewer), "q4"), "what": "confirm", "key": "x"}
    response = reviewer.post(address, data=data, headers=headers, base_url=PUBLIC)
    assert response.status_code == 403
    assert shelf.quote("q4").confirmed_by is None and page(reviewer).all("article")


def test_a_key_that_is_revoked_ends_the_session(reviewer, shelf, keys):
    shelf.revoke_key(key_of(keys, "write")[:11], "2026-01-03T00:00:00+00:00")
    response = reviewer.get("/review", base_url=PUBLIC)
    assert response.status_code == 303 and response.headers["Location"].startswith("/login?next=")


def test_a_cookie_of_somebody_elses_making_is_none(client, shelf):
    client.set_cookie("quotes_session", "eyJrZXkiOiJxa18wMDAwMDAwMCJ9.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb")
    assert client.get("/review").status_code == 303


def test_signing_out(reviewer):
    token = fields(page(reviewer), "q4")["token"]
    assert reviewer.post("/logout", data={"token": token}, headers=SITE, base_url=PUBLIC).status_code == 303
    assert reviewer.get("/review", base_url=PUBLIC).status_code == 303


def test_the_session_opens_no_route_for_programs(reviewer):
    assert reviewer.post("/v1/documents", json={"text": "“It floats,” said Ona Brandt."}).status_code == 401
    assert reviewer.patch("/v1/quotes/q4", json={"confirmed": True}, headers={"If-Match": "*"}).status_code == 401


def test_the_session_opens_the_pages_of_a_closed_collection(closed_client, shelf, keys):
    assert closed_client.get("/quotes/q1", base_url=PUBLIC).status_code == 401
    closed_client.post("/login", data={"key": key_of(keys, "write")}, headers=SITE, base_url=PUBLIC)
    assert closed_client.get("/quotes/q1", base_url=PUBLIC).status_code == 200
    assert closed_client.get("/v1/quotes/q1", base_url=PUBLIC).status_code == 401


def test_names_are_offered_while_typing(reviewer):
    found = reviewer.get("/review/speakers?q=odu", base_url=PUBLIC).get_json()
    assert found == []
    found = reviewer.get("/review/speakers?q=oduya", base_url=PUBLIC).get_json()
    assert [one["name"] for one in found] == ["Mirela Oduya"]


def test_only_pages_depend_on_the_cookie_and_only_signing_in_sets_it(reviewer):
    for address in ("/", "/quotes/q1", "/try", "/quotes/q1/card", "/quotes/q1/card.svg", "/v1/quotes", "/feed.atom"):
        is_page = address in ("/", "/quotes/q1", "/try")  # of which the menu is another for whoever is signed in
        with reviewer.get(address, base_url=PUBLIC) as response:
            assert "Set-Cookie" not in response.headers
            assert ("Cookie" in response.headers.get("Vary", "")) == is_page, address
            assert (response.headers["Cache-Control"] in ("private, no-cache", "no-store")) == is_page, address


def test_the_review_is_kept_by_no_cache(reviewer):
    assert reviewer.get("/review", base_url=PUBLIC).headers["Cache-Control"] == "no-store"
