"""Articles sent, read, kept and found again, through all the real parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.conftest import PUBLIC

SAMPLES = Path(__file__).parents[3] / "samples"
TEXT = "“The wall will hold,” said Mirela Oduya.\n\nThe rest of the evening was quiet."
ARTICLE = {"text": TEXT, "url": "https://gazette.example/wall", "title": "Vote on the sea wall",
           "publisher": "Shore Gazette", "published_at": "2025-03-05"}


def sent(client, keys, **changed):
    return client.post("/v1/documents", json={**ARTICLE, **changed}, headers=keys["write"])


def test_an_article_is_read_and_nothing_kept(client):
    response = client.post("/v1/extract", json=ARTICLE)
    assert response.status_code == 200
    reading = response.get_json()
    assert list(reading) == ["document", "quotes", "speakers", "warnings", "not_quotes", "marks"]
    quote, = reading["quotes"]
    assert quote["text"] == "The wall will hold,"
    assert reading["document"]["text"][quote["start"]:quote["end"]] == quote["text"]
    assert quote["speaker"]["name"] == "Mirela Oduya"
    assert quote["document"]["title"] == "Vote on the sea wall" and "text" not in quote["document"]
    assert client.get("/v1/documents").get_json()["items"] == []


def test_an_article_is_kept_and_found_by_its_speaker(client, keys):
    response = sent(client, keys)
    assert response.status_code == 201
    kept = response.get_json()
    assert kept["outcome"] == "new" and kept["document"]["text"] == TEXT
    assert response.headers["Location"] == f"{PUBLIC}/v1/documents/{kept['document']['id']}"
    found, = client.get("/v1/quotes?speaker=Oduya").get_json()["items"]
    assert found == kept["quotes"][0] == client.get(f"/v1/quotes/{found['id']}").get_json()
    assert [speaker["id"] for speaker in kept["speakers"]] == [found["speaker"]["id"]]
    document = client.get(f"/v1/documents/{kept['document']['id']}").get_json()
    assert document == kept["document"]
    assert client.get(f"/v1/speakers/{found['speaker']['id']}/quotes").get_json()["items"] == [found]


@pytest.mark.parametrize("again", [
    {}, {"text": TEXT.replace("\n", "\r\n")}, {"text": "\ufeff" + TEXT}, {"url": ARTICLE["url"] + "#top"},
])
def test_the_same_again_makes_no_second_copy(client, keys, again):
    first, second = sent(client, keys), sent(client, keys, **again)
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.get_json()["outcome"] == "same"
    assert second.get_json()["quotes"] == first.get_json()["quotes"]
    assert len(client.get("/v1/quotes").get_json()["items"]) == 1


def test_changed_text_at_the_same_address_is_a_revision(client, keys):
    first = sent(client, keys).get_json()
    second = sent(client, keys, text=TEXT.replace("quiet", "loud"))
    assert second.status_code == 200
    assert second.get_json()["outcome"] == "revision"
    assert second.get_json()["document"]["id"] == first["document"]["id"]
    assert [quote["id"] for quote in second.get_json()["quotes"]] == [quote["id"] for quote in first["quotes"]]


def test_the_same_words_elsewhere_are_another_document(client, keys):
    sent(client, keys)
    assert sent(client, keys, url="https://other.example/wall").status_code == 201


@pytest.mark.parametrize("text", ["", "   \n", "No marks here at all."])
@pytest.mark.parametrize("address", ["/v1/extract", "/v1/documents"])
def test_nothing_to_find_is_no_error(client, keys, address, text):
    response = client.post(address, json={"text": text}, headers=keys["write"])
    assert response.status_code in (200, 201)
    assert response.get_json()["quotes"] == []
    assert response.get_json()["warnings"]


def test_odd_marks_spoil_their_own_paragraph_only(client):
    text = ("“The wall will hold,” said Mirela Oduya.\n\nHe said “this and that.\n\nNobody moved.\n\n"
            "“We agree,” said Ona Brandt.")
    texts = [quote["text"] for quote in client.post("/v1/extract", json={"text": text}).get_json()["quotes"]]
    assert {"The wall will hold,", "We agree,"} <= set(texts)


def test_a_page_comes_back_as_its_text(client):
    html = (SAMPLES / "lido-opening.html").read_text(encoding="utf-8")
    reading = client.post("/v1/extract", json={"html": html}).get_json()
    assert reading["document"]["publisher"] == "courier.example"
    assert reading["document"]["publisher_printed"] == "Port Ellery Courier"
    for quote in reading["quotes"]:
        assert quote["text"] is None or reading["document"]["text"][quote["start"]:quote["end"]] == quote["text"]
    assert "post" in {quote["kind"] for quote in reading["quotes"]}


def test_somebody_who_could_be_meant_but_is_quoted_nowhere_is_no_speaker(client, keys):
    text = "Pavel Orlik, the mayor, met the trader Tomas Berivan on Monday. “The wall will hold,” he said."
    extracted = client.post("/v1/extract", json={"text": text}).get_json()
    kept = sent(client, keys, text=text)
    assert kept.status_code == 201
    revised = sent(client, keys, text=f"{text} Nobody else spoke.")
    assert revised.get_json()["outcome"] == "revision"
    listed = client.get("/v1/quotes").get_json()
    for found in (extracted["quotes"], kept.get_json()["quotes"], revised.get_json()["quotes"], listed["items"]):
        assert [quote["speaker"]["name"] for quote in found] == ["Pavel Orlik"]
        assert [(quote["runner_up"]["id"], quote["runner_up"]["name"]) for quote in found] == [(None, "Tomas Berivan")]
    assert client.get("/v1/quotes/q1").get_json()["runner_up"] == extracted["quotes"][0]["runner_up"]
    assert client.get("/v1/quotes?speaker=Berivan").get_json()["items"] == []


def test_the_seeds_facts(client, keys):
    """The five quotes of the sample about Damascus, kept and asked for by speaker."""
    text = (SAMPLES / "damascus.txt").read_text(encoding="utf-8")
    kept = client.post("/v1/documents", data=json.dumps({"text": text}), content_type="application/json",
                       headers=keys["write"]).get_json()
    found = {quote["text"][:20]: quote for quote in kept["quotes"]}
    assert len(found) == len(kept["quotes"]) == 5
    assert found["nowhere to be found."]["speaker"]["kind"] == "unnamed"
    fallen = found["Militarily, Damascus"]
    assert (fallen["via"]["name"], fallen["speaker"]["name"]) == ("CNN", "a source close to the rebel groups")
    ghani, = client.get("/v1/quotes?speaker=Ghani").get_json()["items"]
    assert ghani["text"] == "Now our focus is on to liberate the capital,"
    assert ghani["speaker"]["name"] == "Hassan Abdul Ghani"
    trump = client.get("/v1/quotes?speaker=Trump").get_json()["items"]
    assert {quote["kind"] for quote in trump} == {"mixed", "post"}
    assert len({quote["speaker"]["id"] for quote in trump}) == len({quote["speaker"]["name"] for quote in trump}) == 1
    answer = client.get(f"/oembed?url={PUBLIC}/quotes/{ghani['id']}").get_json()
    assert answer["author_name"] == "Hassan Abdul Ghani"
    card = client.get(answer["html"].split('src="')[1].split('"')[0].removeprefix(PUBLIC)).get_data(as_text=True)
    assert "Now our focus is on to liberate the capital<" in card and "Hassan Abdul Ghani" in card
