"""All styles of citations; another one is a file and a place in this list."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotes.api.citations import apa, bibtex, chicago, html, markdown, plain, ris
from quotes.api.citations.facts import Facts, facts_of
from quotes.records.quote import Quote


class Citation(NamedTuple):
    """One way to write a citation: its name, and the words to copy."""

    name: str
    words: str


STYLES: tuple[tuple[str, Callable[[Facts], str]], ...] = (
    ("Plain", plain.written), ("Markdown", markdown.written), ("HTML", html.written), ("Chicago", chicago.written),
    ("APA", apa.written), ("BibTeX", bibtex.written), ("RIS", ris.written),
)


def citations(quote: Quote, page: str) -> list[Citation]:
    """A quote in all styles; `page` is the address of its own page."""
    facts = facts_of(quote, page)
    return [Citation(name, written(facts)) for name, written in STYLES]
