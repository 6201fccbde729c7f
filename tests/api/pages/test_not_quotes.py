"""What stands in quotation marks and is no quote: shown on request, and made one on Review."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from tests.api.conftest import PUBLIC
from tests.api.pages.test_review import SITE, fields, page, reviewer

__all__ = ["reviewer"]
TEXT = "“We open at nine,” said Ida Moss of Eastvale. The hotel’s “spa <b>” is a tub."


@pytest.fixture
def article(shelf):
    """The id of an article with words in marks that are no quote, and where they begin."""
    kept = keep(shelf, read_document(Article(text=TEXT, language="en")))
    return kept.document.id, TEXT.index("spa")


def test_trying_an_article_shows_them_on_request(client):
    shown = client.post("/try", data={"text": TEXT}, base_url=PUBLIC).get_data(as_text=True)
    assert "1 thing in quotation marks that is no quote" in shown
    assert "spa &lt;b&gt;" in shown and "Make one a quote" not in shown


def test_an_article_without_any_says_nothing_of_them(client):
    shown = client.post("/try", data={"text": "“We open,” said Ida Moss."}, base_url=PUBLIC).get_data(as_text=True)
    assert "in quotation marks" not in shown


def test_one_is_made_a_quote_and_that_is_undone(reviewer, shelf, article):
    document, start = article
    assert "Make one a quote" in reviewer.get(f"/documents/{document}", base_url=PUBLIC).get_data(as_text=True)
    address = f"/review/documents/{document}"
    token = fields(page(reviewer, address), f"documents/{document}")["token"]
    sent = {"token": token, "start": str(start), "speaker": "Ida Moss"}
    done = reviewer.post(address, data=sent, headers=SITE, base_url=PUBLIC)
    assert done.status_code == 303
    quote = shelf.document_quotes(document)[1]
    assert (quote.text, quote.speaker.name, quote.verdict) == ("spa <b>", "Ida Moss", "corrected")
    assert shelf.not_quotes(document) == ()
    undone = shelf.decisions_about(quote.id)[0].id
    undoing = {"data": {"token": token}, "headers": SITE, "base_url": PUBLIC}
    assert reviewer.post(f"/review/undo/{undone}", **undoing).status_code == 303
    assert [one.text for one in shelf.not_quotes(document)] == ["spa <b>"]


@pytest.mark.parametrize("sent, status", [
    ({"start": "0"}, 422), ({"start": ""}, 422), ({"start": "x"}, 422), ({"start": "999"}, 422),
])
def test_what_cannot_be_decided_is_said(reviewer, article, sent, status):
    document, start = article
    address = f"/review/documents/{document}"
    data = {**fields(page(reviewer, address), f"documents/{document}"), "start": str(start), **sent}
    refused = reviewer.post(address, data=data, headers=SITE, base_url=PUBLIC)
    assert refused.status_code == status and 'role="alert"' in refused.get_data(as_text=True)


def test_nobody_comes_here_without_signing_in(client, article):
    assert client.get(f"/review/documents/{article[0]}", base_url=PUBLIC).status_code == 303
