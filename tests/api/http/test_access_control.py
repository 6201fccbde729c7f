"""Every route with every key: the table is checked against the application's own list of routes."""

from __future__ import annotations

import json

import pytest

from quotes.api.app import create_app
from quotes.api.http.access_control import needs
from quotes.collection.access_keys import PREFIX_LENGTH
from quotes.collection.decisions.quote_decisions import By, confirm
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.not_quote import NotQuote
from quotes.records.reading import Reading
from quotes.store.contract.jobs import Lease
from quotes.store.contract.own_searches import SavedSearch
from tests.api.conftest import NOW, PUBLIC

ARTICLE = {"text": "“It floats,” said Ona Brandt."}
NOTHING, READ, WRITE, ADMIN = "nothing", "read", "write", "admin"
KEY = "key"  # any key, also where reading is open
SIGNED_IN = "signed-in"  # by the cookie of a session: a key alone leads to the page for signing in
FORM = "form"  # whoever sends it is answered with a page

# Method, rule, a request for it, what it needs.
ROWS = [
    ("GET", "/", "/", READ),
    ("GET", "/quotes/<quote:id>", "/quotes/q1", READ),
    ("GET", "/quotes/<quote:id>/card", "/quotes/q1/card", READ),
    ("GET", "/quotes/<quote:id>/card.svg", "/quotes/q1/card.svg", READ),
    ("GET", "/quotes/<quote:id>/card.png", "/quotes/q1/card.png", READ),
    ("GET", "/speakers/<speaker:id>/timeline.svg", "/speakers/s1/timeline.svg", READ),
    ("GET", "/verify", "/verify", READ),
    ("GET", "/login", "/login", NOTHING),
    ("POST", "/login", "/login", FORM),
    ("POST", "/logout", "/logout", FORM),
    ("GET", "/review", "/review", SIGNED_IN),
    ("GET", "/review/speakers", "/review/speakers", SIGNED_IN),
    ("POST", "/review/<quote:id>", "/review/q1", SIGNED_IN),
    ("GET", "/review/documents/<document:id>", "/review/documents/d1", SIGNED_IN),
    ("POST", "/review/documents/<document:id>", "/review/documents/d1", SIGNED_IN),
    ("POST", "/review/accounts", "/review/accounts", SIGNED_IN),
    ("POST", "/review/undo/<decision:id>", "/review/undo/c1", SIGNED_IN),
    ("GET", "/review/speakers/<speaker:id>", "/review/speakers/s1", SIGNED_IN),
    ("POST", "/review/speakers/<speaker:id>", "/review/speakers/s1", SIGNED_IN),
    ("GET", "/review/articles/<document:id>", "/review/articles/d1", SIGNED_IN),
    ("POST", "/review/articles/<document:id>", "/review/articles/d1", SIGNED_IN),
    ("GET", "/review/decisions/<decision:id>", "/review/decisions/c1", SIGNED_IN),
    ("POST", "/review/decisions/<decision:id>", "/review/decisions/c1", SIGNED_IN),
    ("GET", "/cards/<name>.css", "/cards/light.css", NOTHING),
    ("GET", "/speakers/<speaker:id>", "/speakers/s1", READ),
    ("GET", "/documents/<document:id>", "/documents/d1", READ),
    ("GET", "/try", "/try", READ),
    ("POST", "/try", "/try", READ),
    ("GET", "/feed.atom", "/feed.atom?q=wall", READ),
    ("GET", "/feed.json", "/feed.json", READ),
    ("GET", "/speakers/<speaker:id>/feed.atom", "/speakers/s1/feed.atom", READ),
    ("GET", "/speakers/<speaker:id>/feed.json", "/speakers/s1/feed.json", READ),
    ("GET", "/oembed", f"/oembed?url={PUBLIC}/quotes/q1", READ),
    ("GET", "/problems/<slug>", "/problems/not-found", NOTHING),
    ("GET", "/docs", "/docs", READ),
    ("GET", "/docs/<name>", "/docs/swagger-ui.css", NOTHING),
    ("GET", "/openapi.json", "/openapi.json", READ),
    ("GET", "/healthz", "/healthz", NOTHING),
    ("GET", "/readyz", "/readyz", NOTHING),
    ("GET", "/metrics", "/metrics", READ),
    ("GET", "/static/<path:filename>", "/static/quotes.css", NOTHING),
    ("POST", "/v1/extract", "/v1/extract", READ),
    ("GET", "/v1/documents", "/v1/documents", READ),
    ("POST", "/v1/documents", "/v1/documents", WRITE),
    ("POST", "/v1/documents/batch", "/v1/documents/batch", WRITE),
    ("GET", "/v1/documents/<document:id>", "/v1/documents/d1", READ),
    ("DELETE", "/v1/documents/<document:id>", "/v1/documents/d1", ADMIN),
    ("POST", "/v1/speakers/<speaker:id>/objection", "/v1/speakers/s1/objection", ADMIN),
    ("GET", "/v1/documents/<document:id>/quotes", "/v1/documents/d1/quotes", READ),
    ("GET", "/v1/documents/<document:id>/not-quotes", "/v1/documents/d1/not-quotes", READ),
    ("GET", "/v1/quotes", "/v1/quotes", READ),
    ("GET", "/v1/quotes/<quote:id>", "/v1/quotes/q1", READ),
    ("PATCH", "/v1/quotes/<quote:id>", "/v1/quotes/q2", WRITE),
    ("GET", "/v1/quotes/<quote:id>/history", "/v1/quotes/q2/history", READ),
    ("POST", "/v1/decisions/<decision:id>/undo", "/v1/decisions/c1/undo", WRITE),
    ("GET", "/v1/documents/<document:id>/speakers", "/v1/documents/d1/speakers", READ),
    ("GET", "/v1/quotes/<quote:id>/versions", "/v1/quotes/q1/versions", READ),
    ("GET", "/v1/verify", "/v1/verify?text=It+floats", READ),
    ("GET", "/v1/speakers", "/v1/speakers", READ),
    ("GET", "/v1/speakers/<speaker:id>", "/v1/speakers/s1", READ),
    ("PATCH", "/v1/speakers/<speaker:id>", "/v1/speakers/s2", WRITE),
    ("GET", "/v1/speakers/<speaker:id>/history", "/v1/speakers/s1/history", READ),
    ("POST", "/v1/speakers/<speaker:id>/aliases", "/v1/speakers/s1/aliases", WRITE),
    ("DELETE", "/v1/speakers/<speaker:id>/aliases", "/v1/speakers/s1/aliases?name=Oduya", WRITE),
    ("POST", "/v1/speakers/<speaker:id>/accounts", "/v1/speakers/s1/accounts", WRITE),
    ("DELETE", "/v1/speakers/<speaker:id>/accounts",
     "/v1/speakers/s3/accounts?platform=twitter&handle=harbour_watch", WRITE),
    ("POST", "/v1/documents/<document:id>/not-quotes", "/v1/documents/d2/not-quotes", WRITE),
    ("POST", "/v1/documents/<document:id>/corrections", "/v1/documents/d1/corrections", WRITE),
    ("POST", "/v1/speakers/<speaker:id>/merge", "/v1/speakers/s2/merge", ADMIN),
    ("POST", "/v1/speakers/<speaker:id>/split", "/v1/speakers/s1/split", ADMIN),
    ("GET", "/v1/speakers/<speaker:id>/quotes", "/v1/speakers/s1/quotes", READ),
    ("GET", "/v1/stats/speakers", "/v1/stats/speakers", READ),
    ("GET", "/v1/stats/unnamed", "/v1/stats/unnamed?from=2025-01-01", READ),
    ("GET", "/corrections", "/corrections", READ),
    ("GET", "/corrections.csv", "/corrections.csv", READ),
    ("GET", "/disagreements", "/disagreements", READ),
    ("GET", "/disagreements.csv", "/disagreements.csv", READ),
    ("GET", "/documents", "/documents", READ),
    ("GET", "/documents.csv", "/documents.csv", READ),
    ("GET", "/export", "/export", READ),
    ("GET", "/outlets", "/outlets", READ),
    ("GET", "/outlets.csv", "/outlets.csv", READ),
    ("GET", "/outlets/<path:name>", "/outlets/Shore%20Gazette", READ),
    ("GET", "/speakers", "/speakers", READ),
    ("GET", "/speakers.csv", "/speakers.csv", READ),
    ("GET", "/statistics", "/statistics", READ),
    ("GET", "/statistics/months.csv", "/statistics/months.csv", READ),
    ("GET", "/statistics/speakers.csv", "/statistics/speakers.csv", READ),
    ("GET", "/statistics/unnamed.csv", "/statistics/unnamed.csv", READ),
    ("GET", "/unnamed", "/unnamed", READ),
    ("GET", "/v1/decisions", "/v1/decisions", READ),
    ("GET", "/v1/disagreements", "/v1/disagreements", READ),
    ("GET", "/v1/outlets", "/v1/outlets", READ),
    ("GET", "/v1/quotes/export", "/v1/quotes/export", READ),
    ("GET", "/v1/search", "/v1/search?q=wall", READ),
    ("GET", "/v1/stats/months", "/v1/stats/months", READ),
    ("GET", "/v1/suggestions", "/v1/suggestions?q=odu", READ),
    ("GET", "/verify/draft", "/verify/draft", READ),
    ("POST", "/verify/draft", "/verify/draft", READ),
    ("POST", "/v1/verify", "/v1/verify", READ),
    ("POST", "/try/compare", "/try/compare", READ),
    ("POST", "/try/export/<any(csv, json):name>", "/try/export/csv", READ),
    ("POST", "/try/keep", "/try/keep", SIGNED_IN),
    ("GET", "/v1/saved-searches", "/v1/saved-searches", KEY),
    ("POST", "/v1/saved-searches", "/v1/saved-searches", KEY),
    ("GET", "/v1/saved-searches/<saved:id>", "/v1/saved-searches/{own}", KEY),
    ("PATCH", "/v1/saved-searches/<saved:id>", "/v1/saved-searches/{own}", KEY),
    ("DELETE", "/v1/saved-searches/<saved:id>", "/v1/saved-searches/{own}", KEY),
    ("GET", "/v1/saved-searches/<saved:id>/digest", "/v1/saved-searches/{own}/digest", KEY),
    ("GET", "/v1/jobs", "/v1/jobs", KEY),
    ("GET", "/v1/jobs/<job:id>", "/v1/jobs/{own}", KEY),
    ("DELETE", "/v1/jobs/<job:id>", "/v1/jobs/{own}", KEY),
    ("GET", "/v1/jobs/<job:id>/results", "/v1/jobs/{own}/results", KEY),
    ("GET", "/saved/<saved:id>/feed.atom", "/saved/w1/feed.atom?token=an-old-token", NOTHING),
    ("GET", "/saved/<saved:id>/feed.json", "/saved/w1/feed.json?token=an-old-token", NOTHING),
    ("GET", "/saved", "/saved", SIGNED_IN),
    ("POST", "/saved", "/saved", SIGNED_IN),
    ("GET", "/saved/<saved:id>", "/saved/w1", SIGNED_IN),
    ("POST", "/saved/<saved:id>", "/saved/w1", SIGNED_IN),
]
# What is sent beside the key: the body of all but POSTs of articles, and what else these ask for.
BODIES = {
    "/v1/quotes/q2": {"confirmed": True}, "/v1/decisions/c1/undo": {"note": "a slip"},
    "/v1/speakers/s2": {"description": "at the town hall"}, "/v1/speakers/s1/aliases": {"name": "M. Oduya"},
    "/v1/speakers/s1/accounts": {"platform": "bluesky", "handle": "oduya"}, "/v1/speakers/s2/merge": {"into": "s1"},
    "/v1/documents/d2/not-quotes": {"start": 5, "speaker": None},
    "/v1/documents/d1/corrections": {"speaker": "s1", "to": {"id": "s2"}},
    "/v1/saved-searches": {"query": "q=wall"}, "/v1/saved-searches/{own}": {"label": "The wall"},
    "/v1/speakers/s1/split": {"quotes": ["q2"]}, "/v1/speakers/s1/objection": {"action": "hide"},
}
PASTED = ("/try", "/try/compare", "/try/export/csv", "/verify/draft")  # forms into which an article is pasted
ANY_VERSION = {"If-Match": "*"}
SEARCHERS = []  # prefixes of the keys that have a saved search and a job
# The failure that each key meets; where there is none, the request goes through.
SCOPES = ("read", "write", "admin")
KEYS = ("none", *SCOPES, "revoked", "expired")
OPEN = {(NOTHING, key): None for key in KEYS} | {(need, "expired"): 401 for need in (READ, WRITE, ADMIN)} | {
    (READ, "none"): None, (READ, "read"): None, (READ, "write"): None, (READ, "admin"): None, (READ, "revoked"): 401,
    (WRITE, "none"): 401, (WRITE, "read"): 403, (WRITE, "write"): None, (WRITE, "admin"): None, (WRITE, "revoked"): 401,
    (ADMIN, "none"): 401, (ADMIN, "read"): 403, (ADMIN, "write"): 403, (ADMIN, "admin"): None, (ADMIN, "revoked"): 401,
} | {(KEY, key): None if key in SCOPES else 401 for key in KEYS} | {
    (need, key): need for need in (SIGNED_IN, FORM) for key in KEYS}
