"""Quotes of one utterance taken together: “X,” she said, “Y” is asked for as X Y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quotes.collection.verification.differences import compare
from quotes.collection.verification.matches import Fit, promising
from quotes.collection.verification.wording import Wording, take_apart
from quotes.languages.contract import Language
from quotes.records.quote import Quote
from quotes.store.contract.store import Store
from quotes.store.contract.verification import Candidate

MOST_DOCUMENTS = 3
MOST_WORDS = 600  # of one document's quotes that are taken together
BETWEEN = " "


def joined_fits(store: Store, asked: Wording, candidates: Sequence[Candidate], language: Language) -> list[Fit]:
    """Fits of several quotes of one document by one speaker, in documents that have the best candidates."""
    documents = list(dict.fromkeys(one.document for one in promising(asked, candidates)))[:MOST_DOCUMENTS]
    hits = {one.id for one in candidates}
    return [fit for document in documents for quotes in _utterances(store.document_quotes(document), hits)
            if (fit := _joined(asked, quotes, language))]


def _utterances(quotes: Sequence[Quote], hits: set[str]) -> Iterator[Sequence[Quote]]:
    """The quotes of each speaker from the first to the last that is a candidate, and what these go on into."""
    spoken = [quote for quote in quotes if quote.text and quote.parent is None and quote.post is None]
    by_speaker = sorted(spoken, key=_speaker)
    for _, group in groupby(by_speaker, key=_speaker):
        said = list(group)
        places = [place for place, quote in enumerate(said) if quote.id in hits]
        if places:
            run = said[max(0, places[0] - 1) : places[-1] + 2]
            if len(run) > 1:
                yield run


def _speaker(quote: Quote) -> str:
    return quote.speaker.id or "" if quote.speaker else ""


def _joined(asked: Wording, quotes: Sequence[Quote], language: Language) -> Fit | None:
    """The wording beside several quotes as if they were one; None where it does not go over more than one of them."""
    ends: list[int] = []
    text = ""
    for quote in quotes:
        text += (BETWEEN if text else "") + (quote.text or "")
        ends.append(len(text))
    kept = take_apart(text, language)
    found = compare(asked, kept, language) if len(kept.words) <= MOST_WORDS else None
    if found is None:
        return None
    start, end = kept.words[found.first].start, kept.words[found.after - 1].end
    over = [place for place, stop in enumerate(ends) if stop > start and (ends[place - 1] if place else 0) < end]
    if len(over) < 2:
        return None
    begin = ends[over[0] - 1] if over[0] else 0
    first = quotes[over[0]]
    return Fit(_candidate(first), found, _words(text[begin:start]), _words(text[end : ends[over[-1]]]),
               tuple(quotes[place].id for place in over[1:]))


def _candidate(quote: Quote) -> Candidate:
    return Candidate(quote.id, quote.text or "", quote.document.id if quote.document else "",
                     quote.speaker.id if quote.speaker else None, quote.continues)


def _words(text: str) -> str | None:
    return text.strip() if any(map(str.isalnum, text)) else None
