"""What is browsed over the API: speakers by letter and arrival, outlets, their articles, disagreements, decisions."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from tests.api.many_outlets import READINGS, SHORTER, TWICE, said


@pytest.fixture
def outlets(store):
    with store.writing():
        for reading in READINGS:
            keep(store, reading)
    return store


def items(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.json["items"]


@pytest.mark.parametrize("letter, names", [
    ("b", ["Ona Brandt"]), ("h", ["The Harbour Guild", "Rea Holm Jr."]), ("m", ["Élodie Marsh"]), ("v", ["Tomas Vey"]),
    ("o", []), ("j", []), ("t", []), ("g", []), ("c", []), ("0", []), ("other", []),
])
def test_speakers_are_under_the_surname_or_the_first_word(client, outlets, letter, names):
    assert [one["name"] for one in items(client, f"/v1/speakers?letter={letter}")] == names


def test_unnamed_sources_are_under_a_letter_where_they_are_asked_for(client, outlets):
    assert [one["name"] for one in items(client, "/v1/speakers?letter=a&kind=unnamed")] == [
        "a clerk", "a second clerk"]


def test_a_letter_is_walked_both_ways(client, outlets):
    first = client.get("/v1/speakers?letter=h&limit=1").json
    second = client.get(first["next"]).json
    assert [one["items"][0]["name"] for one in (first, second)] == ["The Harbour Guild", "Rea Holm Jr."]
    assert first["prev"] is None and second["next"] is None
    assert client.get(second["prev"]).json["items"] == first["items"]


def test_who_came_in_last_is_first(client, outlets):
    names = [one["name"] for one in items(client, "/v1/speakers?sort=added")]
    assert names == ["Élodie Marsh", "Tomas Vey", "The Harbour Guild", "Rea Holm Jr.", "Ona Brandt"]
    assert [one["quotes"] for one in items(client, "/v1/speakers?limit=1")] == [3]


@pytest.mark.parametrize("query", ["letter=aa", "letter=A", "letter=", "sort=name", "letter=b&q=brandt",
                                   "sort=added&q=brandt"])
def test_what_no_list_of_speakers_is_asked_for_is_refused(client, outlets, query):
    assert client.get(f"/v1/speakers?{query}").status_code == 422


def test_a_place_in_one_order_is_none_in_another(client, outlets):
    cursor = client.get("/v1/speakers?letter=h&limit=1").json["next"].partition("cursor=")[2]
    assert client.get(f"/v1/speakers?cursor={cursor}").status_code == 422


def test_outlets_have_their_quotes_and_days(client, outlets):
    assert items(client, "/v1/outlets") == [
        {"publisher": "quay.example", "publisher_printed": None, "quotes": 5, "first": "2024-05-01",
         "last": "2024-05-20"},
        {"publisher": "shore.example", "publisher_printed": None, "quotes": 3, "first": "2024-05-21",
         "last": "2024-05-21"},
        {"publisher": "weir.example", "publisher_printed": None, "quotes": 1, "first": "2024-05-21",
         "last": "2024-05-21"}]
    keep(outlets, said("apse.example", None, ("Ona Brandt", "person", "Once more.")))
    assert items(client, "/v1/outlets?sort=name&limit=1")[0] == {
        "publisher": "apse.example", "publisher_printed": None, "quotes": 1, "first": None, "last": None}
    assert client.get("/v1/outlets?sort=age").status_code == 422


def test_documents_of_an_outlet(client, outlets):
    assert [one["id"] for one in items(client, "/v1/documents?publisher=shore.example")] == ["d3", "d4"]
    first = client.get("/v1/documents?publisher=quay.example&limit=1").json
    assert [one["id"] for one in (*first["items"], *items(client, first["next"]))] == ["d2", "d1"]
    assert items(client, "/v1/documents?publisher=nowhere.example") == []


def test_quotes_of_one_kind_of_speaker(client, outlets):
    assert [one["speaker"]["name"] for one in items(client, "/v1/quotes?speaker_kind=unnamed")] == [
        "a second clerk", "a clerk"]


def test_months_add_up_to_all_quotes(client, outlets):
    assert [(one["month"], one["quotes"], one["unnamed"]) for one in items(client, "/v1/stats/months")] == [
        ("2024-05", 8, 2), (None, 1, 0)]
    everything = client.get("/v1/stats/speakers").json
    assert sum(one["quotes"] for one in items(client, "/v1/stats/months")) == everything["quotes"]
    assert [one["quotes"] for one in items(client, "/v1/stats/months?publisher=weir.example")] == [1]
    assert items(client, "/v1/stats/months?from=2025-01-01") == []


def test_new_speakers_of_a_week_are_those_not_quoted_before(client, outlets):
    found = client.get("/v1/stats/speakers?from=2024-05-15&to=2024-05-21").json
    assert {one["name"] for one in found["newest"]} == {"Rea Holm Jr.", "The Harbour Guild", "Tomas Vey"}
    assert (found["quotes"], found["new"]) == (6, 3)


def test_the_same_words_of_two_people_are_found(client, outlets):
    [found] = items(client, "/v1/disagreements")
    assert found["text"] == SHORTER + ","
    assert [(one["speaker"]["name"], one["document"]["publisher"]) for one in found["quotes"]] == [
        ("Tomas Vey", "shore.example"), ("Ona Brandt", "quay.example")]


@pytest.mark.parametrize("voice", [
    ("Brandt", "person", TWICE), ("Ona Brandt", "person", TWICE), ("a clerk", "unnamed", TWICE),
    ("Ida Roe", "person", TWICE, "unsure"),
    ("Ida Roe", "person", "We have counted every boat in this harbor, and more."),
    ("Ida Roe", "person", "We have counted every boat in the lake below it."),
])
def test_what_is_no_disagreement(client, store, voice):
    for reading in (READINGS[1], said("weir.example", "2024-05-22", voice)):
        keep(store, reading)
    assert items(client, "/v1/disagreements") == []


def test_two_people_in_one_article_are_no_disagreement(client, store):
    keep(store, said("quay.example", "2024-05-22", ("Ona Brandt", "person", TWICE), ("Ida Roe", "person", TWICE)))
    assert items(client, "/v1/disagreements") == []


def correct(client, keys, quote, body):
    head = {**keys["admin"], "If-Match": "*"}
    assert client.patch(f"/v1/quotes/{quote}", json=body, headers=head).status_code == 200


def test_corrections_are_listed_and_confirmations_and_objections_are_not(client, keys, outlets):
    correct(client, keys, "q1", {"confirmed": True})
    correct(client, keys, "q2", {"speaker": {"id": "s1"}})
    correct(client, keys, "q4", {"speaker": {"id": "s1"}})
    undone = client.post("/v1/decisions/c2/undo", json={}, headers=keys["write"]).json
    assert [one["id"] for one in items(client, "/v1/decisions")] == [undone["id"], "c3", "c2"]
    hide = client.post("/v1/speakers/s3/objection", json={"action": "hide"}, headers=keys["admin"])  # who had q4
    assert hide.status_code == 200
    assert [one["id"] for one in items(client, "/v1/decisions")] == [undone["id"], "c2"]
    client.post(f"/v1/decisions/{hide.json['decision']['id']}/undo", json={}, headers=keys["admin"])
    assert [one["id"] for one in items(client, "/v1/decisions")] == [undone["id"], "c3", "c2"]
