"""The article as later steps see it: one letter a token, quotations and mentions masked.

Outside of quotations a token has the letter of its class (quotes.text.word_classes). A quotation is QUOTATION and then
IN_QUOTATION for each further token of it, its last one STOP where a sentence ends with it. A mention is the digit of
its form and then IN_MENTION for each further token.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotes.records.spans import Span
from quotes.text.patterns import END, one_of, optional, pattern, repeated, sequence, up_to
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    COLON,
    IN_MENTION,
    IN_QUOTATION,
    LINE,
    MODIFIERS,
    NAME,
    QUOTATION,
    REPORTING_VERBS,
    STOP,
)

SAID_AFTER = pattern(one_of(sequence(repeated(1, 4, NAME), up_to(2, MODIFIERS), REPORTING_VERBS),
                           sequence(optional(LINE), END)))
LABEL = pattern(repeated(1, 4, NAME), COLON)  # a transcript that is quoted whole: “WALLACE: Let’s start …”
ENDS = frozenset(".?!…")


def token_spans(tokens: Tokens, stretches: Sequence[tuple[int, int]]) -> list[Span]:
    """The tokens of each stretch of text, as first token and the one after the last."""
    return [Span(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)) for start, end in stretches]


def masked_quotations(tokens: Tokens, spans: Sequence[Span]) -> str:
    """The class letters with each of these stretches masked."""
    classes = tokens.classes
    parts, at = [], 0
    for first, after in spans:
        if first < at or after <= first:
            continue
        parts.append(classes[at:first])
        parts.append(_mask(tokens, first, after))
        at = after
    parts.append(classes[at:])
    return "".join(parts)


def _mask(tokens: Tokens, first: int, after: int) -> str:
    label = LABEL.match(tokens.classes, first + 1, after)
    if label and not "".join(tokens.words[first + 1 : label.end() - 1]).isupper():
        label = None  # the title of a book: “Stony Ground: A Life”
    opening = QUOTATION + label.group() if label else QUOTATION
    length = after - first - len(opening)
    if length < 2 or not _ends_sentence(tokens, after):
        return opening + IN_QUOTATION * length
    return opening + IN_QUOTATION * (length - 1) + STOP


def _ends_sentence(tokens: Tokens, after: int) -> bool:
    """Whether a sentence is over with the quotation that ends before token `after`."""
    last = tokens.words[after - 2]
    if last[-1] not in ENDS:
        return False
    return tokens.words[after : after + 1] == [] or not (
        tokens.words[after][0].islower() or SAID_AFTER.match(tokens.classes, after))


def masked_mentions(view: str, found: Sequence[tuple[int, int, str]]) -> str:
    """The view with each mention (first token, the one after its last, digit) masked."""
    parts, at = [], 0
    for first, after, digit in found:
        parts.append(view[at:first])
        parts.append(digit + IN_MENTION * (after - first - 1))
        at = after
    parts.append(view[at:])
    return "".join(parts)
