"""GET /v1/stats: counts over the quotes that are kept."""

from __future__ import annotations

import pytest


def test_speakers_are_counted(client, shelf):
    body = client.get("/v1/stats/speakers").get_json()
    assert body["from"] is body["to"] is None
    assert body["speakers"][0]["name"] == "Mirela Oduya"
    assert all(one["id"] and one["kind"] != "unnamed" for one in body["speakers"])
    assert body["quotes"] >= sum(one["quotes"] for one in body["speakers"]) + body["unknown"]
    assert 0 < body["unknown_share"] < 1
    assert body["new"] == len(body["newest"]) > 0


def test_a_period_is_kept_to_and_told(client, shelf):
    body = client.get("/v1/stats/speakers?from=2030-01-01&to=2030-12-31&limit=1").get_json()
    assert (body["from"], body["to"], body["quotes"], body["speakers"]) == ("2030-01-01", "2030-12-31", 0, [])


def test_unnamed_sources_by_outlet_and_month(client, shelf):
    items = client.get("/v1/stats/unnamed").get_json()["items"]
    assert {one["publisher"] for one in items} >= {"Shore Gazette"}
    assert all(one["unnamed"] <= one["quotes"] and len(one["month"]) == 7 for one in items)
    assert client.get("/v1/stats/unnamed?publisher=Nobody").get_json() == {"items": []}


@pytest.mark.parametrize("address, parameter", [
    ("/v1/stats/speakers?from=yesterday", "from"), ("/v1/stats/speakers?limit=0", "limit"),
    ("/v1/stats/unnamed?limit=5", "limit"), ("/v1/stats/unnamed?to=2025-13-01", "to"),
])
def test_bad_parameters_are_named(client, address, parameter):
    answer = client.get(address)
    assert answer.status_code == 422
    assert [fault["parameter"] for fault in answer.get_json()["errors"]] == [parameter]
