"""Training of the weights of mentions and of speech.

Mentions: softmax over the candidates of a quotation, the loss being minus the log of what the right ones get
together. Speech: logistic, on scores of mention weights that were learned without the article in question. Needs
numpy and scipy (the extra `train`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from quotes.attribution.attributor import Attributor, candidate_rows
from quotes.attribution.clue_fact_codes import (
    AFTER_NAMING,
    AFTER_WORK,
    CLOSES_PARAGRAPH,
    COUNTS,
    FULL_STOP,
    IS_NICKNAME,
    LABEL,
    OPENS_PARAGRAPH,
    QUOTED_BY_ANOTHER,
    QUOTES_ANOTHER,
    TITLED,
    UNTITLED,
    WITH_VERB,
)
from quotes.attribution.clue_templates import Key, Template
from quotes.attribution.clues import TEMPLATES, QuoteScene, quote_scene
from quotes.attribution.cue_context import Scene
from quotes.attribution.speech_detection import SPEECH_TEMPLATES, speech_facts
from quotes.extraction.mentions import Candidate, mention
from quotes.languages.contract import Language
from quotes.model.calibration import stage
from quotes.model.gold_corpus import GoldArticle, in_whole_words, points_at
from quotes.records.quotation import Quotation
from quotes.records.spans import Span
from quotes.text.entities.recognizer import Recognizer
from quotes.text.tokens import Tokens
from quotes.text.word_classes import PREPOSITIONS, SPEECH_VERB

PENALTY = 2.0  # L2 of the mention weights; 1 to 2.5 gave the same within noise
SPEECH_PENALTY = 3.0
ITERATIONS = 80
RARE = 2  # a combination of facts seen less often gets no weight
SMALL = 0.03  # weights below this are left out of the file: nothing measurable is lost
# Rare in the corpus and certain by their form: labels, signatures, who is quoted by another, single words before a verb
# of speech, and whole sentences that are a paragraph by themselves.
GIVEN: dict[str, dict[Key, float]] = {
    "label": {(LABEL, LABEL): 5.0},
    "relay": {(QUOTED_BY_ANOTHER, QUOTED_BY_ANOTHER): 5.0, (QUOTES_ANOTHER, QUOTES_ANOTHER): -3.0}}
GIVEN_SPEECH: dict[str, dict[Key, float]] = {
    "end and verb": {(mark, SPEECH_VERB, length): 3.0 for mark in (",", "?", "!") for length in COUNTS[:2]},
    "label": {(LABEL, LABEL): 3.0}, "nickname": {(IS_NICKNAME, IS_NICKNAME): -4.0},
    "name": {(AFTER_NAMING, UNTITLED, COUNTS[0]): -1.0,
             **{(naming, TITLED, length): -2.0 for naming in (AFTER_WORK, AFTER_NAMING) for length in COUNTS[:6]}},
    "paragraph": {(OPENS_PARAGRAPH + CLOSES_PARAGRAPH, WITH_VERB, length, FULL_STOP): 1.5 for length in COUNTS[3:6]}}

DEPENDS = frozenset(PREPOSITIONS)
Tables = dict[str, dict[Key, float]]
NO_SPEECH: Tables = {clue.name: {} for clue in SPEECH_TEMPLATES}


@dataclass(frozen=True, slots=True)
class Example:
    """One quotation of the corpus: its candidates' facts, which of them are right, and whether it is speech."""

    fold: int
    scene: Scene
    tokens: Tokens
    quote: QuoteScene
    quotation: Quotation
    rows: tuple[Key, ...]
    right: tuple[bool, ...]
    speech: bool
    sourced: bool
    weight: float = 1.0


def mention_examples(article: GoldArticle, recognizer: Recognizer, language: Language, fold: int = 0) -> list[Example]:
    """The quotations of a gold article, whose names a recognizer finds, as examples of a fold."""
    tokens, quotations, spans, _, scene = stage(article, recognizer, language)
    known: dict[int, Key] = {}
    found = []
    for quotation, span in zip(quotations, spans, strict=True):
        gold = article.attribution_of(Span(quotation.outer_start, quotation.outer_end))
        quote = quote_scene(scene, span)
        rows = candidate_rows(scene, quote, known)
        mentions = [mention(article.text, tokens, scene.candidates[n]) for n, _ in rows]
        source = gold.source if gold and in_whole_words(article.text, gold.source) else ()
        pointing = [points_at(m.start, m.end, source) for m in mentions]
        right = tuple(_heads(pointing, [scene.candidates[n] for n, _ in rows], scene.view))
        facts, sourced = tuple(row for _, row in rows), bool(gold and gold.source)
        found.append(Example(fold, scene, tokens, quote, quotation, facts, right, gold is not None, sourced))
    return found


