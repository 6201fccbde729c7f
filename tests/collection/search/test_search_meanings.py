"""What a question can mean, the likeliest first: names, topics, outlets, days, titles, in a table."""

from __future__ import annotations

import pytest

from quotes.collection.search.search_meanings import Known, meanings
from quotes.collection.search.search_parts import taken_apart
from quotes.languages import load
from quotes.records.search_question import AskedOutlet, Meaning
from quotes.records.speaker import Speaker
from quotes.store.contract.linking import Bearer

ENGLISH = load("en")
MIRELA = Bearer(Speaker("s1", "Mirela Oduya", "person", aliases=("Oduya",)), 40)
PAVEL = Bearer(Speaker("s2", "Pavel Oduya", "person"), 3)
TOM_DAY = Bearer(Speaker("s3", "Tom Day", "person"), 9)
PORT = Bearer(Speaker("s4", "Ellery", "organization"), 4)
WATCH = Bearer(Speaker("s5", "Harbour Watch", "organization"), 4)
CROWD = Bearer(Speaker("s6", "Oduya supporters", "group"), 2)
GAZETTE = AskedOutlet("gazette.example", "gazette.example", "Shore Gazette", 12)
TIDES = AskedOutlet("tides.example", "tides.example", "Tides", 5)


def known(typed: str) -> Known:
    """What a small collection knows of the words of a question."""
    words = [word.lower().strip(".") for word in taken_apart(typed, ENGLISH).words]
    names = {("mirela", "oduya"): (MIRELA,), ("oduya",): (MIRELA, PAVEL, CROWD), ("tom", "day"): (TOM_DAY,),
             ("day",): (TOM_DAY,), ("mirela",): (MIRELA,), ("ellery",): (PORT,), ("harbour", "watch"): (WATCH,),
             ("harbour",): (WATCH,)}
    outlets = {("shore", "gazette"): GAZETTE, ("gazette.example",): GAZETTE, ("tides",): TIDES}
    spans = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    return Known({span: names[run] for span in spans if (run := tuple(words[slice(*span)])) in names},
                 {span: outlets[run] for span in spans if (run := tuple(words[slice(*span)])) in outlets},
                 {handle: MIRELA for handle in ("mirela_o", "mirelaoduya") if f"@{handle}" in typed},
                 tuple(handle for handle in ("watcher", "mirelaoduya") if f"@{handle}" in typed))


# The first meaning: who, on what, where, since when, until when; and the titles that were passed over.
FIRST = [
    ("Oduya", "s1", "", None, None, ()),
    ("Oduya wall", "s1", "wall", None, None, ()),
    ("wall Oduya", "s1", "wall", None, None, ()),
    ("what did Mirela Oduya say about the wall", "s1", "wall", None, None, ()),
    ("President Oduya", "s1", "", None, None, ("President",)),
    ("the former Prime Minister Mirela Oduya wall", "s1", "wall", None, None, ("former", "Prime", "Minister")),
    ("Dr. Oduya", "s1", "", None, None, ("Dr.",)),
    ("Mirela Day", "s3", "Mirela", None, None, ()),
    ("Sir Tom Day", "s3", "", None, None, ("Sir",)),
    ("House Oduya", "s1", "House", None, None, ()),
    ("Oduya Shore Gazette", "s1", "", "gazette.example", None, ()),
    ("Oduya in the Shore Gazette 2024", "s1", "", "gazette.example", "2024-01-01", ()),
    ("Oduya wall gazette.example 2024", "s1", "wall", "gazette.example", "2024-01-01", ()),
    ("Shore Gazette", "", "", "gazette.example", None, ()),
    ("wall in the Shore Gazette", "", "wall", "gazette.example", None, ()),
    ("Harbour Watch", "s5", "", None, None, ()),
    ("@mirela_o", "s1", "", None, None, ()),
    ("@mirela_o wall", "s1", "wall", None, None, ()),
    ("Tom Day Ellery", "s3", "Ellery", None, None, ()),
    ("Ellery Oduya", "s1", "Ellery", None, None, ()),
    ('Oduya "sea wall" -boots', "s1", '"sea wall" -boots', None, None, ()),
    ("2024", "", "", None, "2024-01-01", ()),
    ("Tides", "", "", "tides.example", None, ()),
    # What is no name, no title and no outlet.
    ("wall", "", "wall", None, None, ()),
    ("president", "", "president", None, None, ()),
    ("sea wall", "", "sea wall", None, None, ()),
    ("a nice day", "", "a nice day", None, None, ()),
    ("Mirela", "", "Mirela", None, None, ()),
    ("tides", "", "tides", None, None, ()),
    ("harbour", "", "harbour", None, None, ()),
    ("Ellery", "", "Ellery", None, None, ()),
    ("@nobody", "", "@nobody", None, None, ()),
    ('"Oduya"', "", '"Oduya"', None, None, ()),
]


