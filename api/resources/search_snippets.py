"""What is shown of the quotes that a search found: the words around the matches, and the matches' places."""

from __future__ import annotations

from quotes.records.search_query import parse
from quotes.records.search_snippet import snippet
from quotes.schemas.pagination import FoundWords
from quotes.store.contract.store import Found


def snippets(typed: str | None, found: Found) -> tuple[FoundWords, ...]:
    """What to show of the quotes that a search found: the words around the matches, and the matches' places."""
    terms = parse(typed or "")
    if not terms:
        return ()
    shown = []
    for quote in found.page.items:
        part = snippet(terms, quote.text or "")
        words = (quote.text or "")[part.start : part.end]
        shown.append(FoundWords(quote.id, words, part.start, part.end, part.matches))
    return tuple(shown)
