"""What people say of a speaker stands, and can be taken back: names, descriptions, Wikidata, accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.decisions.quote_decisions import correct
from quotes.collection.decisions.speaker_edits import add_account, add_alias, edit, remove_account, remove_alias
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.rereading import reread
from quotes.records.document import Document
from quotes.records.errors import Conflict, InvalidInput, NotFound, QuotesError, Stale
from quotes.records.post import Account, AccountLink, PostDetails
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from tests.collection.articles import quote, saying, speaker
from tests.collection.decisions.test_quote_decisions import DESK, counts

ADA = speaker("Ada Quill", aliases=("Quill",))
WATCH = speaker("Harbour Watch", "organization", "harbour_watch")
HARBOUR = Account("twitter", "harbour_watch")


def posting(number: int, who=WATCH, handle: str = "harbour_watch") -> Reading:
    """An article that embeds a post of an account."""
    post = PostDetails("twitter", handle, who.name, str(number), account_link=AccountLink("the account's handle", 0.6))
    text = f"High water {number}"
    return Reading(Document(text, url=f"https://posts.example/{number}"), (quote(text, by=who, post=post),), (who,))


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with Ada Quill (s1, q1) and a post by Harbour Watch (s2, q2)."""
    keep(store, saying("First", ADA, "https://one.example/"))
    keep(store, posting(1))
    return store


def known(store: Store, *words: str) -> list[str]:
    """Who is found by part of a name, and by the whole of it, as a reading would know them."""
    by_part = [one.id for one in store.speakers(SpeakerFilter(words), PageRequest()).items]
    return [*by_part, *(f"={one.id}" for one in store.speakers_named(words))]


EDITS = [
    ({"name": "Ada  M. Quill"}, ("Ada M. Quill", None, None)),
    ({"description": " a swimmer "}, ("Ada Quill", "a swimmer", None)),
    ({"wikidata": "Q42"}, ("Ada Quill", None, "Q42")),
    ({"name": "Quill", "description": "a swimmer", "wikidata": "Q1"}, ("Quill", "a swimmer", "Q1")),
    ({"description": None}, ("Ada Quill", None, None)),
]


@pytest.mark.parametrize("changes, expected", EDITS)
def test_an_edit_stands_and_is_undone(kept: Store, changes, expected):
    before = kept.speaker("s1"), kept.names("s1")
    made = edit(kept, "s1", changes, DESK)
    keep(kept, saying("Second", ADA, "https://two.example/"))
    reread(kept, "d1", lambda document: saying("First", ADA, "https://one.example/"))
    now = kept.speaker("s1")
    assert (now.name, now.description, now.wikidata) == expected
    assert made.before == {"name": "Ada Quill", "description": None, "wikidata": None}
    assert tuple(made.after[name] for name in ("name", "description", "wikidata")) == expected
    assert kept.quote("q3").speaker.id == "s1"
    undo(kept, made.id, DESK)
    assert (kept.speaker("s1"), set(kept.names("s1"))) == (before[0], set(before[1]))


def test_a_new_name_is_found_and_the_old_one_too(kept: Store):
    edit(kept, "s1", {"name": "Ada Marsh"}, DESK)
    assert known(kept, "ada", "marsh") == known(kept, "ada", "quill") == ["s1", "=s1"]
    assert kept.speaker("s1").aliases == ("Ada Quill", "Quill")


WRONG = [
    (lambda store: edit(store, "s1", {}, DESK), InvalidInput, "name, description, wikidata"),
    (lambda store: edit(store, "s1", {"kind": "group"}, DESK), InvalidInput, "name, description, wikidata"),
    (lambda store: edit(store, "s1", {"name": ""}, DESK), InvalidInput, "letters"),
    *((lambda store, number=number: edit(store, "s1", {"wikidata": number}, DESK), InvalidInput, "like Q42")
      for number in ("42", "q42", "Q", "Q0", "Q042", "Q4x", "Q٤٢", "P42", "Q42 7", "Q" + "1" * 12)),
    (lambda store: edit(store, "s1", {"description": "x" * 1001}, DESK), InvalidInput, "1000"),
    (lambda store: edit(store, "s9", {"name": "Ada"}, DESK), NotFound, "s9"),
    (lambda store: edit(store, "s1", {"name": "Ada"}, replace(DESK, seen={7})), Stale, "changed since"),
    (lambda store: add_alias(store, "s1", " ! ", DESK), InvalidInput, "letters"),
    (lambda store: add_alias(store, "s1", "Ada Quill", DESK), Conflict, "already"),
    (lambda store: remove_alias(store, "s1", "Quentin", DESK), NotFound, "not known as Quentin"),
    (lambda store: remove_alias(store, "s1", "ADA quill", DESK), Conflict, "goes by"),
    (lambda store: add_account(store, "s1", Account("twitter", " "), DESK), InvalidInput, "handle"),
    (lambda store: add_account(store, "s1", Account("", "ada"), DESK), InvalidInput, "platform"),
    (lambda store: add_account(store, "s1", Account("twitter", "a b"), DESK), InvalidInput, "blanks"),
    (lambda store: remove_account(store, "s1", HARBOUR, DESK), NotFound, "no account @harbour_watch"),
    (lambda store: remove_account(store, "s2", Account("bluesky", "harbour_watch"), DESK), NotFound, "no account"),
]


@pytest.mark.parametrize("decide, error, words", WRONG)
def test_what_is_refused_changes_nothing(kept: Store, decide, error: type[QuotesError], words: str):
    before = [(kept.speaker(one), kept.names(one), kept.version(one)) for one in ("s1", "s2")]
    with pytest.raises(error, match=words):
        decide(kept)
    assert [(kept.speaker(one), kept.names(one), kept.version(one)) for one in ("s1", "s2")] == before
    assert kept.decisions_about("s1") == ()


