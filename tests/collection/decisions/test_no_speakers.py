"""Entries that are nobody: told by their names, taken off all lists, and put back as they were."""

from __future__ import annotations

import pytest

from quotes.collection.decisions.merges import merge
from quotes.collection.decisions.no_speakers import no_speakers, set_aside, why_nobody
from quotes.collection.decisions.quote_decisions import confirm
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.takedown.takedown import take_down
from quotes.records.errors import Conflict
from quotes.store.contract.store import PageRequest, SpeakerFilter
from tests.collection.articles import saying, speaker
from tests.collection.decisions.test_quote_decisions import DESK


@pytest.mark.parametrize("name", [
    "he", "She", "It", "they", "I", "I’m", "we've", "They’re", "Photo", "the mask", "A photo", "Images", "876246",
    "12.5", "???", "two", "Seven"])
def test_names_that_nobody_bears(name):
    assert why_nobody(name)


@pytest.mark.parametrize("name", [
    "WHO", "US", "IT", "The Who", "Ona Brandt", "He Jiankui", "It Girl", "Mask Holdings", "Photo Desk", "三上洋",
    "Map Ltd", "two officials", "Seven Sisters", "50 Cent", "@876246x", "M", "Ng", "O’Hara", "police", "the report",
    "a clerk"])
def test_names_that_somebody_may_bear(name):
    assert why_nobody(name) is None


@pytest.fixture
def store(store):
    """Photo (s1) in two articles, Ona Brandt (s2), an account called 876246 (s3)."""
    for number, who in enumerate((speaker("Photo"), speaker("Photo"), speaker("Ona Brandt"),
                                  speaker("876246", handle="so6287"))):
        keep(store, saying(f"text {number}", who))
    return store


def everything(store):
    return store.engine.ask("SELECT * FROM speaker") + store.engine.ask("SELECT * FROM speaker_link") + \
        store.engine.ask("SELECT * FROM speaker_name") + store.engine.ask("SELECT * FROM name_word") + \
        store.engine.ask("SELECT id, speaker_id, verdict, confidence, evidence, status FROM quote")


def listed(store):
    return [one.name for one in store.speakers(SpeakerFilter(), PageRequest()).items]


def test_what_is_nobody_is_found_but_no_account(store):
    assert [(one.speaker.id, one.quotes) for one in no_speakers(store)] == [("s1", 2)]


def test_an_entry_is_taken_off_and_put_back_to_the_row(store):
    before = everything(store)
    made = set_aside(store, "s1", DESK)
    assert store.speaker("s1") is None and listed(store) == ["876246", "Ona Brandt"]
    assert [(one.speaker, one.verdict, one.confirmed_by) for one in store.quotes_of(["q1", "q2"])] == [
        (None, "unknown", None)] * 2
    assert no_speakers(store) == ()
    assert undo(store, made.id, DESK).undoes == made.id
    assert everything(store) == before


def test_who_is_somebody_stays(store):
    for one in ("s3", "s1"):
        if one == "s1":
            confirm(store, "q1", DESK)
            assert no_speakers(store) == ()
        with pytest.raises(Conflict, match="is somebody"):
            set_aside(store, one, DESK)
    assert len(listed(store)) == 3


def test_an_entry_comes_back_after_an_article_was_taken_down(store):
    made = set_aside(store, "s1", DESK)
    take_down(store, "d2", DESK)
    undo(store, made.id, DESK)
    assert [one.id for one in store.document_speakers("d1")] == ["s1"] and store.speaker("s1").name == "Photo"


def test_ids_that_led_to_an_entry_lead_there_again(store):
    keep(store, saying("text 4", speaker("Mask")))
    merge(store, "s4", "s1", DESK)
    made = set_aside(store, "s1", DESK)
    assert store.speaker("s4") is None
    undo(store, made.id, DESK)
    assert store.speaker("s4").id == "s1"
