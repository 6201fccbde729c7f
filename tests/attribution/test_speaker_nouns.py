"""Which nouns can speak: people, bodies, texts; and which cannot."""

from __future__ import annotations

import pytest

from quotes.attribution.speaker_nouns import may_speak
from tests.seen import see

SPEAK = ["the official", "the union", "a letter", "the fisherman", "two witnesses", "the company", "Ann Reed", "she"]
DO_NOT_SPEAK = ["the level", "the mask", "a stretch", "the summer"]


@pytest.mark.parametrize("words, speaks", [
    *((words, True) for words in SPEAK), *((words, False) for words in DO_NOT_SPEAK)])
def test_a_noun_speaks_or_does_not(words: str, speaks: bool):
    seen = see(f"“The water is rising again,” {words} said.")
    (found,) = [candidate for n, candidate in enumerate(seen.scene.candidates) if seen.words(n) == words]
    assert may_speak(found, seen.scene) is speaks
