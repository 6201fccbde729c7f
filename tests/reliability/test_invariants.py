"""What holds of every reading holds of pages and texts made from the samples; the long run is bench/torture/fuzz.py."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.torture.mutations import SIGNS, TAGS, mutated, samples
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from tests.reliability.invariants import broken

TEXTS, PAGES = samples()


def faults(**given: str) -> list[str]:
    try:
        return broken(read_document(Article(**given)))
    except InvalidInput:
        return []


@pytest.mark.parametrize("page", PAGES)
def test_they_hold_of_the_pages_to_begin_with(page: str):
    assert faults(html=page) == []


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_they_hold_of_mutated_pages_and_texts(seed: int):
    chance = random.Random(seed)
    assert faults(text=mutated(chance, TEXTS, SIGNS, 1500)) == []
    assert faults(html=mutated(chance, PAGES, SIGNS + TAGS, 3000)) == []