CLOSED = OPEN | {(READ, "none"): 401}


def send(client, method, address, headers):
    if method == "POST" and address in PASTED:
        return client.post(address, data={"text": ARTICLE["text"]}, headers=headers)
    if address.endswith("/batch"):
        return client.post(address, data=json.dumps(ARTICLE), content_type="application/x-ndjson", headers=headers)
    body = BODIES.get(address, ARTICLE) if method in ("POST", "PATCH") else None
    address = address.replace("{own}", own_record("j" if "/jobs/" in address else "w", headers))
    return client.open(address, method=method, json=body, headers=headers | (ANY_VERSION if method == "PATCH" else {}))


def own_record(letter, headers):
    """What `shelf` has of whoever sends these headers: a saved search or a job; somebody else's where there is none."""
    own = next((number for number, key in enumerate(SEARCHERS, 1) if key and key in str(headers)), 1)
    return f"{letter}{own}"


@pytest.fixture
def shelf(store, keys):
    """The shelf with a decision on it, saved searches and jobs of three keys, and one more document.

    In it there are words in marks that are no quote.
    """
    SEARCHERS[:] = [keys[name]["Authorization"].split()[1][:PREFIX_LENGTH] for name in SCOPES]
    for owner in SEARCHERS:
        store.add_saved_search(SavedSearch("", owner, "Oduya", "speaker=s1", "an-old-token", "2026-01-01", "q0", "q0"))
        store.queue_job(store.add_job("articles", owner, "2026-01-01", Lease("nobody", 0)))
    keep(store, Reading(Document("The “spa” is a tub."), not_quotes=(NotQuote("spa", 5, 8, "term"),)))
    confirm(store, "q1", By("desk", NOW))
    return store


