"""The facts that clues look at: three lines of table for each."""

from __future__ import annotations

import pytest

from quotes.attribution.clue_templates import bin_of, template
from quotes.attribution.clues import FACTS, INDEX, TEMPLATES, candidate_facts, own_cue, quote_scene
from quotes.attribution.pair_clues import pair_facts
from tests.seen import see


def facts(marked: str) -> dict[str, str]:
    """All facts about the mention in ⟦ ⟧ and the quotation that the text ends or begins with, the last of them."""
    start = marked.index("⟦")
    seen = see(marked.replace("⟦", "").replace("⟧", ""))
    (n,) = [n for n, c in enumerate(seen.scene.candidates) if seen.tokens.starts[c.first] == start]
    quote = quote_scene(seen.scene, seen.spans[-1])
    row = candidate_facts(seen.scene, n) + quote.facts + pair_facts(seen.scene, quote, range(n, n + 1))[0]
    return dict(zip(FACTS, row, strict=True))


TABLE = [
    ("form", "“We open,” said ⟦Ann Reed⟧.", "1"),
    ("form", "“We open,” said ⟦the mayor⟧.", "2"),
    ("form", "“We open,” ⟦she⟧ said.", "6"),
    ("form", "⟦REED⟧: “We open.”", "0"),
    ("who", "“We open,” said ⟦Ann Reed⟧.", "1person+"),
    ("who", "“We open,” said ⟦the mayor⟧.", "mayor"),
    ("who", "“We open,” ⟦She⟧ said.", "she"),
    ("left", "“We open,” said ⟦Ann Reed⟧.", "C"),
    ("left", "⟦Ann Reed⟧ said “no way.”", "¶"),
    ("left2", "“We open,” said ⟦Ann Reed⟧.", "qC"),
    ("right", "⟦Ann Reed⟧ said “no way.”", "C"),
    ("right2", "⟦Ann Reed⟧, a baker, said “no way.”", ",2"),
    ("right2", "“No way,” said ⟦Ann Reed⟧", ""),
    ("cueword", "⟦Ann Reed⟧ told Tom Birch, “We open.”", "told"),
    ("cueword", "⟦Ann Reed⟧: “We open.”", "-"),
    ("opens", "⟦Ann Reed⟧ said “no way.”", "¶"),
    ("opens", "A friend of ⟦Ann Reed⟧ said “no way.”", "o"),
    ("opens", "“No way,” said ⟦Ann Reed⟧.", "n"),
    ("before", "⟦Ann Reed⟧ left. “No way.”", "."),
    ("before", "⟦Ann Reed⟧ said: “We open.”", ":"),
    ("before", "“We open,” said ⟦Ann Reed⟧.", "¶"),
    ("beforeword", "⟦Ann Reed⟧ asked for “a mess.”", "for"),
    ("last", "“We open,” said ⟦Ann Reed⟧.", ","),
    ("last", "“We open!” said ⟦Ann Reed⟧.", "!"),
    ("last", "⟦Ann Reed⟧ said “no way” then.", "w"),
    ("after", "⟦Ann Reed⟧ said “no way.”", "."),
    ("after", "“We open,” said ⟦Ann Reed⟧.", "C1"),
    ("length", "⟦Ann Reed⟧ said “no”.", "0"),
    ("length", "⟦Ann Reed⟧ said “no way at all in this town, ever again.”", "4"),
    ("capital", "⟦Ann Reed⟧ said “no way.”", "c"),
    ("capital", "⟦Ann Reed⟧ said “No way.”", "C"),
    ("capital", "⟦Ann Reed⟧ said “… no way.”", "-"),
    ("place", "“We open,” said ⟦Ann Reed⟧.", "^"),
    ("place", "“We open,” said ⟦Ann Reed⟧. “We close.”", "p$"),
    ("place", "⟦Ann Reed⟧ said “no way” then.", "m"),
    ("cuebefore", "⟦Ann Reed⟧ said “no way.”", "C1"),
    ("cuebefore", "“We open,” said ⟦Ann Reed⟧.", "-"),
    ("cueafter", "“We open,” said ⟦Ann Reed⟧.", "C0"),
    ("cueafter", "⟦Ann Reed⟧ said “no way.”", "-"),
    ("side", "⟦Ann Reed⟧ said “no way.”", "b"),
    ("side", "“We open,” said ⟦Ann Reed⟧.", "a"),
    ("lines", "⟦Ann Reed⟧ left.\n\n“We open.”", "1"),
    ("lines", "⟦Ann Reed⟧ left.\n\nRain.\n\n“We open.”", "2"),
    ("lines", "⟦Ann Reed⟧ said “no way.”", "0"),
    ("sentences", "⟦Ann Reed⟧ left. It rained. “We open.”", "2"),
    ("sentences", "“We open.” ⟦Ann Reed⟧ left.", "1"),
    ("sentences", "⟦Ann Reed⟧ said “no way.”", "0"),
    ("between", "⟦Ann Reed⟧ told Tom Birch, “We open.”", "1"),
    ("between", "“We open,” said ⟦Ann Reed⟧.", "0"),
    ("quotes", "⟦Ann Reed⟧ said “no,” then “yes.”", "1"),
    ("quotes", "⟦Ann Reed⟧ said “no way.”", "0"),
    ("gap", "“We open,” ⟦she⟧ said.", "0"),
    ("gap", "⟦Ann Reed⟧ said “no way.”", "1"),
    ("subject", "⟦Ann Reed⟧ told Tom Birch, “We open.”", "B-"),
    ("subject", "Ann Reed told ⟦Tom Birch⟧, “We open.”", "--"),
    ("subject", "“We open,” said ⟦Ann Reed⟧.", "-A"),
    ("hypotheses", "⟦Ann Reed⟧ told Tom Birch, “We open.”", "-cf"),
    ("hypotheses", "Ann Reed told ⟦Tom Birch⟧, “We open.”", "n--"),
    ("rivals", "⟦Ann Reed⟧ said “no way.”", "1"),
    ("rivals", "Ann Reed told ⟦Tom Birch⟧, “We open.”", "0"),
    ("signature", "⟦Ann Reed⟧ told Tom Birch, “We open.”", "C1,"),
    ("signature", "“We open,” said ⟦Ann Reed⟧.", "C"),
    ("label", "⟦REED⟧: “We open.”", "L"),
    ("label", "“We open.” — ⟦Ann Reed⟧", "L"),
    ("label", "“We open.” — ⟦Ann Reed⟧ left.", "-"),
    ("label", "⟦Ann Reed⟧ said: “We open.”", "-"),
]


