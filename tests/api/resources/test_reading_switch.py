"""Articles that are not kept: read for everybody, for nobody, or for whoever has a key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.api.app import create_app

ARTICLE = {"text": "“It floats,” said Ona Brandt."}
PROGRAMS = ["/v1/extract", "/v1/verify"]
FORMS = ["/try", "/try/compare", "/try/export/csv", "/verify/draft"]


@pytest.fixture
def switched_off(settings, store):
    return create_app(replace(settings, extract=False), store).test_client()


@pytest.mark.parametrize("path", PROGRAMS)
@pytest.mark.parametrize("scope", ["none", "admin"])
def test_switched_off_nothing_is_read_without_being_kept(switched_off, keys, path, scope):
    answer = switched_off.post(path, json=ARTICLE, headers=keys[scope])
    assert answer.status_code == 403 and answer.json["type"].endswith("switched-off")


@pytest.mark.parametrize("path", FORMS)
def test_switched_off_no_form_reads(switched_off, path):
    assert switched_off.post(path, data=ARTICLE).status_code == 403


@pytest.mark.parametrize("path", ["/", "/documents", "/verify?text=It+floats"])
def test_switched_off_no_page_leads_to_them(switched_off, client, path):
    assert not any(f'"{there}"' in switched_off.get(path).text for there in ("/try", "/verify/draft"))
    assert '"/try"' in client.get(path).text


def test_switched_off_articles_are_kept_all_the_same(switched_off, keys):
    assert switched_off.post("/v1/documents", json=ARTICLE, headers=keys["write"]).status_code == 201
    assert switched_off.get("/v1/verify?text=It+floats").status_code == 200


@pytest.mark.parametrize("path", PROGRAMS)
@pytest.mark.parametrize("scope, status", [("none", 401), ("revoked", 401), ("read", 200)])
def test_where_reading_is_closed_a_key_is_asked_for(closed_client, keys, path, scope, status):
    assert closed_client.post(path, json=ARTICLE, headers=keys[scope]).status_code == status


@pytest.mark.parametrize("path", FORMS)
def test_where_reading_is_closed_so_are_forms(closed_client, path):
    assert closed_client.post(path, data=ARTICLE).status_code == 401
