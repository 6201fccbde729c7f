"""Verify: a draft as a table, in the API and on its page; what is marked against the printed words."""

from __future__ import annotations

import pytest

from tests.api.shelf import READING

SAID = next(quote for quote in READING.quotes if quote.text and quote.speaker and len(quote.text.split()) > 4)
DRAFT = f"“{SAID.text}” said {SAID.speaker.name}.\n\n“Geese have no business in a council chamber,” said Rea Holm."


def test_a_draft_is_checked_by_the_api(client, shelf):
    answer = client.post("/v1/verify", json={"text": DRAFT})
    assert answer.status_code == 200
    body = answer.get_json()
    assert list(body) == ["checks", "offset", "total", "short", "next", "kept_as"]
    assert [check["outcome"] for check in body["checks"]] == ["found", "not_found"]
    assert list(body["checks"][0]) == ["quote", "outcome", "match", "passage"]
    assert body["checks"][0]["match"]["quote"]["text"] == SAID.text
    assert client.post("/v1/verify?offset=1", json={"text": DRAFT}).get_json()["offset"] == 1


@pytest.mark.parametrize("query, body", [
    ("", {}), ("", {"text": "a", "html": "b"}), ("", {"text": "a", "speaker": "x"}), ("?offset=-1", {"text": "a"}),
    ("?offset=x", {"text": "a"}), ("?first=1", {"text": "a"}), ("", {"text": "a", "url": "nowhere"}),
])
def test_what_is_no_draft_is_refused(client, query, body):
    assert client.post(f"/v1/verify{query}", json=body).status_code == 422


def test_a_draft_is_a_table_on_its_page(client, shelf):
    page = client.post("/verify/draft", data={"text": DRAFT}).get_data(as_text=True)
    assert "2 quotations checked" in page and page.count("<tr") == 3
    assert "1 Found" in page and "1 Not in this collection" in page


@pytest.mark.parametrize("sent, status", [
    ({}, 422), ({"text": " "}, 422), ({"text": "Nothing."}, 200), ({"text": DRAFT, "offset": "x"}, 200),
    ({"text": DRAFT, "offset": "1" * 9}, 200), ({"text": DRAFT, "url": "nowhere"}, 422), ({"text": "a\0b"}, 422),
    ({"text": "<script>alert(1)</script>“<b>Geese</b> have no business here,” said Rea Holm."}, 200),
])
def test_whatever_a_form_sends_is_answered(client, shelf, sent, status):
    answer = client.post("/verify/draft", data=sent)
    assert answer.status_code == status
    assert "<script>alert" not in answer.get_data(as_text=True)


def test_the_printed_words_are_plain_and_what_was_asked_is_marked(client, shelf):
    words = SAID.text.split()
    asked = " ".join([*words[:-1], "zebras"])
    page = client.get("/verify", query_string={"text": asked}).get_data(as_text=True)
    assert "<del class=\"foreign\"><span class=\"for-ears\">asked, but not printed: </span>zebras</del>" in page
    assert "The words stand as they are printed." in page and "<ins>" not in page
    page = client.get("/verify", query_string={"text": SAID.text}).get_data(as_text=True)
    assert "class=\"foreign\"" not in page and "stand as they are printed" not in page


@pytest.mark.parametrize("text, several", [
    (DRAFT, True), (SAID.text, False), (f"“{SAID.text}”", False), ("“Geese,” she said, “geese.”", False),
])
def test_several_quotations_pasted_as_one_may_be_checked_each(client, shelf, text, several):
    page = client.get("/verify", query_string={"text": text}).get_data(as_text=True)
    assert ("These are several quotations" in page) is several
    assert ("Check the draft" in page) is several
