"""How many articles of the corpus are read rightly, by phenomenon."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.reading.pipeline import read_document
from quotes.records.quote import Quote
from quotes.text.personal_names import fold_words
from tests.corpus.articles import FLOORS, Gold, Sample

ARTICLES = frozenset({"a", "an", "the"})


def same_name(one: str, other: str) -> bool:
    """Whether two names or descriptions are the same but for capitals and an article in front."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> tuple[str, ...]:
    words = fold_words(name)
    return words[1:] if words and words[0] in ARTICLES else words


def right_speaker(gold: Gold, quote: Quote) -> bool:
    """Whether a quote has the speaker that it should have."""
    if gold.speaker == "*":
        return True
    if gold.speaker == "?" or quote.speaker is None:
        return gold.speaker == "?" and quote.speaker is None
    if gold.speaker.startswith("unsure: "):
        either = gold.speaker.removeprefix("unsure: ").split(" / ")
        shown = [quote.speaker.name, quote.runner_up.name if quote.runner_up else ""]
        return quote.verdict == "unsure" and sorted(map(_bare, shown)) == sorted(map(_bare, either))
    return same_name(gold.speaker, quote.speaker.name)


def all_right(gold: Gold, quote: Quote) -> bool:
    """Whether kind, speaker, cue and outlet of a quote are right."""
    cue, via = quote.cue.text.lower() if quote.cue else "", quote.via.name if quote.via else ""
    return (right_speaker(gold, quote) and gold.kind == quote.kind and same_name(gold.via, via)
            and (not gold.cue or gold.cue.lower() == cue))


@dataclass(frozen=True)
class Result:
    """What one article gave: whether words and speakers are right, and whether kind, cue and outlet are, too."""

    sample: Sample
    right: bool
    exact: bool
    quotes: tuple[Quote, ...]

    def __str__(self) -> str:
        shown = [f"    found: {q.kind} | {q.text!r} | {q.speaker.name if q.speaker else '?'} | "
                 f"{q.cue.text if q.cue else ''} | {q.via.name if q.via else ''} ({q.verdict} {q.confidence})"
                 for q in self.quotes]
        wanted = [f"    gold:  {g.kind} | {g.words!r} | {g.speaker} | {g.cue} | {g.via}" for g in self.sample.gold]
        return "\n".join((f"{self.sample.phenomenon}: {self.sample.title}", *wanted, *shown))


def read(sample: Sample) -> Result:
    """One article read and compared."""
    quotes = read_document(sample.article).quotes
    same = [q.text for q in quotes] == [g.words for g in sample.gold]
    pairs = list(zip(sample.gold, quotes, strict=True)) if same else []
    return Result(sample, same and all(right_speaker(*pair) for pair in pairs),
                  same and all(all_right(*pair) for pair in pairs), quotes)


@dataclass(frozen=True)
class Row:
    """One phenomenon: its articles, and the share of them that are right, in percent."""

    phenomenon: str
    articles: int
    right: float
    exact: float


def row(phenomenon: str, results: list[Result]) -> Row:
    """The row of one phenomenon."""
    return Row(phenomenon, len(results), 100 * sum(r.right for r in results) / len(results),
               100 * sum(r.exact for r in results) / len(results))


def floors() -> dict[str, tuple[int, int]]:
    """The pinned floors: percent of articles right, and percent exact."""
    lines = FLOORS.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {name: (int(right), int(exact)) for name, right, exact in rows}


def table(rows: list[Row]) -> str:
    """The rows as a table with their floors."""
    pinned = floors()
    lines = [f"{'phenomenon':28}{'articles':>9}{'right %':>9}{'floor':>7}{'exact %':>9}{'floor':>7}"]
    for one in rows:
        right, exact = pinned.get(one.phenomenon, (0, 0))
        lines.append(f"{one.phenomenon:28}{one.articles:9}{one.right:9.1f}{right:7}{one.exact:9.1f}{exact:7}")
    return "\n".join(lines)
