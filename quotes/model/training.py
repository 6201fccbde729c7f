"""Training: all weights from corpora that people marked, the same with the same corpora.

What reads names is learned first, then which mention a quotation belongs to and whether it is speech, then which figure
said it, and last how sure that is. Each step learns from what the steps before give for articles that they were not
learned from. Needs numpy and scipy (the extra `train`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quotes.attribution.attributor import Attributor, Weights
from quotes.attribution.clue_templates import Key
from quotes.attribution.figure_clues import FIGURE_TEMPLATES, GIVEN_FIGURE
from quotes.languages.contract import Language
from quotes.model.calibration import curve, outcomes
from quotes.model.entity_corpus import TaggedArticle
from quotes.model.entity_training import FormExample, fit_entities, form_examples
from quotes.model.figure_training import FigureExample, figure_examples
from quotes.model.folds import FOLDS, fold_numbers
from quotes.model.gold_corpus import GoldArticle, GoldName, Names
from quotes.model.mention_training import (
    NO_SPEECH,
    Example,
    Tables,
    fit_choices,
    fit_mentions,
    fit_speech,
    mention_examples,
    speech_row,
)
from quotes.model.name_examples import name_examples
from quotes.text.entities.recognizer import NO_ENTITY_WEIGHTS, EntityWeights, Recognizer

FIGURE_PENALTY = 8.0  # L2 of the weights of figures
BY_SOURCE = 0.6  # how much an example counts whose speaker is known by the marked source alone
EVERYTHING = FOLDS  # the number of the part that holds nothing back


@dataclass(frozen=True, slots=True)
class Material:
    """What is learned from: gold corpora, the speakers' names, articles with all names tagged.

    Each corpus counts as a domain of its own: those with fewer articles count more, by the root of how many fewer they
    have. Without tagged articles `entities` are used as they are.
    """

    corpora: tuple[tuple[GoldArticle, ...], ...]
    names: Names = field(default_factory=dict)
    tagged: tuple[TaggedArticle, ...] = ()
    entities: EntityWeights = NO_ENTITY_WEIGHTS


@dataclass(frozen=True, slots=True)
class Placed:
    """A gold article with its fold, how much it counts, and the names of its speakers if they are known."""

    article: GoldArticle
    fold: int
    weight: float
    names: Mapping[str, GoldName] | None


def train(material: Material, language: Language, version: str) -> Weights:
    """The weights learned from all of the material."""
    return train_parts(material, language, version)[EVERYTHING]


def train_parts(material: Material, language: Language, version: str) -> list[Weights]:
    """The weights learned without each fold, and last those learned from everything."""
    placed = list(_placed(material))
    entities = _entities(material, placed, language)
    parts = _mentions_and_speech(placed, entities, language, version)
    parts = _with_figures(placed, parts, language)
    measured = [outcome for one in placed if one.names is not None or not material.names
                for outcome in outcomes(one.article, one.names, parts[one.fold], language)]
    calibration = curve(measured)
    return [replace(weights, calibration=calibration) for weights in parts]


def _placed(material: Material) -> Iterator[Placed]:
    largest = max(map(len, material.corpora))
    for corpus in material.corpora:
        weight = (largest / len(corpus)) ** 0.5
        for article, fold in zip(corpus, fold_numbers(corpus), strict=True):
            yield Placed(article, fold, weight, material.names.get(article.id))


def _entities(material: Material, placed: Sequence[Placed], language: Language) -> list[EntityWeights]:
    """The recognizer's weights learned without each fold, and those learned from everything."""
    if not material.tagged:
        return [material.entities] * (FOLDS + 1)
    folds = {one.article.id: one.fold for one in placed}
    found: list[tuple[int, FormExample]] = []
    for tagged in material.tagged:
        fold = next((folds[name] for name in _ids(tagged.id, folds)), EVERYTHING)
        found.extend((fold, example) for example in form_examples(tagged, language))
    for one in placed:
        found.extend((one.fold, example) for example in name_examples(one.article, one.names, language))
    return [fit_entities([example for fold, example in found if fold != part or part == EVERYTHING])
            for part in range(FOLDS + 1)]


def _ids(tagged: str, gold: Mapping[str, int]) -> Iterator[str]:
    """The ids of gold articles that are the same article as a tagged one: the same, or with a prefix (ww_)."""
    return (name for name in (tagged, f"ww_{tagged}") if name in gold)


def _mentions_and_speech(placed: Sequence[Placed], entities: Sequence[EntityWeights], language: Language,
                         version: str) -> list[Weights]:
    """The weights of mentions and speech learned without each fold, and those learned from everything."""
    recognizers = [Recognizer(weights) for weights in entities]
    found = [replace(example, weight=one.weight) for one in placed
             for example in mention_examples(one.article, recognizers[one.fold], language, one.fold)]
    mentions = [fit_mentions([e for e in found if e.fold != part]) for part in range(FOLDS + 1)]
    attributors = [Attributor(Weights(version, tables, NO_SPEECH, 0.0)) for tables in mentions]
    rows = [speech_row(attributors[example.fold], example) for example in found]
    return [Weights(version, mentions[part], *_speech(rows, found, part), entities=entities[part])
            for part in range(FOLDS + 1)]


def _speech(rows: Sequence[Key], found: Sequence[Example], part: int) -> tuple[Tables, float]:
    inside = [(row, example) for row, example in zip(rows, found, strict=True) if example.fold != part]
    return fit_speech([row for row, _ in inside], [example for _, example in inside])


def _with_figures(placed: Sequence[Placed], parts: Sequence[Weights], language: Language) -> list[Weights]:
    """The same weights with those of figures, each learned without the fold that its part was learned without."""
    found: list[tuple[int, FigureExample]] = []
    for one in placed:
        weight = BY_SOURCE if one.names is None else 1.0
        found.extend((one.fold, replace(example, weight=weight))
                     for example in figure_examples(one.article, one.names, parts[one.fold], language))
    return [replace(weights, figure=fit_choices([example for fold, example in found if fold != part],
                                                FIGURE_TEMPLATES, GIVEN_FIGURE, FIGURE_PENALTY))
            for part, weights in enumerate(parts)]
