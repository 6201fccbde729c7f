"""The article as later steps see it: quotations and mentions masked."""

from __future__ import annotations

import pytest

from quotes.records.spans import Span
from quotes.text.view import masked_mentions, masked_quotations, token_spans
from tests.seen import see

QUOTATIONS = [
    ("“We open,” said Ann Reed.", "QqqqqCXX."),
    ("“We open.” Reed left.", "Qqqq.Xv."),  # a sentence ends with it
    ("“We open!” Reed left.", "Qqqq.Xv."),
    ("“We open.” said Reed.", "QqqqqCX."),  # it goes on: who says it
    ("“We open?” Reed asked.", "QqqqqXC."),
    ("“We open.” and left", "QqqqqKv"),
    ("“We open.”", "Qqqq."),
    ("“We open”", "Qqqq"),
    ("“REED: We open.”", "QX:qqq."),  # the label inside says who speaks
    ("“Stony Ground: A Life”", "Qqqqqqq"),  # no label
    ("It is “so” late.", "PAQqqn."),
    ("“One.\n\n“Two.”", "Qqqqqqq."),
]


@pytest.mark.parametrize("text, view", QUOTATIONS)
def test_a_quotation_is_masked(text: str, view: str):
    assert see(text).view == view
    assert len(view) == len(see(text).tokens.words)


def test_stretches_are_found_by_their_tokens():
    seen = see("He said “we open at nine” and left.")
    (quotation,) = seen.quotations
    assert token_spans(seen.tokens, [(quotation.outer_start, quotation.outer_end)]) == [Span(2, 8)]
    assert token_spans(seen.tokens, [(0, len(seen.text))]) == [Span(0, len(seen.tokens.words))]
    assert token_spans(seen.tokens, []) == []


@pytest.mark.parametrize("spans, view", [
    ([], "DnvDn."),
    ([Span(0, 2)], "QqvDn."),
    ([Span(0, 2), Span(3, 5)], "QqvQq."),
    ([Span(0, 3), Span(1, 4)], "QqqDn."),  # one that begins inside of the one before is left alone
    ([Span(1, 1)], "DnvDn."),
    ([Span(2, 3)], "DnQDn."),
])
def test_any_stretches_can_be_masked(spans: list[Span], view: str):
    assert masked_quotations(see("The water left the town.").tokens, spans) == view


@pytest.mark.parametrize("found, view", [
    ([], "HXXCP"),
    ([(0, 3, "1")], "1xxCP"),
    ([(0, 3, "1"), (4, 5, "6")], "1xxC6"),
    ([(4, 5, "6")], "HXXC6"),
])
def test_mentions_are_masked_by_the_digit_of_their_form(found: list[tuple[int, int, str]], view: str):
    assert masked_mentions("HXXCP", found) == view
