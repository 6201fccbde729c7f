"""Gold corpora: articles whose quotations are marked with their sources, one JSON object a line.

    {"id": "a1", "text": "…", "attributions": [{"id": "E1", "source": [[0, 5]], "cue": [[6, 10]], "content": [[11,
    40]]}]}

Offsets are code points, end exclusive. `source` may be empty where nobody is named. A quotation of the text is speech
where more than half of it lies in the content of one attribution; that attribution's source is its speaker. A names
file gives for each article {"id": "a1", "names": {"E1": {"name": "…", "kind": "person", "aliases": []}}}. """

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import InvalidInput
from quotes.spans import Span


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One marked attribution of a gold article."""

    id: str
    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article of a gold corpus."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]

    def attribution_of(self, stretch: Span) -> GoldAttribution | None:
        """The attribution in whose content more than half of a stretch lies."""
        best = max(self.attributions, key=lambda a: covered(stretch, a.content), default=None)
        return best if best and covered(stretch, best.content) > 0.5 else None


def covered(stretch: Span, spans: Sequence[Span]) -> float:
    """The share of a stretch that lies in the spans."""
    inside = sum(max(0, min(stretch.end, s.end) - max(stretch.start, s.start)) for s in spans)
    return inside / (stretch.end - stretch.start)


def points_at(start: int, end: int, source: Sequence[Span]) -> bool:
    """Whether a quarter or more of the evidence lies on the gold source."""
    overlap = sum(max(0, min(end, s.end) - max(start, s.start)) for s in source)
    return overlap > 0 and overlap * 4 >= end - start


def read_corpus(path: Path) -> list[GoldArticle]:
    """All articles of a corpus file; InvalidInput names the line that is none."""
    articles = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                articles.append(_article(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise InvalidInput(f"{path.name}, line {number} is no article of a gold corpus: {error!r}") from error
    return articles


def _article(row: dict[str, Any]) -> GoldArticle:
    return GoldArticle(str(row["id"]), row["text"], tuple(
        GoldAttribution(str(a["id"]), _spans(a["source"]), _spans(a["content"])) for a in row["attributions"]))


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(int(start), int(end)) for start, end in pairs)
