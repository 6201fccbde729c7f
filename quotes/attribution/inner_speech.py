"""Which quotations are listed as speech, also among those that stand inside another one."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.records.quotation import Quotation

INNER_SPEECH = 4  # words that a quotation inside another has at least to be listed by itself


def is_listed(text: str, quotations: Sequence[Quotation], quotation: Quotation, is_speech: bool) -> bool:
    """Whether a quotation is listed: speech, and inside another one a sentence that is not nearly all of it."""
    if quotation.parent is not None:
        around = quotations[quotation.parent]
        most = 2 * (quotation.end - quotation.start) > around.end - around.start
        return not most and len(text[quotation.start : quotation.end].split()) >= INNER_SPEECH
    return quotation.kind == "block" or is_speech
