"""All quotes of one article by one speaker given to another: as one decision, and undone as one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quotes.collection.decisions.bulk_corrections import correct_all
from quotes.collection.decisions.near_speakers import near_speakers
from quotes.collection.decisions.preview import previewed, quotes_touched
from quotes.collection.decisions.quote_decisions import By, Named, correct, mark_not_a_quote
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import Conflict, InvalidInput, QuotesError
from quotes.store.contract.store import Store

TEXT = """“The wall will hold,” said Ona Brandt. “It has held before,” said Ona Brandt. “Ask anybody,” said Ona Brandt.

“Nobody asked us,” said Piet Laar."""
OTHER = "“The pier is closed,” said Ona Brandt. “Ask the Westvale Dock Trust,” said Mikael Rowe."
DESK = By("city desk", datetime(2026, 1, 2, 12, tzinfo=UTC))


@pytest.fixture
def kept(store: Store) -> Store:
    """d1: q1 to q3 by Ona Brandt (s1), q4 by Piet Laar (s2); d2: q5 by Ona Brandt, q6 by Mikael Rowe (s3)."""
    for text in (TEXT, OTHER):
        keep(store, read_document(Article(text, language="en")))
    return store


def speakers(store: Store) -> list[str | None]:
    found = [store.quote(f"q{number}") for number in range(1, 7)]
    return [one.speaker and one.speaker.id for one in found]


@pytest.mark.parametrize("to, whose", [("s2", "s2"), (None, None), (Named("Ruta Vesk"), "s4")])
def test_all_of_one_article_go_over_and_come_back(kept: Store, to, whose):
    before = [kept.quote(f"q{number}") for number in range(1, 7)]
    made = correct_all(kept, "d1", "s1", to, DESK)
    assert speakers(kept) == [whose, whose, whose, "s2", "s1", "s3"]
    assert (made.about, made.action, quotes_touched(made)) == (("q1", "q2", "q3"), "correct", 3)
    assert (made.before["speaker"]["id"], made.after["quotes"]) == ("s1", 3)
    for subject in ("q2", "d1", "s1"):
        assert kept.decisions_about(subject) == (made,)
    undo(kept, made.id, DESK)
    assert [kept.quote(f"q{number}") for number in range(1, 7)] == before


def test_what_is_no_quote_stays_and_what_was_decided_since_stands_in_the_way(kept: Store):
    mark_not_a_quote(kept, "q2", DESK)
    made = correct_all(kept, "d1", "s1", "s2", DESK)
    assert made.about == ("q1", "q3") and kept.quote("q2").speaker.id == "s1"
    correct(kept, "q3", None, DESK)
    with pytest.raises(Conflict, match="came later"):
        undo(kept, made.id, DESK)


@pytest.mark.parametrize("document, speaker, to, words", [
    ("d1", "s1", "s1", "already"), ("d1", "s3", "s2", "Nothing in d1"), ("d9", "s1", "s2", "Nothing in d9"),
    ("d1", "s99", "s2", "no speaker s99"), ("d1", "s1", "s99", "no speaker s99"),
])
def test_what_is_refused_changes_nothing(kept: Store, document, speaker, to, words):
    before = speakers(kept)
    with pytest.raises(InvalidInput, match=words):
        correct_all(kept, document, speaker, to, DESK)
    assert speakers(kept) == before and kept.decisions_about("d1") == ()


def test_a_preview_says_what_would_be_and_keeps_nothing(kept: Store):
    tried = previewed(kept, lambda: correct_all(kept, "d1", "s1", Named("Ruta Vesk"), DESK))
    assert (tried.after["speaker"]["name"], quotes_touched(tried)) == ("Ruta Vesk", 3)
    assert speakers(kept) == ["s1", "s1", "s1", "s2", "s1", "s3"] and kept.speaker("s4") is None
    assert kept.decision(tried.id) is None and kept.decisions_about("q1") == ()
    with pytest.raises(QuotesError):
        previewed(kept, lambda: correct_all(kept, "d1", "s3", None, DESK))


@pytest.mark.parametrize("typed, found", [
    ("Brandt", ["s1"]), ("Ona Brant", ["s1"]), ("O. Brandt", ["s1"]), ("Michael Rowe", ["s3"]), ("Mikael Row", ["s3"]),
    ("Mr. Laar", ["s2"]), ("Ona Maria Brandt", ["s1"]),
    ("Ona Brandt", []), ("Ruta Vesk", []), ("Ina Brandt", []), ("…", []), ("Karl Rove", []),
])
def test_who_is_nearly_called_so(kept: Store, typed, found):
    assert [one.id for one in near_speakers(kept, typed)] == found
