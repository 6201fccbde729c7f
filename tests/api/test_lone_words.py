"""The comma of the sentence around words is left off where they stand alone, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.api.lone_words import detached
from tests.api.cards.samples import SHORT


@pytest.mark.parametrize("printed, alone", [
    ("The wall will hold,", "The wall will hold"), ("The wall will hold ,", "The wall will hold"),
    ("一二，", "一二"), ("قال،", "قال"), ("One, two,", "One, two"), ("Well,,", "Well,"), (" Hold, ", "Hold"),
])
def test_one_comma_at_the_end_is_left_off(printed, alone):
    assert detached(replace(SHORT, text=printed)) == alone


@pytest.mark.parametrize("printed", [
    "The wall will hold.", "Will it?", "It will!", "It will…", "It will —", "It will;", "It will:", "One, two",
    "He said ‘no,’", "1,000", ",", "",
])
def test_nothing_else_is(printed):
    assert detached(replace(SHORT, text=printed)) == printed


def test_a_post_stays_as_it_was_posted():
    assert detached(replace(SHORT, kind="post", text="Wait,")) == "Wait,"
    assert detached(replace(SHORT, kind="post", text=None)) == ""
