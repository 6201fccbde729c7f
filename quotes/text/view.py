"""The article as later steps see it: one letter a token, quotations and mentions masked.

Outside of quotations a token has its class letter (quotes.text.tokens). A quotation is Q and then q for each further
token of it, its last one a full stop where a sentence ends with it. A mention is the digit of its form and then x for
each further token:

    1 name                                2 role (a rebel spokesperson)
    3 noun phrase beside a speech verb    4 noun phrase at a sentence's start
    5 one, several                        6 he, she, they, it, I, we
    7 who, which                          8 his, her, their (remark)
    9 him, her, them                      0 transcript label (WALLACE:)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import regex

from quotes.records.spans import Span
from quotes.text.tokens import Tokens

SAID_AFTER = regex.compile(r"X{1,4}[RA]{0,2}[Cc]|[¶]?$")
LABEL = regex.compile(r"X{1,4}:")  # a transcript that is quoted whole: “WALLACE: Let’s start …”
ENDS = frozenset(".?!…")


def token_spans(tokens: Tokens, stretches: Sequence[tuple[int, int]]) -> list[Span]:
    """The tokens of each stretch of text, as first token and the one after the last."""
    return [Span(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)) for start, end in stretches]


def masked_quotations(tokens: Tokens, spans: Sequence[Span]) -> str:
    """The class letters with each of these stretches as Q and q."""
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
    opening = "Q" + label.group() if label else "Q"
    length = after - first - len(opening)
    if length < 2 or not _ends_sentence(tokens, after):
        return opening + "q" * length
    return opening + "q" * (length - 1) + "."


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
        parts.append(digit + "x" * (after - first - 1))
        at = after
    parts.append(view[at:])
    return "".join(parts)
