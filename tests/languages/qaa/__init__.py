"""A made-up language of three parts, under a code that is nobody's; it shows how little a language may consist of."""

from __future__ import annotations

from quotes.languages.contract import Language
from tests.languages.qaa import cues, references, vocabulary


def language() -> Language:
    """The words of the language, put together."""
    return Language(code="qaa", vocabulary=vocabulary.part(), cues=cues.part(), references=references.part())
