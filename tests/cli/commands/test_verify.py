"""`quotes verify`: the answer in words for a person, and in the one shape for a program."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article

TEXT = """“The figures do not add up, and we know it,” said Tomas Berivan, the mayor. Later he
added: “We need forty boats.”

All boats were counted twice before the winter.
"""


@pytest.fixture
def collection() -> None:
    with opened_store() as store:
        keep(store, read_document(Article(text=TEXT, publisher="Port Ellery Courier", published_at="2025-03-05")))


ANSWERS = [
    (["We need forty boats"], "found", "Found: "),
    (["“We", "need", "forty", "boats.”"], "found", "“We need forty boats”"),
    (["The figures do add up, and we know it"], "altered", "[-not-]"),
    (["The figures do add up, and we know it"], "altered", "Changed: a negation"),
    (["We need fifty boats"], "altered", "[-forty-] {+fifty+}"),
    (["The figures do not add up"], "clipped", "add up” (, and we know"),
    (["We need forty boats", "--speaker", "Halloran"], "other_speaker", "Tomas Berivan"),
    (["We need forty boats", "--speaker", "berivan"], "found", "Tomas Berivan"),
    (["figures do not add up, and we know it"], "clipped", "(The) “figures"),
    (["Tomas Berivan: “We need forty boats”"], "found", "Found: "),
    (["Ona Holm: “We need forty boats”"], "other_speaker", "Another speaker: "),
    (["We need forty boats", "--speaker", "the mayor"], "found", "“the mayor” is taken to be Tomas Berivan"),
    (["All boats were counted twice"], "in_text", "In the text: "),
    (["All boats were counted thrice before winter"], "in_text", "[-twice-] {+thrice+}"),
    (["Zanzibar"], "not_found", "does not mean that it was never said"),
    (["Zanzibar"], "not_found", "Looked through 2 quotes in 1 articles, 2025-03-05 to 2025-03-05."),
]


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize("asked, outcome, shown", ANSWERS)
def test_the_answer(call: Callable, asked: list[str], outcome: str, shown: str):
    ran = call("verify", *asked)
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["outcome"] == outcome
    assert shown in " ".join(call("verify", *asked, "--format", "table").out.split())


def test_an_empty_collection_says_so(call: Callable):
    assert "There is nothing in this collection yet." in call("verify", "Boats", "--format", "table").out


@pytest.mark.parametrize("asked, status", [([], 2), (["…"], 1), (["words", "--format", "jsonl"], 2)])
def test_what_cannot_be_asked_is_told(call: Callable, asked: list[str], status: int):
    ran = call("verify", *asked)
    assert ran.status == status
    assert "Traceback" not in ran.err
