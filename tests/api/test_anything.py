"""Whatever is asked, the answer is ours: no failure of the inside, and every refusal in its shape."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.api.app import create_app
from quotes.collection.ingestion import keep
from quotes.settings import read_settings
from quotes.store.store_opener import open_store
from tests.api.conftest import PUBLIC
from tests.api.shelf import READING

NAMES = st.sampled_from(["limit", "cursor", "speaker", "q", "kind", "verdict", "status", "publisher", "document",
                         "from", "to", "min_confidence", "url", "maxwidth", "maxheight", "format", "other", ""])
CHARACTERS = st.characters(exclude_categories=["Cs"])
VALUES = st.one_of(st.text(CHARACTERS, max_size=30), st.integers().map(str), st.floats().map(str), st.sampled_from(
    ["s1", "q1", "d1", "person", "direct", "active", "2025-03-05", "0001-01-01", "9999-12-31", "the wall", '"', "*",
     "a OR", "NEAR(a b)", "-x", "col:x", "^a", "a\0b", f"{PUBLIC}/quotes/q1", "{{7*7}}", "'; --", "%", "_",
     "\u0301" * 200]))
PATHS = ["/", "/v1/quotes", "/v1/speakers", "/v1/documents", "/v1/documents/d1/quotes", "/v1/speakers/s1/quotes",
         "/speakers/s1", "/oembed", "/quotes/q1", "/try", "/openapi.json"]
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A client for a service with a document in it."""
    folder = tmp_path_factory.mktemp("asked")
    chosen = read_settings({"QUOTES_DATABASE": f"sqlite:///{folder / 'quotes.db'}", "QUOTES_PUBLIC_URL": PUBLIC})
    store = open_store(chosen.database)
    keep(store, READING)
    yield create_app(chosen, store).test_client()
    store.close()


def check(response):
    assert response.status_code < 500 or response.status_code == 501, response.get_data(as_text=True)
    if response.status_code >= 400:
        assert response.mimetype == "application/problem+json"
        assert response.get_json()["status"] == response.status_code


@FEW
@given(st.sampled_from(PATHS), st.dictionaries(NAMES, VALUES, max_size=4))
def test_any_query(asked, path, query):
    check(asked.get(path, query_string=query))


@FEW
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_path(asked, path):
    response = asked.get("/" + path.lstrip("/"))
    if response.status_code >= 400:
        check(response)
    response.close()


@FEW
@given(st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"]), st.sampled_from(PATHS),
       st.binary(max_size=50),
       st.sampled_from(["application/json", "text/plain", "", "multipart/form-data", "a;b=\"c"]))
def test_any_method_and_body(asked, method, path, body, content_type):
    response = asked.open(path, method=method, data=body, content_type=content_type)
    assert response.status_code < 500, response.get_data(as_text=True)
    response.close()


@FEW
@given(st.dictionaries(st.sampled_from(["Accept", "If-None-Match", "Authorization", "Origin", "Host", "Range", "Cookie",
                                        "X-Forwarded-For", "If-Modified-Since", "Accept-Language"]),
                       st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40), max_size=4),
       st.sampled_from(PATHS))
def test_any_headers(asked, headers, path):
    response = asked.get(path, headers=headers)
    assert response.status_code < 500, response.get_data(as_text=True)
    assert "Set-Cookie" not in response.headers
