"""Calibration: from what the weights believe to how often they are right.

Every article is read with weights that were learned without it. A quote counts as right where it is speech and shows
the speaker's name; in a corpus without names, where its evidence lies on the gold source, or where the article's gold
source means the same figure. Pooling adjacent violators makes of that a rising curve, given by a few points between
which confidences lie on straight lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotes.attribution.attributor import Attributor, Weights
from quotes.attribution.cue_context import Scene
from quotes.attribution.speaker_choice import Attribution, Decider
from quotes.coreference.persons import People
from quotes.coreference.resolution import Cast
from quotes.extraction.quotations import find_quotations
from quotes.languages.contract import Language
from quotes.model.gold_corpus import GoldArticle, GoldAttribution, GoldName, points_at, shown_name
from quotes.records.quotation import Quotation
from quotes.records.spans import Span
from quotes.text.entities.name_genitives import with_genitives
from quotes.text.entities.recognizer import Recognizer
from quotes.text.masked_view import masked_quotations, token_spans
from quotes.text.tokens import Tokens, tokenizer

Curve = tuple[tuple[float, float], ...]
Outcome = tuple[float, bool]
CERTAIN: Curve = ((0.0, 1.0), (1.0, 1.0))  # so that no attribution is left out for being unlikely
FEWEST = 100  # attributions behind each point of the curve


class Stage(NamedTuple):
    """A gold article as the steps see it: its words, outermost quotations, view and scene."""

    tokens: Tokens
    quotations: tuple[Quotation, ...]
    spans: list[Span]
    view: str
    scene: Scene


def stage(article: GoldArticle, recognizer: Recognizer, language: Language) -> Stage:
    """A gold article with its quotations found and its candidates masked."""
    tokens = tokenizer(language).tokens(article.text)
    quotations = tuple(q for q in find_quotations(article.text, tokens, ()) if q.parent is None)
    spans = token_spans(tokens, [(q.outer_start, q.outer_end) for q in quotations])
    view = masked_quotations(tokens, spans)
    runs = with_genitives(recognizer.runs(tokens, language), tokens, language)
    return Stage(tokens, quotations, spans, view, Scene(tokens, view, runs, language))


def outcomes(article: GoldArticle, names: Mapping[str, GoldName] | None, weights: Weights,
             language: Language) -> list[Outcome]:
    """For every attribution of an article its raw confidence, and whether it is right."""
    attributor = Attributor(replace(weights, calibration=CERTAIN))
    tokens, quotations, spans, view, scene = stage(article, attributor.recognizer, language)
    cast = Cast(People(article.text, tokens, view, language, scene.runs))
    decided = Decider(article.text, tokens, scene, cast).decide(attributor, attributor.beliefs(scene, tokens, spans))
    found = []
    for quotation, attribution in zip(quotations, decided, strict=True):
        if attribution.is_speech and attribution.choice:
            gold = article.attribution_of(Span(quotation.outer_start, quotation.outer_end))
            raw = attribution.speech * attribution.choice.share
            wanted = names.get(gold.id) if names and gold else None
            found.append((raw, _right(attribution, gold, wanted, cast)))
    return found


def _right(attribution: Attribution, gold: GoldAttribution | None, wanted: GoldName | None, cast: Cast) -> bool:
    choice = attribution.choice
    if choice is None or gold is None or not gold.source:
        return False
    if wanted:
        return shown_name(choice.figure.name, wanted)
    if points_at(choice.mention.start, choice.mention.end, gold.source):
        return True
    meant = cast.identify(gold.source[0].start, gold.source[-1].end)
    return meant is not None and meant.key == choice.figure.key


def curve(found: Sequence[Outcome], fewest: int = FEWEST) -> Curve:
    """The rising curve from raw confidence to the share that is right."""
    ordered = sorted(found)
    pools: list[list[float]] = []  # sum of confidences, number right, number
    for start in range(0, len(ordered), fewest):
        part = ordered[start : start + fewest]
        pools.append([sum(c for c, _ in part), sum(right for _, right in part), len(part)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    points = [(round(total / n, 4), round(right / n, 4)) for total, right, n in pools]
    return ((0.0, 0.0), *points, (1.0, max(1.0 - 1.0 / len(found), points[-1][1]) if points else 1.0))
