"""Attribution: for each quotation, whether it is speech, and which mention is its speaker.

A conditional log-linear model: each candidate's score is the sum of its clues' weights, and its share of belief is the
softmax of the scores. Whether a quotation is speech at all is decided by a logistic model over the facts of the
quotation and of its best candidate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import NamedTuple

from quotes.attribution.clue_fact_codes import NONE
from quotes.attribution.clue_sums import SPEECH_TOGETHER, TOGETHER, Table, sums_of
from quotes.attribution.clue_templates import Key, Template
from quotes.attribution.clues import INDEX, TEMPLATES, QuoteScene, candidate_facts, quote_scene
from quotes.attribution.cue_context import Scene
from quotes.attribution.pair_clues import pair_facts
from quotes.attribution.speaker_below import BELIEF, BONUS, named_below
from quotes.attribution.speech_detection import INDEX as SPEECH_INDEX
from quotes.attribution.speech_detection import SPEECH_TEMPLATES, speech_facts
from quotes.attribution.titles_and_terms import named_as
from quotes.records.frozen import quickly_made
from quotes.records.spans import Span
from quotes.text.entities.recognizer import NO_ENTITY_WEIGHTS, EntityWeights, Recognizer
from quotes.text.tokens import Tokens

NAMED = 0.1  # that words are speech which their own sentence calls a name, a title or a word; sure to be below SPEECH
SHOWN = 4  # reasons given with an attribution
TOLD_BY = 2  # tokens after a candidate that facts about it look at


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The trained weights: a table for each clue, by the values of its facts."""

    version: str
    mention: Mapping[str, Table]
    speech: Mapping[str, Table]
    bias: float
    calibration: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))
    figure: Mapping[str, Table] = field(default_factory=dict)
    entities: EntityWeights = NO_ENTITY_WEIGHTS

    def calibrated(self, raw: float) -> float:
        """How often attributions with this much belief are right, by the curve measured in training."""
        points = self.calibration
        n = max(1, min(bisect_left(points, (raw, 0.0)), len(points) - 1))
        (x, y), (x2, y2) = points[n - 1], points[n]
        return y + (y2 - y) * (raw - x) / (x2 - x) if x2 > x else y2


class Standing(NamedTuple):
    """How the candidates of a quotation stand: their order, the likeliest first, its score, and each one's share.

    `order` counts from the first candidate near the quotation, and `pairs` are in the order of the text.
    """

    order: tuple[int, ...]
    shares: tuple[float, ...]
    top: float
    pairs: tuple[Key, ...]


@quickly_made
@dataclass(frozen=True, slots=True)
class Belief:
    """Beliefs about one quotation: how likely it is speech, and how the candidates from number `start` on stand.

    `own` are the facts that the article's candidates show by themselves.
    """

    quote: QuoteScene
    speech: float
    start: int
    standing: Standing
    own: Mapping[int, Key]

    @property
    def candidates(self) -> tuple[int, ...]:
        """The numbers of the candidates, the likeliest first."""
        return tuple([self.start + n for n in self.standing.order])

    @property
    def shares(self) -> tuple[float, ...]:
        """Each candidate's share of belief, in the same order."""
        return self.standing.shares

    def row(self, n: int) -> Key | None:
        """The facts of candidate number `n`; None for one that is not near the quotation."""
        at = n - self.start
        if not 0 <= at < len(self.standing.pairs):
            return None
        return self.own[n] + self.quote.facts + self.standing.pairs[at]


class Near(NamedTuple):
    """What is known of one article: its candidates' own facts, how they stand by all that this rests on, and what is
    speech by its facts.

    In a dialogue, the same surroundings come again and again.
    """

    own: dict[int, Key]
    standings: dict[tuple[object, ...], Standing]
    speech: dict[Key, float]


