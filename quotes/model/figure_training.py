"""Training of the choice among figures, by the names that people gave the speakers of a gold corpus.

Every article is read with weights for mentions and speech that were learned without it; the figures found behind the
likeliest mentions are the options, and those are right that have the speaker's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.attribution.attributor import Attributor, Weights
from quotes.attribution.clue_templates import Key
from quotes.attribution.speaker_choice import Decider
from quotes.coreference.entities import Figure
from quotes.coreference.persons import People
from quotes.coreference.resolution import Cast
from quotes.languages.contract import Language
from quotes.model.calibration import stage
from quotes.model.gold_corpus import GoldArticle, GoldAttribution, GoldName, shown_name
from quotes.records.spans import Span


@dataclass(frozen=True, slots=True)
class FigureExample:
    """One quotation that is speech: the facts of its figures and of none of them being right, and which are right."""

    rows: tuple[Key, ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def figure_examples(article: GoldArticle, names: Mapping[str, GoldName] | None, weights: Weights,
                    language: Language) -> list[FigureExample]:
    """The quotations of an article that are speech and taken for it, with the figures that may have said them."""
    attributor = Attributor(weights)
    tokens, quotations, spans, view, scene = stage(article, attributor.recognizer, language)
    cast = Cast(People(article.text, tokens, view, language, scene.runs))
    decider = Decider(article.text, tokens, scene, cast)
    found = []
    listed = decider.options(attributor.beliefs(scene, tokens, spans))
    for quotation, (options, rows) in zip(quotations, listed, strict=True):
        gold = article.attribution_of(Span(quotation.outer_start, quotation.outer_end))
        if not options or gold is None:
            continue
        right = [_right(option.figure, gold, (names or {}).get(gold.id), cast) for option in options]
        found.append(FigureExample(tuple(rows), (*right, not any(right))))
    return found


def _right(figure: Figure, gold: GoldAttribution, wanted: GoldName | None, cast: Cast) -> bool:
    if wanted:
        return shown_name(figure.name, wanted)
    if not gold.source:
        return False
    meant = cast.identify(gold.source[0].start, gold.source[-1].end)
    return meant is not None and meant.key == figure.key
