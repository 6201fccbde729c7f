"""What tells spoken words from a title, a nickname or a term: the facts, and that the shipped weights can tell."""

from __future__ import annotations

import pytest

from quotes.attribution.attributor import Attributor
from quotes.attribution.clues import quote_scene
from quotes.attribution.speech_detection import INDEX, SPEECH_FACTS, SPEECH_TEMPLATES, speech_facts
from quotes.model.weights import read_weights
from tests.seen import see

SHIPPED = Attributor(read_weights())


def facts(text: str) -> dict[str, str]:
    """The facts of the last quotation of a text, without a candidate."""
    seen = see(text)
    row = speech_facts(seen.scene, seen.tokens, quote_scene(seen.scene, seen.spans[-1]), None, 0.0)
    return dict(zip(SPEECH_FACTS, row, strict=True))


TABLE = [
    ("score", "He said “no way.”", "-"),
    ("capitals", "He read “Oswin Tarrant” aloud.", "6"),
    ("capitals", "He said “no way at all.”", "0"),
    ("stops", "“Go. Now, please. Or not.”", "21"),
    ("stops", "“Go now”", "00"),
    ("titled", "He read “Oswin Tarrant” aloud.", "T"),
    ("titled", "He said “no way at all.”", "t"),
    ("titled", "He said “we saw Low Tide.”", "t"),
    ("wordbefore", "He said “no way.”", "said"),
    ("wordbefore", "“No way,” he said.", ""),
    ("wordafter", "“No way,” he said.", "he"),
    ("wordafter", "He said “no way”", ""),
    ("verbs", "He said “no way.”", "Y"),
    ("verbs", "It rained.\n\nOn “Low Tide” it rained.\n\nHe said so.", "N"),
]


@pytest.mark.parametrize("fact, text, value", TABLE)
def test_each_fact_is_read_off_the_text(fact: str, text: str, value: str):
    assert facts(text)[fact] == value


def test_clues_to_speech_look_at_facts_that_there_are():
    assert {fact for clue in SPEECH_TEMPLATES for fact in clue.facts} <= set(INDEX)
    assert len({clue.name for clue in SPEECH_TEMPLATES}) == len(SPEECH_TEMPLATES)


SPOKEN = [
    ("“We open at nine,” said Ann Reed.", True),
    ("“We open at nine, and we close when the last guest has left,” she said.", True),
    ("Ann Reed said she was “tired of ice and snow.”", True),
    ("Ann Reed said: “No, never.”", True),
    ("Half the runners wore shirts with the words “Faster Than the Ferry” on the back.", False),
    ("William “Bud” Colson kept bees.", False),
    ("Press the button marked “Start” and wait.", False),
]


@pytest.mark.parametrize("text, spoken", SPOKEN)
def test_the_shipped_weights_tell_spoken_words(text: str, spoken: bool):
    seen = see(text)
    assert (SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)[-1].speech > 0.5) is spoken
