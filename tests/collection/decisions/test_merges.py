"""Merging and splitting: everything goes over, readings keep to it, and undoing puts every row back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.decisions.merges import Part, merge, split
from quotes.collection.decisions.quote_decisions import confirm, correct
from quotes.collection.decisions.speaker_edits import add_account, edit, remove_alias
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.collection.verification.verification import verify
from quotes.records.document import Document
from quotes.records.errors import Conflict, InvalidInput, NotFound
from quotes.records.post import Account
from quotes.records.reading import Reading
from quotes.records.search_query import Order, parse
from quotes.records.speaker import QuotedSpeaker
from quotes.store.contract.store import PageRequest, QuoteFilter, SpeakerFilter, Store
from tests.collection.articles import quote, speaker
from tests.collection.decisions.test_quote_decisions import DESK, counts

ROLF = speaker("Rolf Sand", handle="rsand", aliases=("Sand",))
BOB = replace(speaker("Bob Sand", id="s2", handle="bobsand", aliases=("Sand",)), description="a diver")
OTHER = speaker("Piet Laar", id="s3")
DROPPED = {"record_version", "decision", "decision_subject", "sqlite_sequence"}  # what grows with every decision


def article(number: int, *people, text: str = "") -> Reading:
    """An article in which each of these people says one thing; the first is everybody's runner-up."""
    words = [f"Thing {number} by {one.name}" for one in people]
    said = tuple(replace(quote(one, f"q{place}", by=who), start=place * 50, end=place * 50 + len(one),
                         runner_up=QuotedSpeaker(people[0].id, people[0].name, "person"))
                 for place, (one, who) in enumerate(zip(words, people, strict=True), 1))
    return Reading(Document(text or f"Article {number}", url=f"https://sand.example/{number}"), said, people)


@pytest.fixture
def kept(store: Store) -> Store:
    """Rolf Sand (s1) in d1 and d3, Bob Sand (s2) in d2 and d3, Piet Laar (s3) in d3; q1 to q5."""
    keep(store, article(1, ROLF))
    keep(store, article(2, replace(BOB, id="s1")))
    keep(store, article(3, ROLF, BOB, OTHER))
    return store


