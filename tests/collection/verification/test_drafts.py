"""A draft's quotations verified: in order, bounded, each with its speaker, without what its own article has."""

from __future__ import annotations

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.collection.verification.drafts import MOST, check_draft
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_sqlite

KEPT = """“The sluice will be mended before the frost,” said Ona Brixton, the mayor of Port Ellery.

“Nobody has shown me a single bill for it,” said Lars Vesterholt, who leads the opposition.

The sluice was built in the year of the great flood and has been patched eleven times.
"""
ADDRESS = "https://courier.example/sluice"


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Store:
    store = open_sqlite(tmp_path_factory.mktemp("drafts") / "quotes.db", derivation=DerivedFields())
    keep(store, read_document(Article(text=KEPT, url=ADDRESS, published_at="2025-11-30")))
    return store


# A sentence of a draft, and what is found of its quotation.
SENTENCES = [
    ("“The sluice will be mended before the frost,” said Ona Brixton.", "found"),
    ("“The sluice will be mended before the frost,” said Lars Vesterholt.", "other_speaker"),
    ("“The sluice will be mended before the frost,” said a neighbour.", "found"),
    ("“The sluice will not be mended before the frost,” said Ona Brixton.", "altered"),
    ("“Nobody has shown me a single bill,” said Lars Vesterholt.", "clipped"),
    ("“The sluice was built in the year of the great flood,” said Lars Vesterholt.", "in_text"),
    ("“Geese have no business in a council chamber,” said Rea Holm.", "not_found"),
]


@pytest.mark.parametrize("sentence, outcome", SENTENCES)
def test_a_quotation_of_a_draft_is_looked_for_with_its_speaker(kept: Store, sentence: str, outcome: str):
    (check,) = check_draft(kept, read_document(Article(text=sentence))).checks
    assert (check.outcome, check.match is not None, check.passage is not None) == (
        outcome, outcome not in ("not_found", "in_text"), outcome == "in_text")


def test_all_are_checked_in_the_order_of_the_draft(kept: Store):
    draft = read_document(Article(text="\n\n".join(sentence for sentence, _ in SENTENCES)))
    checked = check_draft(kept, draft)
    assert [check.outcome for check in checked.checks] == [outcome for _, outcome in SENTENCES]
    assert (checked.total, checked.short, checked.next) == (len(SENTENCES), 0, None)


def test_what_its_own_article_has_does_not_count(kept: Store):
    checked = check_draft(kept, read_document(Article(text=KEPT + "\nMore of it.", url=ADDRESS)))
    assert [check.outcome for check in checked.checks] == ["not_found", "not_found"]


def test_fragments_are_counted_and_not_looked_for(kept: Store):
    checked = check_draft(kept, read_document(Article(text="Ms. Brixton called it “a palace”, he “a mess”.")))
    assert (checked.checks, checked.total, checked.next) == ((), 0, None)
    assert checked.short == 2


def test_a_bounded_number_is_looked_for_at_once(kept: Store):
    draft = read_document(Article(text="\n\n".join(
        f"“Goose number {number} has crossed the yard,” said Rea Holm." for number in range(MOST + 2))))
    first = check_draft(kept, draft)
    assert (len(first.checks), first.total, first.next) == (MOST, MOST + 2, MOST)
    rest = check_draft(kept, draft, MOST)
    assert (len(rest.checks), rest.offset, rest.next) == (2, MOST, None)
    assert check_draft(kept, draft, 5000).checks == ()


def test_an_empty_draft_has_nothing_to_check(kept: Store):
    assert check_draft(kept, read_document(Article(text="Nothing is quoted here."))).total == 0
