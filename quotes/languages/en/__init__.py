"""English: the parts of its language record, one file each, and the word lists behind them.

A list stands in the file of the part that needs it, long ones in words/. Patterns and rules belong to the stages.
"""

from __future__ import annotations

from quotes.languages.contract import Language
from quotes.languages.en import (
    comparison,
    cues,
    identity,
    names,
    platforms,
    questions,
    references,
    sources,
    stance,
    vocabulary,
)


def language() -> Language:
    """The words of English, put together."""
    return Language(
        code="en",
        vocabulary=vocabulary.part(),
        names=names.part(),
        sources=sources.part(),
        cues=cues.part(),
        references=references.part(),
        platforms=platforms.part(),
        comparison=comparison.part(),
        identity=identity.part(),
        stance=stance.part(),
        questions=questions.part(),
    )
