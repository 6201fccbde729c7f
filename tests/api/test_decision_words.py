"""Decisions in sentences: from whom to whom, and back."""

from __future__ import annotations

from typing import get_args

import pytest

from quotes.api.decision_words import TELLING, decision_told
from quotes.store.contract.decisions import Action, Decision

ADA, BO = {"id": "s1", "name": "Ada Quill"}, {"id": "s2", "name": "Bo Lind"}
ACCOUNT = {"platform": "twitter", "handle": "quill"}
NAMED, RENAMED = ({"name": name, "description": None, "wikidata": None} for name in ("Ada", "Ada Quill"))


@pytest.mark.parametrize("action, before, after, told", [
    ("correct", {"speaker": ADA}, {"speaker": BO}, "Speaker set, from Ada Quill (s1) to Bo Lind (s2)"),
    ("correct", {"speaker": None}, {"speaker": BO}, "Speaker set, from nobody named to Bo Lind (s2)"),
    ("correct", {"speaker": ADA}, {"speaker": None, "quotes": 3},
     "Speaker set, from Ada Quill (s1) to nobody named (3 quotes)"),
    ("confirm", {"speaker": ADA}, {"speaker": ADA}, "Confirmed: Ada Quill (s1)"),
    ("confirm", {"speaker": None}, {"speaker": None}, "Confirmed: nobody named"),
    ("accept", {"speaker": None}, {"speaker": ADA}, "Made a quote, by Ada Quill (s1)"),
    ("merge", {"speakers": [ADA, BO]}, {"speakers": [BO], "quotes": 1},
     "Joined: Ada Quill (s1) into Bo Lind (s2) (1 quote)"),
    ("split", {"speakers": [ADA]}, {"speakers": [ADA, BO], "quotes": 2},
     "Taken apart: from Ada Quill (s1) to Bo Lind (s2) (2 quotes)"),
    ("edit", NAMED, RENAMED, "Changed: name from Ada to Ada Quill"),
    ("edit", {**NAMED, "wikidata": "Q4"}, NAMED, "Changed: number on Wikidata from Q4 to none"),
    ("edit", NAMED, NAMED, "Changed: nothing"),
    ("add_alias", {"alias": None}, {"alias": "A. Q."}, "Also known as A. Q."),
    ("remove_alias", {"alias": "A. Q."}, {"alias": None}, "Not known as A. Q."),
    ("add_account", {"account": ACCOUNT, "owner": BO}, {"account": ACCOUNT, "owner": ADA},
     "Account @quill on twitter: from Bo Lind (s2) to Ada Quill (s1)"),
    ("add_account", {"account": ACCOUNT, "owner": None}, {"account": ACCOUNT, "owner": ADA},
     "Account @quill on twitter: to Ada Quill (s1)"),
    ("remove_account", {"account": ACCOUNT}, {"account": None}, "Account taken away: @quill on twitter"),
    ("set_aside", {"speaker": ADA}, {"speaker": None, "quotes": 2},
     "Off the list of speakers: Ada Quill (s1) (2 quotes)"),
    ("hide", {}, {"quotes": 4}, "Hidden from readers (4 quotes)"),
    ("undo", {"speaker": BO}, {"speaker": ADA}, "Undone: from Bo Lind (s2) back to Ada Quill (s1)"),
    ("undo", {"speakers": [BO], "quotes": 2}, {"speakers": [ADA, BO], "returned": 0, "stayed": 0},
     "Undone: Ada Quill (s1) and Bo Lind (s2) as before (2 quotes)"),
    ("undo", {"alias": "A. Q."}, {"alias": None}, "Undone: the name A. Q."),
    ("undo", {"account": None}, {"account": ACCOUNT}, "Undone: Account taken away: @quill on twitter"),
    ("undo", RENAMED, NAMED, "Undone: Changed: name from Ada Quill to Ada"),
    ("undo", {"quotes": 4}, {}, "Undone"),
])
def test_sentences(action, before, after, told):
    assert decision_told(Decision("c1", action, "desk", "2026-01-02", before=before, after=after)) == told


def test_every_decision_is_told():
    assert {*TELLING, "undo"} == set(get_args(Action))
