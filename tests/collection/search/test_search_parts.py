"""A question taken apart: words, spelt-out words, handles, days."""

from __future__ import annotations

import pytest

from quotes.collection.search.search_parts import taken_apart
from quotes.languages import load
from quotes.records.search_question import Question

ENGLISH = load("en")
DAYS = [
    ("Oduya 2024", "2024-01-01", "2024-12-31", ("Oduya",)),
    ("Oduya in 2024", "2024-01-01", "2024-12-31", ("Oduya",)),
    ("Oduya in May 2024", "2024-05-01", "2024-05-31", ("Oduya",)),
    ("8 May 2024 Oduya", "2024-05-08", "2024-05-08", ("Oduya",)),
    ("May 8, 2024", "2024-05-08", "2024-05-08", ()),
    ("on 29 February 2024", "2024-02-29", "2024-02-29", ()),
    ("Sept. 2023 wall", "2023-09-01", "2023-09-30", ("wall",)),
    ("wall 2024-02", "2024-02-01", "2024-02-29", ("wall",)),
    ("wall on 2024-02-03", "2024-02-03", "2024-02-03", ("wall",)),
    ("wall since 2020", "2020-01-01", None, ("wall",)),
    ("wall after 2020", "2021-01-01", None, ("wall",)),
    ("wall after May 2020", "2020-06-01", None, ("wall",)),
    ("wall until 2020", None, "2020-12-31", ("wall",)),
    ("wall before March 2020", None, "2020-02-29", ("wall",)),
    ("wall from 2019 to 2021", "2019-01-01", "2021-12-31", ("wall",)),
    ("wall 2019-2021", "2019-01-01", "2021-12-31", ("wall",)),
    ("wall 2019–2021", "2019-01-01", "2021-12-31", ("wall",)),
    ("between May 2019 and June 2020", "2019-05-01", "2020-06-30", ()),
    # What is no day.
    ("May Oduya", None, None, ("May", "Oduya")),
    ("wall 1066", None, None, ("wall", "1066")),
    ("wall 20244", None, None, ("wall", "20244")),
    ("31 February 2024", "2024-02-01", "2024-02-29", ("31",)),
    ("2021-2019", None, None, ("2021-2019",)),
    ("2024-13", None, None, ("2024-13",)),
    ("since yesterday", None, None, ("since", "yesterday")),
    ("12 angry clerks", None, None, ("12", "angry", "clerks")),
]


@pytest.mark.parametrize("typed, since, until, words", DAYS)
def test_days_are_taken_from_the_words(typed: str, since: str | None, until: str | None, words: tuple[str, ...]):
    found = taken_apart(typed, ENGLISH)
    assert (found.since, found.until, found.words) == (since, until, words)
    assert bool(found.dated) == bool(since or until)


PARTS = [
    ("Oduya “sea wall”", Question("", ("Oduya",), '"sea wall"')),
    ("Oduya -boots hol*", Question("", ("Oduya",), "-boots hol*")),
    ('-"sea wall" Oduya', Question("", ("Oduya",), '-"sea wall"')),
    ("@harbour_watch boots", Question("", ("boots",), handles=("harbour_watch",))),
    ("@harbour_watch @Harbour.", Question("", handles=("harbour_watch", "Harbour"))),
    ("(Oduya), wall?", Question("", ("Oduya", "wall"))),
    ("@ … - \" *", Question("")),
    ("", Question("")),
    ("a\0b", Question("", ("a", "b"))),
]


@pytest.mark.parametrize("typed, parts", PARTS)
def test_parts(typed: str, parts: Question):
    found = taken_apart(typed, ENGLISH)
    assert (found.words, found.exact, found.handles) == (parts.words, parts.exact, parts.handles)
    assert found.typed == typed and not found.since and not found.until


def test_a_passage_is_words_alone():
    typed = "word " * 13 + "2024"
    assert taken_apart(typed, ENGLISH) == Question(typed, exact=typed)