def searched(store: Store, wanted: QuoteFilter, order: Order) -> list[str]:
    return sorted(one.id for one in store.search(wanted, PageRequest(100), order).page.items)


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those that only grow."""
    tables = sorted(store.engine.tables() - DROPPED)
    return {name: sorted(store.engine.ask(f'SELECT * FROM "{name}"'), key=repr) for name in tables}


def said_by(store: Store, speaker_id: str) -> list[str]:
    return sorted(one.id for one in store.quotes(QuoteFilter(speaker_id=speaker_id), PageRequest(100)).items)


def test_everything_goes_over_and_the_old_id_leads_on(kept: Store):
    edit(kept, "s2", {"wikidata": "Q7"}, DESK)
    made = merge(kept, "s2", "s1", DESK)
    one = kept.speaker("s1")
    assert kept.speaker("s2") == one
    assert (one.name, set(one.aliases)) == ("Rolf Sand", {"Sand", "Bob Sand"})
    assert set(one.accounts) == {Account("twitter", "rsand"), Account("twitter", "bobsand")}
    assert said_by(kept, "s1") == said_by(kept, "s2") == ["q1", "q2", "q3", "q4"]
    assert [one.id for one in kept.speakers(SpeakerFilter(), PageRequest()).items] == ["s1", "s3"]
    assert [one.id for one in kept.quotes(QuoteFilter(name_words=("bob",)), PageRequest()).items] == [
        "q4", "q3", "q2", "q1"]
    assert counts(kept) == {"s1": 4, "s3": 1}
    assert (made.about, made.after["quotes"]) == (("s2", "s1"), 2)
    assert kept.quote("q2").speaker.name == "Bob Sand"


def test_a_merge_is_undone_to_the_row(kept: Store):
    before, versions = rows(kept), [kept.version(one) for one in ("s1", "s2", "q2")]
    made = merge(kept, "s2", "s1", DESK)
    assert rows(kept) != before
    undo(kept, made.id, DESK)
    assert rows(kept) == before
    assert [kept.version(one) for one in ("s1", "s2", "q2")] == [version + 2 for version in versions]


def test_so_is_one_of_three_and_one_with_names_and_accounts_of_people(kept: Store):
    add_account(kept, "s2", Account("bluesky", "bob"), DESK)
    remove_alias(kept, "s2", "Sand", DESK)
    start = rows(kept)
    first = merge(kept, "s2", "s3", DESK)
    middle = rows(kept)
    second = merge(kept, "s3", "s1", DESK)
    assert kept.speaker("s2").id == kept.speaker("s3").id == "s1"
    with pytest.raises(Conflict, match="came later"):
        undo(kept, first.id, DESK)
    undo(kept, second.id, DESK)
    assert rows(kept) == middle
    undo(kept, first.id, DESK)
    assert rows(kept) == start


def test_readings_keep_to_a_merge(kept: Store):
    merge(kept, "s2", "s1", DESK)
    keep(kept, article(4, replace(BOB, id="s1", accounts=())))
    assert kept.quote("q6").speaker.id == "s1"
    keep(kept, article(2, replace(BOB, id="s1"), text="Article 2, longer"))
    reread(kept, "d3", lambda document: replace(article(3, ROLF, BOB, OTHER), document=document))
    assert said_by(kept, "s1") == ["q1", "q2", "q3", "q4", "q6"]
    assert counts(kept) == {"s1": 5, "s3": 1}


def test_a_merge_is_undone_after_a_revision(kept: Store):
    made = merge(kept, "s2", "s1", DESK)
    keep(kept, article(2, replace(BOB, id="s1"), text="Article 2, longer"))
    undo(kept, made.id, DESK)
    assert (said_by(kept, "s1"), said_by(kept, "s2")) == (["q1", "q3"], ["q2", "q4"])
    assert [one.id for one in kept.document_speakers("d2")] == ["s2"]
    counts(kept)


CAME_LATER = [
    # people of the article, how its quotes name them, and who has them after the undo; how many went back and stayed
    ([("Bob Sand", "Bob Sand")], ["s2"], (1, 0)),
    ([("BOB SAND", "he")], ["s2"], (1, 0)),
    ([("Rolf Sand", "Rolf Sand")], ["s1"], (0, 0)),
    ([("Rolf Sand", "he")], ["s1"], (0, 0)),
    ([("Sand", "Sand")], ["s1"], (0, 1)),
    ([("Bob Sand", "Rolf Sand")], ["s1"], (0, 0)),
    ([("Rolf Sand", "Bob Sand")], ["s1"], (0, 1)),
]


@pytest.mark.parametrize("people, speakers, moved", CAME_LATER)
def test_what_came_after_a_merge_goes_to_whose_name_it_bears(kept: Store, people, speakers, moved):
    made = merge(kept, "s2", "s1", DESK)
    came = article(4, *(speaker(name, id=f"s{place}") for place, (name, _) in enumerate(people, 1)))
    named = [replace(one, speaker=replace(one.speaker, mention=mention), runner_up=one.speaker)
             for one, (_, mention) in zip(came.quotes, people, strict=True)]
    keep(kept, replace(came, quotes=tuple(named)))
    assert said_by(kept, "s1")[-1] == "q6"
    after = undo(kept, made.id, DESK).after
    assert (after["returned"], after["stayed"]) == moved
    assert [one.speaker.id for one in kept.document_quotes("d4")] == speakers
    assert [one.runner_up.id for one in kept.document_quotes("d4")] == speakers
    assert [one.id for one in kept.document_speakers("d4")] == speakers
    assert {name.name for name in kept.names("s1")} <= {"Rolf Sand", "Sand"}
    counts(kept)


def test_a_later_article_links_to_whom_the_quotes_went_back(kept: Store):
    made = merge(kept, "s2", "s1", DESK)
    keep(kept, article(4, speaker("BOB SAND")))
    undo(kept, made.id, DESK)
    keep(kept, article(5, speaker("Bob Sand")))
    assert said_by(kept, "s2") == ["q2", "q4", "q6", "q7"]


def test_what_an_article_of_the_merged_one_gained_goes_back_with_it(kept: Store):
    made = merge(kept, "s2", "s1", DESK)
    longer = article(2, replace(BOB, id="s1"), text="Article 2, longer")
    more = replace(longer.quotes[0], id="q2", text="Quite another thing", start=200, end=219)
    keep(kept, replace(longer, quotes=(*longer.quotes, more)))
    assert undo(kept, made.id, DESK).after["returned"] == 1
    assert (said_by(kept, "s1"), said_by(kept, "s2")) == (["q1", "q3"], ["q2", "q4", "q6"])
    counts(kept)


def test_what_a_person_said_since_stays(kept: Store):
    made = merge(kept, "s2", "s1", DESK)
    keep(kept, article(4, speaker("Bob Sand")))
    keep(kept, article(5, OTHER))
    correct(kept, "q7", "s1", DESK)
    after = undo(kept, made.id, DESK).after
    assert (after["returned"], after["stayed"]) == (1, 0)
    assert (said_by(kept, "s1"), said_by(kept, "s2")) == (["q1", "q3", "q7"], ["q2", "q4", "q6"])


def test_a_merge_of_sources_without_a_name_survives_a_revision(store: Store):
    officials = speaker("officials", "unnamed")
    for number in (1, 2):
        keep(store, article(number, officials))
    merge(store, "s2", "s1", DESK)
    keep(store, article(2, officials, text="Article 2, longer"))
    assert said_by(store, "s1") == ["q1", "q2"]


def test_what_was_decided_about_a_quote_that_went_over_stands_in_the_way(kept: Store):
    made = merge(kept, "s2", "s1", DESK)
    later = correct(kept, "q2", "s3", DESK)
    with pytest.raises(Conflict, match=f"Undo {later.id} first"):
        undo(kept, made.id, DESK)
    assert kept.quote("q2").speaker.id == "s3"


def test_a_correction_from_before_a_merge_waits_for_it(kept: Store):
    made = correct(kept, "q2", "s3", DESK)
    merge(kept, "s3", "s1", DESK)
    with pytest.raises(Conflict, match="merged two speakers"):
        undo(kept, made.id, DESK)


def test_a_quote_that_was_taken_from_one_who_was_merged_since_is_not_given_back(kept: Store):
    made = correct(kept, "q2", None, DESK)
    merging = merge(kept, "s2", "s1", DESK)
    with pytest.raises(Conflict, match=r"s2, who had this quote .* merged into Rolf Sand \(s1\) since.* correct .* s1"):
        undo(kept, made.id, DESK)
    assert kept.quote("q2").speaker is None
    undo(kept, merging.id, DESK)
    undo(kept, made.id, DESK)
    assert kept.quote("q2").speaker.id == "s2"


def test_a_runner_up_who_was_merged_since_is_the_other_one(kept: Store):
    made = correct(kept, "q4", "s3", DESK)
    merge(kept, "s1", "s2", DESK)
    undo(kept, made.id, DESK)
    assert (kept.quote("q4").speaker.id, kept.quote("q4").runner_up.id) == ("s2", "s2")


@pytest.mark.parametrize("one, into, error, words", [
    ("s1", "s1", InvalidInput, "itself"), ("s9", "s1", NotFound, "s9"), ("s1", "s9", NotFound, "s9"),
])
def test_what_cannot_be_merged(kept: Store, one: str, into: str, error: type[Exception], words: str):
    before = rows(kept)
    with pytest.raises(error, match=words):
        merge(kept, one, into, DESK)
    assert rows(kept) == before


@pytest.mark.parametrize("order", ["date", "relevance"])
@pytest.mark.parametrize("typed, ids", [
    ("thing", ["q1", "q2", "q3", "q4"]), ("bob", ["q2", "q4"]), ("rolf", ["q1", "q3"]), ("piet", []),
    ("-bob", ["q1", "q3"]),
])
def test_searches_by_the_id_of_one_who_was_merged_find_what_the_other_said(kept: Store, order: Order, typed: str,
                                                                           ids: list[str]):
    merge(kept, "s2", "s1", DESK)
    merged, other = (QuoteFilter(speaker_id=one, terms=parse(typed)) for one in ("s2", "s1"))
    assert searched(kept, merged, order) == searched(kept, other, order) == ids
    assert kept.count_quotes(merged) == kept.count_quotes(other) == len(ids)


def test_a_chain_of_merges_leads_to_its_end_and_a_number_never_given_to_nobody(kept: Store):
    merge(kept, "s2", "s1", DESK)
    merge(kept, "s1", "s3", DESK)
    for one in ("s1", "s2", "s3"):
        assert said_by(kept, one) == ["q1", "q2", "q3", "q4", "q5"]
        assert searched(kept, QuoteFilter(speaker_id=one, terms=parse("thing")), "date") == said_by(kept, "s3")
    assert said_by(kept, "s9") == searched(kept, QuoteFilter(speaker_id="s9", terms=parse("thing")), "date") == []


def test_words_are_verified_as_the_other_s(kept: Store):
    outcomes = {one: verify(kept, "Thing 2 by Bob Sand", one).outcome for one in ("s1", "s2")}
    assert outcomes == {"s1": "other_speaker", "s2": "found"}
    merge(kept, "s2", "s1", DESK)
    outcomes = {one: verify(kept, "Thing 2 by Bob Sand", one).outcome for one in ("s1", "s2", "s3")}
    assert outcomes == {"s1": "found", "s2": "found", "s3": "other_speaker"}


def test_who_was_merged_is_decided_about_no_more(kept: Store):
    merge(kept, "s2", "s1", DESK)
    for decide in (lambda: edit(kept, "s2", {"name": "Bob"}, DESK), lambda: merge(kept, "s2", "s3", DESK),
                   lambda: merge(kept, "s3", "s2", DESK)):
        with pytest.raises(Conflict, match=r"s2 was merged into Rolf Sand \(s1\)"):
            decide()
    assert correct(kept, "q5", "s2", DESK).after["speaker"]["id"] == "s1"


SPLITS = [
    (Part(quotes=["q1"]), ["q1"]), (Part(documents=["d1"]), ["q1"]), (Part(documents=["d3"]), ["q3"]),
    (Part(quotes=["q3"], documents=["d1", "d2"], name="Rolf Sand the elder", description="a baker"), ["q1", "q3"]),
]


@pytest.fixture
def split_store(kept: Store) -> Store:
    """The same with one more article of Rolf Sand's (q6 in d4)."""
    keep(kept, article(4, ROLF))
    return kept


