"""The outlet that passed the words on, and where none did."""

from __future__ import annotations

import pytest

from quotes.via import find_via
from tests.seen import ENGLISH, see


def via(text: str, speaker: str) -> str | None:
    """The outlet of the first quotation of a text, given the words of its speaker's mention."""
    seen = see(text)
    found = find_via(seen.scene, seen.tokens, ENGLISH, seen.number(speaker), seen.spans[0])
    return found.of(text) if found else None


PASSED_ON = [
    ("“We open,” Ann Reed told the Harbor News.", "Ann Reed", "Harbor News"),
    ("“We open,” Ann Reed told the Harbor News on Monday.", "Ann Reed", "Harbor News"),
    ("“We open,” Ann Reed said in an interview with Valley Radio.", "Ann Reed", "Valley Radio"),
    ("Ann Reed told Valley Radio: “We open.”", "Ann Reed", "Valley Radio"),
    ("The Harbor News quoted Ann Reed as saying “no way.”", "Ann Reed", "Harbor News"),
    ("“We open,” she told Reuters.", "she", "Reuters"),
    ("“We open,” Ann Reed told CNN. “We close.”", "Ann Reed", "CNN"),
]
NOT_PASSED_ON = [
    ("“We open,” Ann Reed told Tom Birch.", "Ann Reed"),
    ("“We open,” said Ann Reed, who reads the Harbor News.", "Ann Reed"),
    ("“We open,” the Harbor News said.", "the Harbor News"),
    ("“We open.” It rained. Ann Reed told the Harbor News so.", "Ann Reed"),
    ("“We open,” said Ann Reed. Tom Birch told CNN so.", "Ann Reed"),
    ("“We open,” Ann Reed told the Valley Farmers Union.", "Ann Reed"),
]


@pytest.mark.parametrize("text, speaker, outlet", PASSED_ON)
def test_an_outlet_that_passed_the_words_on_is_named(text: str, speaker: str, outlet: str):
    assert via(text, speaker) == outlet


@pytest.mark.parametrize("text, speaker", NOT_PASSED_ON)
def test_elsewhere_there_is_none(text: str, speaker: str):
    assert via(text, speaker) is None
