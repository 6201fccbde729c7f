"""Names of organizations as they are compared: without articles, legal forms and dots, in one spelling and order."""

from __future__ import annotations

import re
from functools import lru_cache

from quotes.collection.linking.person_name_comparison import LANGUAGE
from quotes.languages import load
from quotes.text.personal_names import fold_words

ARTICLES = frozenset(("the", "a"))
FORMS = frozenset(["inc", "incorporated", "ltd", "limited", "llc", "plc", "corp", "corporation", "co", "company",
                   "gmbh", "ag", "sa", "nv", "group"])
SPELLINGS = tuple((re.compile(pattern), spelling) for pattern, spelling in (
    (r"isation(s?)$", r"ization\1"), (r"^centre(s?)$", r"center\1"), (r"^defence$", "defense")))
# Words of names that a body has in every country or town: the Foreign Ministry, the Supreme Court, city police.
BODIES = frozenset(["ministry", "government", "police", "parliament", "court", "army", "navy", "cabinet", "council",
                    "company"])
ANYWHERE = BODIES | {
    "foreign", "interior", "health", "finance", "defense", "education", "justice", "trade", "energy", "supreme", "high",
    "district", "city", "county", "state", "local", "national", "federal", "central", "affairs", "department", "of",
    "and"}


def organization_keys(name: str) -> tuple[str, ...]:
    """The key under which an organization is kept and looked for; none for what has no word."""
    words = _words(name)
    if not words:
        return ()
    whole = _whole_names().get(words) if name.split()[-1].isupper() else None  # WHO, but not The Who
    return (f"={' '.join(whole or words)}",)


def is_generic(name: str) -> bool:
    """Whether a name tells no body from another: the company, police, the Foreign Ministry; but not @harbour_watch."""
    words = _words(name)
    alike = bool(BODIES.intersection(words)) and ANYWHERE.issuperset(words)
    return alike or (name.islower() and not name.startswith("@"))


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that count, in one spelling; the Department of Defense is the Defense Department."""
    words = [_spelt(word) for word in fold_words(name.replace(".", "").replace("&", " and "))]
    while len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    while len(words) > 1 and words[-1] in FORMS:
        del words[-1]
    for at in range(len(words) - 2):
        if words[at : at + 2] == ["department", "of"]:
            return (*words[:at], *words[at + 2 :], "department")
    return tuple(words)


def _spelt(word: str) -> str:
    for pattern, spelling in SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


@lru_cache(maxsize=1)
def _whole_names() -> dict[tuple[str, ...], tuple[str, ...]]:
    """For the initials by which everybody knows a body, the words of its name."""
    return {_words(initials): _words(name) for initials, name in load(LANGUAGE).identity.known_initials.items()}
