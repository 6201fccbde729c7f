"""Attribution: for each quotation, whether it is speech, and which mention is its speaker.

A conditional log-linear model: each candidate's score is the sum of its clues' weights, and its share of belief is the
softmax of the scores. Whether a quotation is speech at all is decided by a logistic model over the facts of the
quotation and of its best candidate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from operator import itemgetter

from quotes.attribution.clue_templates import Key
from quotes.attribution.clues import FACTS, INDEX, TEMPLATES, QuoteScene, candidate_facts, pair_facts, quote_scene
from quotes.attribution.cue_context import Scene
from quotes.attribution.speaker_below import BELIEF, BONUS, named_below
from quotes.attribution.speech_detection import SPEECH_TEMPLATES, speech_facts
from quotes.records.spans import Span
from quotes.text.entities.recognizer import NO_ENTITY_WEIGHTS, EntityWeights, Recognizer
from quotes.text.tokens import Tokens

Table = Mapping[Key, float]
Weigh = tuple[Callable[[Key], Key], Callable[[Key, float], float]]
# Clues over much the same facts are weighed together and their sum is remembered: few facts come again and again.
TOGETHER = (
    ("kind of mention", "cue word", "role", "relay"),
    ("words after", "words before", "words around", "frame"),
    ("rivals", "distance", "between", "near cue"),
    ("subject", "quotations between"),
    ("length", "place"),
    ("cue before", "cue after"),
    ("path", "path and quotation"),
    ("clause", "label"),
    ("lead-in", "following"),
    ("gap", "word before"),
    ("entity", "entity and verb", "entity and word before"),
)
REMEMBERED = 50_000  # sums kept for the next article


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


@dataclass(frozen=True, slots=True)
class Belief:
    """Beliefs about one quotation: how likely it is speech, and each candidate's share, the likeliest first.

    `rows` are the facts of the candidates, in the same order.
    """

    quote: QuoteScene
    speech: float
    candidates: tuple[int, ...]
    shares: tuple[float, ...]
    rows: tuple[Key, ...]


class Remembered(dict[Key, float]):
    """The sums of some clues' weights by the values of all their facts."""

    def __init__(self, weights: Mapping[str, Table], names: Sequence[str]) -> None:
        super().__init__()
        clues = [clue for clue in TEMPLATES if clue.name in names]
        self.facts = tuple(sorted({INDEX[fact] for clue in clues for fact in clue.facts}))
        places = {FACTS[at]: i for i, at in enumerate(self.facts)}
        self._clues: list[Weigh] = [
            (itemgetter(*(places[fact] for fact in clue.facts)), weights[clue.name].get) for clue in clues]

    def __missing__(self, values: Key) -> float:
        if len(self) > REMEMBERED:
            self.clear()
        total = self[values] = sum([weight(key(values), 0.0) for key, weight in self._clues])
        return total


class Attributor:
    """Weighs candidates with one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.recognizer = Recognizer(weights.entities)
        self._mention = [(t.key, weights.mention[t.name].get) for t in TEMPLATES]
        remembered = [Remembered(weights.mention, names) for names in TOGETHER]
        self._together = [(itemgetter(*sums.facts), sums.__getitem__) for sums in remembered]
        self._speech = [(t.key, weights.speech[t.name].get) for t in SPEECH_TEMPLATES]

    def beliefs(self, scene: Scene, tokens: Tokens, quotations: Sequence[Span]) -> list[Belief]:
        """What is believed of each quotation, given as first token and the one after the last."""
        known: dict[int, Key] = {}
        return [self._belief(scene, tokens, quotation, known) for quotation in quotations]

    def score(self, row: Key) -> float:
        """The sum of the weights of a candidate's clues."""
        return sum([known(facts(row)) for facts, known in self._together])

    def contributions(self, row: Key, other: Key | None) -> list[float]:
        """What each clue adds for one candidate, less what it adds for another."""
        if other is None:
            return [weight(key(row), 0.0) for key, weight in self._mention]
        return [weight(key(row), 0.0) - weight(key(other), 0.0) for key, weight in self._mention]

    def _belief(self, scene: Scene, tokens: Tokens, quotation: Span, known: dict[int, Key]) -> Belief:
        quote = quote_scene(scene, quotation)
        rows = candidate_rows(scene, quote, known)
        scores = [self.score(row) for _, row in rows]
        below = named_below(tokens, quotation)
        if below is not None:
            who = scene.candidate_at(below)
            scores = [score + BONUS * (n == who) for score, (n, _) in zip(scores, rows, strict=True)]
        top = max(scores, default=0.0)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        order = sorted(range(len(rows)), key=lambda i: -scores[i])
        shares = tuple(odds[i] / total for i in order)
        best = rows[order[0]][1] if order else None
        speech = self._speech_share(speech_facts(scene, tokens, quote, best, top))
        if below is not None:
            speech = max(speech, BELIEF)
        return Belief(quote, speech, tuple(rows[i][0] for i in order), shares, tuple(rows[i][1] for i in order))

    def _speech_share(self, row: Key) -> float:
        score = self.weights.bias + sum([weight(key(row), 0.0) for key, weight in self._speech])
        return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def candidate_rows(scene: Scene, quote: QuoteScene, known: dict[int, Key]) -> list[tuple[int, Key]]:
    """The facts of every candidate near a quotation; `known` keeps what candidates show by themselves."""
    rows = []
    for n in scene.window(quote.span):
        own = known.get(n)
        if own is None:
            own = known[n] = candidate_facts(scene, n)
        rows.append((n, own + quote.facts + pair_facts(scene, quote, n)))
    return rows
