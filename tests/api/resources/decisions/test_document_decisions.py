"""Words in marks made a quote over HTTP, and all quotes of a speaker in a document given to another."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from tests.api.http.test_problems import problem

TEXT = "“We open at nine,” said Ida Moss of Eastvale. The hotel’s “spa” is a tub. “It is warm,” said Ida Moss."
START = TEXT.index("spa")


@pytest.fixture
def send(client, store, keys):
    """Send what is decided about the one document, d1."""
    keep(store, read_document(Article(text=TEXT, language="en")))

    def sent(what, body, document="d1", key="write"):
        return client.post(f"/v1/documents/{document}/{what}", json=body, headers=keys[key])

    return sent


@pytest.mark.parametrize("speaker, name", [({"id": "s1"}, "Ida Moss"), ({"name": "Ruta Vesk"}, "Ruta Vesk"),
                                           (None, None)])
def test_words_in_marks_are_made_a_quote_and_that_is_undone(client, keys, send, speaker, name):
    made = send("not-quotes", {"start": START, "speaker": speaker, "note": "She said it."}).get_json()
    assert (made["action"], made["note"], made["after"]["verdict"]) == ("accept", "She said it.", "corrected")
    quote = client.get(f"/v1/quotes/{made['about'][0]}").get_json()
    assert (quote["text"], quote["status"], quote["speaker"] and quote["speaker"]["name"]) == ("spa", "active", name)
    assert client.get("/v1/documents/d1/not-quotes").get_json()["items"] == []
    assert client.post(f"/v1/decisions/{made['id']}/undo", headers=keys["write"]).status_code == 200
    assert client.get(f"/v1/quotes/{quote['id']}").get_json()["status"] == "not_a_quote"


@pytest.mark.parametrize("body, status, pointer", [
    ({"start": START + 1, "speaker": None}, 422, "#/start"), ({"start": -1, "speaker": None}, 422, "#/start"),
    ({"start": "12", "speaker": None}, 422, "#/start"), ({"start": START}, 422, "#/speaker"),
    ({"speaker": None}, 422, "#/start"), ({"start": START, "speaker": {"name": "ida moss"}}, 409, None),
    ({"start": START, "speaker": {"id": "s99"}}, 422, None), ({"start": START, "speaker": {}}, 422, "#/speaker"),
    ({"start": START, "speaker": None, "why": "x"}, 422, "#/why"),
])
def test_what_is_no_such_words_is_refused(store, send, body, status, pointer):
    answer = problem(send("not-quotes", body), status)
    assert pointer is None or pointer in str(answer)
    assert [one.text for one in store.not_quotes("d1")] == ["spa"]


def test_all_of_a_speakers_quotes_go_to_another(client, keys, send):
    made = send("corrections", {"speaker": "s1", "to": {"name": "Ruta Vesk"}, "note": "Names mixed up."}).get_json()
    assert (made["action"], len(made["about"]), made["after"]["quotes"]) == ("correct", 2, 2)
    quotes = client.get("/v1/documents/d1/quotes").get_json()["items"]
    assert {(one["speaker"]["name"], one["verdict"]) for one in quotes} == {("Ruta Vesk", "corrected")}
    client.post(f"/v1/decisions/{made['id']}/undo", headers=keys["write"])
    assert {one["speaker"]["id"] for one in client.get("/v1/documents/d1/quotes").get_json()["items"]} == {"s1"}


@pytest.mark.parametrize("body, document, status", [
    ({"speaker": "s1", "to": {"id": "s1"}}, "d1", 422), ({"speaker": "s9", "to": None}, "d1", 422),
    ({"speaker": "s1"}, "d1", 422), ({"to": None}, "d1", 422), ({"speaker": "Ida", "to": None}, "d1", 422),
    ({"speaker": "s1", "to": None}, "d9", 404), ({"speaker": "s1", "to": {"name": "IDA MOSS"}}, "d1", 409),
])
def test_what_cannot_be_given_is_refused(store, send, body, document, status):
    problem(send("corrections", body, document), status)
    assert store.decisions_about("d1") == ()
