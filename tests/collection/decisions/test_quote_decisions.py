"""What a person decides about a quote stands: on record, over revisions and readings, against a second editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import pytest

from quotes.collection.decisions.quote_decisions import By, Named, confirm, correct, mark_not_a_quote, restore
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.records.document import Document
from quotes.records.errors import Conflict, InvalidInput, NotFound, QuotesError, Stale
from quotes.records.evidence import Clue
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker
from quotes.store.contract.store import PageRequest, QuoteFilter, SpeakerFilter, Store
from quotes.store.store_opener import open_store
from tests.collection.articles import speaker

URL = "https://harbour.example/wall"
TEXT = "“The wall will hold,” said Ona Brandt. “Nobody asked us,” said Piet Laar."
ONA, PIET = speaker("Ona Brandt"), speaker("Piet Laar", id="s2")
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DESK = By("city desk", NOON)


def said(words: str, by=ONA, id: str = "q1", text: str = TEXT) -> Quote:
    """What somebody says in the text, with a reason."""
    start, name = text.index(words), text.index(by.name)
    who = QuotedSpeaker(by.id, by.name, by.kind, mention=by.name, start=name, end=name + len(by.name))
    clue = Clue("beside", "“said” stands beside it.", 1.5, name, name + len(by.name), ("said", "Ona Brandt"))
    return Quote(id, "direct", words, start, start + len(words), "likely", 0.8, speaker=who, clues=(clue,),
                 runner_up=QuotedSpeaker(None, "a clerk", "unnamed"))


FIRST, SECOND = said("The wall will hold,"), said("Nobody asked us,", PIET, "q2")


def article(*quotes: Quote, text: str = TEXT) -> Reading:
    return Reading(Document(text, url=URL), quotes, (ONA, PIET))


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with one article: q1 by Ona Brandt (s1), q2 by Piet Laar (s2)."""
    keep(store, article(FIRST, SECOND))
    return store


def of(store: Store, id: str = "q1") -> tuple[object, ...]:
    """What decisions change of a quote."""
    quote = store.quote(id)
    return quote.speaker and quote.speaker.id, quote.verdict, quote.status, quote.confirmed_by


def counts(store: Store) -> dict[str, int]:
    """How many active quotes each speaker has, as the lists count them and as there are."""
    kept_counts = {f"s{number}": count for number, count in store.engine.ask("SELECT id, quote_count FROM speaker")}
    there = {one: len(store.quotes(QuoteFilter(speaker_id=one), PageRequest(100)).items) for one in kept_counts}
    assert kept_counts == there
    return there


DECISIONS = [
    (lambda store: confirm(store, "q1", DESK), ("s1", "confirmed", "active", "city desk"), {"s1": 1, "s2": 1}),
    (lambda store: correct(store, "q1", "s2", DESK), ("s2", "corrected", "active", "city desk"), {"s1": 0, "s2": 2}),
    (lambda store: correct(store, "q1", "s1", DESK), ("s1", "confirmed", "active", "city desk"), {"s1": 1, "s2": 1}),
    (lambda store: correct(store, "q1", None, DESK), (None, "corrected", "active", "city desk"), {"s1": 0, "s2": 1}),
    (lambda store: correct(store, "q1", Named(" Ruta \n Vesk "), DESK), ("s3", "corrected", "active", "city desk"),
     {"s1": 0, "s2": 1, "s3": 1}),
    (lambda store: correct(store, "q1", Named("Ona Brandt", another=True), DESK),
     ("s3", "corrected", "active", "city desk"), {"s1": 0, "s2": 1, "s3": 1}),
    (lambda store: mark_not_a_quote(store, "q1", DESK), ("s1", "likely", "not_a_quote", "city desk"),
     {"s1": 0, "s2": 1}),
]


@pytest.mark.parametrize("decide, expected, counted", DECISIONS)
def test_a_decision_changes_the_quote_and_the_counts(kept: Store, decide, expected, counted):
    other = kept.quote("q2")
    decide(kept)
    assert of(kept) == expected
    assert counts(kept) == counted
    assert kept.quote("q2") == other
    assert (kept.quote("q1").text, kept.quote("q1").start) == (FIRST.text, FIRST.start)


@pytest.mark.parametrize("decide, expected, counted", DECISIONS)
def test_a_decision_is_on_record(kept: Store, decide, expected, counted):
    made = decide(kept)
    assert kept.decisions_about("q1") == (made,)
    assert kept.decisions_about("q2") == kept.decisions_about("d1") == ()
    assert (made.id, made.made_by, made.about) == ("c1", "city desk", ("q1",))
    assert made.made_at == "2026-01-02T12:00:00+00:00"
    assert made.before == {"speaker": {"id": "s1", "name": "Ona Brandt"}, "verdict": "likely", "confidence": 0.8,
                           "status": "active", "confirmed_by": None}
    who = made.after["speaker"] and made.after["speaker"]["id"]
    assert (who, made.after["verdict"], made.after["status"], made.after["confirmed_by"]) == expected