@pytest.mark.parametrize("part, moved", SPLITS)
def test_a_part_becomes_somebody_else_and_stays_so(split_store: Store, part: Part, moved: list[str]):
    kept = split_store
    made = split(kept, "s1", part, DESK)
    other = made.about[1]
    rest = [one for one in ("q1", "q3", "q6") if one not in moved]
    for number, people in ((1, [ROLF]), (3, [ROLF, BOB, OTHER]), (4, [ROLF])):
        again = article(number, *people)
        reread(kept, f"d{number}", lambda document, again=again: replace(again, document=document))
        keep(kept, article(number, *people, text=f"Article {number}, longer"))
    assert (said_by(kept, other), said_by(kept, "s1")) == (moved, rest)
    assert kept.speaker(other).name == (part.name or "Rolf Sand")
    assert kept.quote(moved[0]).verdict == "corrected"
    assert counts(kept)[other] == len(moved)


def test_nobody_joins_the_two_again_by_name_alone(split_store: Store):
    other = split(split_store, "s1", Part(documents=["d1"]), DESK).about[1]
    keep(split_store, article(5, replace(ROLF, accounts=())))
    assert split_store.quote("q7").speaker.id not in ("s1", other)


@pytest.mark.parametrize("part, moved", SPLITS)
def test_a_split_is_undone(split_store: Store, part: Part, moved: list[str]):
    kept = split_store
    quotes = [kept.quote(one) for one in ("q1", "q3", "q6")]
    speakers, links = kept.engine.ask("SELECT * FROM speaker"), [link.stored for link in kept.document_links("d1")]
    undo(kept, split(kept, "s1", part, DESK).id, DESK)
    assert [kept.quote(one) for one in ("q1", "q3", "q6")] == quotes
    assert kept.engine.ask("SELECT * FROM speaker") == speakers
    assert [link.stored for link in kept.document_links("d1")] == links == ["s1"]


