"""From an article to its Reading: the steps in order, one line each."""

from __future__ import annotations

from quotes.records import Article, Reading


def read_document(article: Article) -> Reading:
    """Everything that is said in an article and who says it."""
    raise NotImplementedError
