"""An outlet as people read it: its name with its domain."""

from __future__ import annotations

from quotes.records.document import Document


def shown_outlet(publisher: str | None, printed: str | None) -> str | None:
    """An outlet's name for people: “The Tico Times (ticotimes.net)”; None where none is known.

    What a page prints is only its word, so that the domain stands beside it, unless both are the same (NJ.com). What a
    caller said stands alone.
    """
    if not publisher or not printed or not _is_domain(publisher):
        return publisher or None
    return printed if printed.casefold() == publisher else f"{printed} ({publisher})"


def outlet_of(document: Document) -> str | None:
    """The outlet of a document for people."""
    return shown_outlet(document.publisher, document.publisher_printed)


def _is_domain(publisher: str) -> bool:
    """Whether this is a domain as readings write it, not a name that a caller gave."""
    return "." in publisher and not any(one.isspace() or one.isupper() for one in publisher)
