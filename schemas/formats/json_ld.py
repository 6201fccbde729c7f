"""JSON-LD in the words of schema.org: a Quotation, or a SocialMediaPosting, in the article that has it.

Only what is known is said. A speaker of whom the reading is not sure is `mentions`, not `creator`; the date is that
of the article, since nothing says when the words were spoken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotes.records.document import Document
from quotes.records.outlet import outlet_name
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker
from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.formats.json_object import in_json, with_list
from quotes.schemas.text_fields import is_web_address

CONTEXT = "https://schema.org"
TYPES = {"person": "Person", "organization": "Organization", "document": "CreativeWork"}  # others are Things
SURE = ("certain", "likely", "corrected", "confirmed")


def thing(quote: Quote, about: About) -> dict[str, Any]:
    """A quote as schema.org has it."""
    page = about.public(f"/quotes/{quote.id}")
    return said({
        "@type": "SocialMediaPosting" if quote.post else "Quotation",
        "@id": page,
        "url": page,
        "identifier": quote.id,
        "text": quote.text,
        **(_posting(quote.post) if quote.post else {}),
        **_speaker(quote, about),
        "isBasedOn": _address(quote.link),
        "isPartOf": quote.document and _article(quote.document, about),
    })


def said(members: dict[str, Any]) -> dict[str, Any]:
    """The members of which something is known."""
    return {name: value for name, value in members.items() if value is not None and value != ""}


def _speaker(quote: Quote, about: About) -> dict[str, Any]:
    if quote.speaker is None:
        return {}
    unsure = quote.verdict not in SURE or quote.stance.kind != "asserted"
    role = "mentions" if unsure else "author" if quote.post else "creator"
    return {role: said({**_person(quote.speaker, about), **_account(quote.post)})}


def _person(speaker: QuotedSpeaker, about: About) -> dict[str, Any]:
    return {
        "@type": TYPES.get(speaker.kind, "Thing"),
        "@id": speaker.id and about.public(f"/speakers/{speaker.id}"),
        "name": speaker.name,
        "description": speaker.description,
    }


def _account(post: PostDetails | None) -> dict[str, Any]:
    return {"alternateName": f"@{post.handle}"} if post and post.handle else {}


def _posting(post: PostDetails) -> dict[str, Any]:
    return {
        "sameAs": _address(post.url),
        "datePublished": post.posted_at,
        "publisher": {"@type": "Organization", "name": post.platform},
    }


def _article(document: Document, about: About) -> dict[str, Any]:
    return said({
        "@type": "NewsArticle",
        "@id": about.public(f"/documents/{document.id}"),
        "url": _address(document.url),
        "headline": document.title,
        "datePublished": document.published_at,
        "inLanguage": document.language,
        "publisher": _outlet(document),
        "author": {"@type": "Person", "name": document.byline} if document.byline else None,
    })


def _outlet(document: Document) -> dict[str, Any] | None:
    """The outlet, under the name that people know it by; its domain as another name."""
    name = outlet_name(document.publisher, document.publisher_printed)
    return said({"@type": "Organization", "name": name,
                 "alternateName": document.publisher if document.publisher != name else None}) if name else None


def _address(written: str | None) -> str | None:
    """An address that may stand in a link; what a page printed in its place is left out."""
    return written if written and is_web_address(written) else None


def one(placed: Placed, about: About) -> str:
    """One quote."""
    return in_json({"@context": CONTEXT, **thing(placed.quote, about)}) + "\n"


def many(quotes: Iterable[Placed], about: About) -> Iterator[str]:
    """All quotes in one graph."""
    return with_list({"@context": CONTEXT}, "@graph", (thing(placed.quote, about) for placed in quotes))


JSON_LD = Format("jsonld", "application/ld+json", "JSON-LD in the words of schema.org", one, many)
