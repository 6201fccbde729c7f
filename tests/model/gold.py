"""A tiny gold corpus of our own: its offsets are found from the words."""

from __future__ import annotations

from quotes.model.gold_corpus import GoldArticle, GoldAttribution
from quotes.records.spans import Span

# text; for each attribution the words of its source, and of its content
TEXTS = [
    ("“We open at nine,” said Ann Reed.", [("Ann Reed", "“We open at nine,”")]),
    ("Tom Birch said, “The ferry is late again.” Rain fell.", [("Tom Birch", "“The ferry is late again.”")]),
    ("Ida Moss told Tom Birch, “Go home now, please.”", [("Ida Moss", "“Go home now, please.”")]),
    ("“No,” she said. Ann Reed left.\n\n“It is over,” Reed added.", [
        ("she", "“No,”"), ("Reed added", "“It is over,”")]),
    ("The choir sang “Barley” on Sunday.", []),
    ("Ann Reed’s novel “Low Tide” sold well, Peter Mayhew said.", []),
    ("“Pay us now!” the workers shouted.", [("the workers", "“Pay us now!”")]),
    ("“The pump broke,” a clerk said, “and nobody came.”", [
        ("a clerk", "“The pump broke,”"), ("a clerk", "“and nobody came.”")]),
]


def article(number: int, text: str, marked: list[tuple[str, str]]) -> GoldArticle:
    """One text with its attributions."""
    return GoldArticle(f"a{number}", text, tuple(
        GoldAttribution(f"E{n}", (span(text, source),), (span(text, content),))
        for n, (source, content) in enumerate(marked, 1)))


def span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def gold() -> list[GoldArticle]:
    """The corpus: every text several times under other names, so that a combination of facts is met often enough."""
    found = []
    for turn in range(4):
        for text, marked in TEXTS:
            names = {"Reed": f"Reed{turn}", "Birch": f"Birch{turn}", "Moss": f"Moss{turn}"}
            for old, new in names.items():
                text = text.replace(old, new)
                marked = [(source.replace(old, new), content) for source, content in marked]
            found.append(article(len(found), text, marked))
    return found