@pytest.mark.parametrize("decide, expected, counted", DECISIONS)
def test_a_decision_survives_the_same_again_a_revision_and_a_new_reading(kept: Store, decide, expected, counted):
    decide(kept)
    keep(kept, article(FIRST, SECOND))
    assert of(kept) == expected
    longer = "An addition. " + TEXT
    again = [said("The wall will hold,", PIET, text=longer), said("Nobody asked us,", PIET, "q2", longer)]
    assert keep(kept, article(*again, text=longer)).outcome == "revision"
    assert of(kept) == expected
    reread(kept, "d1", lambda document: article(*again, text=longer))
    assert of(kept) == expected
    reread(kept, "d1", lambda document: article(again[1], text=longer))
    assert of(kept) == expected
    assert kept.quote("q1").start == longer.index("The wall")
    counts(kept)


def test_a_decided_quote_is_withdrawn_when_its_words_are_gone_and_comes_back_as_it_was_decided(kept: Store):
    correct(kept, "q1", "s2", DESK)
    keep(kept, article(text="Nothing."))
    assert of(kept) == ("s2", "corrected", "withdrawn", "city desk")
    keep(kept, article(FIRST, SECOND))
    assert of(kept) == ("s2", "corrected", "active", "city desk")


def test_a_correction_shows_no_reasons_that_spoke_for_somebody_else(kept: Store):
    correct(kept, "q1", "s2", DESK)
    quote = kept.quote("q1")
    assert (quote.clues, quote.runner_up, quote.confidence) == ((), None, 1.0)
    assert quote.speaker == QuotedSpeaker("s2", "Piet Laar", "person")


def test_a_confirmation_keeps_the_reasons(kept: Store):
    confirm(kept, "q1", DESK)
    quote = kept.quote("q1")
    assert (quote.clues, quote.runner_up, quote.speaker.mention) == (FIRST.clues, FIRST.runner_up, "Ona Brandt")


def test_a_confirmation_keeps_the_confidence_and_undoing_it_gives_the_old_verdict_back(kept: Store):
    before = kept.quote("q1")
    made = confirm(kept, "q1", DESK)
    assert (made.after["verdict"], made.after["confidence"]) == ("confirmed", before.confidence)
    assert [one.id for one in kept.quotes(QuoteFilter(verdict="confirmed"), PageRequest()).items] == ["q1"]
    undo(kept, made.id, DESK)
    assert kept.quote("q1") == before


def test_that_nobody_is_named_is_confirmed_and_what_a_person_set_stays_corrected(kept: Store):
    nobodys = replace(SECOND, speaker=None, runner_up=None, verdict="unknown", confidence=0.1)
    reread(kept, "d1", lambda document: article(FIRST, nobodys))
    assert correct(kept, "q2", None, DESK).action == "confirm"
    assert of(kept, "q2") == (None, "confirmed", "active", "city desk")
    correct(kept, "q1", None, DESK)
    assert correct(kept, "q1", None, By("night desk", NOON)).action == "confirm"
    assert of(kept, "q1") == (None, "corrected", "active", "night desk")


def test_a_correction_teaches_nothing_about_others(kept: Store):
    correct(kept, "q1", "s2", DESK)
    keep(kept, replace(article(FIRST), document=Document(TEXT, url=URL + "2")))
    assert kept.quote("q3").speaker.id == "s1"
    assert kept.speaker("s2").aliases == kept.speaker("s2").accounts == ()


def test_somebody_who_was_entered_is_found_and_known_again(kept: Store):
    correct(kept, "q1", Named("Ruta Vesk", description="a diver"), DESK)
    assert kept.speaker("s3").description == kept.quote("q1").speaker.description == "a diver"
    assert [one.id for one in kept.speakers_named(("ruta", "vesk"))] == ["s3"]
    assert [one.id for one in kept.quotes(QuoteFilter(name_words=("vesk",)), PageRequest()).items] == ["q1"]


def test_a_quote_is_marked_and_taken_back(kept: Store):
    mark_not_a_quote(kept, "q1", DESK)
    assert [one.id for one in kept.document_quotes("d1")] == ["q2"]
    restore(kept, "q1", DESK)
    assert of(kept) == ("s1", "likely", "active", "city desk")
    assert [one.action for one in kept.decisions_about("q1")] == ["restore", "not_a_quote"]


