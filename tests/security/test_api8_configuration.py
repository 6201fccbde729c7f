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


HOSTS = ("quotes.internal", ".desk.example", "10.0.0.7", "::1")
# The Host of a request, and whether it is answered; quotes.example is the host of the public address.
NAMED = [
    ("quotes.example", 200), ("quotes.example:8000", 200), ("QUOTES.example", 200), ("quotes.example.", 200),
    ("quotes.internal", 200), ("one.desk.example", 200), ("two.one.desk.example:80", 200), ("10.0.0.7:8000", 200),
    ("[::1]:8000", 200), ("evil.example", 400), ("quotes.example.evil.example", 400), ("evilquotes.example", 400),
    ("desk.example", 400), ("evildesk.example", 400), ("10.0.0.70", 400), ("127.0.0.1:8000", 400), ("[::2]", 400),
    ("", 400), ("quotes.example@evil.example", 400), ("evil.example#quotes.example", 400), ("[", 400),
]


@pytest.mark.parametrize("host, status", NAMED)
def test_only_trusted_hosts_are_answered(shelf: Shelf, host, status):
    client = shelf.client(trusted_hosts=HOSTS)
    for address in ("/v1/quotes", "/", "/static/quotes.css"):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == status, address
        answer.close()
    assert client.get("/nothing", headers={"Host": host}).status_code == (404 if status == 200 else 400)
    assert [client.get(address, headers={"Host": host}).status_code for address in ("/healthz", "/readyz")] == [200] * 2
    assert shelf.client().get("/v1/quotes", headers={"Host": "evil.example"}).status_code == 200


def test_a_refused_host_is_told_in_words(shelf: Shelf):
    answer = shelf.client(trusted_hosts=HOSTS).get("/v1/quotes", headers={"Host": "evil.example"})
    assert answer.get_json()["type"] == "/problems/bad-request" and "host" in answer.get_json()["detail"]
    page = shelf.client(trusted_hosts=HOSTS).get("/", headers={"Host": "evil.example", "Accept": "text/html"})
    assert (page.status_code, page.mimetype) == (400, "text/html") and "evil.example" not in page.get_data(as_text=True)


@pytest.mark.parametrize("value, hosts", [
    ("", ()), ("quotes.example", ("quotes.example",)), ("A.example, .b.example", ("a.example", ".b.example")),
    ("10.0.0.7 [::1]", ("10.0.0.7", "::1")),
])
def test_trusted_hosts_are_named_without_ports(value, hosts):
    assert read_settings({"QUOTES_TRUSTED_HOSTS": value}).trusted_hosts == hosts


@pytest.mark.parametrize("value", ["*", "*.example", "quotes.example:8000", "https://quotes.example", "a@b.example",
                                   "quotes.example/path", ".", "[::1", "quotes.example,?"])
def test_what_is_no_host_stops_the_start(value):
    with pytest.raises(BadSetting, match="QUOTES_TRUSTED_HOSTS"):
        read_settings({"QUOTES_TRUSTED_HOSTS": value})
