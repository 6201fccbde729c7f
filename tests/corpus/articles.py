"""Short articles written for this corpus, by phenomenon: one file each, with what must be found in them.

    === title                            “trap: …” where nothing is to be found, or nobody is to be named
    byline: Nora Quill                   where the article has one
    The text. HTML if it begins with “<”.
    ---
    kind | words | speaker | cue | via   a line for each quotation, in order; nothing below a text without any

“\\n” in the words is a line end. The speaker is the fullest name that the article gives, or the whole description;
“?” means that nobody is named, “*” that it does not matter, “unsure: A / B” that it may be either. Cue and outlet may
be left out: a cue that is left out is not looked at, an outlet that is left out must not be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.records.document import Article

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.tsv"
TRAP = "trap: "


@dataclass(frozen=True)
class Gold:
    """One quotation that must be found."""

    kind: str
    words: str
    speaker: str
    cue: str
    via: str


@dataclass(frozen=True)
class Sample:
    """One article of the corpus with its quotations."""

    phenomenon: str
    title: str
    text: str
    byline: str | None
    gold: tuple[Gold, ...]

    @property
    def is_trap(self) -> bool:
        return self.title.startswith(TRAP)

    @property
    def article(self) -> Article:
        if self.text.startswith("<"):
            return Article(html=self.text, byline=self.byline, language="en")
        return Article(text=self.text, byline=self.byline, language="en")


def gold_of(line: str) -> Gold:
    """One line of gold."""
    kind, words, speaker, *rest = [part.strip() for part in line.split(" | ")]
    cue, via = (*rest, "", "")[:2]
    return Gold(kind, words.replace("\\n", "\n"), speaker, cue, via)


def samples_of(phenomenon: str, content: str) -> Iterator[Sample]:
    """The articles of one file."""
    for part in content.split("=== ")[1:]:
        title, _, body = part.partition("\n")
        text, _, gold = body.partition("\n---\n")
        byline = None
        if text.startswith("byline: "):
            first, _, text = text.partition("\n")
            byline = first.removeprefix("byline: ")
        lines = [line for line in gold.splitlines() if line.strip()]
        yield Sample(phenomenon, title, text.strip(), byline, tuple(map(gold_of, lines)))


def corpus() -> dict[str, list[Sample]]:
    """All articles by phenomenon."""
    return {path.stem: list(samples_of(path.stem, path.read_text(encoding="utf-8")))
            for path in sorted(FOLDER.glob("*.txt"))}
