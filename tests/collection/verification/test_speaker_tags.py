"""Words pasted with a name: which name is read, and which text is left whole."""

from __future__ import annotations

import pytest

from quotes.collection.verification.speaker_tags import tagged
from quotes.languages import load

NAMED = [
    ("Ona Reed: “We will build it.”", "Ona Reed", "“We will build it.”"),
    ("Ona Reed : \"We will build it.\"", "Ona Reed", "\"We will build it.\""),
    ("Ona Reed: We will build it", "Ona Reed", "We will build it"),
    ("Ona Reed, mayor of Brix: “We will build it”", "Ona Reed", "“We will build it”"),
    ("Ona Reed (2024): “We will build it”", "Ona Reed", "“We will build it”"),
    ("Reed: “We will build it”", "Reed", "“We will build it”"),
    ("the mayor: “We will build it”", "the mayor", "“We will build it”"),
    ("The Mayor of Brix: “We will build it”", "The Mayor of Brix", "“We will build it”"),
    ("@ona_reed: “We will build it”", "@ona_reed", "“We will build it”"),
    ("Juan de la Vega: “We will build it”", "Juan de la Vega", "“We will build it”"),
    ("J.R. O’Neill-Smith: “We will build it”", "J.R. O’Neill-Smith", "“We will build it”"),
    ("“We will build it.” — Ona Reed", "Ona Reed", "“We will build it.”"),
    ("“We will build it” – Ona Reed, 2024", "Ona Reed", "“We will build it”"),
    ("\"We will build it\" - Ona Reed", "Ona Reed", "\"We will build it\""),
    ("“We will build it”\n— Ona Reed", "Ona Reed", "“We will build it”"),
    ("“We will build it”\n-Ona Reed", "Ona Reed", "“We will build it”"),
    ("We will build it — Ona Reed", "Ona Reed", "We will build it"),
    ("«We will build it» — @ona_reed", "@ona_reed", "«We will build it»"),
]
NOBODY = [
    "We will build it", "“We will build it”", "“We will build it,” said Ona Reed.", "We said this: build it",
    "At 10:30 we will build it", "the plan is this: build it", "", ":", "— ", "“", "We will — I say it now — build it",
    "The well-known truth is: we are many and they are few and far", "we want peace - not war", "https://wire.example/a",
    "Ona Reed:", "— Ona Reed", "“We will build it” — and they did", "1: “We will build it”", "Ona Reed “We will”",
]


@pytest.mark.parametrize("text, speaker, words", NAMED)
def test_a_name_beside_words_is_read(text: str, speaker: str, words: str):
    found = tagged(text, load("en"))
    assert found is not None and (found.speaker, found.words) == (speaker, words)


@pytest.mark.parametrize("text", NOBODY)
def test_words_alone_are_left_whole(text: str):
    assert tagged(text, load("en")) is None


@pytest.mark.parametrize("text, is_plain", [
    ("Ona Reed: “We will”", True), ("@ona: “We will”", True), ("the mayor: “We will”", True),
    ("Exclusive: “We will”", False), ("Ona Reed: We will", False), ("We will — Ona Reed", False),
])
def test_a_name_is_plain_beside_words_in_marks(text: str, is_plain: bool):
    assert tagged(text, load("en")).is_plain is is_plain
