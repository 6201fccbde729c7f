"""Answers written by orjson say what the standard library would."""

from __future__ import annotations

import json

import pytest

ADDRESSES = ["/v1/quotes", "/v1/quotes/q1", "/v1/quotes?expand=document,speaker", "/v1/speakers", "/v1/documents/d1",
             "/openapi.json", "/healthz"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_read_and_written_again_the_same(client, shelf, address):
    response = client.get(address)
    assert response.mimetype == "application/json"
    written = json.dumps(json.loads(response.data), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    assert written.encode() == response.data


@pytest.mark.parametrize("value", [
    "é “…”", "a\u2028b", "</script>", "\U0001f600", "\x01\t\n", 0.1, 1e300, -0.0, [], {},
])
def test_any_value_comes_back(app, value):
    assert json.loads(app.json.dumps({"value": value})) == {"value": value}
    with app.test_request_context():
        assert app.json.response(value=value).get_json() == {"value": value}


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_json_is_never_written_as_if_it_were(app, value):
    assert json.loads(app.json.dumps([value])) == [None]


@pytest.mark.parametrize("value", ["\ud800", object(), {1, 2}])
def test_what_cannot_be_written_is_refused(app, value):
    with pytest.raises(TypeError):
        app.json.dumps(value)
