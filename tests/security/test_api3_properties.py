"""API3, broken object property level authorization: nobody reads a field, or writes one, that is not theirs."""

from __future__ import annotations

import csv
import io

import pytest

from quotes.schemas.editors.editor_name import SOMEBODY
from tests.api.conftest import PUBLIC
from tests.api.http.test_access_control import NOTHING, READ, ROWS, SIGNED_IN
from tests.security.conftest import EDITOR, NOTE, Shelf

# What is read with GET, with the ids under which the editor's decisions are found, and with what a request can add.
ADDRESSES = {rule: address for method, rule, address, need in ROWS if method == "GET" and need in (NOTHING, READ)
             and not rule.startswith("/saved/")}  # feeds that a token opens
ADDRESSES["/v1/verify"] = "/v1/verify?text=The+wall+will+hold"
ALSO = ("/v1/quotes/q2", "/v1/quotes/q2/history", "/v1/quotes/q4/history", "/v1/documents/d2/quotes?format=csv",
        "/v1/quotes?format=jsonl", "/v1/quotes?format=jsonld", "/v1/quotes?format=annotation", "/v1/quotes?format=csv",
        "/v1/quotes/q1?format=csv", "/v1/quotes/q1?format=jsonl", "/v1/quotes?status=not_a_quote",
        "/v1/quotes/export?format=jsonl", "/export?format=jsonl", "/export?format=csv&bom=true", "/quotes/q2",
        "/quotes/q4", "/v1/search?q=wall", "/feed.json?q=wall", "/?q=wall")
# Where an editor's name or note is told to whoever may decide something as well, over the API and on pages.
IN_THE_API = {"/v1/decisions", "/v1/documents/<document:id>/quotes", "/v1/quotes", "/v1/quotes/<quote:id>",
              "/v1/quotes/<quote:id>/history", "/v1/quotes/<quote:id>/versions", "/v1/quotes/export", "/v1/search",
              "/v1/speakers/<speaker:id>/history", "/v1/speakers/<speaker:id>/quotes", "/v1/verify"}
ON_PAGES = {"/", "/corrections", "/corrections.csv", "/export", "/quotes/<quote:id>"}


def tells(client, address, **options) -> bool:
    """Whether an answer has the editor's name or note anywhere."""
    answer = client.get(address, base_url=PUBLIC, **options)
    assert answer.status_code == 200, (address, answer.get_data(as_text=True)[:300])
    body = answer.get_data()
    answer.close()
    return any(words.encode() in body for words in (EDITOR, NOTE))


def telling(client, **options) -> set[str]:
    """The routes that tell something of the editor."""
    return {rule for rule, address in ADDRESSES.items() if tells(client, address, **options)}


def test_no_answer_tells_anybody_who_decided_and_why(shelf: Shelf):
    client = shelf.client()
    assert telling(client) == set()
    assert [address for address in ALSO if tells(client, address)] == []


def test_no_answer_tells_it_to_a_key_that_reads(shelf: Shelf):
    client = shelf.client(open_reading=False)
    assert telling(client, headers=shelf.keys["read"]) == set()
    assert [address for address in ALSO if tells(client, address, headers=shelf.keys["read"])] == []


def test_whoever_may_decide_is_told(shelf: Shelf):
    client = shelf.client()
    assert telling(client, headers=shelf.keys["write"]) == IN_THE_API | ON_PAGES
    assert telling(shelf.signed_in()) == ON_PAGES
    assert telling(client) == set()  # nothing of it stays with the service


def test_everybody_is_told_where_the_setting_says_so(shelf: Shelf):
    client = shelf.client(show_editors=True)
    assert telling(client) == IN_THE_API | ON_PAGES
    assert client.get("/v1/decisions").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("signed_in", [False, True])
