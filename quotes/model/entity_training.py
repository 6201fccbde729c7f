"""Training of the recognizer: a conditional random field over the words of each form, the same with the same corpus.

The loss is minus the log of the probability of the labels that people marked, with an L2 penalty. Needs numpy and scipy
(the extra `train`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from quotes.languages.contract import Language
from quotes.model.entity_corpus import LabelledForms, TaggedArticle, labelled_forms
from quotes.text.entities.entity_facts import (
    Fact,
    around_facts,
    evidence_facts,
    initials_facts,
    kind_facts,
    place_facts,
    places_in,
    position,
    word_facts,
)
from quotes.text.entities.entity_labels import LABELS
from quotes.text.entities.name_forms import Form, Forms
from quotes.text.entities.recognizer import EntityWeights

PENALTY = 1.0  # L2; 0.2 to 1.5 gave the same within noise
ITERATIONS = 100
RARE = 2  # a fact seen less often gets no weight
SMALL = 0.02  # a fact all of whose weights are below this is left out
COUNTED = 3  # places of a form that count, by their square root
DECIMALS = 3

Facts = list[Fact]


@dataclass(frozen=True, slots=True)
class FormExample:
    """One form of an article: the facts of its words, their labels, and how much it counts."""

    facts: tuple[Facts, ...]
    labels: tuple[int, ...]
    weight: float


def facts_of(form: Form, forms: Forms, language: Language) -> tuple[Facts, ...]:
    """The facts of each word of a form with their values, those that the recognizer weighs."""
    classes = language.vocabulary.classes
    return tuple(list(_facts(form, forms, i, (known, classes.get(form.words[i].lower(), ""))))
                 for i, known in enumerate(places_in(form, language.names)))


def _facts(form: Form, forms: Forms, i: int, listed: tuple[str, str]) -> Iterator[Fact]:
    words, kinds = form.words, form.kinds
    where = position(i, len(words))
    known, everyday = listed
    groups = (word_facts(words[i], kinds[i], everyday), kind_facts(kinds, i), place_facts(known, kinds[i]),
              evidence_facts(forms.shown(words[i]), forms.shown(words[-1]), where))
    for group in groups:
        yield from group
    yield f"previous {words[i - 1].lower() if i else ''}", 1.0
    yield f"next {words[i + 1].lower() if i + 1 < len(words) else ''}", 1.0
    yield f"ends in {words[-1].lower()}", 1.0
    if len(words) == 1 and words[0] in forms.initials:
        yield from initials_facts(forms.initials[words[0]].kinds)
    yield from around_facts(form, where)


def form_examples(article: TaggedArticle, language: Language) -> list[FormExample]:
    """The forms of an article as examples."""
    return list(_examples(labelled_forms(article, language), language))


def _examples(found: LabelledForms, language: Language) -> Iterator[FormExample]:
    for form, labels in zip(found.forms.forms, found.labels, strict=True):
        weight = min(COUNTED, len(form.places)) ** 0.5
        yield FormExample(facts_of(form, found.forms, language), labels, weight)


def fit_entities(examples: Sequence[FormExample]) -> EntityWeights:
    """The weights that make the marked labels of the examples likeliest."""
    ordered = sorted(examples, key=lambda example: len(example.labels))
    matrix, columns = _matrix(ordered)
    field = Field(ordered)
    transposed = matrix.T.tocsr()
    size = len(columns) * len(LABELS)

    def loss(weights: Any) -> tuple[float, Any]:
        pairs = weights[size:].reshape(len(LABELS), len(LABELS))
        value, scores, changes = field.loss(matrix @ weights[:size].reshape(-1, len(LABELS)), pairs)
        gradient = np.concatenate([(transposed @ scores).ravel(), changes.ravel()])
        return float(value + PENALTY / 2 * weights @ weights), gradient + PENALTY * weights

    start = np.zeros(size + len(LABELS) ** 2)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x.round(DECIMALS)
    vectors = found[:size].reshape(-1, len(LABELS)).tolist()
    return EntityWeights(
        {fact: tuple(vector) for fact, vector in zip(columns, vectors, strict=True) if max(map(abs, vector)) >= SMALL},
        tuple(tuple(row) for row in found[size:].reshape(len(LABELS), -1).tolist()))


def _matrix(examples: Sequence[FormExample]) -> tuple[Any, list[str]]:
    """Which facts each word of each example has, as a sparse matrix with a name for every column."""
    counts = Counter(fact for example in examples for facts in example.facts for fact, _ in facts)
    columns = {fact: i for i, fact in enumerate(sorted(fact for fact, n in counts.items() if n >= RARE))}
    indices: list[int] = []
    values: list[float] = []
    ends = [0]
    for example in examples:
        for facts in example.facts:
            known = [(columns[fact], value) for fact, value in facts if fact in columns]
            indices.extend(column for column, _ in known)
            values.extend(value for _, value in known)
            ends.append(len(indices))
    shape = (len(ends) - 1, len(columns))
    return csr_matrix((np.array(values), np.array(indices), np.array(ends)), shape=shape), list(columns)


class Field:
    """The examples as arrays, all those of one length together."""

    def __init__(self, examples: Sequence[FormExample]) -> None:
        lengths = np.array([len(example.labels) for example in examples])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        weights = np.array([example.weight for example in examples])
        self._labels = np.array([label for example in examples for label in example.labels])
        self._groups: list[tuple[Any, Any]] = []
        for length in np.unique(lengths):
            inside = np.flatnonzero(lengths == length)
            self._groups.append((starts[inside][:, None] + np.arange(length), weights[inside]))

    def loss(self, scores: Any, pairs: Any) -> tuple[float, Any, Any]:
        """Minus the log of the marked labels' probability, and how it changes with the scores and pairs of labels."""
        value, by_score, by_pair = 0.0, np.zeros_like(scores), np.zeros_like(pairs)
        for places, weights in self._groups:
            value += self._group(scores, pairs, (places, weights), (by_score, by_pair))
        return value, by_score, by_pair

    def _group(self, scores: Any, pairs: Any, group: tuple[Any, Any], changes: tuple[Any, Any]) -> float:
        places, weights = group
        by_score, by_pair = changes
        own, length = scores[places], places.shape[1]
        forwards, backwards = [own[:, 0]], [np.zeros_like(own[:, 0])]
        for at in range(1, length):
            forwards.append(np.logaddexp.reduce(forwards[-1][:, :, None] + pairs[None], axis=1) + own[:, at])
            later = (own[:, length - at] + backwards[-1])[:, None, :]
            backwards.append(np.logaddexp.reduce(pairs[None] + later, axis=2))
        backwards.reverse()
        total = np.logaddexp.reduce(forwards[-1], axis=1)
        value = float(total @ weights)
        for at in range(length):
            labels = self._labels[places[:, at]]
            by_score[places[:, at]] = np.exp(forwards[at] + backwards[at] - total[:, None]) * weights[:, None]
            by_score[places[:, at], labels] -= weights
            value -= float(own[np.arange(len(labels)), at, labels] @ weights)
            if at + 1 < length:
                following = self._labels[places[:, at + 1]]
                both = forwards[at][:, :, None] + pairs[None] + (own[:, at + 1] + backwards[at + 1])[:, None, :]
                by_pair += (np.exp(both - total[:, None, None]) * weights[:, None, None]).sum(axis=0)
                np.subtract.at(by_pair, (labels, following), weights)
                value -= float(pairs[labels, following] @ weights)
        return value
