"""The same document twice makes no second copy; a changed one becomes a revision that loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.decisions.quote_decisions import confirm
from quotes.collection.filters import document_named
from quotes.collection.ingestion import keep, still_there
from quotes.records.document import Document
from quotes.records.errors import Conflict, InvalidInput, NotFound
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest, QuoteFilter, Store
from quotes.store.tables.value_codes import STATUSES, VERDICTS
from tests.collection.articles import quote, reading, saying, speaker
from tests.collection.decisions.test_quote_decisions import DESK

A, B = "https://example.org/a", "https://example.org/b"
ADA = speaker("Ada Quill")
BEN = speaker("Ben Harrow", id="s2")

# What is kept first, what comes then, and what becomes of it: text, address, publisher.
PAIRS = [
    (("x", A, "P"), ("x", A, "P"), "same"),
    (("x", A, "P"), ("x", f"{A}?utm_source=mail#top", "P"), "same"),
    (("x", A, "P"), ("x", A, "Q"), "same"),
    (("x", A, "P"), ("y", A, "P"), "revision"),
    (("x", A, "P"), ("y", A.upper().replace("/A", "/a"), "Q"), "revision"),
    (("x", A, "P"), ("x", B, "P"), "new"),
    (("x", A, "P"), ("x", None, "P"), "new"),
    (("x", None, "P"), ("x", A, "P"), "new"),
    (("x", None, "P"), ("x", None, "P"), "same"),
    (("x", None, "The Paper"), ("x", None, "the  paper"), "same"),
    (("x", None, "P"), ("x", None, "Q"), "new"),
    (("x", None, "P"), ("x", None, None), "new"),
    (("x", None, "P"), ("y", None, "P"), "new"),
    (("x", None, None), ("x", None, None), "same"),
    (("x", None, None), ("x", None, ""), "same"),
    (("x", None, None), ("x\n", None, None), "new"),
    (("é", None, None), ("e\u0301", None, None), "new"),
    (("", None, None), ("", None, None), "same"),
]


@pytest.mark.parametrize("first, then, outcome", PAIRS)
def test_what_is_the_same_document(store: Store, first: tuple[str, ...], then: tuple[str, ...], outcome: str):
    before = keep(store, reading(first[0], url=first[1], publisher=first[2]))
    after = keep(store, reading(then[0], url=then[1], publisher=then[2]))
    assert (before.outcome, after.outcome) == ("new", outcome)
    assert (after.document.id == before.document.id) == (outcome != "new")
    assert len(store.documents(PageRequest()).items) == 1 + (outcome == "new")
    assert store.document(after.document.id).text == then[0]


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_page_takes_nothing_away(store: Store, text: str):
    first = keep(store, saying("Some text", ADA, A))
    quotes = store.document_quotes("d1")
    with pytest.raises(Conflict) as refused:
        keep(store, reading(text, url=A))
    assert "d1" in str(refused.value)
    assert (store.document("d1"), store.document_quotes("d1", status=None)) == (first.document, quotes)


def test_an_empty_page_becomes_one_with_text(store: Store):
    keep(store, reading("", url=A))
    assert keep(store, saying("Some text", ADA, A)).outcome == "revision"


def test_the_same_again_changes_nothing(store: Store):
    first = keep(store, saying("Some text", ADA, A))
    quotes, speakers = store.document_quotes("d1"), store.document_speakers("d1")
    again = keep(store, saying("Some text", BEN, A))
    assert again.document == first.document == store.document("d1")
    assert (store.document_quotes("d1"), store.document_speakers("d1")) == (quotes, speakers)


def test_half_a_surrogate_pair_in_the_text_is_bad_input(store: Store):
    with pytest.raises(InvalidInput) as raised:
        keep(store, reading("broken \udc00"))
    assert raised.value.field == "text"


def revised(store: Store, before: list[Quote], after: list[Quote]) -> list[tuple[str, str | None, str]]:
    """Keep a document and its revision; its quotes then, whatever their status."""
    people = (ADA, BEN)
    keep(store, reading("before", *before, url=A, speakers=people))
    assert keep(store, reading("after", *after, url=A, speakers=people)).outcome == "revision"
    return sorted((one.id, one.text, one.status) for one in store.document_quotes("d1", None))


def said(*words: str | None) -> list[Quote]:
    """Quotes with these words, in this order."""
    return [replace(quote(one, f"q{place}", by=ADA), start=place * 10, end=place * 10 + 5)
            for place, one in enumerate(words, 1)]


REVISIONS = [
    (["a", "b"], ["a", "b"], {"q1": "a", "q2": "b"}, []),
    (["a", "b"], ["b", "a"], {"q1": "a", "q2": "b"}, []),
    (["a", "b"], ["b"], {"q2": "b"}, ["q1"]),
    (["a"], ["new", "a"], {"q1": "a", "q2": "new"}, []),
    (["a"], [], {}, ["q1"]),
    ([], ["a"], {"q1": "a"}, []),
    (["yes", "yes"], ["yes"], {"q1": "yes"}, ["q2"]),
    (["yes"], ["yes", "yes"], {"q1": "yes", "q2": "yes"}, []),
    (["It  is\n“a mess”"], ['It is "a mess"'], {"q1": 'It is "a mess"'}, []),
    (["It is a mess"], ["It is not a mess"], {"q2": "It is not a mess"}, ["q1"]),
    (["It is a mess,"], ["It is a mess."], {"q1": "It is a mess."}, []),
    (["Yes,", "Yes?"], ["Yes?", "Yes."], {"q1": "Yes.", "q2": "Yes?"}, []),
    (["It is a mess"], ["it is a mess"], {"q2": "it is a mess"}, ["q1"]),
]


@pytest.mark.parametrize("before, after, active, withdrawn", REVISIONS)
def test_quotes_whose_words_are_still_there_keep_their_ids(
    store: Store, before: list[str], after: list[str], active: dict[str, str], withdrawn: list[str],
):
    found = revised(store, said(*before), said(*after))
    assert {one: text for one, text, status in found if status == "active"} == active
    assert [one for one, _, status in found if status == "withdrawn"] == withdrawn
    assert len(store.quotes(QuoteFilter(), PageRequest()).items) == len(active)


def test_quotes_that_come_back_are_the_same_quotes(store: Store):
    for text, words in (("one", ["a", "b"]), ("two", ["b"]), ("three", ["a", "b", "c"])):
        keep(store, reading(text, *said(*words), url=A, speakers=(ADA,)))
    assert [(one.id, one.text) for one in store.document_quotes("d1")] == [("q1", "a"), ("q2", "b"), ("q3", "c")]


def test_a_revision_moves_quotes_and_ties_them_anew(store: Store):
    first, second = said("a", "b")
    before = [first, replace(second, parent="q1")]
    after = [replace(second, id="q1", start=3, end=4), replace(first, id="q2", start=1, end=9, continues="q1")]
    revised(store, before, after)
    assert [(one.id, one.start, one.parent, one.continues) for one in store.document_quotes("d1")] == [
        ("q1", 1, None, "q2"), ("q2", 3, None, None)]


def test_posts_are_known_again_by_their_number(store: Store):
    one, other = PostDetails("twitter", post_id="1"), PostDetails("twitter", post_id="2")
    revised(store, [quote("Old words", post=one), quote("x", "q2", post=other)],
            [quote("x", post=other), quote("Words", "q2", post=replace(one, handle="ada"))])
    assert {(found.id, found.text, found.post.handle) for found in store.document_quotes("d1")} == {
        ("q2", "x", None), ("q1", "Words", "ada")}


def test_a_post_is_not_a_quotation_with_the_same_words():
    post = quote("Words", post=PostDetails("twitter"))
    assert still_there([quote("Words", "q7")], [post]) == {}
    assert still_there([replace(post, id="q7")], [post]) == {"q1": "q7"}


def test_what_a_revision_does_not_say_stays(store: Store):
    full = Document("before", title="T", url=A, publisher="P", byline="B", published_at="2024-05-05", language="en")
    keep(store, Reading(full))
    kept = keep(store, Reading(Document("after", url=A, title="T2", engine="e2"))).document
    assert replace(kept, added_at=None) == replace(full, text="after", title="T2", engine="e2")
    keep(store, reading("later", *said("a"), url=A, speakers=(ADA,)))
    assert store.quote("q1").document.published_at == "2024-05-05"


CODES = {"verdict": VERDICTS, "status": STATUSES}


def decide(store: Store, number: int, **columns: object) -> None:
    """What a person decided about a quote, written past the store, which has no way to decide yet."""
    with store.writing():
        for column, value in columns.items():
            code = CODES[column].numbers[value] if column in CODES else value
            store.engine.ask(f"UPDATE quote SET {column} = ? WHERE id = ?", [code, number])


def test_a_machine_never_overwrites_what_a_person_decided(store: Store):
    keep(store, reading("before", *said("a", "b", "c", "d"), url=A, speakers=(ADA, BEN)))
    decide(store, 1, speaker_id=2, mention="Harrow", verdict="corrected", confidence=1.0, confirmed_by="desk")
    decide(store, 2, status="not_a_quote", confirmed_by="desk")
    decide(store, 3, verdict="certain", confidence=1.0, confirmed_by="desk")
    decide(store, 4, verdict="corrected", speaker_id=None, mention=None, confirmed_by="desk")
    again = [replace(one, confidence=0.2, verdict="unsure", start=one.start + 7) for one in said("a", "b", "c", "d")]
    keep(store, reading("after", *again, url=A, speakers=(ADA, BEN)))
    found = store.document_quotes("d1", None)
    assert [(one.speaker and one.speaker.name, one.verdict, one.confidence, one.status, one.confirmed_by)
            for one in found] == [
        ("Ben Harrow", "corrected", 1.0, "active", "desk"), ("Ada Quill", "certain", 0.9, "not_a_quote", "desk"),
        ("Ada Quill", "certain", 1.0, "active", "desk"), (None, "corrected", 0.9, "active", "desk")]
    assert [one.start for one in found] == [17, 27, 37, 47]
    assert (found[0].speaker.mention, found[0].speaker.start, found[0].clues) == ("Harrow", None, ())
    assert found[2].speaker.start == 0
    assert [(one.name, store.speaker(one.id).id) for one in store.document_speakers("d1")] == [
        ("Ada Quill", "s1"), ("Ben Harrow", "s2")]


def test_a_decision_outlives_words_that_go_and_come_back(store: Store):
    keep(store, reading("one", *said("a"), url=A, speakers=(ADA, BEN)))
    decide(store, 1, speaker_id=2, verdict="corrected", confirmed_by="desk")
    keep(store, reading("two", url=A))
    assert [(one.status, one.verdict) for one in store.document_quotes("d1", None)] == [("withdrawn", "corrected")]
    keep(store, reading("three", *said("a"), url=A, speakers=(ADA,)))
    assert [(one.id, one.speaker.name, one.verdict) for one in store.document_quotes("d1")] == [
        ("q1", "Ben Harrow", "corrected")]


def test_the_text_of_every_revision_is_kept(store: Store):
    for text in ("one", "two", "one"):
        keep(store, reading(text, *said(text), url=A, speakers=(ADA,)))
    assert store.engine.ask("SELECT revision, text FROM body ORDER BY revision") == [(1, "one"), (2, "two"), (3, "one")]
    assert store.engine.ask("SELECT id, revision, status FROM quote ORDER BY id") == [
        (1, 3, STATUSES.numbers["active"]), (2, 2, STATUSES.numbers["withdrawn"])]


def test_an_active_quote_goes_before_a_withdrawn_one_with_the_same_words():
    kept = [replace(quote("Yes", "q7"), status="withdrawn"), quote("Yes", "q8")]
    assert still_there(kept, [quote("Yes")]) == {"q1": "q8"}
    assert still_there(kept, [quote("Yes"), quote("Yes", "q2")]) == {"q1": "q8", "q2": "q7"}


def test_the_same_words_by_two_people_stay_each_s_own(store: Store):
    both = [quote("No,", "q1", by=ADA), replace(quote("No,", "q2", by=BEN), start=10, end=13)]
    keep(store, reading("both", *both, url=A, speakers=(ADA, BEN)))
    confirm(store, "q2", DESK)
    keep(store, reading("Ben alone", quote("No,", by=BEN), url=A, speakers=(BEN,)))
    assert [(one.id, one.status, one.speaker.name, one.confirmed_by) for one in store.document_quotes("d1", None)] == [
        ("q1", "withdrawn", ADA.name, None), ("q2", "active", BEN.name, "city desk")]
    keep(store, reading("both", *both[::-1], url=A, speakers=(ADA, BEN)))
    assert {(one.id, one.speaker.name) for one in store.document_quotes("d1")} == {("q1", ADA.name), ("q2", BEN.name)}


def test_a_corrected_quote_stays_where_it_is_beside_the_same_words_of_whom_it_was_given_to():
    kept = [replace(quote("No,", "q7", by=BEN), verdict="corrected"), quote("No,", "q8", by=BEN)]
    found = [quote("No,", "q1", by=ADA), quote("No,", "q2", by=BEN)]
    assert still_there(kept, found) == {"q1": "q7", "q2": "q8"}


def test_words_that_turn_out_to_be_another_s_keep_their_id():
    assert still_there([quote("No,", "q7", by=ADA)], [quote("No,", by=BEN)]) == {"q1": "q7"}
    assert still_there([quote("No,", "q7", by=ADA), quote("No.", "q8")], [quote("No,"), quote("No,", "q2")]) == {
        "q1": "q8", "q2": "q7"}


def test_a_revision_that_names_another_speaker_counts_and_lists_anew(store: Store):
    keep(store, reading("before", *said("a", "b"), url=A, speakers=(ADA,)))
    after = [replace(one, speaker=quote("", by=BEN).speaker) for one in said("a", "b")]
    keep(store, reading("after", *after, url=A, speakers=(BEN,)))
    assert [one.name for one in store.document_speakers("d1")] == ["Ben Harrow"]
    assert store.engine.ask("SELECT name, quote_count FROM speaker ORDER BY id") == [
        ("Ada Quill", 0), ("Ben Harrow", 2)]


def test_only_active_quotes_are_counted(store: Store):
    first, second = said("a", "b")
    keep(store, reading("text", first, replace(second, status="not_a_quote"), speakers=(ADA,)))
    assert store.engine.ask("SELECT quote_count FROM speaker") == [(1,)]


def claiming(text: str, url_from: str | None = "page") -> Reading:
    """A page with one quote, of which the page itself or a caller gives the address."""
    made = reading(text, quote(text), url="https://victim.example/a")
    return replace(made, document=replace(made.document, url_from=url_from))


@pytest.mark.parametrize("first", ["caller", "page", None])
def test_a_page_that_claims_an_address_revises_nothing_there(store: Store, first: str | None):
    keep(store, claiming("The pier opens at nine", first))
    kept = keep(store, claiming("The pier is sold"))
    assert (kept.outcome, kept.document.id) == ("new", "d2")
    assert [one.code for one in kept.document.warnings] == (["address_claim"] if first != "page" else [])
    assert [found.status for n in (1, 2) if (found := store.quote(f"q{n}"))] == ["active", "active"]
    assert keep(store, claiming("The pier is sold")).outcome == "same"
    assert keep(store, claiming("The pier opens at nine")).outcome == "same"


def test_an_address_that_a_page_claimed_is_the_articles_once_a_caller_gives_it(store: Store):
    keep(store, claiming("The pier opens at nine"))
    kept = keep(store, claiming("The pier opens at nine", "caller"))
    assert (kept.outcome, kept.document.id, kept.document.url_from) == ("same", "d1", "caller")
    kept = keep(store, claiming("The pier opens at ten", "caller"))
    assert (kept.outcome, kept.document.id) == ("revision", "d1")


def test_an_article_is_found_by_the_address_that_its_page_claims(store: Store):
    keep(store, claiming("The pier opens at nine"))
    assert document_named(store, "https://victim.example/a#top").id == "d1"
    with pytest.raises(NotFound):
        document_named(store, "https://victim.example/ab")
