"""/v1/documents/{id}/speakers: its shape, and what is not there."""

from __future__ import annotations


def test_the_speakers_of_a_document_with_their_links(client, shelf):
    items = client.get("/v1/documents/d1/speakers").get_json()["items"]
    assert items
    for item in items:
        assert list(item) == ["speaker", "how", "confidence", "anonymity_explained"]
        assert (item["anonymity_explained"] is None) == (item["speaker"]["kind"] != "unnamed")
    quoted = client.get("/v1/documents/d1/quotes").get_json()["items"]
    assert {one["speaker"]["id"] for one in quoted if one["speaker"]} <= {one["speaker"]["id"] for one in items}


def test_of_no_document_there_are_none(client):
    answer = client.get("/v1/documents/d99/speakers")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
