"""Editors' names and notes: told unless they are kept back, and then the same shape without them."""

from __future__ import annotations

import pytest

from quotes.schemas.decision import DecisionSchema
from quotes.schemas.editors.editor_name import SOMEBODY, editor_name, editor_note, kept_back, without_names
from quotes.store.contract.decisions import Decision

MADE = Decision("c1", "correct", "desk", "2026-01-02T00:00:00+00:00", ("q1",), "I rang.",
                {"speaker": None, "confirmed_by": None}, {"speaker": None, "confirmed_by": "desk"})


@pytest.mark.parametrize("told, hidden", [("desk", SOMEBODY), ("", SOMEBODY), (None, None)])
def test_names(told, hidden):
    assert editor_name(told) == told
    with kept_back(True):
        assert editor_name(told) == hidden
    assert editor_name(told) == told


def test_notes_and_what_decisions_show():
    shown = {"confirmed_by": "desk", "name": "desk", "speaker": {"name": "desk"}}
    with kept_back(True):
        assert editor_note("I rang.") is None
        assert without_names(shown) == {**shown, "confirmed_by": SOMEBODY}
    assert (editor_note("I rang."), without_names(shown)) == ("I rang.", shown)


def test_a_decision_has_the_same_shape_either_way():
    with kept_back(True):
        hidden = DecisionSchema().dump(MADE)
    told = DecisionSchema().dump(MADE)
    assert hidden.keys() == told.keys() and hidden["before"] == told["before"]
    assert (told["made_by"], told["note"], told["after"]["confirmed_by"]) == ("desk", "I rang.", "desk")
    assert (hidden["made_by"], hidden["note"], hidden["after"]["confirmed_by"]) == (SOMEBODY, None, SOMEBODY)
