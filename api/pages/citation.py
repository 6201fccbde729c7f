"""A quote as a citation, to be copied: plain, Markdown, HTML."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from quotes.api.labels import STANCES, day, doubt, marks_of, one_line, speaker_name
from quotes.records.outlet import outlet_of
from quotes.records.quote import Quote
from quotes.schemas.text_fields import is_web_address

SPECIAL = frozenset("\\`*_{}[]<>#+-!|~&")


class Citation(NamedTuple):
    """One way to write a citation: its name, and the words to copy."""

    name: str
    words: str


def citations(quote: Quote, page: str) -> list[Citation]:
    """A quote in all ways; `page` is the address of its own page."""
    return [Citation("Plain", _plain(quote, page)), Citation("Markdown", _markdown(quote, page)),
            Citation("HTML", _html(quote, page))]


def _said(quote: Quote) -> str:
    opening, closing = marks_of(quote)
    return f"{opening}{quote.text.strip()}{closing}" if quote.text else "[a post without words]"


def _who(quote: Quote) -> list[str]:
    """The speaker, who that is, and who passed the words on; what is not sure says so."""
    described = one_line(quote.speaker.description) if quote.speaker and quote.speaker.description else ""
    stance = "" if quote.stance.kind == "asserted" else STANCES[quote.stance.kind].short.lower()
    via = f"by way of {one_line(quote.via.name)}" if quote.via else ""
    return [part for part in (one_line(speaker_name(quote)), described, doubt(quote), stance, via) if part]


def _where(quote: Quote) -> list[str]:
    document = quote.document
    found = (outlet_of(document), document.title, day(document.published_at)) if document else ()
    return [one_line(part) for part in found if part]


def _source(quote: Quote, page: str) -> str:
    """The address of the words: in the article if it is known, else our page."""
    address = quote.link or (quote.document.url if quote.document else None)
    return address if address and is_web_address(address) else page


def _plain(quote: Quote, page: str) -> str:
    return f"{_said(quote)} — {', '.join(_who(quote))}. {', '.join([*_where(quote), _source(quote, page)])}"


def _markdown(quote: Quote, page: str) -> str:
    lines = [f"> {_bare(line)}" if line.strip() else ">" for line in _said(quote).splitlines()]
    address = _source(quote, page).replace("<", "%3C").replace(">", "%3E")
    return "\n".join([*lines, ">", f"> — {_bare(', '.join(_who(quote)))}. "
                                   f"[{_bare(', '.join(_where(quote)) or 'Source')}](<{address}>)"])


def _bare(words: str) -> str:
    """Words in which nothing means anything to Markdown."""
    return "".join(f"\\{character}" if character in SPECIAL else character for character in words)


def _html(quote: Quote, page: str) -> str:
    return Markup('<figure><blockquote cite="{cite}"><p>{said}</p></blockquote>'
                  '<figcaption>— {who}. <a href="{cite}">{where}</a></figcaption></figure>').format(
        cite=_source(quote, page), said=_said(quote), who=", ".join(_who(quote)),
        where=", ".join(_where(quote)) or "Source")
