"""API8, security misconfiguration: what other sites may read, which hosts are answered, and what answers give away."""

from __future__ import annotations

import pytest

from quotes.records.errors import BadSetting
from quotes.settings import read_settings
from tests.api.conftest import PUBLIC
from tests.api.http.test_access_control import NOTHING, READ, ROWS, send
from tests.security.conftest import Shelf

NEWS, EVIL = "https://news.example", "https://evil.example"
SHARED = ("/v1/quotes", "/v1/quotes/q1", "/v1/quotes/q99", "/v1/decisions", "/feed.json", "/speakers/s1/feed.atom",
          f"/oembed?url={PUBLIC}/quotes/q1")
# Whether reading is open, the sites that the setting names, the origin that asks, and what it is told.
CORS = [
    (True, None, EVIL, "*"), (True, None, None, "*"), (True, None, "null", "*"),
    (True, (NEWS,), NEWS, NEWS), (True, (NEWS,), EVIL, None), (True, (NEWS,), None, None), (True, (), NEWS, None),
    (True, (NEWS,), "https://news.example.evil.example", None), (True, (NEWS,), "http://news.example", None),
    (True, (NEWS,), "https://news.example:8443", None), (True, (NEWS,), "null", None),
    (False, None, NEWS, None), (False, None, "null", None), (False, (NEWS,), NEWS, NEWS), (False, (NEWS,), EVIL, None),
]


@pytest.mark.parametrize("is_open, named, origin, told", CORS)
def test_which_sites_may_read(shelf: Shelf, is_open, named, origin, told):
    client = shelf.client(open_reading=is_open, cors_origins=named)
    for address in SHARED:
        for method in ("GET", "HEAD", "OPTIONS"):
            headers = shelf.keys["read"] | ({"Origin": origin} if origin else {})
            answer = client.open(address, method=method, headers=headers)
            assert answer.headers.get("Access-Control-Allow-Origin") == told, (address, method)
            assert "Access-Control-Allow-Credentials" not in answer.headers
            assert ("Origin" in answer.headers.get("Vary", "")) == bool(named)


@pytest.mark.parametrize("is_open, allowed", [(True, "If-None-Match"), (False, "If-None-Match, Authorization")])
def test_what_a_site_may_ask_with(shelf: Shelf, is_open, allowed):
    client = shelf.client(open_reading=is_open, cors_origins=(NEWS,))
    asking = {"Origin": NEWS, "Access-Control-Request-Method": "GET"}
    assert client.options("/v1/quotes", headers=asking).headers["Access-Control-Allow-Headers"] == allowed
    writing = client.options("/v1/documents", headers={**asking, "Access-Control-Request-Method": "POST"})
    assert "Access-Control-Allow-Headers" not in writing.headers
    assert writing.headers["Access-Control-Allow-Methods"] == "GET, HEAD"


@pytest.mark.parametrize("value, origins", [
    ("", None), ("none", ()), (NEWS, (NEWS,)), (f"{NEWS}, http://localhost:3000", (NEWS, "http://localhost:3000")),
    ("HTTPS://News.Example", (NEWS,)),
])
def test_sites_are_named_as_origins(value, origins):
    assert read_settings({"QUOTES_CORS_ORIGINS": value}).cors_origins == origins


@pytest.mark.parametrize("value", ["*", "news.example", "https://news.example/", "https://news.example/a", "null",
                                   "https://*.example", "ftp://news.example", "https://a@news.example", "https://",
                                   "https://news.example none"])
def test_what_is_no_origin_stops_the_start(value):
    with pytest.raises(BadSetting, match="QUOTES_CORS_ORIGINS"):
        read_settings({"QUOTES_CORS_ORIGINS": value})


def test_every_answer_is_guarded_by_headers(shelf: Shelf):
    client = shelf.client()
    for method, rule, address, need in ROWS:
        if method == "GET" and need in (NOTHING, READ):
            answer = send(client, method, address, {})
            headers = answer.headers
            answer.close()
            assert headers["Content-Security-Policy"].startswith("default-src 'none'"), rule
            assert headers["X-Content-Type-Options"] == "nosniff" and "Server" not in headers, rule
            assert not [name for name, _ in headers if name.lower() in ("x-powered-by", "set-cookie")], rule


def test_failures_give_nothing_of_the_program_away(shelf: Shelf, monkeypatch):
    client = shelf.client()
    monkeypatch.setattr(type(shelf.store), "quote", lambda *given: 1 / 0)
    answer = client.get("/v1/quotes/q1")
    assert answer.status_code == 500
    text = answer.get_data(as_text=True)
    assert not [word for word in ("Traceback", "ZeroDivision", ".py", "sqlite", "division") if word in text]
