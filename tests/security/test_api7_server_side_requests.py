"""API7, server side request forgery: the service fetches nothing, whatever addresses stand in what it is sent."""

from __future__ import annotations

import socket
from typing import Any, NoReturn

import pytest

from tests.api.conftest import PUBLIC
from tests.security.conftest import Shelf

TARGETS = ["http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:6379/", "http://0x7f.1/", "http://2130706433/",
           "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://localhost./", "file:///etc/passwd", "gopher://127.0.0.1/",
           "ftp://127.0.0.1/", "//evil.example/", "https://user@evil.example/", "http://evil.example\\@127.0.0.1/"]
PAGE = """<?xml version="1.0"?><?xml-stylesheet href="{0}"?>
<!DOCTYPE html [<!ENTITY xxe SYSTEM "{0}"><!ENTITY % more SYSTEM "{0}"> %more;]>
<html xmlns:xi="http://www.w3.org/2001/XInclude"><head><base href="{0}"><link rel="stylesheet" href="{0}">
<link rel="canonical" href="{0}"><link rel="alternate" type="application/json+oembed" href="{0}">
<meta http-equiv="refresh" content="0;url={0}"><meta property="og:image" content="{0}"><script src="{0}"></script>
<script type="application/ld+json">{{"@context": "{0}", "@type": "NewsArticle", "url": "{0}"}}</script></head>
<body><xi:include href="{0}"/><img src="{0}" srcset="{0} 2x"><iframe src="{0}"></iframe><object data="{0}"></object>
<p>“It floats,” said Ona Brandt. &xxe;</p><video poster="{0}"><source src="{0}"></video>
<blockquote class="twitter-tweet"><p>Bring boots.</p>Harbour Watch (@harbour_watch)
<a href="{0}">March 4, 2025</a></blockquote></body></html>"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was asked of the network; every attempt is refused and noted."""
    found: list[Any] = []

    def refuse(*given: Any, **named: Any) -> NoReturn:
        found.append(given[1:] or given)
        raise OSError("the network is out of reach")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    return found


def test_the_guard_notices_what_is_fetched(asked: list[Any]):
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(OSError), socket.socket() as tried:
        tried.connect(("127.0.0.1", 9))
    assert len(asked) == 2


@pytest.mark.parametrize("target", TARGETS)
def test_pages_are_read_and_nothing_in_them_is_fetched(shelf: Shelf, asked: list[Any], target: str):
    page = PAGE.format(target)
    answer = shelf.client().post("/v1/extract", json={"html": page})
    assert answer.status_code in (200, 422) and asked == []
    assert "root:" not in answer.get_data(as_text=True)
    kept = shelf.client().post("/v1/documents", json={"html": page}, headers=shelf.keys["write"])
    assert kept.status_code in (200, 201, 422) and asked == []
    if kept.status_code != 422:
        number = kept.get_json()["document"]["id"]
        for address in (f"/documents/{number}", f"/v1/documents/{number}", f"/v1/documents/{number}/quotes"):
            assert shelf.client().get(address).status_code == 200 and asked == []


@pytest.mark.parametrize("target", TARGETS)
def test_addresses_in_parameters_are_not_followed(shelf: Shelf, asked: list[Any], target: str):
    client = shelf.client()
    assert client.get("/oembed", query_string={"url": target}).status_code in (404, 422)
    client.post("/v1/documents", json={"text": f"“It sinks at {target},” said Ona Brandt.", "url": target},
                headers=shelf.keys["write"])
    client.get("/verify", query_string={"text": target})
    client.post("/try", data={"text": target}, base_url=PUBLIC)
    client.get("/login", query_string={"next": target})
    client.get("/v1/quotes", headers={"Host": "169.254.169.254", "Referer": target, "X-Forwarded-Host": target})
    assert asked == []
