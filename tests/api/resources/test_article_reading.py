"""Articles read for requests: short ones in turn in this process, long ones by readers apart, all within a budget."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest

from quotes.api.app import create_app
from quotes.api.resources import article_reading
from quotes.collection.access_keys import make_key
from quotes.reading.readers.budget import SHORT, Budget
from quotes.reading.readers.reader_pool import Readers
from quotes.records.document import Article
from quotes.settings import read_settings
from quotes.store.store_opener import open_store
from tests.api.conftest import NOW

SAID = "“Nine degrees,” said Ona Brandt. "
LONG = SAID * (SHORT // len(SAID) + 1)
QUOTATIONS = len(LONG) // len(SAID)
MANY = SAID * (QUOTATIONS + 5)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A service whose documents may have no more quotations than LONG has; its readers, and a key for writing."""
    settings = replace(read_settings({"QUOTES_DATABASE": f"sqlite:///{tmp_path_factory.mktemp('read') / 'quotes.db'}"}),
                       max_quotations=QUOTATIONS)
    store = open_store(settings.database)
    key = {"Authorization": f"Bearer {make_key(store, 'a key', 'write', NOW)}"}
    readers = Readers(Budget(QUOTATIONS, 60, 400 << 20, 1, 600), longest_wait=60.0, places=2)
    yield create_app(settings, store, readers=readers), readers, key
    readers.close()
    store.close()


@contextmanager
def taken(lock):
    """Something that is held while the block runs."""
    lock.acquire()
    try:
        yield
    finally:
        lock.release()


def test_a_long_article_gets_the_same_reading_as_a_short_one(served):
    app, _, _ = served
    client = app.test_client()
    short, long = (client.post("/v1/extract", json={"text": text}).json for text in (SAID, LONG))
    assert len(long["quotes"]) == QUOTATIONS
    assert {quote["speaker"]["name"] for quote in long["quotes"]} == {short["quotes"][0]["speaker"]["name"]}


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/verify", "/v1/documents"])
def test_too_many_quotations_are_refused_by_their_number(served, path):
    app, _, key = served
    answer = app.test_client().post(path, json={"text": MANY}, headers=key)
    assert answer.status_code == 413
    assert f"{QUOTATIONS + 5} quotations" in answer.json["detail"] and "QUOTES_MAX_QUOTATIONS" in answer.json["detail"]


def test_too_many_quotations_are_the_result_of_their_line_alone(served):
    app, _, key = served
    lines = "".join(json.dumps({"text": text}) + "\n" for text in (MANY, SAID))
    answer = app.test_client().post("/v1/documents/batch", data=lines, content_type="application/x-ndjson", headers=key)
    results = [json.loads(line) for line in answer.text.splitlines()]
    assert [result["status"] for result in results] == [413, 201]


@pytest.mark.parametrize("path", ["/try", "/verify/draft"])
def test_a_form_is_shown_again_with_the_limit(served, path):
    app, _, _ = served
    answer = app.test_client().post(path, data={"text": MANY})
    assert answer.status_code == 422 and "QUOTES_MAX_QUOTATIONS" in answer.text and SAID.strip() in answer.text


@pytest.mark.parametrize("text", [SAID, LONG], ids=["short", "long"])
def test_where_no_reading_can_begin_it_is_said_when_to_come_again(served, monkeypatch, text):
    app, readers, _ = served
    monkeypatch.setattr(article_reading, "LONGEST_WAIT", 0.01)
    with taken(article_reading._TURN), taken(readers._places), taken(readers._places):
        answer = app.test_client().post("/v1/extract", json={"text": text})
        assert app.test_client().get("/v1/quotes").status_code == 200
    assert answer.status_code == 503 and answer.json["type"].endswith("readers-busy") and answer.headers["Retry-After"]


def test_long_articles_are_read_beside_short_ones(served):
    app, _, _ = served
    with taken(article_reading._TURN):
        assert app.test_client().post("/v1/extract", json={"text": LONG}).status_code == 200


def test_short_articles_are_read_one_after_another(served, monkeypatch):
    app, _, _ = served
    inside, most = [], []

    def read(article, most_quotations=None, **limits):
        inside.append(article)
        most.append(len(inside))
        threading.Event().wait(0.01)
        inside.pop()
        return wanted

    wanted = article_reading.pipeline.read_document(Article(text=SAID))
    monkeypatch.setattr(article_reading.pipeline, "read_document", read)
    senders = [threading.Thread(target=lambda: app.test_client().post("/v1/extract", json={"text": SAID}))
               for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert most == [1] * 4
