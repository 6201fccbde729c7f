"""All styles of citations; another one is a file and a place in this list."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotes.api.citations import apa, bibtex, chicago, html, markdown, plain, ris
from quotes.api.citations.facts import Facts, facts_of
from quotes.records.quote import Quote


class Citation(NamedTuple):
    """One way to write a citation: its name, the words to copy, and whether people read them as they are."""

    name: str
    words: str
    in_words: bool = False


STYLES: tuple[tuple[str, Callable[[Facts], str]], ...] = (
    ("Plain", plain.written), ("Chicago", chicago.written), ("APA", apa.written), ("Markdown", markdown.written),
    ("HTML", html.written), ("BibTeX", bibtex.written), ("RIS", ris.written),
)
IN_WORDS = ("Plain", "Chicago", "APA")


def citations(quote: Quote, page: str) -> list[Citation]:
    """A quote in all styles; `page` is the address of its own page."""
    facts = facts_of(quote, page)
    return [Citation(name, written(facts), name in IN_WORDS) for name, written in STYLES]
