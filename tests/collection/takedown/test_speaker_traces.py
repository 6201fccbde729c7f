"""What one article alone told of a speaker goes with that article; what others or people told stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quotes.collection.decisions.merges import merge
from quotes.collection.decisions.quote_decisions import Named, correct
from quotes.collection.decisions.speaker_edits import add_account, add_alias, edit
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.takedown.takedown import take_down
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from tests.collection.articles import quote, reading, speaker
from tests.collection.decisions.test_quote_decisions import DESK

WORSE = replace(speaker("Nils P. Orme", aliases=("Nils Orme",), handle="nilsorme"), description="a convicted forger")
PLAIN = speaker("Nils Orme")
BETTER = replace(PLAIN, description="a dyer")
ADA = speaker("Ada Quill", id="s2")

Do = Callable[[Store], object]


def said(text: str, url: str, *people: Speaker) -> object:
    """An article in which each of some people says something; its words are the names and descriptions too."""
    who = "; ".join(f"{one.name}, {one.description}, {one.accounts}" for one in people)
    quotes = [replace(quote(f"{text} {one.name}", f"q{place}", by=one), start=place)
              for place, one in enumerate(people, 1)]
    return reading(f"{text} {who}", *quotes, url=url, speakers=people)


@pytest.fixture
def kept(store: Store) -> Store:
    """Nils P. Orme (s1) as two articles have him, the first of them with more to say."""
    keep(store, said("First", "https://one.example/", WORSE))
    keep(store, said("Second", "https://two.example/", PLAIN))
    assert len(store.speakers(SpeakerFilter(), PageRequest()).items) == 1
    return store


def nothing(store: Store) -> None:
    """Nobody does anything."""


CASES = [
    ("nobody else", nothing, ("Nils Orme", None, (), ())),
    ("another article describes him", lambda store: keep(store, said("Third", "https://3.example/", BETTER)),
     ("Nils Orme", "a dyer", (), ())),
    ("another article says the same", lambda store: keep(store, said("Third", "https://3.example/", WORSE)),
     ("Nils P. Orme", "a convicted forger", ("Nils Orme",), ("nilsorme",))),
    ("a person named him", lambda store: edit(store, "s1", {"name": "Old Nils Orme"}, DESK),
     ("Old Nils Orme", None, ("Nils Orme",), ())),
    ("a person described him", lambda store: edit(store, "s1", {"description": "a smith"}, DESK),
     ("Nils Orme", "a smith", (), ())),
    ("a person entered the account", lambda store: add_account(store, "s1", Account("twitter", "nilsorme"), DESK),
     ("Nils Orme", None, (), ("nilsorme",))),
    ("a person gave a name", lambda store: add_alias(store, "s1", "Nisse", DESK),
     ("Nils Orme", None, ("Nisse",), ())),
]


@pytest.mark.parametrize("do, left", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_nobody_else_said_goes(kept: Store, do: Do, left: tuple[object, ...]):
    do(kept)
    version = kept.version("s1")
    take_down(kept, "d1", DESK)
    one = kept.speaker("s1")
    assert (one.name, one.description, one.aliases, tuple(account.handle for account in one.accounts)) == left
    assert kept.version("s1") == version + 1
    assert kept.quote("q2").speaker.id == "s1"
    assert keep(kept, said("Fourth", "https://4.example/", BETTER)).outcome == "new"
    assert kept.document_links(f"d{len(kept.documents(PageRequest()).items) + 1}")[0].stored == "s1"


def test_nothing_of_it_comes_back_by_undoing(kept: Store):
    made = edit(kept, "s1", {"wikidata": "Q7"}, DESK)
    take_down(kept, "d1", DESK)
    assert "forger" not in repr([kept.engine.ask(f'SELECT * FROM "{table}"') for table in kept.engine.tables()])
    undo(kept, made.id, DESK)
    assert kept.speaker("s1").description is None


def test_a_merge_of_two_is_undone_when_their_article_is_gone(kept: Store):
    keep(kept, said("Third", "https://3.example/", ADA))
    ada = replace(ADA, description="a rogue of Velsby")
    keep(kept, said("Fourth", "https://4.example/", PLAIN, ada))
    made = merge(kept, "s2", "s1", DESK)
    take_down(kept, "d4", DESK)
    assert "rogue" not in repr(kept.engine.ask("SELECT * FROM decision"))
    undo(kept, made.id, DESK)
    assert [kept.quote(one).speaker.id for one in ("q2", "q3")] == ["s1", "s2"]
    assert [one.stored for one in kept.document_links("d3")] == ["s2"]
    assert kept.engine.ask("PRAGMA foreign_key_check") == []


def test_somebody_entered_for_a_quote_of_it_alone_goes_too(kept: Store):
    correct(kept, "q1", Named("Ilse Vander", description="who paints"), DESK)
    made = take_down(kept, "d1", DESK).decision
    assert made.after["speakers"] == 1
    assert kept.speaker("s2") is None
    assert "Vander" not in repr([kept.engine.ask(f'SELECT * FROM "{table}"') for table in kept.engine.tables()])
