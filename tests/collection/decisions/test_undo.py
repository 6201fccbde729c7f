"""An undone decision leaves things as they were; what was built on it is undone first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.decisions.quote_decisions import By, Named, confirm, correct, mark_not_a_quote, restore
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import Conflict, NotFound
from quotes.store.contract.store import Store
from tests.collection.decisions.test_quote_decisions import (
    DECISIONS,
    DESK,
    FIRST,
    NOON,
    TEXT,
    article,
    counts,
    kept,
    of,
    said,
)

EDITOR = By("editor", NOON, note="the tape says otherwise")
__all__ = ["kept"]  # the fixture


@pytest.mark.parametrize("decide, expected, counted", DECISIONS)
def test_all_is_as_before(kept: Store, decide, expected, counted):
    before, counted_before, speakers = kept.quote("q1"), counts(kept), kept.engine.ask("SELECT * FROM speaker")
    made = decide(kept)
    undo(kept, made.id, EDITOR)
    assert kept.quote("q1") == before
    assert counts(kept) == counted_before
    assert kept.engine.ask("SELECT * FROM speaker") == speakers


@pytest.mark.parametrize("decide, expected, counted", DECISIONS)
def test_a_decision_from_before_accounts_were_put_on_record_is_undone(kept: Store, decide, expected, counted):
    before = kept.quote("q1")
    made = decide(kept)
    kept.engine.ask("UPDATE decision SET state = json_remove(state, '$.quotes.q1.account_link')")
    assert "account_link" not in kept.decision(made.id).state["quotes"]["q1"]
    undo(kept, made.id, EDITOR)
    assert kept.quote("q1") == before


def test_the_undo_is_on_record(kept: Store):
    made = correct(kept, "q1", "s2", DESK)
    undone = undo(kept, "c1", EDITOR)
    assert (undone.id, undone.action, undone.undoes, undone.made_by, undone.note) == (
        "c2", "undo", "c1", "editor", "the tape says otherwise")
    assert (undone.before, undone.after) == (made.after, made.before)
    assert kept.decisions_about("q1") == (undone, replace(made, undone_by="c2"))


def test_undoing_counts_as_a_change(kept: Store):
    confirm(kept, "q1", DESK)
    seen = kept.version("q1")
    undo(kept, "c1", EDITOR)
    assert kept.version("q1") == seen + 1


def test_what_later_ones_are_built_on_waits_for_them(kept: Store):
    correct(kept, "q1", "s2", DESK)
    correct(kept, "q1", None, DESK)
    confirm(kept, "q2", DESK)
    words = r"c2 came later .*city desk set the speaker on 2026-01-02 \(q1\)\. Undo c2 first"
    with pytest.raises(Conflict, match=words):
        undo(kept, "c1", EDITOR)
    assert of(kept)[0] is None
    undo(kept, "c2", EDITOR)
    assert of(kept)[:2] == ("s2", "corrected")
    undo(kept, "c1", EDITOR)
    assert of(kept) == ("s1", "likely", "active", None)


@pytest.mark.parametrize("decision, error, words", [
    ("c9", NotFound, "c9"), ("q1", NotFound, "q1"), ("c1", Conflict, "undone already, by c2"),
    ("c2", Conflict, "itself the undoing of c1"),
])
def test_what_cannot_be_undone(kept: Store, decision: str, error: type[Exception], words: str):
    confirm(kept, "q1", DESK)
    undo(kept, "c1", EDITOR)
    before = kept.quote("q1")
    with pytest.raises(error, match=words):
        undo(kept, decision, EDITOR)
    assert kept.quote("q1") == before
    assert len(kept.decisions_about("q1")) == 2


def test_after_a_revision_places_of_the_old_text_are_left_out(kept: Store):
    made = correct(kept, "q1", "s2", DESK)
    longer = "An addition. " + TEXT
    keep(kept, article(said("The wall will hold,", text=longer), text=longer))
    undo(kept, made.id, EDITOR)
    quote = kept.quote("q1")
    assert of(kept) == ("s1", "likely", "active", None)
    assert (quote.speaker.mention, quote.speaker.start, quote.clues) == ("Ona Brandt", None, ())
    assert longer[quote.start:quote.end] == FIRST.text


def test_after_a_new_reading_of_the_same_text_the_places_are_true(kept: Store):
    before = kept.quote("q1")
    made = correct(kept, "q1", "s2", DESK)
    reread(kept, "d1", lambda document: article(FIRST))
    undo(kept, made.id, EDITOR)
    assert kept.quote("q1") == before


def test_an_undone_decision_no_longer_holds_back_a_new_reading(kept: Store):
    undo(kept, correct(kept, "q1", None, DESK).id, EDITOR)
    better = replace(FIRST, verdict="certain", confidence=0.99)
    reread(kept, "d1", lambda document: article(better))
    assert of(kept)[:2] == ("s1", "certain")


def test_words_that_are_gone_meanwhile_come_back_as_withdrawn(kept: Store):
    made = confirm(kept, "q1", DESK)
    keep(kept, article(text="Nothing."))
    undo(kept, made.id, EDITOR)
    assert of(kept) == ("s1", "likely", "withdrawn", None)


def test_somebody_entered_stays_if_others_have_come_to_them(kept: Store):
    made = correct(kept, "q1", Named("Ruta Vesk"), DESK)
    correct(kept, "q2", "s3", DESK)
    undo(kept, made.id, EDITOR)
    assert (of(kept)[0], of(kept, "q2")[0], kept.speaker("s3").name) == ("s1", "s3", "Ruta Vesk")


def test_a_mark_and_its_taking_back_are_undone_in_turn(kept: Store):
    mark_not_a_quote(kept, "q1", DESK)
    restore(kept, "q1", DESK)
    with pytest.raises(Conflict, match="c2"):
        undo(kept, "c1", EDITOR)
    undo(kept, "c2", EDITOR)
    assert of(kept)[2] == "not_a_quote"


def test_the_reasons_of_a_real_reading_come_back(store: Store):
    keep(store, read_document(Article(text="“The wall will hold,” said Mirela Oduya, the harbour master.")))
    before = store.quote("q1")
    assert before.clues and any(clue.facts for clue in before.clues)
    decision = correct(store, "q1", Named("Rea Holm"), By("desk", NOON))
    undo(store, decision.id, By("desk", NOON))
    assert store.quote("q1") == before
