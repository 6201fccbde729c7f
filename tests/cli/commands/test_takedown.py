"""Articles taken down on the command line: asked first, told what was deleted, on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from quotes.records.errors import TakenDown
from tests.store.readings import a_reading

LETTER = ["--why", "A letter of 3 May"]


@pytest.fixture
def kept() -> None:
    """Two articles of four quotes each."""
    with opened_store() as store:
        for number in (1, 2):
            keep(store, a_reading(number))


def there() -> list[str]:
    with opened_store() as store:
        return [one for one in ("d1", "d2") if store.document(one) is not None]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("named", ["d1", " d1 ", "https://example.org/1", "HTTPS://Example.org:443/1?utm_source=x#top"])
def test_an_article_is_deleted_and_it_is_told_what_that_was(call: Callable, named: str):
    ran = call("takedown", named, *LETTER, "--yes")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == ("Taken down: “Article 1” (d1) of Example Times.\n"
                       "Deleted: 1 revision, 6911 characters, 4 quotes, 1 post among them.\nOn record as c1.\n")
    assert there() == ["d2"]
    with opened_store() as store:
        decision = store.decision("c1")
        assert (decision.action, decision.made_by) == ("takedown", "quotes takedown")
        assert decision.note == "A letter of 3 May"
        with pytest.raises(TakenDown, match="quotes takedown"):
            keep(store, a_reading(1))


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("answer, left", [
    (b"y\n", ["d2"]), (b"YES\n", ["d2"]), (b"\n", ["d1", "d2"]), (b"n\n", ["d1", "d2"]), (b"", ["d1", "d2"]),
    (b"d1\n", ["d1", "d2"]),
])
def test_without_yes_it_asks(call: Callable, answer: bytes, left: list[str]):
    ran = call("takedown", "d1", *LETTER, stdin=answer)
    assert ran.err.startswith("Delete “Article 1” (d1) of Example Times with its 4 quotes for good? [y/N] ")
    assert there() == left
    assert (ran.status, "nothing was deleted" in ran.err) == ((1, True) if "d1" in left else (0, False))
    assert (ran.out == "") == ("d1" in left)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("arguments, status, told", [
    (["d1"], 2, "--why"), (["d1", "--why", " "], 2, "Give the reason with --why"), ([*LETTER], 2, "Missing argument"),
    (["d9", *LETTER], 1, "There is no article d9"), (["s1", *LETTER], 1, "There is no article s1"),
    (["https://example.org/9", *LETTER], 1, "There is no article https://example.org/9"),
    ([" ", *LETTER], 1, "There is no article"), (["example.org/1", *LETTER], 1, "There is no article"),
    (["d1", "--why", "x" * 2001, "--yes"], 1, "at most 2000"),
])
def test_what_is_refused_deletes_nothing(call: Callable, arguments: list[str], status: int, told: str):
    ran = call("takedown", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert told in ran.err
    assert there() == ["d1", "d2"]


@pytest.mark.usefixtures("kept")
def test_an_article_taken_down_is_not_there_to_be_taken_down_again(call: Callable):
    call("takedown", "d1", *LETTER, "--yes")
    assert call("takedown", "https://example.org/1", *LETTER, "--yes").status == 1
