"""Clues to figures: which figures are options, what is known of each, and that a last row stands for none of them."""

from __future__ import annotations

from quotes.attribution.attributor import Attributor
from quotes.attribution.clue_templates import Key
from quotes.attribution.figure_clues import (
    FIGURE_FACTS,
    FIGURE_TEMPLATES,
    INDEX,
    MEANT,
    NONE_OF_THEM,
    RIVAL,
    FigureWeights,
    Option,
)
from quotes.attribution.speaker_choice import Decider
from quotes.model.weights import read_weights
from tests.seen import see

SHIPPED = Attributor(read_weights())
TEXT = ("Ann Reed met Ida Moss at the mill. “The wheel has turned for ninety years,” said Reed.\n\n"
        "“It will turn for ninety more,” she said.\n\n“Nobody asked us at all, and that is the trouble.”")


def listed(text: str) -> list[tuple[list[Option], list[Key]]]:
    """The options of each quotation with their facts."""
    seen = see(text)
    beliefs = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    return Decider(text, seen.tokens, seen.scene, seen.cast).options(beliefs)


def test_each_option_has_a_row_and_one_more_stands_for_none():
    for options, rows in listed(TEXT):
        assert len(rows) == len(options) + 1
        assert {len(row) for row in rows} == {len(FIGURE_FACTS)}
        assert rows[-1][INDEX["kind"]] == NONE_OF_THEM
        assert NONE_OF_THEM not in {row[INDEX["kind"]] for row in rows[:-1]}


def test_whom_a_pronoun_means_else_is_an_option_too():
    _, (options, _), _ = listed(TEXT)
    ways = {option.figure.name: option.way for option in options}
    assert ways["Ann Reed"] == MEANT and ways.get("Ida Moss") in (RIVAL, MEANT)


def test_who_spoke_before_is_an_option_where_no_mention_is_near():
    options, _ = listed(TEXT)[2]
    assert "Ann Reed" in {option.figure.name for option in options}


def test_no_figure_is_listed_twice():
    for options, _ in listed(TEXT):
        keys = [option.figure.key for option in options]
        assert len(set(keys)) == len(keys)


def test_shares_are_those_of_the_weights_and_leave_room_for_none():
    for options, rows in listed(TEXT):
        shares = FigureWeights(SHIPPED.weights.figure).shares(options, rows)
        assert len(shares) == len(options) and all(0 < share < 1 for share in shares) and sum(shares) < 1
        assert FigureWeights({}).shares(options, rows) == [option.share for option in options]


def test_every_clue_is_weighed():
    assert set(SHIPPED.weights.figure) == {clue.name for clue in FIGURE_TEMPLATES}
