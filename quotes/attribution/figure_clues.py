"""Clues to figures: what tells which of the figures behind a quotation's likeliest mentions said it.

Where clues.py weighs mentions one by one, these clues see whom a mention means and how sure that is, who said the
quotations before and after, and how often a figure speaks in the article. Like those they are tables over a row of
short facts. A last option, that none of the figures is right, competes with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from quotes.attribution.attributor import Belief, Weights
from quotes.attribution.clue_fact_codes import COUNTS, LABEL, NONE
from quotes.attribution.clue_templates import Key, template
from quotes.attribution.clues import INDEX as ROW
from quotes.attribution.cue_context import Scene, count_between
from quotes.coreference.entities import Figure
from quotes.records.evidence import Mention
from quotes.records.frozen import quickly_made
from quotes.records.spans import Span
from quotes.text.name_parts import word_kinds
from quotes.text.word_classes import PHRASE_OPENERS

SHARES = (0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995)
LEADS = (-0.9, -0.5, -0.2, 0.0, 0.1, 0.3, 0.6, 0.9, 0.98)
CERTAINTIES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.999)
SURE = (0.5, 0.7, 0.85, 0.95, 0.99)
QUOTED = (0.2, 0.8, 1.6, 3.2, 6.4)
# How a figure is reached: a mention means it or may mean it too, or the quotation before is believed to be its own.
MEANT, RIVAL, CARRIED = "meant", "rival", "carried"
SAME, OTHER = "same ", "other "
NONE_OF_THEM = "none of them"
REMEMBERED = 10_000  # rows whose scores are kept for the next article
NAME_KINDS = 4  # words of a name whose kinds are told

FIGURE_FACTS = (
    "share", "rank", "lead", "kind", "who", "certainty", "way", "previous", "next", "place", "cues", "name", "sure",
    "quoted", "length", "side", "lines", "owncue", "label", "told", "options",
)
INDEX = {name: i for i, name in enumerate(FIGURE_FACTS)}
FIGURE_TEMPLATES = tuple(template(name, facts, INDEX) for name, facts in (
    ("belief", "share way"),
    ("belief in the mention", "share rank way"),
    ("lead", "lead way options"),
    ("kind of figure", "kind who"),
    ("kind and belief", "kind share"),
    ("antecedent", "told who way"),
    ("antecedent and gender", "told certainty way"),
    ("antecedent, said before", "told previous"),
    ("certainty", "certainty who way"),
    ("label", "label way"),
    ("antecedent and belief", "certainty share"),
    ("said before", "previous place cues"),
    ("said before, and where", "previous side lines owncue"),
    ("said before, and antecedent", "previous certainty who"),
    ("said after", "next place cues"),
    ("words of the name", "name kind"),
    ("sure name", "sure kind"),
    ("often quoted", "quoted kind"),
    ("length and kind", "length kind"),
    ("length and belief", "length share"),
))


MIDDLES = (0.003, *(sum(pair) / 2 for pair in pairwise((*SHARES, 1.0))))  # of the bins of SHARES
# What learning begins with: the log of the belief in the mentions, less for figures that are reached in another way.
BEGUN: dict[Key, float] = {(chr(ord("a") + n), way): round(log(middle) - less, 3) for n, middle in enumerate(MIDDLES)
                           for way, less in ((MEANT, 0.0), (RIVAL, 2.0), (CARRIED, 1.0))}
# A label is rare in the corpora and certain by its form.
GIVEN_FIGURE: dict[str, dict[Key, float]] = {"belief": BEGUN, "label": {(LABEL, MEANT): 4.0}}


@quickly_made
@dataclass(frozen=True, slots=True)
class Option:
    """One figure that may have said a quotation, by the mention that is its best evidence.

    `number` is the mention's, `share` the belief in all mentions of the figure; `way` tells how the figure was reached.
    """

    number: int
    mention: Mention
    figure: Figure
    share: float
    way: str = MEANT


@quickly_made
@dataclass(frozen=True, slots=True)
class Around:
    """What the other quotations tell: whose the ones beside are believed to be, how far they are, who speaks much."""

    previous: Hashable | None
    previous_lines: int
    next: Hashable | None
    next_lines: int
    quoted: Mapping[Hashable, float]


class Quoted(NamedTuple):
    """What all options of a quotation share: its place, the cues beside it, its length, and how many they are."""

    place: str
    cues: str
    length: str
    options: str


def figure_rows(scene: Scene, belief: Belief, options: Sequence[Option], around: Around) -> list[Key]:
    """The facts of each option, and last those of none of them being right."""
    quote = belief.quote.facts
    quoted = Quoted(quote[ROW["place"] - ROW["before"]], _cues(quote), quote[ROW["length"] - ROW["before"]],
                    COUNTS[min(len(options), 4)])
    found = [_row(scene, belief, (options, n), around, quoted) for n in range(len(options))]
    best = max((option.share for option in options), default=0.0)
    none = dict.fromkeys(FIGURE_FACTS, NONE_OF_THEM)
    none |= {"share": _bin(best, SHARES), "length": quoted.length, "options": quoted.options, "place": quoted.place,
             "cues": quoted.cues}
    return [*found, tuple(none.values())]


def _row(scene: Scene, belief: Belief, listed: tuple[Sequence[Option], int], around: Around, quoted: Quoted) -> Key:
    options, n = listed
    option = options[n]
    figure, row = option.figure, belief.row(option.number)
    others = [other.share for i, other in enumerate(options) if i != n]
    candidate = scene.candidates[option.number]
    run = scene.run_at(candidate.after - 1)
    of_row = (row[ROW["side"]], row[ROW["lines"]], row[ROW["owncue"]], row[ROW["label"]]) if row else (NONE,) * 4
    return (
        _bin(option.share, SHARES),
        COUNTS[min(n, 3)],
        _bin(option.share - max(others, default=0.0), LEADS),
        figure.kind[0],
        row[ROW["who"]] if row else candidate.form,
        _bin(figure.certainty, CERTAINTIES),
        option.way,
        _beside(figure, around.previous, around.previous_lines),
        _beside(figure, around.next, around.next_lines),
        quoted.place,
        quoted.cues,
        _name(scene, figure, candidate.first),
        NONE if run is None else _bin(run.sure, SURE),
        _bin(around.quoted.get(figure.key, 0.0) - option.share * belief.speech, QUOTED),
        quoted.length,
        *of_row,
        figure.told or NONE,
        quoted.options,
    )


def _bin(value: float, bounds: Sequence[float]) -> str:
    return chr(ord("a") + bisect_left(bounds, value))


def _cues(quote: Key) -> str:
    """Whether the quotation's sentence has a verb of speech before and after it."""
    before, after = quote[ROW["cuebefore"] - ROW["before"]], quote[ROW["cueafter"] - ROW["before"]]
    return f"{before != NONE:d}{after != NONE:d}"


