"""Words that were listed as no quote, made one by a decision, undone, and made one again."""

from __future__ import annotations

import pytest

from quotes.collection.decisions.quote_acceptance import accept
from quotes.collection.decisions.quote_decisions import Named
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.records.document import Document
from quotes.records.errors import InvalidInput
from quotes.records.not_quote import NotQuote
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from tests.collection.decisions.test_quote_decisions import DESK as BY

TEXT = "Ona Rusk said “no”. The “spa” is a tub, and “” is nothing."
ONA = Speaker("s1", "Ona Rusk", "person")
READING = Reading(
    Document(TEXT, engine="e"),
    (Quote("q1", "mixed", "no", 15, 17, "likely", 0.7, speaker=QuotedSpeaker("s1", "Ona Rusk", "person")),), (ONA,),
    not_quotes=(NotQuote("spa", 25, 28, "term"), NotQuote("", 45, 45, "empty")),
)


@pytest.fixture
def kept(store):
    keep(store, READING)
    return store


def test_a_person_makes_a_quote_of_them_and_undoes_it(kept):
    assert kept.not_quotes("d1") == READING.not_quotes
    made = accept(kept, "d1", 25, "s1", BY)
    quote = kept.quote(made.about[0])
    assert (quote.text, quote.status, quote.verdict, quote.confirmed_by) == ("spa", "active", "corrected", BY.name)
    assert quote.speaker.id == "s1" and kept.speaker("s1") and made.action == "accept"
    assert [one.text for one in kept.not_quotes("d1")] == [""]
    undo(kept, made.id, BY)
    assert kept.quote(quote.id).status == "not_a_quote"
    assert kept.not_quotes("d1") == READING.not_quotes
    assert accept(kept, "d1", 25, None, BY).about == (quote.id,)
    assert kept.quote(quote.id).speaker is None


def test_somebody_new_is_entered_for_them(kept):
    made = accept(kept, "d1", 25, Named("Piet Holm"), BY)
    assert kept.quote(made.about[0]).speaker.name == "Piet Holm"
    undo(kept, made.id, BY)
    assert kept.speaker("s2") is None


@pytest.mark.parametrize("document, start", [("d1", 24), ("d1", 15), ("d1", 45), ("d2", 25)])
def test_only_words_that_are_listed_as_no_quote(kept, document: str, start: int):
    with pytest.raises(InvalidInput):
        accept(kept, document, start, None, BY)
    assert kept.decisions_about("q2") == ()


def test_a_new_reading_of_the_text_leaves_it_alone(kept):
    made = accept(kept, "d1", 25, "s1", BY)
    reread(kept, "d1", lambda document: Reading(document, (), (), (), (NotQuote("spa", 25, 28, "title"),)))
    assert kept.quote(made.about[0]).status == "active"
    assert kept.not_quotes("d1") == ()
