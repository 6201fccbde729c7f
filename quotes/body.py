"""Which blocks of a page are its article.

trafilatura says which words are the article's, from the page as it is without posts and scripts; the blocks that hold
those words are the article, and with them the quotes, captions and posts that stand between them, which it drops.
"""

from __future__ import annotations

import re

from quotes.blocks import Run

NO_LETTERS = re.compile(r"[\W_]+")
SHORT = 12  # letters: a shorter block is taken for the article's only where a whole line of the article is the same
NEIGHBOURS = 3


def article_runs(runs: list[Run], markup: str) -> list[Run]:
    """The runs of the article, in order; where none is found, all that is no navigation and not mostly links."""
    article = _article_text(markup)
    matched = _matched(runs, article)
    if not any(matched):
        return [run for run in runs if not run.aside and (run.embed is not None or run.linked * 2 < len(run.text))]
    first, last = matched.index(True), len(matched) - 1 - matched[::-1].index(True)
    homes = {run.parent for run, hit in zip(runs, matched, strict=True) if hit}
    return [run for i, run in enumerate(runs) if matched[i] or _belongs(run, first < i < last, homes)]


def _belongs(run: Run, between: bool, homes: set[int]) -> bool:
    """Whether a run that trafilatura left out belongs to the article all the same."""
    if run.embed is not None:
        return True
    if run.aside or not between or run.linked * 2 > len(run.text):
        return False
    return run.kind in ("quote", "caption") or (run.parent in homes and len(run.text) > 80)


def _article_text(markup: str) -> str:
    import trafilatura  # takes most of a second to import, and plain texts do without

    return trafilatura.extract(markup, include_comments=False, fast=True) or ""


def _matched(runs: list[Run], article: str) -> list[bool]:
    """Which runs hold words of the article: longer ones anywhere in it, short ones as lines of their own."""
    words = NO_LETTERS.sub("", article)
    lines = {NO_LETTERS.sub("", line) for line in article.split("\n")}
    hits = []
    for run in runs:
        letters = NO_LETTERS.sub("", run.text)
        known = letters in lines or (len(letters) > SHORT and letters in words)
        hits.append(bool(letters) and run.embed is None and known)
    return hits