def _beside(figure: Figure, key: Hashable | None, lines: int) -> str:
    if key is None:
        return NONE
    return (SAME if figure.key == key else OTHER) + COUNTS[min(lines, 3)]


def _name(scene: Scene, figure: Figure, first: int) -> str:
    """What the words of a name are, or how a description begins."""
    if figure.kind in ("person", "organization"):
        kinds = word_kinds(scene.language)
        return "".join(kinds[word] for word in figure.name.split()[:NAME_KINDS] if word)
    return scene.view[first] if scene.view[first] in PHRASE_OPENERS else NONE


def lines_between(scene: Scene, one: Span, other: Span) -> int:
    """How many paragraphs end between two quotations."""
    return count_between(scene.lines, one.end - 1, other.start)


class FigureWeights:
    """The weights of the clues to figures; the scores of rows are remembered, because many come again."""

    def __init__(self, weights: Mapping[str, Mapping[Key, float]]) -> None:
        self._clues = [(clue.key, weights[clue.name].get) for clue in FIGURE_TEMPLATES if clue.name in weights]
        self._scores: dict[Key, float] = {}

    def shares(self, options: Sequence[Option], rows: Sequence[Key]) -> list[float]:
        """The share of belief of each option; without weights that of its mentions."""
        if not self._clues or not options:
            return [option.share for option in options]
        scores = list(map(self._score, rows))
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        return [odd / total for odd in odds[: len(options)]]

    def _score(self, row: Key) -> float:
        score = self._scores.get(row)
        if score is None:
            if len(self._scores) > REMEMBERED:
                self._scores.clear()
            score = self._scores[row] = sum([weight(key(row), 0.0) for key, weight in self._clues])
        return score


@lru_cache(maxsize=2)
def figure_weights(weights: Weights) -> FigureWeights:
    """The weights of the clues to figures among all weights."""
    return FigureWeights(weights.figure)
