"""What stands in quotation marks and is kept as no quote, and how the quotation marks of a text are accounted for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from quotes.records.frozen import quickly_made

Why = Literal["nickname", "name", "title", "term", "headline", "inside", "empty", "too_unsure"]
# What each reason says; a reason is given only where the words themselves show it, and is too_unsure elsewhere.
REASONS: dict[Why, str] = {
    "nickname": "Inside a person's name: Ann “Bud” Reed.",
    "name": "After a word that gives something a name: known as “…”.",
    "title": "After a word for a work (the novel “…”), or with a capital in every word that a title has one in.",
    "term": "A noun or name, or a few words without a verb, inside the writer's own sentence.",
    "headline": "A whole line, as headlines are, of which nothing near it says whose words it is.",
    "inside": "Inside other words in quotation marks, and no sentence of its own.",
    "empty": "Nothing, or nothing but marks.",
    "too_unsure": "None of these, and too unlikely to be speech.",
}
WHYS: tuple[Why, ...] = get_args(Why)


@quickly_made
@dataclass(frozen=True, slots=True)
class NotQuote:
    """Words between quotation marks that are not listed as a quote, with the reason.

    `text` is the document's text from `start` to `end`, the marks left out; `why` is one of REASONS.
    """

    text: str
    start: int
    end: int
    why: Why


@quickly_made
@dataclass(frozen=True, slots=True)
class MarkCount:
    """How many quotation marks and apostrophes a text has, by what each belongs to; every one is counted once.

    `quotes` are those of quotes and posts, `not_quotes` those of words in marks that are no quotes, `apostrophes` also
    the signs of feet, inches, minutes and seconds. `stray` are marks that belong to nothing.
    """

    quotes: int = 0
    not_quotes: int = 0
    apostrophes: int = 0
    stray: int = 0


NO_MARKS = MarkCount()
