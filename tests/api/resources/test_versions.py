"""/v1/quotes/{id}/versions: its shape, and what is not there."""

from __future__ import annotations


def test_the_answer_has_the_one_shape(client, shelf):
    quote = client.get("/v1/quotes").get_json()["items"][0]
    body = client.get(f"/v1/quotes/{quote['id']}/versions").get_json()
    assert list(body) == ["quote", "first", "earliest", "outlets", "speakers_disagree", "versions", "undated",
                          "more"]
    assert body["quote"] == quote
    assert body["speakers_disagree"] is False


def test_versions_in_another_document(client, keys):
    text = "“We will {}close the harbour baths before the summer,” said Ona Brandt, the mayor."
    for number, word in enumerate(("not ", "")):
        article = {"text": text.format(word), "publisher": f"Paper {number}", "published_at": f"2025-03-0{number + 1}"}
        assert client.post("/v1/documents", json=article, headers=keys["write"]).status_code == 201
    body = client.get("/v1/quotes/q2/versions").get_json()
    assert [(one["relation"], one["changed"]) for one in body["versions"]] == [("altered", ["negation"])]
    assert body["versions"][0]["quotes"][0]["id"] == body["first"]["id"] == "q1"
    assert body["outlets"] == ["Paper 0", "Paper 1"]


def test_of_no_quote_there_are_none(client):
    answer = client.get("/v1/quotes/q99/versions")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
