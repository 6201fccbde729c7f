"""Examples for the recognizer from gold corpora: forms whose every word is explained."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="training needs numpy (pip install 'quotes[train]')")
pytest.importorskip("scipy", reason="training needs scipy (pip install 'quotes[train]')")

from quotes.languages import load
from quotes.model.gold_corpus import GoldName
from quotes.model.name_examples import GUESSED, NAMED, name_examples
from tests.model.gold import article

ENGLISH = load("en")
PERSON, ORGANIZATION, PEOPLE = 1, 2, 4
# The text with its source; the names given, or None; the labels of the forms that count.
EXAMPLES = [
    ("Mayor Ann Reed left.", "Ann Reed", {"E1": GoldName("Ann Reed", "person")}, [(0, PERSON, PERSON)]),
    ("Canadian Ann Reed left. Reed spoke.", "Ann Reed", {"E1": GoldName("Ann Reed", "person")},
     [(PEOPLE, PERSON, PERSON), (PERSON,)]),
    ("The Zorb Union met.", "The Zorb Union", {"E1": GoldName("The Zorb Union", "organization")},
     [(ORGANIZATION, ORGANIZATION)]),
    ("Zorb Ann Reed left.", "Ann Reed", {"E1": GoldName("Ann Reed", "person")}, []),
    ("Mayor Ann Zorbane left.", "Mayor Ann Zorbane", None, [(0, PERSON, PERSON)]),
    ("Rain fell. Zorb left.", "Zorb", None, []),
]


@pytest.mark.parametrize("text, source, names, labels", EXAMPLES)
def test_forms_count_where_every_word_is_explained(text: str, source: str, names: dict | None, labels: list):
    found = name_examples(article(0, text, [(source, text)]), names, ENGLISH)
    assert [example.labels for example in found] == labels
    assert {example.weight for example in found} <= {GUESSED if names is None else NAMED}
