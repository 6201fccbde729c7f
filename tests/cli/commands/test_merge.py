"""Speakers merged on the command line, by id or name, on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from tests.collection.articles import reading, saying, speaker
from tests.collection.decisions.test_quote_decisions import DESK

WHY = ["--why", "One person, two spellings"]


@pytest.fixture(autouse=True)
def kept() -> None:
    """Ada Quill (s1), Ada Harrow (s2), and two by the name of Ben Marsh (s3, s4)."""
    with opened_store() as store:
        for number, name in enumerate(("Ada Quill", "Ada Harrow")):
            keep(store, saying(f"{number}", speaker(name)))
        keep(store, reading("2", speakers=(speaker("Ben Marsh"), speaker("Ben Marsh", id="s2"))))


@pytest.mark.parametrize("one, into", [
    ("s1", "s2"), ("Ada Quill", "s2"), ("ADA  QUILL", "Ada Harrow"), ("s1", " ada harrow "),
])
def test_two_are_made_one(call: Callable, one: str, into: str):
    ran = call("merge", one, into, *WHY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == ("Merged: Ada Quill (s1) into Ada Harrow (s2), with 1 quote.\n"
                       "On record as c1; POST /v1/decisions/c1/undo takes it back.\n")
    with opened_store() as store:
        assert store.speaker("s1").id == "s2"
        decision = store.decision("c1")
        assert (decision.made_by, decision.note) == ("quotes merge", "One person, two spellings")
        undo(store, "c1", DESK)
        assert store.speaker("s1").id == "s1"


@pytest.mark.parametrize("arguments, status, told", [
    (["s1", "s2"], 2, "--why"), (["s1", *WHY], 2, "Missing argument"),
    (["s1", "s2", "--why", ""], 2, "Give the reason with --why"),
    (["s1", "s1", *WHY], 1, "into itself"), (["s1", "Ada Quill", *WHY], 1, "into itself"),
    (["s9", "s2", *WHY], 1, "There is no speaker s9"), (["s1", "s9", *WHY], 1, "There is no speaker s9"),
    (["Ada", "s2", *WHY], 1, "There is no speaker Ada"), (["…", "s2", *WHY], 1, "There is no speaker …"),
    (["s1", "Ben Marsh", *WHY], 1, "Several bear this name: Ben Marsh (s3), Ben Marsh (s4)"),
])
def test_what_is_refused_changes_nothing(call: Callable, arguments: list[str], status: int, told: str):
    ran = call("merge", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert told in ran.err
    with opened_store() as store:
        assert store.decision("c1") is None
        assert store.speaker("s1").id == "s1"


def test_one_who_was_merged_already_is_told_where_it_went(call: Callable):
    call("merge", "s1", "s2", *WHY)
    ran = call("merge", "s1", "s3", *WHY)
    assert (ran.status, ran.out) == (1, "")
    assert "s1 was merged into Ada Harrow (s2)" in ran.err