def _heads(pointing: Sequence[bool], candidates: Sequence[Candidate], view: str) -> Iterator[bool]:
    """Which of the mentions in a source are its head, not what only belongs to it: a spokesman for Ann Reed."""
    earlier = False
    for points, candidate in zip(pointing, candidates, strict=True):
        depends = earlier and view[candidate.first - 1 : candidate.first] in DEPENDS
        yield points and not depends
        earlier = earlier or points


def speech_row(attributor: Attributor, example: Example) -> Key:
    """The facts by which an example is told to be speech or not, with the score that its best candidate gets."""
    scores = [attributor.score(row) for row in example.rows]
    top = max(scores, default=0.0)
    best = example.rows[scores.index(top)] if scores else None
    return speech_facts(example.scene, example.tokens, example.quote, best, top)


class Choosable(Protocol):
    """Several rows of facts of which one or more are right."""

    @property
    def rows(self) -> tuple[Key, ...]:
        """The rows."""

    @property
    def right(self) -> tuple[bool, ...]:
        """Which of them are right."""

    @property
    def weight(self) -> float:
        """How much it counts."""


def fit_mentions(found: Sequence[Example]) -> Tables:
    """Weights of the clues to mentions."""
    return fit_choices(found, TEMPLATES, GIVEN)


def fit_choices(found: Sequence[Choosable], templates: Sequence[Template],
                by_hand: Mapping[str, Mapping[Key, float]], penalty: float = PENALTY) -> Tables:
    """Weights by which the right rows are chosen."""
    used = [e for e in found if any(e.right)]
    matrix, keys = _matrix([row for e in used for row in e.rows], templates)
    given = _given(by_hand, keys)
    right = np.array([r for e in used for r in e.right])
    group: Any = np.repeat(np.arange(len(used)), [len(e.rows) for e in used])
    counted = np.array([e.weight for e in used])
    start = np.searchsorted(group, np.arange(len(used)))
    transposed = matrix.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ (weights + given)
        odds = np.exp(scores - np.maximum.reduceat(scores, start)[group])
        total = np.add.reduceat(odds, start)
        good = np.add.reduceat(odds * right, start)
        gradient = (odds / total[group] - np.where(right, odds / good[group], 0)) * counted[group]
        value = -np.log(good / total) @ counted + penalty / 2 * weights @ weights
        return float(value), transposed @ gradient + penalty * weights

    weights = minimize(loss, np.zeros(len(keys)), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    return _tables(keys, weights + given, by_hand, templates)


def fit_speech(rows: Sequence[Key], found: Sequence[Example]) -> tuple[Tables, float]:
    """Weights of the clues to speech, and the bias."""
    matrix, keys = _matrix(rows, SPEECH_TEMPLATES)
    truth, counted = np.array([e.speech for e in found], dtype=float), np.array([e.weight for e in found])
    given = _given(GIVEN_SPEECH, keys)
    transposed = matrix.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ (weights[:-1] + given) + weights[-1]
        share = 1 / (1 + np.exp(-scores))
        value = (np.logaddexp(0, scores) - scores * truth) @ counted + SPEECH_PENALTY / 2 * weights[:-1] @ weights[:-1]
        off = (share - truth) * counted
        return float(value), np.append(transposed @ off + SPEECH_PENALTY * weights[:-1], off.sum())

    weights = minimize(loss, np.zeros(len(keys) + 1), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    return _tables(keys, weights[:-1] + given, GIVEN_SPEECH, SPEECH_TEMPLATES), float(weights[-1])


def _given(given: Mapping[str, Mapping[Key, float]], keys: Sequence[tuple[str, Key]]) -> Any:
    """The weights set by hand, column by column, 0 where the corpus alone decides."""
    return np.array([given.get(name, {}).get(key, 0.0) for name, key in keys])


def _matrix(rows: Sequence[Key], templates: Sequence[Template]) -> tuple[Any, list[tuple[str, Key]]]:
    """Which combinations of facts occur in which row, as a sparse matrix with a name for every column."""
    counts = Counter((t.name, t.key(row)) for row in rows for t in templates)
    columns = {key: i for i, key in enumerate(sorted(key for key, n in counts.items() if n >= RARE))}
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices.extend(columns[key] for t in templates if (key := (t.name, t.key(row))) in columns)
        ends.append(len(indices))
    shape = (len(rows), len(columns))
    return csr_matrix((np.ones(len(indices)), np.array(indices), np.array(ends)), shape=shape), list(columns)


def _tables(keys: list[tuple[str, Key]], weights: Any, given: Mapping[str, Mapping[Key, float]],
            templates: Sequence[Template]) -> Tables:
    """The weights by clue; those set by hand also where the corpus has no such case."""
    tables: Tables = {t.name: dict(given.get(t.name, {})) for t in templates}
    for (name, key), weight in zip(keys, weights.tolist(), strict=True):
        if abs(weight) >= SMALL:
            tables[name][key] = weight
        else:
            tables[name].pop(key, None)
    return tables