@pytest.mark.parametrize("row", FIRST, ids=[row[0] for row in FIRST])
def test_the_first_meaning(row):
    typed, who, words, outlet, since, passed_over = row
    first = meanings(taken_apart(typed, ENGLISH), known(typed), ENGLISH)[0]
    assert [one.id for one in first.speakers] == who.split()
    assert (first.words, first.outlet.key if first.outlet else None) == (words, outlet)
    assert (first.since, first.passed_over, first.closeness) == (since, passed_over, "exact")


@pytest.mark.parametrize("typed", sorted({row[0] for row in FIRST}))
def test_all_words_in_the_words_of_a_quote_are_always_a_meaning(typed: str):
    found = meanings(taken_apart(typed, ENGLISH), known(typed), ENGLISH)
    assert Meaning(typed) in found
    parts = [one for one in found if one.closeness == "part"]
    assert all(one.let_go for one in parts) and not any(one.let_go for one in found if one not in parts)
    assert found[len(found) - len(parts):] == tuple(parts)


def test_the_order_of_meanings():
    typed = "Oduya wall Shore Gazette 2024"
    found = meanings(taken_apart(typed, ENGLISH), known(typed), ENGLISH)
    assert [one.closeness for one in found[:3]] == ["exact", "forms", "article"]
    assert next(one.let_go for one in found if one.closeness == "part") == ("wall",)
    assert Meaning("wall 2024", (MIRELA.speaker,), GAZETTE) in found


POSTED = [  # of whom, by whom, on what, where
    ("@watcher", "watcher", "", "", None), ("@watcher wall", "watcher", "", "wall", None),
    ("@watcher Shore Gazette", "watcher", "", "", "gazette.example"), ("Oduya @watcher", "watcher", "", "Oduya", None),
    ("@mirelaoduya", "mirelaoduya", "", "", None),  # spelt like somebody, but nobody said that it is hers
    ("@watcher @nobody", "watcher", "", "@nobody", None), ("@mirela_o", None, "s1", "", None),
    ("@nobody", None, "", "@nobody", None), ("watcher", None, "", "watcher", None),
]


@pytest.mark.parametrize("row", POSTED, ids=[row[0] for row in POSTED])
def test_a_handle_that_is_nobody_s_asks_for_its_posts(row):
    typed, account, who, words, outlet = row
    first = meanings(taken_apart(typed, ENGLISH), known(typed), ENGLISH)[0]
    assert first.account == account and [one.id for one in first.speakers] == who.split()
    assert (first.words, first.outlet.key if first.outlet else None) == (words, outlet)


def test_somebody_seldom_quoted_is_not_meant_beside_somebody_often_quoted():
    often, seldom = Bearer(PAVEL.speaker, 4), Bearer(PAVEL.speaker, 3)
    for bearer, ids in ((often, ["s1", "s2"]), (seldom, ["s1"])):
        asked = taken_apart("Oduya", ENGLISH)
        found = meanings(asked, Known({(0, 1): (MIRELA, bearer)}), ENGLISH)
        assert [one.id for one in found[0].speakers] == ids
