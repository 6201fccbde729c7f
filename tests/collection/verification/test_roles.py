"""A role instead of a name: who has it, at which time, and what is answered."""

from __future__ import annotations

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.collection.verification.roles import holds
from quotes.collection.verification.verification import verify
from quotes.languages import load
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_sqlite

HELD = [
    ("Taoiseach", "taoiseach", True), ("the prime minister of Norland", "prime minister", True),
    ("Norland’s prime minister", "prime minister", True), ("mayor of Brix", "mayor of brix", True),
    ("Tánaiste", "tanaiste", True), ("chair and mayor", "mayor", True),
    ("president of the Reed Company", "president of reed company", True),
    ("president of Brix’s council", "president", True), ("President Ona Reed’s adviser", "president", False),
    ("former Taoiseach", "taoiseach", False), ("ex-president", "president", False),
    ("president-elect", "president", False), ("vice president", "president", False),
    ("deputy prime minister", "prime minister", False), ("prime minister", "minister", False),
    ("an aide to the prime minister", "prime minister", False), ("the prime minister’s aide", "prime minister", False),
    ("spokesman for the mayor", "mayor", False), ("mayoral candidate", "mayor", False), ("", "mayor", False),
    ("minister", "prime minister", False), ("mayor of Port Ellery", "mayor of brix", False),
]


@pytest.mark.parametrize("description, role, held", HELD)
def test_a_description_holds_a_role_itself(description: str, role: str, held: bool):
    assert holds(description, role.split(), load("en")) is held


SPRING = "“The quay will be open by June at the latest,” said Ona Brixton, the mayor of Port Ellery."
AUTUMN = "“The quay will be shut by June at the earliest,” said Lars Vesterholt, the mayor of Port Ellery."
DEPUTY = "“Not a stone of it will be moved this year,” said Rea Holm, the deputy mayor of Port Ellery."


@pytest.fixture(scope="module")
def terms(tmp_path_factory) -> Store:
    store = open_sqlite(tmp_path_factory.mktemp("roles") / "quotes.db", derivation=DerivedFields())
    for number, (text, day) in enumerate(((SPRING, "2020-03-01"), (AUTUMN, "2024-10-01"), (DEPUTY, "2024-10-02"))):
        keep(store, read_document(Article(text=text, url=f"https://a.example/{number}", published_at=day)))
    return store


# The words, the role, the outcome, who is taken to be meant, and how many can be.
ASKED = [
    ("The quay will be open by June at the latest", "the mayor", "found", ["Ona Brixton"], 2),
    ("The quay will be shut by June at the earliest", "the mayor", "found", ["Lars Vesterholt"], 2),
    ("The quay will be shut by June at the earliest", "the mayor of Port Ellery", "found", ["Lars Vesterholt"], 2),
    ("The quay will be shut by June at the earliest", "The Mayor", "found", ["Lars Vesterholt"], 2),
    ("Not a stone of it will be moved this year", "the mayor", "other_speaker", ["Lars Vesterholt"], 2),
    ("Not a stone of it will be moved this year", "the deputy mayor", "found", ["Rea Holm"], 1),
    ("The quay will be open by June at the latest", "the deputy mayor", "other_speaker", [], 1),
    ("The quay will be open by June at the latest", "the sheriff", "other_speaker", [], 0),
    ("The quay will be open by June at the latest", "Brixton", "found", [], 0),
    ("The quay will be open by June at the latest", "s1", "found", [], 0),
    ("the mayor: “The quay will be open by June at the latest”", None, "found", ["Ona Brixton"], 2),
    ("“The quay will be open by June at the latest” — Lars Vesterholt", None, "other_speaker", [], 0),
    ("“The quay will be open by June at the latest” — Ona Brixton", None, "found", [], 0),
    ("Exclusive: “The quay will be open by June at the latest”", None, "found", [], 0),
    ("BRIXTON: The quay will be open by June at the latest", None, "altered", [], 0),
    ("Brixton: The quay will be open by June at the latest", None, "found", [], 0),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: f"{asked[1]} {asked[0]}")
def test_a_role_is_its_holders_at_the_time(terms: Store, asked):
    text, role, outcome, meant, able = asked
    answer = verify(terms, text, role)
    assert (answer.outcome, [one.speaker.name for one in answer.holders if one.is_meant], len(answer.holders)) == (
        outcome, meant, able)


def test_what_was_read_as_the_name_is_told(terms: Store):
    asked = verify(terms, "“The quay will be open by June at the latest” — Ona Brixton").asked
    assert (asked.speaker, asked.speaker_in_text) == ("Ona Brixton", True)
    asked = verify(terms, "The quay will be open", "Ona").asked
    assert (asked.text, asked.speaker, asked.speaker_in_text) == ("The quay will be open", "Ona", False)
