"""An outlet as people read it: its name with its domain."""

from __future__ import annotations

import unicodedata

from quotes.records.document import Document

SHORTEST = 3  # letters of a word that tells something
SMALL = frozenset({"the", "and", "der", "die", "das", "les", "los", "las", "news", "com", "www", "for", "del"})


def shown_outlet(publisher: str | None, printed: str | None) -> str | None:
    """An outlet's name for people: “Quay News (quaynews.com)”; None where none is known.

    What a page prints is only its word, so that the domain stands beside it, unless both are the same (NJ.com). A name
    of which the domain has nothing is told as a claim. What a caller said stands alone.
    """
    name = outlet_name(publisher, printed)
    if name and printed and is_domain(name) and not echoes(name, printed):
        return f"{name} (calls itself “{printed}”)"
    return name if not name or name.casefold() == (publisher or "").casefold() else f"{name} ({publisher})"


def outlet_name(publisher: str | None, printed: str | None) -> str | None:
    """What an outlet is called: a domain's printed name, unless the domain has nothing of it; else as a caller said.

    Whoever calls a page “Reuters” does not make it theirs.
    """
    named = publisher and printed and is_domain(publisher) and echoes(publisher, printed)
    return printed if named else publisher or None


def echoes(domain: str, printed: str, every: bool = False) -> bool:
    """Whether a domain holds a word of a name, or every word, or its initials; True where it can hold none.

    Words count from three letters on. A name in another script than the domain's is none that it could spell.
    """
    letters = "".join(one for one in domain.casefold() if one.isalnum())
    words = _folded(printed).split()
    if not any("a" <= one <= "z" for word in words for one in word):
        return True
    initials = "".join(word[0] for word in words)
    held = [word in letters for word in words if len(word) >= SHORTEST and word not in SMALL]
    if domain.partition(".")[0] in (initials, *words):
        return True
    if "".join(words) in letters or (len(initials) >= SHORTEST and initials in letters):
        return True
    return bool(held) and all(held) if every else any(held)


def _folded(name: str) -> str:
    """A name's letters without accents, words apart; long s and ligatures as they are read."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one if one.isalnum() else " " for one in plain if not unicodedata.combining(one))


def outlet_of(document: Document) -> str | None:
    """The outlet of a document for people."""
    return shown_outlet(document.publisher, document.publisher_printed)


def is_domain(publisher: str) -> bool:
    """Whether this is a domain as readings write it, not a name that a caller gave."""
    return "." in publisher and not any(one.isspace() or one.isupper() for one in publisher)
