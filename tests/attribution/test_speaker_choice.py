"""Who is decided on, by which words, and with which reasons."""

from __future__ import annotations

import pytest

from quotes.attribution.attributor import Attributor
from quotes.attribution.clues import TEMPLATES
from quotes.attribution.speaker_choice import SHOWN, Attribution, Decider
from quotes.model.weights import read_weights
from tests.seen import see

SHIPPED = Attributor(read_weights())


def decide(text: str) -> list[Attribution]:
    seen = see(text)
    beliefs = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    return Decider(text, seen.tokens, seen.scene, seen.cast).decide(SHIPPED, beliefs)


WHO = [
    ("“We open at nine,” said Mayor Ann Reed.", "Ann Reed", "Mayor Ann Reed", "said"),
    ("Ann Reed bakes. “We open at nine,” she said.", "Ann Reed", "she", "said"),
    ("“We open at nine,” Ann Reed told Tom Birch.", "Ann Reed", "Ann Reed", "told"),
    ("The pump was “beyond all repair,” according to Peter Mayhew.", "Peter Mayhew", "Peter Mayhew", "according to"),
    ("“We open at nine,” a spokesman for the mill said.", "a spokesman for the mill", "a spokesman for the mill",
     "said"),
    ("Ann Reed: “We open at nine.”", "Ann Reed", "Ann Reed", None),
    ("“We open at nine.” — Ann Reed", "Ann Reed", "Ann Reed", None),
]


@pytest.mark.parametrize("text, name, evidence, cue", WHO)
def test_who_says_it_by_which_words(text: str, name: str, evidence: str, cue: str | None):
    (found,) = decide(text)
    assert found.choice is not None
    who = found.choice.mention
    assert (found.choice.figure.name, text[who.start : who.end]) == (name, evidence)
    assert (found.cue.of(text) if found.cue else None) == cue
    assert found.is_speech


NOBODY = [
    "The “second” bridge is the only one.",
    "“No boat is older than its leak.”",
]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_says_it_nobody_is_named(text: str):
    (found,) = decide(text)
    assert not found.is_speech or found.choice is None


def test_several_mentions_of_one_figure_speak_for_it_together():
    text = "Ann Reed bakes. Reed, who is up at four, said: “We open at nine.” She left."
    seen = see(text)
    beliefs = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    ((options, _),) = Decider(text, seen.tokens, seen.scene, seen.cast).options(beliefs)
    assert options[0].figure.name == "Ann Reed"
    assert options[0].share > beliefs[0].shares[0]


def test_reasons_are_few_the_strongest_first_and_rest_on_the_text():
    text = "Ann Reed told Tom Birch, “We open at nine.”"
    (found,) = decide(text)
    assert 0 < len(found.clues) <= SHOWN
    told: set[str] = set()
    for clue in found.clues:  # each has something to say that those before it did not
        facts = next(template.facts for template in TEMPLATES if template.name == clue.clue)
        assert not told.issuperset(facts)
        told.update(facts)
    weights = [abs(clue.weight) for clue in found.clues]
    assert weights == sorted(weights, reverse=True)
    assert {text[clue.start : clue.end] for clue in found.clues} <= {"Ann Reed", "told"}
    assert all(clue.says[0] in "“TA" and clue.says.endswith(".") for clue in found.clues)


def test_the_runner_up_is_somebody_else():
    (found,) = decide("Ann Reed told Tom Birch, “We open at nine.”")
    assert found.choice is not None
    assert found.runner_up is None or found.runner_up.figure.key != found.choice.figure.key


CARRIED_ON = [
    ("“We open,” said Ann Reed, “and we close.”", [False, True]),
    ("“We open,” said Ann Reed. “We close.”", [False, False]),
    ("“We open,” said Ann Reed. “We close,” said Tom Birch.", [False, False]),
    ("“We open,” said Ann Reed.\n\n“We close,” Reed said.", [False, False]),
]


@pytest.mark.parametrize("text, continues", CARRIED_ON)
def test_a_sentence_broken_by_its_cue_goes_on(text: str, continues: list[bool]):
    assert [found.continues for found in decide(text)] == continues