def test_every_route_has_a_row(app):
    routes = {(method, rule.rule) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}}
    assert routes == {row[:2] for row in ROWS}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_open_reading(client, shelf, keys, key, row):
    method, _, address, need = row
    check(send(client, method, address, keys[key]), OPEN[need, key])


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_closed_reading(closed_client, shelf, keys, key, row):
    method, _, address, need = row
    response = send(closed_client, method, address, keys[key])
    check(response, CLOSED[need, key])
    assert response.headers["Cache-Control"] in ("private, no-store", "no-store")


def check(response, failure):
    if failure is None:
        assert response.status_code in (200, 201, 204), response.get_data(as_text=True)
    elif failure == SIGNED_IN:
        assert response.status_code == 303 and response.headers["Location"].startswith("/login?next=")
    elif failure == FORM:
        assert response.status_code in (303, 401) and response.mimetype == "text/html"
    else:
        assert response.status_code == failure
        assert response.mimetype == "application/problem+json"
        assert response.headers["WWW-Authenticate"].startswith("Bearer ")
    response.close()  # the files among them stay open until then


@pytest.mark.parametrize("header", [
    "Bearer", "Bearer ", "Bearer wrong", "Bearer qk_00000000_" + "0" * 40, "bearer qk_", "Bearer \u00e9", "Basic YTpi",
    "Digest username=a", "Token abc", "Bearer a b", "qk_",
])
def test_what_is_no_key(client, shelf, header):
    headers = {"Authorization": header}
    assert client.post("/v1/documents", json=ARTICLE, headers=headers).status_code == 401


