"""Names of organizations as they are compared: without articles, legal forms and the dots of abbreviations."""

from __future__ import annotations

from quotes.names import fold_words

ARTICLES = frozenset(("the", "a"))
FORMS = frozenset(["inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "ag", "sa", "nv"])


def organization_keys(name: str) -> tuple[str, ...]:
    """The key under which an organization is kept and looked for; none for what has no word."""
    words = list(fold_words(name.replace(".", "")))
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    while len(words) > 1 and words[-1] in FORMS:
        del words[-1]
    return (f"={' '.join(words)}",) if words else ()
