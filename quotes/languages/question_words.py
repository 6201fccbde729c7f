"""What a language gives to searches: the words of a question that are no words of a quote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class QuestionWords:
    """The small words of a question. No reading needs them, so that a language without them lacks no part.

    `fillers` say nothing of what is looked for (what did … say about). `places` stand before an outlet (in the …).
    Before a day stand `since`, `after`, `until` and `before`, `at` where it means the day itself, and `between` two
    days `ranges`. All are in lower case.
    """

    fillers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()
