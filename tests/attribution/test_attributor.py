"""Beliefs: shares among the candidates, and whether a stretch in marks is speech."""

from __future__ import annotations

from math import isclose

import pytest

from quotes.attribution.attributor import Attributor, Weights, candidate_rows
from quotes.attribution.clue_sums import SPEECH_TOGETHER, TOGETHER
from quotes.attribution.clues import TEMPLATES, quote_scene
from quotes.attribution.speech_detection import SPEECH_TEMPLATES
from quotes.model.weights import read_weights
from tests.seen import see

NOTHING = {t.name: {} for t in TEMPLATES}
NO_SPEECH = {t.name: {} for t in SPEECH_TEMPLATES}
FLAT = Weights("flat", NOTHING, NO_SPEECH, 0.0)
SHIPPED = Attributor(read_weights())


def test_without_weights_every_candidate_has_the_same_share():
    seen = see("Ann Reed told Tom Birch, “We open.”")
    (belief,) = Attributor(FLAT).beliefs(seen.scene, seen.tokens, seen.spans)
    assert belief.shares == (0.5, 0.5)
    assert belief.speech == 0.5


def test_a_weight_raises_those_that_show_its_clue():
    seen = see("Ann Reed told Tom Birch, “We open.”")
    weights = Weights("own", {**NOTHING, "label": {}, "relay": {("oC", "oC"): -2.0}}, NO_SPEECH, 1.0)
    (belief,) = Attributor(weights).beliefs(seen.scene, seen.tokens, seen.spans)
    assert [seen.words(n) for n in belief.candidates] == ["Ann Reed", "Tom Birch"]
    assert isclose(belief.shares[0] / belief.shares[1], 7.389, rel_tol=0.001)
    assert isclose(belief.speech, 0.731, abs_tol=0.001)


def test_every_clue_is_weighed_once():
    assert sorted(name for names in TOGETHER for name in names) == sorted(clue.name for clue in TEMPLATES)
    assert sorted(name for names in SPEECH_TOGETHER for name in names) == sorted(clue.name for clue in SPEECH_TEMPLATES)


def test_what_is_remembered_changes_no_score():
    seen = see("Ann Reed told Tom Birch, “We open.” She left, and Birch said: “No.”")
    fresh = Attributor(read_weights())
    rows = [row for span in seen.spans for _, row in candidate_rows(seen.scene, quote_scene(seen.scene, span), {})]
    assert [fresh.score(row) for row in rows] == [fresh.score(row) for row in rows] == [SHIPPED.score(r) for r in rows]


def test_alike_surroundings_are_weighed_once_and_others_by_themselves():
    seen = see("“We saw it,” she said. " * 20 + "“We saw it,” said Ann Reed. " + "“We saw it,” she said. " * 3)
    beliefs = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    assert beliefs[13].standing is beliefs[14].standing
    assert beliefs[0].standing is not beliefs[13].standing is not beliefs[20].standing
    for belief in beliefs:
        rows = dict(candidate_rows(seen.scene, belief.quote, {}))
        assert {n: belief.row(n) for n in belief.candidates} == rows
        assert list(belief.candidates) == sorted(rows, key=lambda n: -SHIPPED.score(rows[n]))


def test_contributions_add_up_to_the_score():
    seen = see("Ann Reed told Tom Birch, “We open.”")
    rows = [row for _, row in candidate_rows(seen.scene, quote_scene(seen.scene, seen.spans[0]), {})]
    scores = [SHIPPED.score(row) for row in rows]
    assert [isclose(sum(SHIPPED.contributions(row, None)), score) for row, score in zip(rows, scores, strict=True)] == [
        True, True]
    assert isclose(sum(SHIPPED.contributions(rows[0], rows[1])), scores[0] - scores[1])
    assert set(SHIPPED.contributions(rows[0], rows[0])) == {0.0}


@pytest.mark.parametrize("text, words", [
    ("“We open at nine,” said Ann Reed.", "Ann Reed"),
    ("“We open at nine,” Ann Reed told Tom Birch.", "Ann Reed"),
    ("Ann Reed told Tom Birch, “We open at nine.”", "Ann Reed"),
    ("Ann Reed, a baker, said: “We open at nine.”", "Ann Reed"),
    ("“We open at nine,” according to Ann Reed.", "Ann Reed"),
    ("“We open at nine,” a spokesman for Ann Reed said.", "a spokesman"),
])
def test_the_shipped_weights_choose_the_subject_of_the_verb(text: str, words: str):
    seen = see(text)
    (belief,) = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    assert seen.words(belief.candidates[0]) == words
    assert isclose(sum(belief.shares), 1.0)
    assert list(belief.shares) == sorted(belief.shares, reverse=True)
    assert belief.speech > 0.9


def test_where_nobody_is_near_there_is_nobody_to_choose():
    seen = see("“No.”")
    (belief,) = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    assert (belief.candidates, belief.shares, belief.row(0)) == ((), (), None)
    assert 0 <= belief.speech <= 1


POINTS = ((0.0, 0.0), (0.5, 0.4), (1.0, 0.9))


@pytest.mark.parametrize("raw, calibrated", [(0.0, 0.0), (0.25, 0.2), (0.5, 0.4), (0.75, 0.65), (1.0, 0.9)])
def test_a_confidence_lies_on_the_line_between_two_points(raw: float, calibrated: float):
    assert isclose(Weights("own", {}, {}, 0.0, POINTS).calibrated(raw), calibrated, abs_tol=1e-9)


def test_the_shipped_curve_rises_and_stays_between_nothing_and_certainty():
    measured = [SHIPPED.weights.calibrated(n / 200) for n in range(201)]
    assert measured == sorted(measured)
    assert 0 <= measured[0] <= measured[-1] <= 1
