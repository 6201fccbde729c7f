"""Who is who over documents, on pairs of mentions: how many links are right, and how many right ones are made."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article, Document
from quotes.records.post import Account
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_store

PAIRS = Path(__file__).with_name("identity_pairs.tsv")
LEAST_PAIRS = 300
PRECISION, RECALL = 0.99, 0.93  # floors; they only rise


@dataclass(frozen=True)
class Pair:
    """Two mentions in the order in which their documents come in, and whether they are one person's."""

    same: bool
    shape: str
    first: str
    second: str


def pairs() -> list[Pair]:
    """All pairs of the file."""
    lines = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Pair(same == "same", *others) for same, *others in lines]


def reading(mention: str, number: int) -> Reading:
    """An article with one mention, read if it is given as a text."""
    if mention.startswith("text: "):
        url = f"https://paper{number}.example/article"
        return read_document(Article(text=mention.removeprefix("text: "), url=url, publisher=f"Paper {number}"))
    name, *others = mention.split(" | ")
    known = dict(other.split("=", 1) for other in others)
    accounts = (Account("twitter", known["handle"]),) if "handle" in known else ()
    aliases = tuple(known["aliases"].split(",")) if "aliases" in known else ()
    who = Speaker("s1", name, known.get("kind", "person"), known.get("description"), aliases, accounts)
    quote = Quote("q1", "direct", f"Words {number}", 0, 5, "likely", 0.5, speaker=QuotedSpeaker("s1", name, who.kind))
    url = known.get("url", f"https://paper{number}.example/article")
    return Reading(Document(f"Text {number}", url=url, publisher=f"Paper {number}"), (quote,), (who,))


def meant(store: Store, mention: str, number: int) -> str:
    """The kept speaker whom a mention means, its article kept: that of the last quote."""
    document = keep(store, reading(mention, number)).document.id
    return store.document_quotes(document)[-1].speaker.id


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Pair, bool]]:
    """Every pair in a store of its own, and whether its two mentions came to one speaker."""
    folder = tmp_path_factory.mktemp("pairs")
    open_store(f"sqlite:///{folder / 'empty.db'}").close()
    return list(_judged(folder))


def _judged(folder: Path) -> Iterator[tuple[Pair, bool]]:
    for number, pair in enumerate(pairs()):
        path = shutil.copy(folder / "empty.db", folder / f"{number}.db")
        store = open_store(f"sqlite:///{path}")
        with store.writing():
            yield pair, meant(store, pair.first, 1) == meant(store, pair.second, 2)
        store.close()


def test_the_set_is_large_and_has_both_answers():
    kinds = Counter(pair.same for pair in pairs())
    assert len(set(pairs())) >= LEAST_PAIRS
    assert min(kinds.values()) >= LEAST_PAIRS // 4
    assert len({pair.shape for pair in pairs()}) >= 15


def test_links_are_right(judged: list[tuple[Pair, bool]]):
    wrong = [pair for pair, linked in judged if linked and not pair.same]
    linked = sum(linked for _, linked in judged)
    assert 1 - len(wrong) / linked >= PRECISION, wrong


def test_most_of_the_right_links_are_made(judged: list[tuple[Pair, bool]]):
    missed = [pair for pair, linked in judged if pair.same and not linked]
    same = sum(pair.same for pair, _ in judged)
    assert 1 - len(missed) / same >= RECALL, missed
