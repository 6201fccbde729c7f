"""Packed answers: for whom, of what, and that asking again goes on to work."""

from __future__ import annotations

import gzip

import pytest

GZIP = {"Accept-Encoding": "gzip, deflate"}


@pytest.mark.parametrize("address", [
    "/v1/quotes", "/v1/quotes?format=csv", "/v1/quotes?format=jsonld", "/v1/documents",
    "/feed.atom", "/feed.json", "/openapi.json",
])
def test_long_answers_are_packed_for_who_asks(client, many, address):
    plain, packed = client.get(address), client.get(address, headers=GZIP)
    assert "Content-Encoding" not in plain.headers and packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in plain.headers["Vary"] and "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.data) == plain.data
    assert packed.content_length == len(packed.data) < len(plain.data)
    head = client.head(address, headers=GZIP)
    assert head.data == b"" and head.headers["Content-Length"] == packed.headers["Content-Length"]


@pytest.mark.parametrize("address", ["/v1/quotes", "/feed.atom", "/openapi.json"])
def test_what_is_known_is_not_sent_again_packed_or_not(client, many, address):
    packed = client.get(address, headers=GZIP)
    tag = packed.headers["ETag"]
    assert tag.startswith("W/") and packed.headers["Content-Encoding"] == "gzip"
    for headers in (GZIP, {}):
        again = client.get(address, headers={**headers, "If-None-Match": tag})
        assert again.status_code == 304 and again.data == b"" and "Content-Encoding" not in again.headers
        assert "Accept-Encoding" in again.headers["Vary"]
        assert again.headers["ETag"] == client.get(address, headers=headers).headers["ETag"]


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip;q=0.0, *", "deflate, gzip; q=0"])
def test_nobody_gets_what_they_did_not_ask_for(client, many, accepted):
    response = client.get("/v1/quotes", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in response.headers and response.get_json()["items"]
    assert not response.headers["ETag"].startswith("W/")


@pytest.mark.parametrize("address", ["/", "/quotes/q1", "/v1/quotes/q1", "/v1/quotes/q1?expand=document,speaker",
                                     "/v1/speakers/s1", "/v1/speakers", "/v1/quotes/q99", "/healthz", "/metrics",
                                     "/quotes/q1/card.png"])
def test_pages_and_what_people_change_stay_as_they_are(client, shelf, address):
    response = client.get(address, headers=GZIP)
    assert "Content-Encoding" not in response.headers
    assert not response.headers.get("ETag", "").startswith("W/")


def test_a_tag_got_by_a_caller_who_unpacks_does_for_a_change(client, shelf, keys):
    tag = client.get("/v1/quotes/q1", headers=GZIP).headers["ETag"]
    changed = client.patch("/v1/quotes/q1", json={"confirmed": True}, headers=keys["write"] | GZIP | {"If-Match": tag})
    assert changed.status_code == 200
