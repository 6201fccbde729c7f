"""A person's objection: their quotes are out of sight or gone, and stay so whatever is read next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.collection.decisions.merges import Part, merge, split
from quotes.collection.decisions.quote_decisions import confirm, correct, mark_not_a_quote
from quotes.collection.decisions.speaker_edits import add_account
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.collection.takedown.objections import erase, hide
from quotes.records.errors import Conflict, NotFound, Stale
from quotes.records.post import Account
from quotes.store.contract.store import PageRequest, QuoteFilter, Store
from tests.collection.decisions.test_quote_decisions import DESK, FIRST, SECOND, TEXT, URL, article, counts, said

PIET = SECOND.speaker
MINE = said("Nobody asked us,", id="q2")


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with an article that quotes Ona Brandt (s1, q1) and Piet Laar (s2, q2)."""
    keep(store, article(FIRST, SECOND))
    return store


def another(*quotes):
    """The same quotes in another article."""
    return replace(article(*quotes), document=replace(article().document, url=URL + "2"))


def listed(store: Store, **wanted: object) -> list[str]:
    return [one.id for one in store.quotes(QuoteFilter(**wanted), PageRequest(100)).items]


def test_hidden_quotes_are_in_no_list_and_kept(kept: Store):
    made = hide(kept, "s1", replace(DESK, note="a letter of 3 May"))
    assert listed(kept) == ["q2"] and listed(kept, speaker_id="s1") == [] and listed(kept, words=("wall",)) == []
    assert [one.id for one in kept.document_quotes("d1")] == ["q2"]
    assert (kept.quote("q1").status, kept.quote("q1").text) == ("hidden", "The wall will hold,")
    assert kept.candidates(["wall", "hold"]) == ()
    assert counts(kept) == {"s1": 0, "s2": 1}
    assert (made.action, made.about, made.note, made.after) == ("hide", ("s1",), "a letter of 3 May", {"quotes": 1})


@pytest.mark.parametrize("status", ["active", "withdrawn", "not_a_quote"])
def test_whatever_they_were_they_are_hidden_and_come_back_as_that(kept: Store, status: str):
    if status == "withdrawn":
        keep(kept, article(SECOND, text=TEXT + " Shorter."))
    elif status == "not_a_quote":
        mark_not_a_quote(kept, "q1", DESK)
    before = kept.quote("q1")
    made = hide(kept, "s1", DESK)
    assert kept.quote("q1").status == "hidden" and listed(kept, status=status) == (["q2"] if status == "active" else [])
    undo(kept, made.id, DESK)
    assert kept.quote("q1") == before and before.status == status
    counts(kept)


COMING = [
    lambda store: keep(store, another(FIRST)),
    lambda store: keep(store, article(said("The wall will hold,", text="Now. " + TEXT), text="Now. " + TEXT)),
    lambda store: reread(store, "d1", lambda document: replace(article(FIRST, MINE), document=document)),
    lambda store: correct(store, "q2", "s1", DESK),
    lambda store: confirm(store, "q1", DESK),
]


@pytest.mark.parametrize("come", COMING)
def test_what_comes_is_hidden_too(kept: Store, come):
    hide(kept, "s1", DESK)
    come(kept)
    assert listed(kept, speaker_id="s1") == listed(kept, speaker_id="s1", status="withdrawn") == []
    assert listed(kept, speaker_id="s1", status="not_a_quote") == []
    assert counts(kept)["s1"] == 0


def test_what_is_gone_from_the_article_meanwhile_comes_back_as_withdrawn(kept: Store):
    made = hide(kept, "s1", DESK)
    keep(kept, article(text="Nothing."))
    undo(kept, made.id, DESK)
    assert kept.quote("q1").status == "withdrawn"


def test_after_the_objection_was_lifted_what_comes_is_shown(kept: Store):
    undo(kept, hide(kept, "s1", DESK).id, DESK)
    keep(kept, another(FIRST))
    assert listed(kept, speaker_id="s1") == ["q3", "q1"]


