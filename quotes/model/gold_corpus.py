"""Gold corpora: articles whose quotations are marked with their sources, one JSON object a line.

    {"id": "a1", "text": "…", "attributions": [{"id": "E1", "source": [[0, 5]], "cue": [[6, 10]], "content": [[11,
    40]]}]}

Offsets are code points, end exclusive. `source` may be empty where nobody is named. A quotation of the text is speech
where more than half of it lies in the content of one attribution; that attribution's source is its speaker. A names
file gives for each article {"id": "a1", "names": {"E1": {"name": "…", "kind": "person", "aliases": []}}}. """

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.records.errors import InvalidInput
from quotes.records.spans import Span

MORE_WORDS = 3
PASSED_OVER = frozenset((
    "the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "former", "and", "his", "her",
    "their", "who"))
POSSESSIVE = re.compile(r"'s\b")
SHOWN_MARKS = re.compile(r"[\s’'“”\".,]+")
LEADING_ARTICLE = re.compile(r"^(the|a|an) ")
NO_NAME = re.compile(r"[^\w@ ]+")


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
    publisher: str = ""

    def attribution_of(self, stretch: Span) -> GoldAttribution | None:
        """The attribution in whose content more than half of a stretch lies."""
        best = max(self.attributions, key=lambda a: covered(stretch, a.content), default=None)
        return best if best and covered(stretch, best.content) > 0.5 else None


@dataclass(frozen=True, slots=True)
class GoldName:
    """The fullest name that an article gives a speaker, and other names that are as good."""

    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()


Names = Mapping[str, Mapping[str, GoldName]]


def covered(stretch: Span, spans: Sequence[Span]) -> float:
    """The share of a stretch that lies in the spans."""
    inside = sum(max(0, min(stretch.end, s.end) - max(stretch.start, s.start)) for s in spans)
    return inside / (stretch.end - stretch.start)


def points_at(start: int, end: int, source: Sequence[Span]) -> bool:
    """Whether a quarter or more of the evidence lies on the gold source."""
    overlap = sum(max(0, min(end, s.end) - max(start, s.start)) for s in source)
    return overlap > 0 and overlap * 4 >= end - start


def in_whole_words(text: str, source: Sequence[Span]) -> bool:
    """Whether a source begins and ends where words do; from a “he” inside of “the”, a slip, nothing is learned."""
    edges = {edge for one in source for edge in one if 0 < edge < len(text)}
    return not any(text[edge - 1 : edge + 1].isalnum() for edge in edges)


def same_name(said: str, wanted: GoldName) -> bool:
    """Whether a name is the wanted one or another form of it that the names file gives.

    Case, accents, marks and titles do not count. A name may have up to three words more than the wanted one, which must
    have two at least, all of them in the name and the last one last.
    """
    words = _name_words(said)
    return bool(words) and any(_same_words(words, _name_words(name)) for name in (wanted.name, *wanted.aliases))


def shown_name(said: str, wanted: GoldName) -> bool:
    """Whether a name is the wanted one, or another form that the names file gives, as it is shown to readers.

    Case, marks and a leading article do not count; titles and other words before the name do.
    """
    return _shown(said) in {_shown(name) for name in (wanted.name, *wanted.aliases)}


def _shown(name: str) -> str:
    return LEADING_ARTICLE.sub("", SHOWN_MARKS.sub(" ", name).strip().lower())


def _same_words(words: list[str], wanted: list[str]) -> bool:
    if words == wanted:
        return True
    longer = len(wanted) > 1 and len(words) <= len(wanted) + MORE_WORDS
    return longer and words[-1] == wanted[-1] and set(wanted) <= set(words)


def _name_words(name: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in apart if not unicodedata.combining(c)).lower().replace("’", "'")
    return [word for word in NO_NAME.sub(" ", POSSESSIVE.sub("", plain)).split() if word not in PASSED_OVER]


def read_corpus(path: Path) -> list[GoldArticle]:
    """All articles of a corpus file; InvalidInput names the line that is none."""
    return [read for _, read in read_lines(path)]


def read_lines(path: Path) -> list[tuple[dict[str, Any], GoldArticle]]:
    """The lines of a corpus file, each as it stands there and as a gold article."""
    found, seen = [], set()
    for number, row in _rows(path):
        with _explained(path, number, "no article of a gold corpus"):
            article = _article(row)
            if article.id in seen:
                raise ValueError(f"the id {article.id} stands above already")
            seen.add(article.id)
            found.append((row, article))
    return found


def read_names(path: Path) -> Names:
    """The full names of a names file: from the id of an article to those of its attributions."""
    names = {}
    for number, row in _rows(path):
        with _explained(path, number, "no line of a names file"):
            names[str(row["id"])] = {str(of): _name(name) for of, name in row["names"].items()}
    return names


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                with _explained(path, number, "no JSON"):
                    row = json.loads(line)
                yield number, row


@contextmanager
def _explained(path: Path, number: int, what: str) -> Iterator[None]:
    """Say which line it is that something is wrong with."""
    try:
        yield
    except KeyError as error:
        raise InvalidInput(f"{path.name}, line {number} is {what}: {error} is missing") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidInput(f"{path.name}, line {number} is {what}: {error}") from error


def _article(row: dict[str, Any]) -> GoldArticle:
    text = row["text"]
    if not isinstance(text, str):
        raise TypeError("text is no string")
    if "\r" in text or text.startswith("\ufeff"):
        raise ValueError("the text has carriage returns or a byte-order mark; take them out and count anew")
    return GoldArticle(str(row["id"]), text, tuple(
        GoldAttribution(str(a["id"]), _spans(a["source"], text), _spans(a["content"], text))
        for a in row["attributions"]), str(row.get("publisher") or ""))


def _name(name: dict[str, Any]) -> GoldName:
    if not isinstance(name["name"], str):
        raise TypeError("a name is no string")
    return GoldName(name["name"], str(name.get("kind", "")), tuple(map(str, name.get("aliases", ()))))


def _spans(pairs: list[list[int]], text: str) -> tuple[Span, ...]:
    spans = tuple(Span(int(start), int(end)) for start, end in pairs)
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}] is no stretch of the text, which has {len(text)} characters")
    return spans
