"""What is typed for a speaker is an id or a name."""

from __future__ import annotations

import pytest

from quotes.collection.filters import NOBODY, by_speaker, is_speaker_id, speakers_like
from quotes.store.contract.store import QuoteFilter, SpeakerFilter

IDS = ["s1", "s12", " s12 ", "s999999999999999999"]
NAMES = [("S12", ("s12",)), ("s", ("s",)), ("s0", ("s0",)), ("s01", ("s01",)), ("s-1", ("s", "1")),
         ("s1 2", ("s1", "2")), ("s¹", ("s1",)), ("q12", ("q12",)), ("12", ("12",)),
         ("s9999999999999999999", ("s9999999999999999999",)),
         ("Ghani", ("ghani",)), ("Abdul  Ghani", ("abdul", "ghani")), ("", NOBODY), ("…", NOBODY)]


@pytest.mark.parametrize("typed", IDS)
def test_an_id_is_an_id(typed: str):
    assert by_speaker(QuoteFilter(kind="post"), typed) == QuoteFilter(kind="post", speaker_id=typed.strip())


@pytest.mark.parametrize("typed, words", NAMES)
def test_anything_else_is_a_name(typed: str, words: tuple[str, ...]):
    assert not is_speaker_id(typed)
    assert by_speaker(QuoteFilter(), typed) == QuoteFilter(name_words=words)
    assert speakers_like(SpeakerFilter(kind="group"), typed) == SpeakerFilter(words, "group")