@pytest.mark.parametrize("fact, marked, value", TABLE)
def test_each_fact_is_read_off_the_text(fact: str, marked: str, value: str):
    assert facts(marked)[fact] == value


OWN = [
    ("⟦Ann Reed⟧ said “no way.”", "rC"),
    ("“No way,” said ⟦Ann Reed⟧.", "iC"),
    ("She told ⟦Ann Reed⟧, “No way.”", "oC"),
    ("It was “no way,” according to ⟦Ann Reed⟧.", "l"),
    ("⟦Ann Reed⟧, a lawyer, said “no way.”", "sC"),
    ("The paper quoted ⟦Ann Reed⟧ as saying “no way.”", "Q"),
    ("⟦The paper⟧ quoted Ann Reed as saying “no way.”", "q"),
    ("⟦Ann Reed⟧ left. “No way.”", "v"),
    ("“No way.” For ⟦Ann Reed⟧, rain.", "-"),
]


@pytest.mark.parametrize("marked, value", OWN)
def test_how_a_mention_stands_to_a_verb_of_speech_of_its_own(marked: str, value: str):
    assert facts(marked)["owncue"] == value


def test_the_cue_is_given_with_its_token():
    seen = see("“No way,” said Ann Reed.")
    assert own_cue(seen.scene, seen.number("Ann Reed")) == ("iC", seen.tokens.words.index("said"))


@pytest.mark.parametrize("n, number", [(-3, "0"), (0, "0"), (1, "1"), (2, "2"), (4, "2"), (5, "3"), (99, "3")])
def test_a_number_falls_into_the_bin_of_the_first_bound_that_it_does_not_pass(n: int, number: str):
    assert bin_of(n, (0, 1, 4)) == number


def test_a_template_reads_its_facts_in_order():
    row = tuple(f"value of {name}" for name in FACTS)
    assert template("t", "side form", INDEX).key(row) == ("value of side", "value of form")
    assert all(set(t.facts) <= set(INDEX) for t in TEMPLATES)
    assert len({t.name for t in TEMPLATES}) == len(TEMPLATES)
