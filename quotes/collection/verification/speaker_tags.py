"""Words pasted together with the name of who is said to have said them: Ona Reed: “…”, and “…” — Ona Reed."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotes.languages.contract import Language

OPENING, CLOSING = "“\"„«‟", "”\"“»"
COLON = re.compile(r"\s*(?P<name>[^:“”\"„«\n]{2,120}?)\s*:\s*(?P<words>\S.*)", re.DOTALL)
DASH = re.compile(r"(?P<words>.*\S)(?:\s*[—–―]+\s*|\s+-{1,2}\s*|\s*\n\s*-{1,2}\s*)(?P<name>[^“”\"—–―\n]{2,120})",
                  re.DOTALL)
ASIDE = re.compile(r"\s*[,(\[].*", re.DOTALL)  # Ona Reed, mayor of Brix; Ona Reed (2024)
WORD = re.compile(r"@?[^\W_][\w.'’-]*")
ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
MOST_WORDS = 7
AUXILIARY = "A"  # among the classes of words


class Tagged(NamedTuple):
    """Words and who is named beside them; `in_marks` says that the words stand in quotation marks."""

    speaker: str
    words: str
    in_marks: bool

    @property
    def is_plain(self) -> bool:
        """Whether nobody need be asked if this is a name: words in marks beside a handle, a title or a full name."""
        told = self.speaker.startswith("@") or len(self.speaker.split()) > 1
        return self.in_marks and told


def tagged(text: str, language: Language) -> Tagged | None:
    """The speaker and the words of a text that has both; None where it has words alone."""
    for pattern in (COLON, DASH):
        found = pattern.fullmatch(text.strip())
        name = _name(found["name"], language) if found else None
        if found and name:
            words = found["words"].strip()
            return Tagged(name, words, words[0] in OPENING and words.rstrip(".,!?;")[-1:] in CLOSING)
    return None


def _name(written: str, language: Language) -> str | None:
    """A name without what is said of its bearer; None where this can be no name."""
    name = ASIDE.sub("", written.strip()).strip(" .")
    words = name.split()
    between = language.names.particles | language.comparison.articles | language.comparison.depending
    is_title = bool(ARTICLE.match(name)) and len(words) > 1 and not any(
        language.vocabulary.classes.get(word) == AUXILIARY for word in words)  # “the truth is”
    fits = 0 < len(words) <= MOST_WORDS and all(
        WORD.fullmatch(word) and (is_title or word[0].isupper() or word[0] == "@" or word in between) for word in words)
    return name if fits and not any(map(str.isdigit, name)) else None