def test_words_that_are_gone_meanwhile_are_taken_back_as_withdrawn(kept: Store):
    mark_not_a_quote(kept, "q1", DESK)
    keep(kept, article(text="Nothing."))
    assert of(kept)[2] == "not_a_quote"
    restore(kept, "q1", DESK)
    assert of(kept)[2] == "withdrawn"


REFUSED = [
    (lambda store: confirm(store, "q9", DESK), NotFound, "q9"),
    (lambda store: confirm(store, "s1", DESK), NotFound, "s1"),
    (lambda store: correct(store, "q1", "s9", DESK), InvalidInput, "no speaker s9"),
    (lambda store: correct(store, "q1", "Piet Laar", DESK), InvalidInput, "no speaker Piet Laar"),
    (lambda store: correct(store, "q1", Named("  "), DESK), InvalidInput, "name"),
    (lambda store: correct(store, "q1", Named("—!"), DESK), InvalidInput, "name"),
    (lambda store: correct(store, "q1", Named("x" * 301), DESK), InvalidInput, "300"),
    (lambda store: correct(store, "q1", Named("PIET LAAR"), DESK), Conflict, r"already Piet Laar \(s2\)"),
    (lambda store: restore(store, "q1", DESK), Conflict, "not marked"),
    (lambda store: confirm(store, "q1", replace(DESK, note="x" * 2001)), InvalidInput, "2000"),
    (lambda store: confirm(store, "q1", replace(DESK, seen={2})), Stale, "changed since"),
    (lambda store: correct(store, "q1", Named("Ruta Vesk"), replace(DESK, seen=())), Stale, "changed since"),
]


@pytest.mark.parametrize("decide, error, words", REFUSED)
def test_what_is_refused_changes_nothing(kept: Store, decide, error: type[QuotesError], words: str):
    before = kept.quote("q1")
    with pytest.raises(error, match=words):
        decide(kept)
    assert kept.quote("q1") == before
    assert kept.decisions_about("q1") == ()
    assert [one.id for one in kept.speakers(SpeakerFilter(), PageRequest()).items] == ["s2", "s1"]


def test_the_second_mark_is_refused(kept: Store):
    mark_not_a_quote(kept, "q1", DESK)
    with pytest.raises(Conflict, match="already"):
        mark_not_a_quote(kept, "q1", DESK)


def test_the_note_is_kept(kept: Store):
    assert confirm(kept, "q1", replace(DESK, note="  heard the tape\n")).note == "heard the tape"
    assert confirm(kept, "q2", replace(DESK, note=" ")).note is None


CHANGES = [
    lambda store: confirm(store, "q1", DESK),
    lambda store: correct(store, "q1", None, DESK),
    lambda store: keep(store, article(FIRST, text="Before it. " + TEXT)),
    lambda store: keep(store, article(text="Nothing.")),
    lambda store: reread(store, "d1", lambda document: article(SECOND)),
]


@pytest.mark.parametrize("change", CHANGES)
def test_whoever_saw_the_quote_before_a_change_is_refused_after_it(kept: Store, change):
    seen = kept.version("q1")
    change(kept)
    with pytest.raises(Stale, match="Nothing of yours was kept"):
        confirm(kept, "q1", replace(DESK, seen={seen}))
    confirm(kept, "q1", replace(DESK, seen={seen, kept.version("q1")}))


def test_a_change_elsewhere_is_no_reason_to_refuse(kept: Store):
    seen = kept.version("q1")
    confirm(kept, "q2", DESK)
    keep(kept, replace(article(FIRST), document=Document(TEXT, url=URL + "2")))
    confirm(kept, "q1", replace(DESK, seen={seen}))


def test_of_two_editors_at_once_one_decides_and_the_other_is_told(kept: Store, tmp_path: Path):
    for _turn in range(20):
        seen, together, ended = kept.version("q1"), Barrier(2), []

        def edit(name: str, to: str | None, seen=seen, together=together, ended=ended) -> None:
            own = open_store(f"sqlite:///{tmp_path}/quotes.db")
            together.wait()
            try:
                correct(own, "q1", to, By(name, NOON, seen={seen}))
                ended.append((name, to))
            except Stale:
                ended.append(None)
            finally:
                own.close()

        threads = [Thread(target=edit, args=who) for who in (("one", None), ("two", "s2"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        (done,) = [end for end in ended if end is not None]
        assert len(ended) == 2
        assert (of(kept)[3], of(kept)[0]) == done
        assert kept.version("q1") == seen + 1
    assert len(kept.decisions_about("q1")) == 20