def test_what_is_told_to_one_is_kept_for_no_other(shelf: Shelf, signed_in: bool):
    client = shelf.signed_in() if signed_in else shelf.client()
    answer = client.get("/corrections", headers={} if signed_in else shelf.keys["write"], base_url=PUBLIC)
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_the_shape_stays_where_names_are_kept_back(shelf: Shelf):
    client = shelf.client()
    quote = client.get("/v1/quotes/q1").get_json()
    assert (quote["confirmed_by"], quote["verdict"]) == (SOMEBODY, "corrected")
    assert client.get("/v1/quotes/q3").get_json()["confirmed_by"] is None
    for made in client.get("/v1/quotes/q1/history").get_json()["items"]:
        assert (made["made_by"], made["note"], made["after"]["confirmed_by"]) == (SOMEBODY, None, SOMEBODY)
    assert SOMEBODY in client.get("/quotes/q1").get_data(as_text=True)
    first = next(csv.DictReader(io.StringIO(client.get("/corrections.csv").get_data(as_text=True))))
    assert (first["made_by"], first["note"]) == (SOMEBODY, "")


# Fields that are read and never taken: sent along, they are refused, so that nothing is set by the way.
FORGED = [
    ("POST", "/v1/documents", {"text": "“It floats,” said Ona Brandt.", "id": "d99"}),
    ("POST", "/v1/documents", {"text": "“It floats,” said Ona Brandt.", "added_at": "2001-01-01T00:00:00+00:00"}),
    ("POST", "/v1/extract", {"text": "“It floats,” said Ona Brandt.", "engine": "mine"}),
    ("PATCH", "/v1/quotes/q2", {"confirmed": True, "confirmed_by": "the editor in chief"}),
    ("PATCH", "/v1/quotes/q2", {"confirmed": True, "confidence": 1.0}),
    ("PATCH", "/v1/quotes/q2", {"confirmed": True, "verdict": "certain"}),
    ("PATCH", "/v1/quotes/q2", {"confirmed": True, "text": "other words"}),
    ("PATCH", "/v1/quotes/q2", {"status": "hidden"}),
    ("PATCH", "/v1/speakers/s1", {"description": "who", "aliases": ["Donna"]}),
    ("PATCH", "/v1/speakers/s1", {"description": "who", "id": "s9"}),
    ("POST", "/v1/speakers/s1/merge", {"into": "s2", "made_by": "somebody else"}),
    ("POST", "/v1/decisions/c1/undo", {"note": "x", "made_at": "2001-01-01T00:00:00+00:00"}),
    ("POST", "/v1/speakers/s1/aliases", {"name": "M.", "entered": True}),
    ("POST", "/v1/speakers/s1/objection", {"action": "hide", "purged": False}),
    ("POST", "/v1/documents/d1/corrections", {"speaker": "s1", "to": None, "by": "me"}),
    ("POST", "/v1/verify", {"text": "“It floats,” said Ona Brandt.", "outcome": "exact"}),
]


@pytest.mark.parametrize("method, address, body", FORGED, ids=lambda value: str(value)[:60])
def test_fields_that_are_not_the_callers_are_not_taken(shelf: Shelf, method, address, body):
    headers = shelf.keys["admin"] | {"If-Match": "*"}
    answer = shelf.client().open(address, method=method, json=body, headers=headers)
    assert answer.status_code == 422, answer.get_data(as_text=True)


def test_none_of_them_left_a_trace(shelf: Shelf):
    assert shelf.store.document("d99") is None
    assert shelf.store.quote("q2").confirmed_by == EDITOR
    assert shelf.store.speaker("s1").aliases.count("Donna") == 0


def test_forms_take_only_their_own_fields(shelf: Shelf):
    assert SIGNED_IN  # whoever is not signed in reaches none of them
    client = shelf.signed_in()
    page = client.get("/review?quote=q3", base_url=PUBLIC).get_data(as_text=True)
    token = page.split('name="token" value="')[1].split('"')[0]
    version = page.split('name="version" value="')[1].split('"')[0]
    sent = {"token": token, "version": version, "what": "confirm", "confirmed_by": "the chief", "made_by": "the chief",
            "status": "hidden", "confidence": "1"}
    client.post("/review/q3", data=sent, headers={"Sec-Fetch-Site": "same-origin"}, base_url=PUBLIC)
    quote = shelf.store.quote("q3")
    assert (quote.confirmed_by, quote.status, quote.confidence) == ("a write key", "active", 0.2)
