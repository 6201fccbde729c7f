"""A name taken apart, and whether two forms mean the same person by name alone."""

from __future__ import annotations

import unicodedata

import regex

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*")


def fold_words(name: str) -> tuple[str, ...]:
    """The words of a name as it is looked up: without case, accents, marks and possessive 's.

    “Bashar al-Assad’s” gives ("bashar", "al", "assad"). Stored names keep their spelling; this is only a key.
    """
    decomposed = unicodedata.normalize("NFKD", name[:400])
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = (word.replace("’", "'").removesuffix("'s").replace("'", "") for word in WORD.findall(plain))
    return tuple(word for word in words if word)
