"""What was taken down does not come back by a space or at another address; what only quotes it does come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.collection.takedown.takedown import take_down
from quotes.collection.takedown.takedown_keys import near_keys
from quotes.records.errors import TakenDown
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_store
from tests.collection.articles import quote, reading
from tests.collection.decisions.test_quote_decisions import DESK

NOUNS = ("pier", "quay", "harbour", "tide", "gull", "rope", "boat", "net", "crane", "lamp", "stone", "wall", "mast",
         "sail", "deck", "hull", "keel", "oar", "buoy", "reef")


def prose(first: int, sentences: int) -> str:
    """Sentences that all differ, the same ones for the same numbers."""
    said = (" ".join(Random(n).choices(NOUNS, k=12)) for n in range(first, first + sentences))
    return " ".join(f"The {words} number {n}." for n, words in enumerate(said, first))


GONE = prose(0, 20) + " “The keel was never sound and all of us knew it,” Vera Stolz said. " + prose(20, 20)
SHORT = "“The keel was never sound and all of us on the quay knew it for years,” Vera Stolz said on Monday evening."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store from which two articles were taken down, a long one and one of a sentence."""
    path: Path = tmp_path_factory.mktemp("near")
    opened = open_store(f"sqlite:///{path}/quotes.db", DerivedFields())
    for text, url in ((GONE, "https://gone.example/1"), (SHORT, "https://gone.example/2")):
        keep(opened, reading(text, quote("The keel was never sound"), url=url))
    for document in ("d1", "d2"):
        take_down(opened, document, DESK)
    yield opened
    opened.close()


@pytest.mark.parametrize("text", [
    GONE + " ", GONE.replace(". ", ".  "), GONE.replace(" ", "\n"), GONE.upper(), GONE.replace("a", "a\u200b"),
    GONE.replace("Vera", "Vera A."), GONE.replace("o", "\u043e"), prose(900, 3) + GONE, GONE + prose(900, 200),
    GONE[200:], GONE.replace("number 7.", "number 7, as they say."), GONE.replace("a", "a\u0301"),
    GONE.replace(" ", "\u00a0"), GONE.replace("The ", "“"), SHORT.replace("on Monday", "on Tuesday"), SHORT + " (ab)",
])
def test_a_near_copy_at_another_address_is_refused(store: Store, text: str):
    with pytest.raises(TakenDown, match="nearly the same text"):
        keep(store, reading(text, url="https://mirror.example/x"))


@pytest.mark.parametrize("text", [
    prose(500, 40), prose(500, 40) + " “The keel was never sound and all of us knew it,” Vera Stolz said.",
    prose(0, 8) + prose(600, 32), prose(700, 20) + SHORT, "High water", "", SHORT[:40], prose(950, 8) + SHORT,
])
def test_another_article_that_quotes_the_same_sentence_is_kept(store: Store, text: str):
    assert keep(store, reading(text, url=f"https://other.example/{abs(hash(text))}")).outcome == "new"


def test_a_revision_brings_nothing_back(store: Store):
    keep(store, reading("High water at the quay", url="https://later.example/"))
    with pytest.raises(TakenDown):
        keep(store, reading(GONE + " Updated.", url="https://later.example/"))


def test_undoing_lets_near_copies_come(tmp_path: Path):
    store = open_store(f"sqlite:///{tmp_path}/quotes.db", DerivedFields())
    keep(store, reading(GONE, url="https://gone.example/1"))
    made = take_down(store, "d1", DESK).decision
    with pytest.raises(TakenDown):
        keep(store, reading(GONE + " ", url="https://mirror.example/"))
    assert keep(store, reading(GONE + " ", url="https://mirror.example/"), again=DESK).outcome == "new"
    assert store.decision(made.id).undone_by is not None  # type: ignore[union-attr]  # it is on record
    store.close()


def test_what_is_remembered_is_bounded_and_holds_no_word():
    assert len(near_keys(prose(0, 400))) == 49
    assert not any(noun in key.removeprefix("near ") for key in near_keys(GONE) for noun in NOUNS)
    assert near_keys("Two words") == ()
