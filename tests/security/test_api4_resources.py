"""API4, unrestricted resource consumption: sizes, counts, depth and rates have limits, and each refusal says which."""

from __future__ import annotations

import gzip
import json

import pytest

from tests.api.conftest import PUBLIC
from tests.api.http.test_access_control import READ, ROWS, WRITE
from tests.security.conftest import Shelf

BODIES = sorted({address for method, _, address, need in ROWS
                 if method in ("POST", "PATCH") and address.startswith("/v1/") and need in (READ, WRITE)
                 and not address.endswith("/batch")})
LONG = json.dumps({"text": "“It floats,” said Ona Brandt. " * 1000})  # of 20,000 bytes that the tests' settings allow
LISTS = ["/v1/quotes", "/v1/speakers", "/v1/documents", "/v1/outlets", "/v1/decisions", "/v1/quotes/q1/history",
         "/v1/speakers/s1/quotes", "/v1/documents/d1/quotes"]


def test_bodies_are_as_long_as_the_setting_says(shelf: Shelf):
    assert len(BODIES) > 6
    for address in BODIES:
        method = "PATCH" if address in ("/v1/quotes/q2", "/v1/speakers/s2") else "POST"
        answer = shelf.client().open(address, method=method, data=LONG, content_type="application/json",
                                     headers=shelf.keys["admin"] | {"If-Match": "*"})
        assert answer.status_code == 413 and "20000" in answer.get_json()["detail"], address


@pytest.mark.parametrize("address", ["/try", "/try/compare", "/verify/draft", "/login"])
def test_forms_are_as_long_as_the_setting_says(shelf: Shelf, address: str):
    answer = shelf.client().post(address, data={"text": "a" * 30000, "key": "a" * 30000}, base_url=PUBLIC,
                                 headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 413


@pytest.mark.parametrize("body, status", [
    (b"[" * 9000, 400), (b'{"text": ' * 1500, 400), (b'{"text": "a", "text": "b"}', 400), (b'{"text": NaN}', 400),
    (b'{"text": "' + b"\\ud800" + b'"}', 422), (b'{"text": 1' + b"0" * 9000 + b"}", 400),
])
def test_json_that_would_cost_more_than_it_says_is_refused(shelf: Shelf, body: bytes, status: int):
    assert shelf.client().post("/v1/extract", data=body, content_type="application/json").status_code in (status, 422)


def test_compressed_bodies_are_not_unpacked(shelf: Shelf):
    packed = gzip.compress(json.dumps({"text": "a" * 10_000_000}).encode())
    answer = shelf.client().post("/v1/extract", data=packed, content_type="application/json",
                                 headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 415


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("limit", ["0", "-1", "101", "1000000000", "abc", "1e2"])
def test_lists_have_a_part_of_at_most_a_hundred(shelf: Shelf, address: str, limit: str):
    assert shelf.client().get(f"{address}?limit={limit}").status_code == 422


def test_rates_are_limited_by_address_and_by_key(shelf: Shelf):
    client = shelf.client(rate_limit="3 per minute")
    statuses = [client.get("/v1/quotes", headers={"X-Forwarded-For": f"10.0.0.{number}"}).status_code
                for number in range(5)]
    assert statuses == [200] * 3 + [429] * 2
    refused = client.get("/v1/quotes")
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert client.get("/v1/quotes", headers=shelf.keys["read"]).status_code == 200
    assert client.get("/healthz").status_code == 200
