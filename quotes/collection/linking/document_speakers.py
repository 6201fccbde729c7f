"""A document's speakers: who each was taken to be and why, and of those without a name, whether the document says why.

Nothing of it is kept apart: the reason for leaving out a name stands in the text, near where the source is mentioned.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.collection.linking.person_name_comparison import LANGUAGE
from quotes.languages import load
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.store.contract.store import Store


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker of one document: why it is that kept speaker, and how sure that is.

    `anonymity_explained` says of an unnamed source whether the document tells why it has no name; None for others.
    """

    speaker: Speaker
    how: str
    confidence: float
    anonymity_explained: bool | None = None


def sources_of(store: Store, document: Document) -> tuple[Source, ...]:
    """The speakers of a kept document."""
    quotes = store.document_quotes(document.id)
    return tuple(Source(link.speaker, link.how, link.confidence, _explained(document, link.speaker, quotes))
                 for link in store.document_links(document.id))


def _explained(document: Document, speaker: Speaker, quotes: tuple[Quote, ...]) -> bool | None:
    """Whether a paragraph that mentions an unnamed source, or what it says, tells why it has no name."""
    if speaker.kind != "unnamed":
        return None
    theirs = [quote for quote in quotes if quote.speaker and quote.speaker.id == speaker.id]
    places = {quote.start for quote in theirs}
    places |= {who.start for quote in theirs if (who := quote.speaker) and who.start is not None}
    return any(explains(_paragraph(document.text, at)) for at in places)


def explains(text: str) -> bool:
    """Whether a text tells why somebody is not named: on condition of anonymity, not authorized to speak."""
    plain = " ".join(text.lower().replace("’", "'").split())
    return any(phrase in plain for phrase in load(LANGUAGE).sources.anonymity)


def _paragraph(text: str, at: int) -> str:
    """The paragraph around a place."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]
