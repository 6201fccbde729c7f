"""Words in the text of kept articles that nobody is quoted with; revised, taken down, hidden and erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quotes.collection.decisions.quote_decisions import By, mark_not_a_quote
from quotes.collection.ingestion import keep
from quotes.collection.takedown.objections import erase, hide
from quotes.collection.takedown.takedown import take_down
from quotes.collection.verification.verification import verify
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.store.contract.store import Store

DESK = By("Desk", datetime(2026, 1, 2, tzinfo=UTC))
ADDRESS = "https://courier.example/weir"
WEIR = """The weir above the mill has leaked since the storm of last November, and nobody has mended it.

“We have asked for a pump three times this winter,” said Ona Brixton, who farms below the mill.

The council does not believe that the weir will hold for another year.
"""


def article(text: str = WEIR, url: str = ADDRESS) -> Article:
    return Article(text=text, url=url, published_at="2025-11-30")


@pytest.fixture
def kept(store: Store) -> Store:
    keep(store, read_document(article()))
    return store


ASKED = [
    ("The weir above the mill has leaked since the storm of last November", "in_text"),
    ("“the weir above the mill has leaked since the storm”", "in_text"),
    ("Ona Brixton: “The weir above the mill has leaked since the storm”", "in_text"),
    ("the weir above the mill has leaked ever since the storm of last December", "in_text"),
    ("the weir will hold for another year", "in_text"),
    ("We have asked for a pump three times this winter", "found"),
    ("asked for a pump three times this winter", "clipped"),
    ("We have asked for a pump four times this winter", "altered"),
    ("the weir above", "not_found"),
    ("the storm", "not_found"),
    ("November of last storm the since leaked has mill", "not_found"),
    ("The mill above the council has asked for another storm this year", "not_found"),
    ("Nobody has ever heard of any such thing here", "not_found"),
]


@pytest.mark.parametrize("text, outcome", ASKED)
def test_the_text_is_looked_at_after_the_quotes(kept: Store, text: str, outcome: str):
    answer = verify(kept, text)
    assert answer.outcome == outcome
    assert bool(answer.passages) is (outcome == "in_text")


def test_a_passage_says_where_it_stands(kept: Store):
    (passage,) = verify(kept, "the weir will hold for another decade").passages
    text = kept.document("d1").text
    assert text[passage.start : passage.end] == passage.text == "the weir will hold for another year"
    assert (passage.before, passage.after) == ("The council does not believe that ", ".")
    assert [(one.asked, one.found) for one in passage.diff if one.op != "equal"] == [("decade", "year")]
    assert passage.changed == ("negation",) or passage.changed == ()


def test_a_revision_takes_the_place_of_what_was_there(kept: Store):
    keep(kept, read_document(article(WEIR.replace("leaked", "been dry"))))
    assert verify(kept, "The weir above the mill has been dry since the storm").outcome == "in_text"
    (passage,) = verify(kept, "The weir above the mill has leaked since the storm").passages
    assert "been dry" in passage.text
    kept.engine.ask("INSERT INTO document_words(document_words, rank) VALUES ('integrity-check', 1)")


def test_what_was_taken_down_is_found_no_more(kept: Store):
    keep(kept, read_document(article(WEIR + "\nAnd more.")))
    take_down(kept, "d1", DESK)
    assert verify(kept, "The weir above the mill has leaked since the storm").outcome == "not_found"
    assert kept.engine.ask("SELECT count(*) FROM document_words WHERE document_words MATCH 'weir'") == [(0,)]


@pytest.mark.parametrize("objected", [hide, erase])
def test_whoever_objected_is_not_quoted_from_the_text(kept: Store, objected):
    objected(kept, "s1", DESK)
    assert verify(kept, "We have asked for a pump three times this winter").outcome == "not_found"


def test_what_a_person_found_to_be_no_quote_is_text(kept: Store):
    mark_not_a_quote(kept, "q1", replace(DESK))
    assert verify(kept, "We have asked for a pump three times this winter").outcome == "in_text"


def test_signs_of_the_index_are_only_signs(kept: Store):
    for text in ("weir OR mill AND NEAR(storm", "\"weir\" \"mill\" * ^ storm", "a\u0301 \u0000weir mill storm leaked"):
        assert verify(kept, text).outcome == "not_found"
