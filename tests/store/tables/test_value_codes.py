"""Every word of a closed list has a number, and the numbers that stand in databases never change."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from quotes.attribution.clues import TEMPLATES
from quotes.records.document import BlockKind
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Status, Verdict
from quotes.records.speaker import SpeakerKind
from quotes.store.tables.value_codes import BLOCK_KINDS, CLUES, QUOTE_KINDS, SPEAKER_KINDS, STATUSES, VERDICTS, Codes


@pytest.mark.parametrize("codes, kind", [
    (QUOTE_KINDS, QuoteKind), (VERDICTS, Verdict), (STATUSES, Status), (SPEAKER_KINDS, SpeakerKind),
    (BLOCK_KINDS, BlockKind),
])
def test_every_word_has_a_number(codes: Codes, kind: Any):
    assert set(codes.words) == set(get_args(kind))
    assert [codes.words[codes.numbers[word]] for word in codes.words] == list(codes.words)


def test_every_clue_has_a_number():
    assert {template.name for template in TEMPLATES} <= set(CLUES.words)
    assert len(CLUES.numbers) == len(CLUES.words)


@pytest.mark.parametrize("codes, word, number", [
    (QUOTE_KINDS, "direct", 0), (QUOTE_KINDS, "post", 3), (VERDICTS, "certain", 0), (VERDICTS, "corrected", 4),
    (VERDICTS, "confirmed", 5),
    (STATUSES, "active", 0), (STATUSES, "not_a_quote", 2), (SPEAKER_KINDS, "unnamed", 4), (BLOCK_KINDS, "embed", 5),
    (CLUES, "rivals", 0), (CLUES, "word before", 25),
])
def test_numbers_stay_what_they_are(codes: Codes, word: str, number: int):
    assert codes.numbers[word] == number
