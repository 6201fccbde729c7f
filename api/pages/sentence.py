"""The sentences around fragments, as long as a setting lets pages show of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quotes.api.http.request_context import current_settings, current_store
from quotes.collection.sentence import LONGEST, Sentence, is_fragment, sentence_in, sentences_of
from quotes.records.quote import Quote


def shown_sentences(quotes: Iterable[Quote]) -> Mapping[str, Sentence]:
    """The sentences around the fragments in a list, by their quotes' ids."""
    return sentences_of(current_store(), quotes, _longest())


def shown_sentences_in(text: str, quotes: Iterable[Quote]) -> Mapping[str, Sentence]:
    """The same for the quotes of one article, from its text."""
    return {quote.id: around for quote in quotes if is_fragment(quote)
            and (around := sentence_in(text, quote.start, quote.end, _longest()))}


def _longest() -> int:
    """How many characters are shown on either side of a fragment."""
    return min(LONGEST, current_settings().excerpt_length or LONGEST)
