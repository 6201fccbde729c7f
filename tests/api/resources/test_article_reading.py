"""Articles read for requests: short ones in turn, long ones beside them."""

from __future__ import annotations

from threading import Barrier, BrokenBarrierError, Thread

import pytest

from quotes.api.resources import article_reading
from quotes.reading import pipeline
from quotes.records.document import Article


@pytest.mark.parametrize("size, together", [
    (500, False), (article_reading.LONG, False), (article_reading.LONG + 1, True)])
@pytest.mark.parametrize("kind", ["text", "html"])
def test_short_articles_are_read_in_turn_and_long_ones_at_once(app, monkeypatch, kind, size, together):
    both = Barrier(2, timeout=10 if together else 0.3)
    met = []

    def read(article):
        try:
            both.wait()
        except BrokenBarrierError:
            met.append(False)
        else:
            met.append(True)
        return wanted

    wanted = pipeline.read_document(Article(text="“Nine degrees,” said Ona Brandt."))
    monkeypatch.setattr(pipeline, "read_document", read)

    def ask():
        with app.app_context():
            assert article_reading.read_document(Article(**{kind: "a" * size})) is wanted

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert met == [together] * 2
