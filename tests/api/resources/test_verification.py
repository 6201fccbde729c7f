"""/v1/verify: the answer in its shape, and what is refused."""

from __future__ import annotations

import pytest

ASKED = "/v1/verify"


def test_the_answer_has_the_one_shape(client, shelf):
    quote = client.get("/v1/quotes").get_json()["items"][0]
    answer = client.get(ASKED, query_string={"text": quote["text"]})
    assert answer.status_code == 200
    body = answer.get_json()
    assert list(body) == ["outcome", "matches", "coverage", "asked", "passages", "holders", "partial"]
    assert body["outcome"] == "found" and body["partial"] is False
    match = body["matches"][0]
    assert list(match) == ["quote", "outcome", "similarity", "diff", "changed", "omitted_before", "omitted_after",
                           "joined", "denial"]
    assert match["quote"]["text"] == quote["text"]
    assert (match["similarity"], match["changed"], match["omitted_before"]) == (1.0, [], None)
    assert [one["op"] for one in match["diff"]] == ["equal"]
    assert list(body["coverage"]) == ["documents", "quotes", "from", "to", "publishers"]


def test_a_speaker_can_be_named(client, shelf):
    items = client.get("/v1/quotes").get_json()["items"]
    quote = next(one for one in items if one["speaker"] and one["speaker"]["kind"] != "unnamed")
    asked = {"text": quote["text"], "speaker": "Nobody Atall"}
    assert client.get(ASKED, query_string=asked).get_json()["outcome"] == "other_speaker"
    asked = {"text": quote["text"], "speaker": quote["speaker"]["id"]}
    assert client.get(ASKED, query_string=asked).get_json()["outcome"] == "found"


def test_what_is_not_there_is_not_found_and_never_false(client, shelf):
    answer = client.get(ASKED, query_string={"text": "Zanzibar unicorns"})
    assert answer.get_json()["outcome"] == "not_found"
    assert "false" not in answer.get_data(as_text=True).replace(":false", "")  # but for JSON's own


@pytest.mark.parametrize("query", [
    {}, {"text": ""}, {"text": "…"}, {"text": "x" * 4001}, {"text": "a\0b"}, {"text": "words", "speaker": "x" * 401},
    {"text": "words", "limit": "5"},
])
def test_what_cannot_be_asked_is_told(client, query):
    answer = client.get(ASKED, query_string=query)
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["parameter"] in ("text", "speaker", "limit")
    assert answer.mimetype == "application/problem+json"
