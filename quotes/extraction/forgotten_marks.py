"""Forgotten closing marks: where words without one end, told by the words that say who speaks.

The convention for quotations of several paragraphs, an opening mark at each and a closing one at the last, looks the
same as a closing mark that somebody forgot. “We build, said Ann Reed. is only the latter; and what “said Tom Poe”
follows is not the next paragraph of what Ann Reed is said to have said.
"""

from __future__ import annotations

from bisect import bisect_left

import regex

from quotes.text.patterns import END, any_of, followed_by, named, one_of, optional, pattern, repeated, sequence, up_to
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    COMMA,
    DASH,
    DETERMINERS,
    LINE,
    MODIFIERS,
    NAME,
    PLAIN_WORD,
    PREPOSITIONS,
    QUOTATION,
    ROLE,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
)

SOMEBODY = one_of(repeated(1, 5, NAME),
                  sequence(optional(DETERMINERS), up_to(3, PLAIN_WORD, NAME), ROLE, up_to(4, NAME)))
OVER = followed_by(STOP, COMMA, LINE, DASH, QUOTATION, PREPOSITIONS, ADVERB)
LAST = sequence(STOP, one_of(LINE, END, QUOTATION))
# , said Ann Reed. / , Ann Reed said. / , she said. at the end of a paragraph
TOLD = pattern(one_of(
    sequence(named("mark", any_of(COMMA, STOP)), one_of(
        sequence(SPEECH_VERB, SOMEBODY, one_of(OVER, END)), sequence(SPEECH_VERB, SUBJECT_PRONOUN, followed_by(LAST)))),
    sequence(named("mark", COMMA), one_of(
        sequence(SOMEBODY, up_to(1, ADVERB), SPEECH_VERB, one_of(followed_by(STOP, LINE), END)),
        sequence(SUBJECT_PRONOUN, SPEECH_VERB, followed_by(LAST))))))
NAMED_AFTER = pattern(one_of(
    sequence(optional(COMMA), up_to(1, ADVERB), SPEECH_VERB, up_to(2, PLAIN_WORD, ROLE),
             named("who", repeated(1, 5, NAME))),
    sequence(optional(COMMA), named("who", repeated(1, 5, NAME)), up_to(2, MODIFIERS), SPEECH_VERB)))
NAMED_BEFORE = pattern(one_of(
    sequence(named("who", repeated(1, 5, NAME)), up_to(2, MODIFIERS), SPEECH_VERB),
    sequence(SPEECH_VERB, up_to(2, PLAIN_WORD, ROLE), named("who", repeated(1, 5, NAME)))))
FARTHEST = 400  # tokens of a paragraph that are looked through before a quotation


def cut_end(tokens: Tokens, start: int, end: int) -> int:
    """Where a quotation without a closing mark, from `start` to `end`, ends: before “said Ann Reed” inside it."""
    first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    classes = tokens.classes
    found = TOLD.search(classes, first + 2, min(len(classes), last + 2))
    if found is None or found.end() > last + 1:
        return end
    return tokens.ends[found.start("mark")]


def is_next_speaker(tokens: Tokens, start: int, next_start: int, next_end: int) -> bool:
    """Whether a quotation left open at `start` and the one that opens the next paragraph are two people's words.

    They are if the paragraph of the first says by name whose words they are, and the words after the second name
    somebody who shares no word with that name.
    """
    after = _name(tokens, NAMED_AFTER.match(tokens.classes, bisect_left(tokens.starts, next_end)))
    if not after:
        return False
    first = bisect_left(tokens.starts, start)
    line = tokens.classes.rfind(LINE, max(0, first - FARTHEST), first) + 1
    line = max(line, first - FARTHEST)
    before = [_name(tokens, match) for match in NAMED_BEFORE.finditer(tokens.classes, line, first)]
    return bool(before) and before[-1].isdisjoint(after)


def _name(tokens: Tokens, match: regex.Match[str] | None) -> frozenset[str]:
    return frozenset() if match is None else frozenset(tokens.words[match.start("who") : match.end("who")])
