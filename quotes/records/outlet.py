"""An outlet as people read it: its name with its domain."""

from __future__ import annotations

from quotes.records.document import Document


def shown_outlet(publisher: str | None, printed: str | None) -> str | None:
    """An outlet's name for people: “Quay News (quaynews.com)”; None where none is known.

    What a page prints is only its word, so that the domain stands beside it, unless both are the same (NJ.com). What a
    caller said stands alone.
    """
    name = outlet_name(publisher, printed)
    return name if not name or name.casefold() == (publisher or "").casefold() else f"{name} ({publisher})"


def outlet_name(publisher: str | None, printed: str | None) -> str | None:
    """What an outlet is called: the printed name of a domain; a name that a caller gave, as it was given."""
    return printed if publisher and printed and _is_domain(publisher) else publisher or None


def outlet_of(document: Document) -> str | None:
    """The outlet of a document for people."""
    return shown_outlet(document.publisher, document.publisher_printed)


def _is_domain(publisher: str) -> bool:
    """Whether this is a domain as readings write it, not a name that a caller gave."""
    return "." in publisher and not any(one.isspace() or one.isupper() for one in publisher)
