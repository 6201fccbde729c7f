"""Sums of clues' weights, remembered by the values of the facts that they rest on.

Clues over much the same facts are weighed together: few facts come again and again, in an article and in the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from quotes.attribution.clue_templates import Key, Template

Table = Mapping[Key, float]
Weigh = tuple[Callable[[Key], Key], Callable[..., float]]
# The clues to speakers, and those to speech, that are weighed together.
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
SPEECH_TOGETHER = (
    ("size", "stops", "end and verb"),
    ("capitals", "bare words", "verb inside"),
    ("score", "cue before"),
    ("words before", "word before", "title"),
    ("before", "after"),
    ("lead-in", "sentence before"),
    ("speaker", "cue word"),
    ("path", "label"),
    ("first words", "nickname"),
    ("word after",),
    ("verbs of speech", "nearest verb", "other quotations"),
    ("title and end", "title and before"),
    ("paragraph",),
    ("name", "name and end"),
)
REMEMBERED = 50_000  # sums kept for the next article


class Remembered(dict[Key, float]):
    """The sums of some clues' weights by the values of all their facts."""

    def __init__(self, weights: Mapping[str, Table], clues: Sequence[Template], index: Mapping[str, int]) -> None:
        super().__init__()
        self.facts = tuple(sorted({index[fact] for clue in clues for fact in clue.facts}))
        places = {at: i for i, at in enumerate(self.facts)}
        self._clues: list[Weigh] = [
            (itemgetter(*(places[index[fact]] for fact in clue.facts)), weights[clue.name].get) for clue in clues]

    def __missing__(self, values: Key) -> float:
        if len(self) > REMEMBERED:
            self.clear()
        total = self[values] = sum([weight(key(values), 0.0) for key, weight in self._clues])
        return total


def sums_of(weights: Mapping[str, Table], templates: Sequence[Template], together: Sequence[Sequence[str]],
                index: Mapping[str, int]) -> list[Weigh]:
    """How to read the facts of each group of clues off a row, and how to look up the sum of their weights."""
    clues = {clue.name: clue for clue in templates}
    sums = [Remembered(weights, [clues[name] for name in names], index) for names in together]
    return [(itemgetter(*one.facts), one.__getitem__) for one in sums]
