"""A verification whose time runs out says so, and never that something is not there."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.verification import search_effort
from quotes.collection.verification.drafts import check_draft
from quotes.collection.verification.verification import verify
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import OutOfTime

WORDS = "The old harbour wall will be rebuilt before the winter storms arrive"


@pytest.fixture
def hurried(store, monkeypatch):
    """A store with a quote, and no time for what may be left out."""
    keep(store, read_document(Article(text=f"“{WORDS},” said Ona Brandt.")))
    monkeypatch.setattr(search_effort, "SHARE", -1.0)
    monkeypatch.setattr(type(store), "in_share", lambda self, share: self.in_time(share))
    return store


def test_what_is_found_at_once_is_whole(hurried):
    found = verify(hurried, WORDS)
    assert (found.outcome, found.is_partial) == ("found", False)


def test_what_is_like_it_is_partial(hurried):
    found = verify(hurried, WORDS.replace("will be rebuilt", "was never repaired").replace("storms", "floods"))
    assert (found.outcome, found.is_partial) == ("altered", True)


def test_what_is_not_found_in_time_is_no_answer(hurried):
    with pytest.raises(OutOfTime):
        verify(hurried, "Nobody has ever spoken about seventeen purple bicycles")


def test_a_draft_goes_on_where_its_time_ran_out(hurried):
    draft = (f"“{WORDS},” said Ona Brandt.\n\n“Nobody has ever seen seventeen purple bicycles,” said Bo Lind.\n\n"
             f"“{WORDS},” said Ona Brandt.")
    found = check_draft(hurried, read_document(Article(text=draft)))
    assert (len(found.checks), found.next, found.total) == (1, 1, 3)
    with pytest.raises(OutOfTime):
        check_draft(hurried, read_document(Article(text=draft)), 1)