@pytest.mark.parametrize("name", [None, "Rolf Sander"])
def test_what_came_to_a_split_article_since_goes_back_too(split_store: Store, name: str | None):
    kept = split_store
    made = split(kept, "s1", Part(documents=["d1"], name=name), DESK)
    again = article(1, ROLF, OTHER, text="Article 1, longer")
    more = replace(quote("And one more thing", "q3", by=ROLF), start=200, end=218)
    keep(kept, replace(again, quotes=(*again.quotes, more)))
    assert said_by(kept, made.about[1]) == ["q1", "q8"]
    undo(kept, made.id, DESK)
    assert kept.speaker(made.about[1]) is None
    assert said_by(kept, "s1") == ["q1", "q3", "q6", "q8"] and kept.quote("q7").runner_up.id == "s1"
    assert counts(kept)["s1"] == 4
    assert [link.stored for link in kept.document_links("d1")] == ["s1", "s3"]


def test_a_split_is_undone_in_an_article_that_has_the_first_one_again(split_store: Store):
    kept = split_store
    made = split(kept, "s1", Part(documents=["d1"], name="Rolf Sander"), DESK)
    both = (replace(ROLF, accounts=()), replace(ROLF, id="s2", name="Rolf J. Sand"))
    keep(kept, article(1, *both, text="Article 1, longer"))
    assert sorted(link.stored for link in kept.document_links("d1")) == ["s1", made.about[1]]
    undo(kept, made.id, DESK)
    assert [link.stored for link in kept.document_links("d1")] == ["s1"]
    assert kept.speaker(made.about[1]) is None and said_by(kept, "s1") == ["q1", "q3", "q6", "q7"]


@pytest.mark.parametrize("part, error, words", [
    (Part(), InvalidInput, "Choose"), (Part(documents=["d9"]), InvalidInput, "Choose"),
    (Part(quotes=["q2"]), InvalidInput, "q2 is not a quote of Rolf Sand"),
    (Part(quotes=["q9"]), InvalidInput, "q9"), (Part(documents=["d1", "d3", "d4"]), InvalidInput, "all quotes"),
    (Part(quotes=["q1"], name="!"), InvalidInput, "letters"), (Part(quotes=["q1"], name="bob sand"), Conflict, "s2"),
])
def test_what_cannot_be_split(split_store: Store, part: Part, error: type[Exception], words: str):
    before = rows(split_store)
    with pytest.raises(error, match=words):
        split(split_store, "s1", part, DESK)
    assert rows(split_store) == before


def test_a_quote_confirmed_after_a_split_stands_in_its_way(split_store: Store):
    made = split(split_store, "s1", Part(quotes=["q1"]), DESK)
    confirm(split_store, "q1", DESK)
    with pytest.raises(Conflict, match="confirmed a quote"):
        undo(split_store, made.id, DESK)
