"""The list of speakers tidied on the command line: shown first, asked, on record."""

from __future__ import annotations

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from tests.collection.articles import saying, speaker


@pytest.fixture(autouse=True)
def kept():
    """He (s1), Photo (s2), Ona Brandt (s3), 876246 with an account (s4)."""
    with opened_store() as store:
        for number, who in enumerate((speaker("he", "unnamed"), speaker("Photo"), speaker("Ona Brandt"),
                                      speaker("876246", handle="so6287"))):
            keep(store, saying(f"{number}", who))


def left():
    with opened_store() as store:
        return {one for one in ("s1", "s2", "s3", "s4") if store.speaker(one) is not None}


@pytest.mark.parametrize("arguments, answer, gone", [
    ([], b"y\n", {"s1", "s2"}), (["--yes"], b"", {"s1", "s2"}), (["--yes", "--keep", "s2"], b"", {"s1"}),
    (["Ona Brandt"], b"yes\n", {"s3"}), (["s3", "s1", "s3", "--yes", "--why", "Nobody"], b"", {"s1", "s3"}),
])
def test_what_is_nobody_goes(call, arguments, answer, gone):
    ran = call("tidy", *arguments, stdin=answer)
    assert ran.status == 0 and left() == {"s1", "s2", "s3", "s4"} - gone
    assert all(f"{one} " in ran.out for one in gone) and "On record as c1" in ran.out


@pytest.mark.parametrize("arguments, answer, status, said", [
    ([], b"", 1, "nothing was changed"), ([], b"n\n", 1, "nothing was changed"),
    (["--keep", "s1", "--keep", "s2"], b"", 0, "nothing to do"), (["s4", "--yes"], b"", 1, "is somebody"),
    (["s99"], b"y\n", 1, "There is no speaker s99"), (["--yes", "--why", " "], b"", 2, "Give the reason"),
])
def test_nothing_goes(call, arguments, answer, status, said):
    ran = call("tidy", *arguments, stdin=answer)
    assert (ran.status, left()) == (status, {"s1", "s2", "s3", "s4"})
    assert said in ran.out + ran.err