def test_a_key_is_asked_for_before_the_body_is_looked_at(client, shelf):
    response = client.post("/v1/documents", data=b"\xff" * 30000, content_type="image/png")
    assert response.status_code == 401


def test_a_key_in_the_address_is_no_key(client, keys):
    key = keys["write"]["Authorization"].removeprefix("Bearer ")
    assert client.post(f"/v1/documents?key={key}", json=ARTICLE).status_code == 401


def test_a_refused_write_keeps_nothing(client, keys):
    for name in ("none", "read", "revoked", "expired"):
        send(client, "POST", "/v1/documents", keys[name])
    assert client.get("/v1/documents").get_json()["items"] == []


def test_a_view_that_does_not_say_what_it_needs_stops_the_start(settings, store, monkeypatch):
    def forgetful():
        return ""

    monkeypatch.setattr("quotes.api.http.access_control.needs", lambda need: lambda view: forgetful)
    with pytest.raises(RuntimeError, match="static"):
        create_app(settings, store)


def test_what_a_view_needs_is_in_the_description():
    documented = {need: needs(need)(lambda: "")._apidoc["manual_doc"].get("security")
                  for need in (NOTHING, READ, WRITE, KEY)}
    assert documented == {NOTHING: None, READ: [{"key": []}, {}], WRITE: [{"key": []}], KEY: [{"key": []}]}
