"""The same words in other documents: which are versions, of what kind, from where and by whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.versions import versions_of
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import Store
from tests.collection.articles import reading

WORDS = "We will not close the harbour baths before the summer"


def printed(store: Store, number: int, words: str, who: str | None = "Ona Brandt", day: str | None = None) -> Quote:
    """Keep an article that quotes somebody; the quote as kept."""
    speakers = () if who is None else (Speaker("s1", who, "unnamed" if who.startswith("a ") else "person"),)
    by = QuotedSpeaker("s1", who, speakers[0].kind) if who else None
    made = reading(f"Text {number}", Quote("q1", "direct", words, 0, 5, "likely", 0.5, speaker=by),
                   url=f"https://paper{number}.example/", publisher=f"Paper {number}", speakers=speakers)
    dated = replace(made, document=replace(made.document, published_at=day))
    return store.document_quotes(keep(store, dated).document.id)[0]


OTHERS = [
    (WORDS, "same"),
    ("“we will NOT close the harbour baths before the summer!”", "same"),
    ("We won’t close the harbour baths before the summer,", "same"),
    ("We will close the harbour baths before the summer", "altered"),
    ("We will not close the harbour baths before the winter", "altered"),
    ("not close the harbour baths", "shorter"),
    ("I promise you: we will not close the harbour baths before the summer, whatever it costs", "longer"),
    ("We will not sell the town hall before the summer", None),
    ("the harbour", None),
    ("Nobody asked us", None),
]


@pytest.mark.parametrize("words, relation", OTHERS)
def test_what_is_a_version_and_of_which_kind(store: Store, words: str, relation: str | None):
    quote = printed(store, 1, WORDS)
    other = printed(store, 2, words)
    found = versions_of(store, quote).versions
    assert [one.relation for one in found] == ([] if relation is None else [relation])
    mirrored = {"shorter": "longer", "longer": "shorter"}
    assert [one.relation for one in versions_of(store, other).versions] == (
        [] if relation is None else [mirrored.get(relation, relation)])


def test_differences_are_laid_out_from_the_quotes_side(store: Store):
    quote = printed(store, 1, WORDS)
    other = printed(store, 2, "We will close the harbour baths")
    (found,) = versions_of(store, quote).versions
    assert found.changed == ("negation",)
    assert [(one.op, one.asked, one.found) for one in found.diff] == [
        ("equal", "We will", "We will"), ("insert", "not", ""),
        ("equal", "close the harbour baths", "close the harbour baths")]
    (back,) = versions_of(store, other).versions
    assert [(one.op, one.asked, one.found) for one in back.diff if one.op != "equal"] == [("delete", "", "not")]


def test_equal_wordings_are_taken_together_the_oldest_first(store: Store):
    quote = printed(store, 1, WORDS, day="2025-03-03")
    late, early = (printed(store, 2, WORDS + ".", day="2025-03-05"), printed(store, 3, WORDS, day="2025-03-02"))
    printed(store, 4, "We will not close the harbour baths before the winter", day="2025-03-04")
    found = versions_of(store, quote)
    assert [[one.id for one in version.quotes] for version in found.versions] == [[early.id, late.id], ["q4"]]
    assert found.first.id == early.id
    assert found.outlets == ("Paper 3", "Paper 1", "Paper 4", "Paper 2")
    assert not found.more


FIRSTS = [
    (("2025-03-03", None), [1], 1), ((None, None), [], 2), (("2025-03-03", "2025-03-03"), [1, 2], 0),
    (("2025-03-03T18:00:00Z", "2025-03-03"), [2, 1], 0), (("2025-03-03", "2025-03-03T00:10:00+02:00"), [2, 1], 0),
    (("2025-03-03", "2025-03-02T23:00:00-05:00"), [2], 0), (("2025-03-03T09:00:00", "2025-03-03T08:00:00Z"), [2, 1], 0),
    (("2025-03-03T09:00:00+02:00", "2025-03-03T07:30:00Z"), [1], 0),
    (("2025-03-04T01:00:00+10:00", "2025-03-03T16:00:00Z"), [1], 0),
    (("2025-03-03T09:00:00Z", "2025-03-03T10:00:00Z", "2025-03-03"), [3, 1], 0),
    (("yesterday", "2025-03-03", None, "2025-03-04"), [2], 2),
]


@pytest.mark.parametrize("days, numbers, undated", FIRSTS)
def test_no_order_is_claimed_that_the_dates_do_not_give(store: Store, days: Any, numbers: list[int], undated: int):
    quote, *_ = [printed(store, number, WORDS, day=day) for number, day in enumerate(days, 1)]
    found = versions_of(store, quote)
    assert {one.id for one in found.earliest} == {f"q{number}" for number in numbers}
    assert (found.first and found.first.id) == (f"q{numbers[0]}" if len(numbers) == 1 else None)
    assert found.undated == undated


def test_a_post_goes_by_its_own_date(store: Store):
    quote = printed(store, 1, WORDS, day="2025-03-03")
    details = PostDetails("bluesky", posted_at="2025-03-01T10:00:00Z")
    post = Quote("q1", "post", WORDS, 0, 5, "unknown", 0.0, post=details)
    made = reading("Text 2", post, url="https://paper2.example/")
    keep(store, replace(made, document=replace(made.document, published_at="2025-03-09")))
    assert versions_of(store, quote).first.id == "q2"


SPEAKERS = [
    ("Ona Brandt", False), ("Ruta Vesk", True), (None, False), ("a clerk", False),
]


@pytest.mark.parametrize("who, disagree", SPEAKERS)
def test_whether_versions_disagree_on_the_speaker(store: Store, who: str | None, disagree: bool):
    quote = printed(store, 1, WORDS)
    printed(store, 2, WORDS, who)
    assert versions_of(store, quote).speakers_disagree is disagree


@pytest.mark.parametrize("words", ["mess", "a mess", None, "…"])
def test_words_that_anybody_may_say_have_no_versions(store: Store, words: str | None):
    quote = printed(store, 1, words)
    printed(store, 2, words or "mess")
    found = versions_of(store, quote)
    assert (found.versions, found.first.id, found.speakers_disagree) == ((), quote.id, False)


def test_the_same_document_is_no_other_version(store: Store):
    quotes = (Quote("q1", "direct", WORDS, 0, 5, "unknown", 0.0), Quote("q2", "direct", WORDS, 9, 15, "unknown", 0.0))
    keep(store, reading("text", *quotes))
    assert versions_of(store, store.quote("q1")).versions == ()
