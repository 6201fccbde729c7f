"""Web Annotations (W3C): each quote as a note on the passage, which a reader of annotations finds in the page.

The page as published is one target, with the words and what stands around them. The document's text here is the
other, with the same and with the offsets, which count in that text and in no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotes.records.quote import Quote
from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.formats.json_object import in_json, with_list
from quotes.schemas.text_fields import is_web_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
AROUND = 32  # characters before and after a quote that tell its place from others
FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"


def annotation(placed: Placed, about: About) -> dict[str, Any]:
    """A quote as an annotation."""
    quote = placed.quote
    return {
        "id": about.public(f"/v1/quotes/{quote.id}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _bodies(quote, about),
        "target": _targets(placed, about),
    }


def _bodies(quote: Quote, about: About) -> list[dict[str, Any]]:
    """Who said it, in words and as an address, and how sure that is."""
    speaker = quote.speaker
    found: list[dict[str, Any]] = [_tag(f"verdict: {quote.verdict}"), _tag(f"kind: {quote.kind}")]
    if quote.stance.kind != "asserted":
        found.append(_tag(f"stance: {quote.stance.kind}"))
    if speaker is None:
        return found
    named = {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": speaker.name}
    if speaker.id is None:
        return [named, *found]
    source = about.public(f"/v1/speakers/{speaker.id}")
    return [named, {"type": "SpecificResource", "purpose": "identifying", "source": source}, *found]


def _tag(words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": words}


def _targets(placed: Placed, about: About) -> list[dict[str, Any]]:
    quote = placed.quote
    words = [] if quote.text is None else [
        {"type": "TextQuoteSelector", "exact": quote.text, "prefix": placed.before, "suffix": placed.after}]
    place = {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}
    document = quote.document
    found: list[dict[str, Any]] = []
    if document and document.url and is_web_address(document.url):
        found.append({"type": "SpecificResource", "source": document.url, "selector": [*words, *_fragment(quote.link)]})
    if document and document.id:
        source = about.public(f"/v1/documents/{document.id}")
        found.append({"type": "SpecificResource", "source": source, "selector": [*words, place]})
    return found


def _fragment(link: str | None) -> list[dict[str, str]]:
    value = (link or "").partition("#")[2]
    return [{"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": value}] if value else []


def one(placed: Placed, about: About) -> str:
    """One annotation."""
    return in_json({"@context": CONTEXT, **annotation(placed, about)}) + "\n"


def many(quotes: Iterable[Placed], about: About) -> Iterator[str]:
    """A page of annotations."""
    head = {"@context": CONTEXT, "id": about.address, "type": "AnnotationPage", "next": about.next, "prev": about.prev}
    known = {name: value for name, value in head.items() if value is not None}
    return with_list(known, "items", (annotation(placed, about) for placed in quotes))


WEB_ANNOTATION = Format("annotation", MEDIA_TYPE, "Web Annotations with text selectors", one, many,
                        around=AROUND)