def test_erased_quotes_are_gone_for_good(kept: Store, tmp_path: Path):
    confirm(kept, "q1", replace(DESK, note="The tape has it."))
    made = erase(kept, "s1", replace(DESK, note="a letter of 3 May"))
    assert made.purged and kept.quote("q1") is None and listed(kept, status=None) == ["q2"]
    assert made.decision.after == {"quotes": 1, "posts": 0, "characters": 19, "still_in_documents": ["d1"]}
    assert kept.engine.ask("SELECT count(*) FROM quote_words WHERE quote_words MATCH 'wall'") == [(0,)]
    assert (kept.decision("c1").note, kept.decision("c1").state) == (None, {})
    assert b"The tape has it." not in (tmp_path / "quotes.db").read_bytes()
    assert (kept.speaker("s1").name, counts(kept)) == ("Ona Brandt", {"s1": 0, "s2": 1})
    assert kept.quote("q2").text == "Nobody asked us,"


@pytest.mark.parametrize("come", COMING[:3])
def test_what_comes_is_not_kept_either(kept: Store, come):
    erase(kept, "s1", DESK)
    come(kept)
    assert listed(kept, speaker_id="s1", status=None) == []
    assert counts(kept)["s1"] == 0


def test_an_erasure_is_undone_for_what_comes(kept: Store):
    made = erase(kept, "s1", DESK)
    undo(kept, made.decision.id, DESK)
    assert listed(kept, speaker_id="s1") == []
    keep(kept, another(FIRST))
    assert listed(kept, speaker_id="s1") == ["q3"]


REFUSED = [
    lambda store: hide(store, "s1", DESK), lambda store: erase(store, "s1", DESK),
    lambda store: merge(store, "s1", "s2", DESK), lambda store: merge(store, "s2", "s1", DESK),
    lambda store: split(store, "s1", Part(quotes=["q1"]), DESK),
]


@pytest.mark.parametrize("decide", REFUSED)
def test_while_it_holds(kept: Store, decide):
    hide(kept, "s1", DESK)
    with pytest.raises(Conflict, match="undo that decision first"):
        decide(kept)
    assert len(kept.decisions_about("s1")) == 1


@pytest.mark.parametrize("do", [hide, erase])
def test_what_is_refused(kept: Store, do):
    with pytest.raises(NotFound):
        do(kept, "s9", DESK)
    with pytest.raises(Stale):
        do(kept, "s1", replace(DESK, seen={9}))
    assert listed(kept) == ["q2", "q1"]


def test_a_hidden_quote_is_not_marked_over(kept: Store):
    hide(kept, "s1", DESK)
    with pytest.raises(Conflict, match="q1 is hidden on an objection"):
        mark_not_a_quote(kept, "q1", DESK)


def test_a_decision_from_before_waits_for_the_objection(kept: Store):
    made = correct(kept, "q2", "s1", DESK)
    hide(kept, "s1", DESK)
    with pytest.raises(Conflict, match="hid a speaker's quotes"):
        undo(kept, made.id, DESK)
    assert kept.quote("q2").status == "hidden"


def test_what_turns_out_to_be_by_somebody_else_is_shown(kept: Store):
    hiding = hide(kept, "s1", DESK)
    made = correct(kept, "q1", "s2", DESK)
    assert kept.quote("q1").status == "active" and listed(kept, speaker_id="s2") == ["q2", "q1"]
    undo(kept, made.id, DESK)
    assert (kept.quote("q1").status, kept.quote("q1").speaker.id) == ("hidden", "s1")
    keep(kept, article(SECOND, text=TEXT + " Shorter."))
    correct(kept, "q1", None, DESK)
    assert kept.quote("q1").status == "withdrawn"
    with pytest.raises(Conflict, match="came later"):
        undo(kept, hiding.id, DESK)


def test_nothing_is_deleted_by_giving_it_to_somebody_who_was_erased(kept: Store):
    made = correct(kept, "q1", "s2", DESK)
    keep(kept, another(FIRST))
    erase(kept, "s1", DESK)
    refused = r"Ona Brandt \(s1\) objected .* deleted for good.* undo the erasing"
    for change in (lambda: correct(kept, "q2", "s1", DESK), lambda: undo(kept, made.id, DESK),
                   lambda: add_account(kept, "s1", Account("twitter", "ona"), DESK)):
        with pytest.raises(Conflict, match=refused):
            change()
    assert listed(kept) == ["q2", "q1"] and listed(kept, speaker_id="s2") == ["q2", "q1"]
