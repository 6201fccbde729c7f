"""What capitalised words name, in short texts: the names expected of each kind, and what must be none."""

from __future__ import annotations

import itertools

import pytest

from quotes.languages import load
from quotes.model.weights import read_weights
from quotes.text.entities.entity_facts import around_facts, position
from quotes.text.entities.entity_labels import LABELS
from quotes.text.entities.name_forms import find_forms
from quotes.text.entities.recognizer import NO_ENTITY_WEIGHTS, Recognizer
from quotes.text.tokens import tokenizer
from tests.seen import names, recognizer

ENGLISH = load("en")

# The text; its persons; its bodies; its places.
TOLD = [
    ("“No,” said Ann Reed.", ["Ann Reed"], [], []),
    ("“No,” said Chinedu Okafor. Okafor left.", ["Chinedu Okafor", "Okafor"], [], []),
    ("Priya Nair and her husband Suresh Kumar run the pump.", ["Priya Nair", "Suresh Kumar"], [], []),
    ("Dr. Zanele Mokoena, 43, of Durban said no.", ["Zanele Mokoena"], [], ["Durban"]),
    ("MP Babak Orvel told reporters so.", ["Babak Orvel"], [], []),
    ("Legislator Chiu Han-chi spoke. Ms. Chiu left.", ["Chiu Han-chi", "Chiu"], [], []),
    ("“It holds,” said Daniel Price of the Delta Water Institute.", ["Daniel Price"],
     ["the Delta Water Institute"], []),
    ("President of Ghana Ama Mensah spoke.", ["Ama Mensah"], [], []),
    ("Pieter van Houwen owns it. Mr. Van Houwen said so.", ["Pieter van Houwen", "Van Houwen"], [], []),
    ("The Ministry of Health and Wellness shut it.", [], ["Ministry of Health and Wellness"], []),
    ("The Food and Drug Administration agreed.", [], ["Food and Drug Administration"], []),
    ("They met in Lagos and in Port Moresby.", [], [], ["Lagos", "Port Moresby"]),
    ("I'm Babak Orvel, he said.", ["Babak Orvel"], [], []),
    ("Harborough Mayor Ann Reed spoke.", ["Ann Reed"], [], []),
    ("Lisbon-based Ida Moss built it.", ["Ida Moss"], [], []),
    ("“No,” said Ruth Baker Reed.", ["Ruth Baker Reed"], [], []),
]
# Capitalised words that name nobody.
NOBODY = [
    "Okay, sure. Interviews are over.",
    "The Governor said no.",
    "Photo by the station.",
    "Monday was cold. World War II ended.",
    "Delhi-based traders left.",
]


def of_kind(text: str, kind: str) -> list[str]:
    """The names of a kind, without titles."""
    tokens = tokenizer(ENGLISH).tokens(text)
    return [text[tokens.starts[run.name] : tokens.ends[run.after - 1]] for run in names(tokens) if run.kind == kind]


@pytest.mark.parametrize("text, persons, bodies, places", TOLD)
def test_names_are_known_for_what_they_are(text: str, persons: list[str], bodies: list[str], places: list[str]):
    assert of_kind(text, "person") == persons
    assert (not bodies or of_kind(text, "organization") == bodies) and (not places or of_kind(text, "place") == places)


@pytest.mark.parametrize("text", NOBODY)
def test_not_every_capital_is_a_person(text: str):
    assert of_kind(text, "person") == []


def test_titles_go_with_the_name_and_are_no_part_of_it():
    tokens = tokenizer(ENGLISH).tokens("Former Foreign Minister Ida Moss left.")
    (run,) = [run for run in names(tokens) if run.kind == "person"]
    assert tokens.words[run.first : run.name] == ["Former", "Foreign", "Minister"]
    assert tokens.words[run.name : run.after] == ["Ida", "Moss"]


def test_runs_stand_in_order_and_none_overlap():
    text = "Mayor Ann Reed of Ely met Peter Moss Jr. of the Water Bank & Co. and U.S. Sen. Ida Lund (R-Ohio)."
    found = names(tokenizer(ENGLISH).tokens(text))
    assert all(one.after <= other.first for one, other in itertools.pairwise(found))
    assert all(run.first <= run.name < run.after and 0 < run.sure <= 1 for run in found)


def test_without_weights_nothing_is_a_name_but_the_words_are_there():
    tokens = tokenizer(ENGLISH).tokens("He met Zorb Quint.")
    assert {run.kind for run in Recognizer(NO_ENTITY_WEIGHTS).runs(tokens, ENGLISH)} == {"nothing"}


def test_the_recognizer_weighs_the_facts_that_training_learns_from():
    pytest.importorskip("numpy", reason="training needs numpy (pip install 'quotes[train]')")
    pytest.importorskip("scipy", reason="training needs scipy (pip install 'quotes[train]')")
    from quotes.model.entity_training import facts_of

    text = ("The Ministry of Health (MOH) fined Ann Reed, 43. Mr. Reed, who is in Lagos, said the MOH was wrong. "
            "She lives in Port Moresby. REED said so. “No,” said Al-Noor Bello Jr.")
    forms = find_forms(tokenizer(ENGLISH).tokens(text), ENGLISH)
    weights = read_weights().entities.facts
    for form in forms.forms:
        expected = [[sum(weights[fact][label] * value for fact, value in facts if fact in weights)
                     for label in range(len(LABELS))] for facts in facts_of(form, forms, ENGLISH)]
        found = recognizer()._scores(form, forms, ENGLISH)
        assert [list(row) for row in found] == [pytest.approx(row, abs=1e-9) for row in expected]


def test_what_stands_around_counts_by_its_share_of_the_places():
    tokens = tokenizer(ENGLISH).tokens("He saw Quint. She met Quint. Quint said no.")
    (form,) = [form for form in find_forms(tokens, ENGLISH).forms if form.words == ("Quint",)]
    shares = dict(around_facts(form, position(0, 1)))
    assert shares["left saw S"] == shares["left met S"] == pytest.approx(1 / 3)
    assert shares["personal S"] == pytest.approx(1 / 3)
