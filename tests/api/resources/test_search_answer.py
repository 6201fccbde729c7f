"""GET /v1/search and /v1/suggestions: what a question is taken for, what it finds, and that the page agrees."""

from __future__ import annotations

import pytest

from tests.api.markup import Markup

FOUND = [
    ("Oduya", ["q2", "q1"], {"words": "", "who": ["s1"], "closeness": "exact"}),
    ("the harbour master Mirela Oduya wall", ["q2", "q1"], {"words": "harbour master wall", "who": ["s1"],
                                                            "closeness": "article"}),
    ("Oduya wall", ["q1"], {"words": "wall", "who": ["s1"], "closeness": "exact"}),
    ("Oduya walls", ["q1"], {"words": "walls", "who": ["s1"], "closeness": "forms"}),
    ("Oduya Gazette report", ["q2", "q1"], {"words": "Gazette report", "who": ["s1"], "closeness": "article"}),
    ("Oduya wall March 2025", ["q1"], {"words": "wall", "who": ["s1"], "from": "2025-03-01", "to": "2025-03-31"}),
    ("Oduya 1999", ["q2", "q1"], {"who": ["s1"], "let_go": ["1999-01-01 – 1999-12-31"], "closeness": "part"}),
    ("@harbour_watch", ["q5"], {"words": "", "who": ["s3"]}),
    ("wall hold", ["q1"], {"words": "wall hold", "who": []}),
    ("will -wall", [], {"words": "will -wall", "who": []}),
    ("zebra", [], {"words": "zebra", "who": []}),
    ("Oduja", ["q2", "q1"], {"who": ["s1"], "corrected": "Oduya"}),
    ("…", [], {"words": "…", "who": []}),
    ("", ["q4", "q3", "q2", "q1", "q5"], {"words": "", "who": []}),
]


@pytest.mark.parametrize("typed, ids, taken", FOUND, ids=[typed for typed, *_ in FOUND])
def test_what_a_question_finds(client, shelf, typed, ids, taken):
    body = client.get("/v1/search", query_string={"q": typed}).get_json()
    assert sorted(item["id"] for item in body["items"]) == sorted(ids)
    understood = body["understood"]
    said = {**understood, "who": [one["id"] for one in understood["speakers"]], "corrected": body["corrected"]}
    assert {name: said[name] for name in taken} == taken


@pytest.mark.parametrize("typed", [typed for typed, *_ in FOUND if typed])
def test_the_page_finds_the_same_first(client, shelf, typed):
    body = client.get("/v1/search", query_string={"q": typed}).get_json()
    markup = Markup(client.get("/", query_string={"q": typed}).get_data(as_text=True))
    shown = [a["href"].rpartition("/")[2] for a in markup.all("a") if a.get("href", "").startswith("/quotes/q")]
    assert shown[: len(body["items"])] == [item["id"] for item in body["items"]]


def test_facets_count_and_filters_narrow_as_they_say(client, shelf):
    facets = client.get("/v1/search?stance=any").get_json()["facets"]
    assert facets["quotes"] == 5 and facets["whole"] is True and facets["undated"] == 0
    assert [(one["value"], one["quotes"]) for one in facets["years"]] == [("2025", 5)]
    for name, values in (("speaker", facets["speakers"]), ("publisher", facets["outlets"]), ("kind", facets["kinds"])):
        assert values
        for one in values:
            narrowed = client.get("/v1/search", query_string={name: one["value"], "stance": "any"}).get_json()
            assert len(narrowed["items"]) == one["quotes"] == narrowed["facets"]["quotes"]


def test_a_filter_stands_against_what_the_question_says(client, shelf):
    items = client.get("/v1/search?q=Oduya&speaker=s3").get_json()["items"]
    assert [item["id"] for item in items] == ["q5"]
    assert client.get("/v1/search?q=Oduya&from=2026-01-01").get_json()["items"] == []


def test_all_words_can_be_taken_as_words(client, shelf):
    body = client.get("/v1/search?q=Oduya&plain=true").get_json()
    assert body["items"] == [] and body["understood"]["speakers"] == []


def test_a_long_answer_is_paged_through(client, many):
    seen, address = [], "/v1/search?q=Brandt+reason&limit=20"
    while address:
        body = client.get(address.replace("https://quotes.example", "")).get_json()
        assert body["understood"]["words"] == "reason"
        seen += [item["id"] for item in body["items"]]
        address = body["next"]
    assert len(seen) == len(set(seen)) == 53


@pytest.mark.parametrize("query", ["q=a%00b", "cursor=x", "kind=song", "from=yesterday", "unknown=1", "plain=perhaps"])
def test_bad_questions_are_named(client, shelf, query):
    assert client.get(f"/v1/search?{query}").status_code == 422


SUGGESTED = [
    ("od", [("speaker", "Mirela Oduya")]), ("mirela o", [("speaker", "Mirela Oduya")]),
    ("ODUYA", [("speaker", "Mirela Oduya")]), ("harb", [("speaker", "Harbour Watch")]),
    ("shore", [("outlet", "Shore Gazette")]), ("gaz", [("outlet", "Shore Gazette")]),
    ("o", []), ("", []), ("zz", []), ("oduya mirela x", []), ("clerk", []), ("%", []), ("~o", []),
    ("a b c d e f g", []),
]


@pytest.mark.parametrize("typed, names", SUGGESTED)
def test_suggestions(client, shelf, typed, names):
    items = client.get("/v1/suggestions", query_string={"q": typed}).get_json()["items"]
    assert [(item["kind"], item["name"]) for item in items] == names
    assert all(item["quotes"] >= 1 for item in items)


def test_whoever_objected_is_neither_suggested_nor_found(client, shelf, keys):
    client.post("/v1/speakers/s1/objection", json={"action": "hide"}, headers=keys["admin"])
    assert client.get("/v1/suggestions?q=oduya").get_json()["items"] == []
    body = client.get("/v1/search?q=Oduya").get_json()
    assert body["items"] == [] and body["speakers"] == []