def test_an_alias_is_found_and_taken_back(kept: Store):
    made = add_alias(kept, "s1", "The Mermaid", DESK)
    assert known(kept, "mermaid") == ["s1"] and known(kept, "the", "mermaid") == ["s1", "=s1"]
    undo(kept, made.id, DESK)
    assert known(kept, "mermaid") == []
    assert kept.speaker("s1").aliases == ("Quill",)


def test_a_short_form_becomes_a_name_in_full_and_a_short_form_again(kept: Store):
    assert known(kept, "quill") == ["s1"]
    made = add_alias(kept, "s1", "Quill", DESK)
    assert known(kept, "quill") == ["s1", "=s1"]
    undo(kept, made.id, DESK)
    assert known(kept, "quill") == ["s1"]


def test_a_name_that_was_taken_away_comes_back_by_no_reading_but_by_a_person(kept: Store):
    made = remove_alias(kept, "s1", "QUILL", DESK)
    assert known(kept, "quill") == ["s1"]  # by “Ada Quill”, which stays
    keep(kept, saying("Second", ADA, "https://two.example/"))
    keep(kept, saying("Third", replace(ADA, aliases=("quill", "Ms Quill")), "https://three.example/"))
    assert kept.speaker("s1").aliases == ("Ms Quill",)
    undo(kept, made.id, DESK)
    assert set(kept.speaker("s1").aliases) == {"Quill", "Ms Quill"}
    remove_alias(kept, "s1", "Quill", DESK)
    undo(kept, add_alias(kept, "s1", "Quill", DESK).id, DESK)
    keep(kept, saying("Fourth", ADA, "https://four.example/"))
    assert set(kept.speaker("s1").aliases) == {"Ms Quill"}


def test_a_full_name_that_was_taken_away_no_longer_leads_there(kept: Store):
    add_alias(kept, "s1", "Ada Marsh", DESK)
    remove_alias(kept, "s1", "Ada Marsh", DESK)
    keep(kept, saying("Second", speaker("Ada Marsh"), "https://two.example/"))
    assert kept.quote("q3").speaker.id == "s3"


def test_an_entered_account_says_whose_its_posts_are(kept: Store):
    made = add_account(kept, "s1", Account("Twitter", "@Harbour_Watch"), DESK)
    assert (kept.quote("q2").speaker.id, kept.quote("q2").post.account_link) == (
        "s1", AccountLink("entered by a person", 1.0))
    keep(kept, posting(2, speaker("Somebody", handle="HARBOUR_WATCH"), "HARBOUR_WATCH"))
    late = kept.quote("q3")
    assert (late.speaker.id, late.post.account_link) == ("s1", AccountLink("entered by a person", 1.0))
    reread(kept, "d2", lambda document: posting(1))
    assert kept.quote("q2").speaker.id == "s1"
    assert kept.account_owner("twitter", "harbour_watch").id == "s1"
    assert made.before["owner"] == {"id": "s2", "name": "Harbour Watch"}
    counts(kept)


def test_an_entered_account_is_undone(kept: Store):
    before = kept.quote("q2"), kept.speaker("s1"), kept.speaker("s2")
    undo(kept, add_account(kept, "s1", HARBOUR, DESK).id, DESK)
    assert (kept.quote("q2"), kept.speaker("s1"), kept.speaker("s2")) == before
    keep(kept, posting(2))
    assert kept.quote("q3").post.account_link == AccountLink("the account's handle", 0.6)


def test_an_account_teaches_nothing_about_posts_that_a_person_decided(kept: Store):
    correct(kept, "q2", None, DESK)
    add_account(kept, "s1", HARBOUR, DESK)
    assert kept.quote("q2").speaker is None


def test_a_correction_does_not_enter_an_account(kept: Store):
    correct(kept, "q2", "s1", DESK)
    keep(kept, posting(2))
    assert kept.quote("q3").speaker.id == "s2"
    assert kept.account_owner("twitter", "harbour_watch").id == "s2"


def test_an_account_that_was_taken_away_comes_back_by_no_reading(kept: Store):
    made = remove_account(kept, "s2", HARBOUR, DESK)
    keep(kept, posting(2))
    assert kept.speaker("s2").accounts == () and kept.account_owner("twitter", "harbour_watch").id == "s3"
    assert kept.quote("q2").speaker.id == "s2"
    undo(kept, made.id, DESK)
    assert kept.speaker("s2").accounts == (HARBOUR,)


def test_an_account_entered_twice(kept: Store):
    add_account(kept, "s2", HARBOUR, DESK)
    with pytest.raises(Conflict, match="already"):
        add_account(kept, "s2", HARBOUR, DESK)


def test_what_was_edited_on_top_is_undone_first(kept: Store):
    first = edit(kept, "s1", {"description": "a swimmer"}, DESK)
    second = add_alias(kept, "s1", "The Mermaid", DESK)
    with pytest.raises(Conflict, match=rf"{second.id} came later"):
        undo(kept, first.id, DESK)


@pytest.mark.parametrize("change", [
    lambda store: edit(store, "s1", {"description": "a swimmer"}, DESK),
    lambda store: add_alias(store, "s1", "The Mermaid", DESK),
    lambda store: remove_alias(store, "s1", "Quill", DESK),
    lambda store: add_account(store, "s1", HARBOUR, DESK),
])
def test_every_change_of_a_speaker_is_noticed_by_a_second_editor(kept: Store, change):
    seen = kept.version("s1")
    change(kept)
    with pytest.raises(Stale):
        edit(kept, "s1", {"name": "Ada"}, replace(DESK, seen={seen}))
