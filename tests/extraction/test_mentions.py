"""What in a text names or points at somebody who could be speaking, and what does not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from quotes.extraction.mentions import find_candidates, mention
from tests.seen import see

FOUND = [
    ("Mayor Ann Reed said so.", [("Mayor Ann Reed", "1")]),
    ("Lt. Col. Willem van der Hoorn said so.", [("Lt. Col. Willem van der Hoorn", "1")]),
    ("Anna-Lena Frost-Weber and Maeve O’Dorran left.", [("Anna-Lena Frost-Weber", "1"), ("Maeve O’Dorran", "1")]),
    ("The Bank of Millbrook left.", [("The Bank of Millbrook", "1")]),
    ("A spokesman left.", [("A spokesman", "2")]),
    ("Two farmers told her.", [("Two farmers", "2")]),
    ("REED: Left.", [("REED", "0")]),
    ("Ann Reed: Left.", [("Ann Reed", "0")]),
    ("He saw that they left.", [("He", "6"), ("they", "6")]),
    ("The man who left", [("The man", "2"), ("who", "7")]),
    ("@annreed wrote", [("@annreed", "1")]),
    ("The water said", [("The water", "3")]),
    ("according to the papers", [("the papers", "3")]),
    ("The water has gone.", [("The water", "4")]),
    ("One said so.", [("One", "5")]),
    ("according to him", [("him", "9")]),
    ("the mayor’s aunt left", [("the mayor", "2"), ("aunt", "2")]),
    ("“No,” said the water.", [("the water", "3")]),
    ("Some 3,200 residents said", [("Some 3,200 residents", "2")]),
    ("After it fell, 1,250,000 bees said", [("it", "6"), ("1,250,000 bees", "3")]),
    ("A page shared 9,000 times says", [("A page", "2")]),
    ("A page that was viewed 9,000 times says", [("A page", "2"), ("that", "7")]),
    ("The Norwegian water said so.", [("The Norwegian water", "3")]),
    ("“No,” said the Norwegian water.", [("the Norwegian water", "3")]),
    ("The Norwegian water rose.", [("The Norwegian", "1")]),
    ("The Norwegian capital’s new mayor left.", [("mayor", "2")]),
    ("Norwegian water said so.", [("Norwegian", "1")]),
]


@pytest.mark.parametrize("text, found", FOUND)
def test_who_could_be_speaking_is_found(text: str, found: list[tuple[str, str]]):
    seen = see(text)
    assert [(seen.words(n), c.form) for n, c in enumerate(seen.scene.candidates)] == found


NOBODY = [
    "",
    "!",
    "rose and fell again",
    "of 12 and 14",
    "“Ann Reed left,” “said the mayor,” “and he too.”",
    "on the water in the town",
    "on Monday in May",
    "$5 & 10%",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_points_at_nobody_is_no_candidate(text: str):
    assert see(text).scene.candidates == []


RECORDS = [
    ("Mayor Ann Reed said so.", "name", "Mayor Ann Reed", "Ann Reed"),
    ("The Bank of Millbrook left.", "name", "The Bank of Millbrook", "Bank of Millbrook"),
    ("A young spokesman left.", "role", "A young spokesman", "spokesman"),
    ("They left.", "pronoun", "They", "They"),
    ("The water said so.", "description", "The water", "water"),
    ("REED: No.", "name", "REED", "REED"),
]


@pytest.mark.parametrize("text, kind, whole, head", RECORDS)
def test_a_candidate_as_a_record_has_the_name_or_head_noun(text: str, kind: str, whole: str, head: str):
    seen = see(text)
    found = mention(text, seen.tokens, seen.scene.candidates[0])
    assert (found.kind, text[found.start : found.end]) == (kind, whole)
    assert text[found.head_start : found.head_end].endswith(head.split()[-1])
    assert head.endswith(text[found.head_start : found.head_end]) or kind == "name"


def test_candidates_are_in_order_and_apart():
    view = "1DHXXoXCPUHK,DnnXoDX&XW.S#UDUAC" * 30
    found = find_candidates(view)
    assert len(found) > 100
    assert all(one.after <= other.first for one, other in pairwise(found))
    assert all(c.first < c.after <= len(view) for c in found)
