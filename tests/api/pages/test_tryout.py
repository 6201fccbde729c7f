"""Try: an article read, compared with the collection, taken along as a file, and kept by whoever may."""

from __future__ import annotations

import csv
import io

import pytest

from tests.api.conftest import PUBLIC
from tests.api.shelf import READING

SAID = next(quote for quote in READING.quotes if quote.text and quote.speaker and len(quote.text.split()) > 3)
TEXT = f"“{SAID.text}” said Rea Holm.\n\n“=Geese have no business in a council chamber,” said Lars Vesterholt."
ARTICLE = {"text": TEXT, "title": "Geese", "publisher": "Harbour Post", "url": "https://post.example/geese",
           "published_at": "2025-03-05"}
SITE = {"Sec-Fetch-Site": "same-origin"}
ADDRESSES = ["/try", "/try/compare", "/try/export/csv", "/try/export/json"]


def signed_in(client, keys):
    """Sign in; the token that our own form then holds."""
    key = keys["write"]["Authorization"].removeprefix("Bearer ")
    client.post("/login", data={"key": key}, headers=SITE, base_url=PUBLIC)
    page = client.post("/try", data=ARTICLE, base_url=PUBLIC).get_data(as_text=True)
    return page.partition('name="token" value="')[2].partition('"')[0]


def sent_to_keep(client, sent, headers=SITE):
    return client.post("/try/keep", data=sent, headers=headers, base_url=PUBLIC)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("sent", [{}, {"text": " "}, {"text": "a\0b"}, {**ARTICLE, "url": "nowhere"},
                                  {**ARTICLE, "published_at": "some day"}])
def test_what_cannot_be_read_is_told_in_the_form(client, shelf, address, sent):
    answer = client.post(address, data=sent)
    assert answer.status_code == 422
    assert "class=\"notice wrong\"" in answer.get_data(as_text=True)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_kept_by_looking(client, shelf, address):
    before = client.get("/v1/documents").get_json()
    assert client.post(address, data=ARTICLE).status_code == 200
    assert client.get("/v1/documents").get_json() == before


def test_it_is_compared_with_what_is_kept(client, shelf):
    page = client.post("/try/compare", data=ARTICLE).get_data(as_text=True)
    assert "Kept from somebody else" in page and SAID.speaker.name in page
    assert "New: in no other article" in page and "is kept already" not in page
    assert "Compare with the collection" in client.post("/try", data=ARTICLE).get_data(as_text=True)


def test_its_quotes_are_taken_along_as_rows(client, shelf):
    answer = client.post("/try/export/csv", data=ARTICLE)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="quotes.csv"'
    text = answer.get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and len(rows) == 2
    assert (rows[0]["text"], rows[0]["speaker"], rows[0]["title"]) == (SAID.text, "Rea Holm", "Geese")
    assert rows[1]["text"].startswith("'=Geese")
    assert {(row["id"], row["speaker_id"], row["page"], row["document_id"]) for row in rows} == {("", "", "", "")}


def test_the_reading_is_taken_along_as_the_api_gives_it(client, shelf):
    answer = client.post("/try/export/json", data=ARTICLE)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="quotes.json"'
    assert answer.get_json() == client.post("/v1/extract", json=ARTICLE).get_json()


def test_whoever_is_signed_in_keeps_it(client, keys, shelf):
    token = signed_in(client, keys)
    page = client.post("/try", data=ARTICLE, base_url=PUBLIC).get_data(as_text=True)
    assert "Keep this article" in page
    answer = sent_to_keep(client, {**ARTICLE, "token": token})
    assert answer.status_code == 303
    kept = client.get(answer.headers["Location"].replace("/documents", "/v1/documents")).get_json()
    assert (kept["title"], kept["publisher"], kept["url"]) == ("Geese", "Harbour Post", "https://post.example/geese")
    again = sent_to_keep(client, {**ARTICLE, "token": token})
    assert again.headers["Location"] == answer.headers["Location"]
    assert "is kept already" in client.post("/try/compare", data=ARTICLE).get_data(as_text=True)


@pytest.mark.parametrize("sent, headers", [
    ({}, {}), ({"token": "x"}, {}), ({"token": ""}, {}), ({"token": "é"}, {}),
    ({"token": True}, {"Origin": "https://elsewhere.example"}), ({"token": True}, {"Sec-Fetch-Site": "cross-site"}),
])
def test_a_form_that_is_not_our_own_keeps_nothing(client, keys, shelf, sent, headers):
    token = signed_in(client, keys)
    before = client.get("/v1/documents").get_json()
    sent = {"token": token} if sent.get("token") is True else sent
    assert sent_to_keep(client, {**ARTICLE, **sent}, {**SITE, **headers}).status_code == 403
    assert client.get("/v1/documents").get_json() == before


def test_nobody_else_keeps_anything(client, shelf):
    before = client.get("/v1/documents").get_json()
    answer = client.post("/try/keep", data=ARTICLE)
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (303, "/login")
    assert "Keep this article" not in client.post("/try", data=ARTICLE).get_data(as_text=True)
    assert client.get("/v1/documents").get_json() == before


def test_what_was_taken_down_is_not_kept_and_the_page_says_so(client, keys, shelf):
    token = signed_in(client, keys)
    place = sent_to_keep(client, {**ARTICLE, "token": token}).headers["Location"]
    removed = client.delete(place.replace("/documents", "/v1/documents"), headers=keys["admin"])
    assert removed.status_code == 200
    answer = sent_to_keep(client, {**ARTICLE, "token": token})
    assert answer.status_code == 409 and "taken down" in answer.get_data(as_text=True)


def test_whatever_is_pasted_is_only_text(client, shelf):
    page = client.post("/try", data={**ARTICLE, "title": "<b>x</b>\"><script>alert(1)</script>"}).get_data(as_text=True)
    assert "<script>alert" not in page
