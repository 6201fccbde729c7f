"""API10, unsafe consumption of APIs: what articles say of themselves is shown as text and followed nowhere."""

from __future__ import annotations

import pytest

from tests.api.markup import Markup
from tests.security.conftest import Shelf

MARK = "<script>alert(1)</script>"
# What an article can carry that would do something in a reader's browser, if it were taken at its word.
FIELDS = [
    {"title": f"Vote {MARK}"}, {"byline": f"R. Pell {MARK}"}, {"publisher": f"Gazette {MARK}"},
    {"title": "{{ 7 * 7 }}{% raw %}"}, {"title": "Vote\u202e\u2066 gnp.exe"}, {"byline": "=HYPERLINK(\"http://evil.example\")"},
]
ADDRESSES = ["javascript:alert(1)", "data:text/html,<b>", "vbscript:x", "http://", "https://evil.example\n.quotes.example",
             "\u0000https://a.example", "https://[::1", "blob:https://a.example/1", "about:blank"]


def kept(shelf: Shelf, **fields: str):
    """What is answered to an article with these fields; no two have the same text."""
    text = f"“It floats number {abs(hash(str(fields)))},” said Ona Brandt."
    return shelf.client().post("/v1/documents", json={"text": text, **fields}, headers=shelf.keys["write"])


@pytest.mark.parametrize("fields", FIELDS, ids=str)
def test_what_an_article_says_of_itself_is_text(shelf: Shelf, fields):
    answer = kept(shelf, **fields)
    assert answer.status_code == 201
    number, quote = answer.get_json()["document"]["id"], answer.get_json()["quotes"][0]["id"]
    for address in (f"/documents/{number}", f"/quotes/{quote}", f"/quotes/{quote}/card"):
        page = shelf.client().get(address).get_data(as_text=True)
        assert "alert(1)</script>" not in page and ">49<" not in page, address
        names = {name for _, attributes in Markup(page).elements for name in attributes}
        assert not [name for name in names if name.startswith("on")], address
    table = shelf.client().get(f"/v1/documents/{number}/quotes?format=csv").get_data(as_text=True)
    assert ",=HYPERLINK" not in table and ',"=HYPERLINK' not in table


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_refused(shelf: Shelf, address: str):
    assert kept(shelf, url=address).status_code == 422


def test_a_page_cannot_set_what_it_is_not_asked_for(shelf: Shelf):
    page = ('<html><head><link rel="canonical" href="javascript:alert(1)"><title>Vote</title></head><body>'
            "<p>“It floats in a page,” said Ona Brandt.</p></body></html>")
    document = shelf.client().post("/v1/extract", json={"html": page}).get_json()["document"]
    assert not str(document["url"]).startswith("javascript")
