"""Who is the same speaker in another document, and who is not."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from tests.collection.articles import reading, saying, speaker

# Who is kept, who comes then, and how it was told that they are one; None where they are two.
PAIRS = [
    (speaker("Ada Quill"), speaker("Ada Quill"), "same full name"),
    (speaker("Ada Quill"), speaker("ADA QUILL"), "same full name"),
    (speaker("José Aznar"), speaker("Jose Aznar"), "same full name"),
    (speaker("Bashar al-Assad"), speaker("Bashar Al Assad"), "same full name"),
    (speaker("Ada Quill’s"), speaker("Ada Quill"), "same full name"),
    (speaker("Ada Quill"), speaker("Ada Mary Quill"), "same full name"),
    (speaker("Ada Quill"), speaker("Quill Ada"), "same name in another order"),
    (speaker("Ada Quill"), speaker("Quill"), "only bearer of this surname"),
    (speaker("Quill"), speaker("Quill"), "only bearer of this surname"),
    (speaker("Quill"), speaker("Ada Quill"), "fuller form of a surname known alone"),
    (speaker("Ada Mary Quill", aliases=("Ada Quill",)), speaker("Ada Quill"), "same full name"),
    (speaker("Sergei Wolkow"), speaker("Sergey Volkov"), "same name in another spelling"),
    (speaker("Ada Quill"), speaker("A. Quill"), "initials of the same name"),
    (speaker("Tomas Adil Berivan"), speaker("Adil Berivan"), "shorter form of the same name"),
    (speaker("Ada Ibarra Quill"), speaker("Ada Ibarra"), "one of two surnames"),
    (speaker("Ada Quill"), speaker("@realAdaQuill", handle="realAdaQuill"), "name spelt by the account"),
    (speaker("Ada Quill"), speaker("Ben Quill"), None),
    (speaker("William Quill"), speaker("Bill Quill"), "pet form of the same name"),
    (speaker("William Smith"), speaker("Bill Smith"), None),
    (speaker("Ada Quill Jr."), speaker("Ada Quill Sr."), None),
    (speaker("Ada M. Quill"), speaker("Ada R. Quill"), None),
    (speaker("Ada Smith"), speaker("Smith"), None),
    (speaker("Smith"), speaker("Ada Smith"), None),
    (speaker("James Thomas"), speaker("Thomas James"), None),
    (speaker("John Paul"), speaker("John Paul Quill"), None),
    (speaker("Ada Quill"), speaker("Ada Quill", "organization"), None),
    (speaker("Harbour Trust", "organization"), speaker("HARBOUR TRUST", "organization"), "same name"),
    (speaker("Unesco", "organization"), speaker("UNESCO", "organization"), "same name"),
    (speaker("Unesco", "organization"), speaker("Unesco", "person"), None),
    (speaker("…", "organization"), speaker("…", "organization"), None),
    (speaker("two rebel sources", "unnamed"), speaker("two rebel sources", "unnamed"), None),
    (speaker("rebel commanders", "group"), speaker("rebel commanders", "group"), None),
    (speaker("the annual report", "document"), speaker("the annual report", "document"), None),
    (speaker("Ada Quill", handle="adaq"), speaker("Quill", handle="AdaQ"), "same account"),
    (speaker("Ada Quill", handle="adaq"), speaker("@adaq", handle="adaq"), "same account"),
    (speaker("Ada Quill", handle="adaq"), speaker("Ada M. Quill", handle="adaq"), "same account"),
    (speaker("Quill", handle="adaq"), speaker("Quill", handle="ada_q"), None),
    (speaker("sources", "unnamed", handle="adaq"), speaker("Ada Quill", handle="adaq"), None),
    (speaker("Harbour Trust", "organization", "trust"), speaker("The Trust", "organization", "trust"), "same account"),
]


@pytest.mark.parametrize("kept, then, how", PAIRS)
def test_who_is_the_same_in_another_document(store: Store, kept: Speaker, then: Speaker, how: str | None):
    keep(store, saying("one", kept))
    keep(store, saying("two", then))
    (link,) = store.document_links("d2")
    assert link.stored == ("s2" if how is None else "s1")
    assert how is None or link.how == how
    assert link.confidence < 1 or how is None
    assert link.speaker.name == then.name
    assert store.document_quotes("d2")[0].speaker.id == link.stored
    assert store.document_quotes("d2")[0].speaker.name == then.name


def test_a_name_that_several_bear_links_to_none_of_them(store: Store):
    two = (speaker("Ada Quill"), speaker("Ada Quill", id="s2"))
    keep(store, reading("one", speakers=two))
    keep(store, saying("two", speaker("Ada Quill")))
    (link,) = store.document_links("d2")
    assert (link.stored, link.how, link.confidence) == ("s3", "several bear this name", 0.5)


def test_accounts_of_several_link_to_none_of_them(store: Store):
    keep(store, reading("one", speakers=(speaker("Ada Quill", handle="a"), speaker("Ben Harrow", handle="b", id="s2"))))
    both = Speaker("s1", "Ada Quill", "person", accounts=(Account("twitter", "a"), Account("twitter", "b")))
    keep(store, saying("two", both))
    (link,) = store.document_links("d2")
    assert (link.stored, link.how) == ("s3", "its accounts belong to several")
    assert store.account_owner("twitter", "A").id == "s1"


def test_an_account_outweighs_a_name(store: Store):
    keep(store, reading("one", speakers=(speaker("Ada Quill", handle="adaq"), speaker("Ben Harrow", id="s2"))))
    keep(store, saying("two", speaker("Ben Harrow", handle="adaq")))
    assert [link.stored for link in store.document_links("d2")] == ["s1"]


def test_a_full_name_learnt_by_an_account_is_known_from_then_on(store: Store):
    keep(store, saying("one", speaker("Ada Quill", handle="adaq")))
    keep(store, saying("two", speaker("Ada M. Quill", handle="adaq")))
    keep(store, saying("three", speaker("Ada M. Quill")))
    assert [link.how for link in store.document_links("d3")] == ["same full name"]
    assert store.speaker("s1").aliases == ("Ada M. Quill",)


def test_a_short_form_that_another_document_gives_in_full_becomes_a_full_name(store: Store):
    keep(store, saying("one", speaker("Ada Mary Quill", handle="adaq", aliases=("Ada Quill",))))
    keep(store, saying("two", speaker("Ada Quill", handle="adaq")))
    keep(store, saying("three", speaker("Ada Quill")))
    assert [link.how for link in store.document_links("d3")] == ["same full name"]


def test_names_add_up_without_repeating(store: Store):
    for number, aliases in enumerate((("Quill",), ("Quill", "Ms. Quill"), ("Ada Quill", "Quill"))):
        keep(store, saying(f"text {number}", speaker("Ada Quill", aliases=aliases)))
    assert store.speaker("s1").aliases == ("Quill", "Ms. Quill")
    assert len(store.speakers(SpeakerFilter(), PageRequest()).items) == 1


def test_speakers_of_one_document_are_not_linked_to_each_other(store: Store):
    keep(store, reading("one", speakers=(speaker("Ada Quill"), speaker("Ada Quill", id="s2"))))
    assert len(store.document_speakers("d1")) == 2


NAMESAKES = [
    (Speaker("s1", "Ada Quill", "person", "a striker"), Speaker("s1", "Ada Quill", "person", "a senator"),
     "a namesake: described otherwise"),
    (Speaker("s1", "Lee Quill", "person", "a spokesman"), Speaker("s1", "Lee Quill", "person", "a spokeswoman"),
     "a namesake: described as a man and as a woman"),
    (Speaker("s1", "Ada Quill", "person", "34, of Aarn"), Speaker("s1", "Ada Quill", "person", "71, a widow"),
     "a namesake: of another age"),
    (Speaker("s1", "Quill", "person", accounts=(Account("twitter", "adaq"),)),
     Speaker("s1", "Quill", "person", accounts=(Account("twitter", "benq"),)), "a namesake: another account"),
]


@pytest.mark.parametrize("kept, then, how", NAMESAKES)
def test_a_namesake_stays_apart_and_is_flagged(store: Store, kept: Speaker, then: Speaker, how: str):
    keep(store, saying("one", kept))
    keep(store, saying("two", then))
    (link,) = store.document_links("d2")
    assert (link.stored, link.how) == ("s2", how)
    assert link.confidence < 0.8


SIGNS = [
    (("Ada Quill", None), ("Ada Quill", None), 0.85),
    (("Ada Quill", "the harbour master"), ("Ada Quill", "harbour master"), 0.95),
    (("Ada Smith", None), ("Ada Smith", None), 0.6),
    (("Ada Smith", "a ferry captain"), ("Ada Smith", "captain of the ferry"), 0.95),
    (("William Quill", "the treasurer"), ("Bill Quill", "treasurer"), 0.85),
    (("Ada Quill", "the treasurer"), ("Ada M. Quill", "treasurer"), 0.95),
]


@pytest.mark.parametrize("first, second, confidence", SIGNS)
def test_a_link_is_as_sure_as_what_it_rests_on(store: Store, first: tuple, second: tuple, confidence: float):
    keep(store, saying("one", Speaker("s1", first[0], "person", first[1])))
    keep(store, saying("two", Speaker("s1", second[0], "person", second[1])))
    (link,) = store.document_links("d2")
    assert (link.stored, link.confidence) == ("s1", confidence)


def test_the_description_chooses_among_namesakes(store: Store):
    keep(store, saying("one", Speaker("s1", "Ada Quill", "person", "a striker")))
    keep(store, saying("two", Speaker("s1", "Ada Quill", "person", "a senator")))
    keep(store, saying("three", Speaker("s1", "Ada Quill", "person", "senator for Aarn")))
    assert [link.stored for link in store.document_links("d3")] == ["s2"]


def test_a_surname_means_the_one_who_is_quoted_by_far_the_most(store: Store):
    for number in range(3):
        keep(store, saying(f"text {number}", speaker("Ada Quill")))
    keep(store, saying("other", speaker("Ben Quill")))
    keep(store, saying("short", speaker("Quill")))
    assert [(link.stored, link.how) for link in store.document_links("d5")] == [
        ("s1", "the most quoted bearer of this surname")]
    keep(store, saying("other again", speaker("Ben Quill")))
    keep(store, saying("short again", speaker("Quill")))
    assert [(link.stored, link.how) for link in store.document_links("d7")] == [("s3", "several bear this surname")]


def test_who_was_known_by_surname_goes_by_the_full_name_from_then_on(store: Store):
    keep(store, saying("one", speaker("Quill")))
    keep(store, saying("two", speaker("Ada Quill")))
    assert (store.speaker("s1").name, store.speaker("s1").aliases) == ("Ada Quill", ("Quill",))
    assert store.document_speakers("d1")[0].name == "Quill"


@pytest.mark.parametrize("typed", [("ghani",), ("abdul", "ghani"), ("hassan",), ("hassan", "abdul", "ghani")])
def test_names_are_found_whole_and_by_part(store: Store, typed: tuple[str, ...]):
    keep(store, saying("one", speaker("Hassan Abdul Ghani")))
    assert [one.name for one in store.speakers(SpeakerFilter(typed), PageRequest()).items] == ["Hassan Abdul Ghani"]