class Attributor:
    """Weighs candidates with one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.recognizer = Recognizer(weights.entities)
        self._mention = [(t.key, weights.mention[t.name].get) for t in TEMPLATES]
        self._together = sums_of(weights.mention, TEMPLATES, TOGETHER, INDEX)
        self._speech = sums_of(weights.speech, SPEECH_TEMPLATES, SPEECH_TOGETHER, SPEECH_INDEX)

    def beliefs(self, scene: Scene, tokens: Tokens, quotations: Sequence[Span]) -> list[Belief]:
        """What is believed of each quotation, given as first token and the one after the last."""
        article = Near({}, {}, {})
        return [self._belief(scene, tokens, quotation, article) for quotation in quotations]

    def score(self, row: Key) -> float:
        """The sum of the weights of a candidate's clues."""
        return sum([known(facts(row)) for facts, known in self._together])

    def contributions(self, row: Key, other: Key | None) -> list[float]:
        """What each clue adds for one candidate, less what it adds for another."""
        if other is None:
            return [weight(key(row), 0.0) for key, weight in self._mention]
        return [weight(key(row), 0.0) - weight(key(other), 0.0) for key, weight in self._mention]

    def telling(self, row: Key, other: Key | None) -> list[tuple[Template, float]]:
        """The weightiest clues for one candidate against another, each of which says something new."""
        return _telling(self.contributions(row, other), row)

    def _belief(self, scene: Scene, tokens: Tokens, quotation: Span, article: Near) -> Belief:
        quote, near = quote_scene(scene, quotation), scene.window(quotation)
        own = _own_facts(scene, near, article.own)
        below = named_below(tokens, quotation)
        named = None if below is None else scene.candidate_at(below)
        key = (*_surroundings(scene, quote, near, own), named is not None and named - near.start)
        standing = article.standings.get(key)
        if standing is None:
            standing = article.standings[key] = self._standing(scene, quote, near, (own, named))
        best = None
        if standing.order:
            at = standing.order[0]
            best = own[at] + quote.facts + standing.pairs[at]
        row = speech_facts(scene, tokens, quote, best, standing.top)
        speech = article.speech.get(row)
        if speech is None:
            speech = article.speech[row] = self._speech_share(row)
        if below is not None:
            speech = max(speech, BELIEF)
        elif speech >= NAMED and named_as(scene, tokens, quotation):
            speech = NAMED
        return Belief(quote, speech, near.start, standing, article.own)

    def _standing(self, scene: Scene, quote: QuoteScene, near: range, known: tuple[list[Key], int | None]) -> Standing:
        """How the candidates near a quotation stand, by the facts of each; one may be named in the next sentence."""
        own, named = known
        pairs = pair_facts(scene, quote, near)
        scores = [self.score(facts + quote.facts + pair) for facts, pair in zip(own, pairs, strict=True)]
        if named is not None and named in near:
            scores[named - near.start] += BONUS
        top = max(scores, default=0.0)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
        return Standing(tuple(order), tuple([odds[i] / total for i in order]), top, tuple(pairs))

    def _speech_share(self, row: Key) -> float:
        score = self.weights.bias + sum([known(facts(row)) for facts, known in self._speech])
        return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def candidate_rows(scene: Scene, quote: QuoteScene, known: dict[int, Key]) -> list[tuple[int, Key]]:
    """The facts of every candidate near a quotation; `known` keeps what candidates show by themselves."""
    near = scene.window(quote.span)
    rows = zip(near, _own_facts(scene, near, known), pair_facts(scene, quote, near), strict=True)
    return [(n, own + quote.facts + pair) for n, own, pair in rows]


def _own_facts(scene: Scene, near: range, known: dict[int, Key]) -> list[Key]:
    """What each candidate near a quotation shows by itself; `known` keeps it."""
    for n in near:
        if n not in known:
            known[n] = candidate_facts(scene, n)
    return [known[n] for n in near]


def _surroundings(scene: Scene, quote: QuoteScene, near: range, own: list[Key]) -> tuple[object, ...]:
    """All that the standing of the candidates near a quotation rests on, wherever in an article they stand."""
    first, after = quote.span
    start, end = first, after
    if near:
        start = min(first, scene.firsts[near.start])
        end = max(after, scene.candidates[near.stop - 1].after + TOLD_BY)
    told = [None if n is None else n - near.start
            for n in (quote.subject_before, quote.subject_after, quote.nearest, quote.clause, quote.first)]
    return (scene.view[start:end], first - start, after - start, quote.at - near.start, *told, quote.facts, *own)


def _telling(weights: Sequence[float], row: Key) -> list[tuple[Template, float]]:
    """The weightiest clues, each of which says something that those before it do not."""
    found: list[tuple[Template, float]] = []
    told: set[str] = set()
    for n in sorted(range(len(weights)), key=list(map(abs, weights)).__getitem__, reverse=True):
        template, weight = TEMPLATES[n], weights[n]
        if len(found) == SHOWN or not weight:
            break
        facts = [fact for fact in template.facts if fact not in told and row[INDEX[fact]] != NONE]
        if facts:
            found.append((template, weight))
            told.update(template.facts)
    return found
