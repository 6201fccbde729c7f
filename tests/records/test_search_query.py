"""What people type into a search is understood, whatever it is, and found where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.records.search_query import Term, fold, matches, parse, words_of
from quotes.records.search_snippet import AROUND, LONGEST, Snippet, snippet


def term(*words: str, prefix: bool = False, without: bool = False) -> Term:
    return Term(words, prefix, without)


TYPED = [
    ("water", [term("water")]),
    ("cold WATER", [term("cold"), term("water")]),
    ("Málaga", [term("malaga")]),
    ("don’t", [term("don", "t")]),
    ('"cold water"', [term("cold", "water")]),
    ("“cold water” tea", [term("cold", "water"), term("tea")]),
    ("wat*", [term("wat", prefix=True)]),
    ("co-op*", [term("co", "op", prefix=True)]),
    ("cold -tea", [term("cold"), term("tea", without=True)]),
    ('cold -"hot tea"', [term("cold"), term("hot", "tea", without=True)]),
    ("cold −tea*", [term("cold"), term("tea", prefix=True, without=True)]),
    # marks that mean nothing here
    ("cold - tea", [term("cold"), term("tea")]),
    ("co-operation", [term("co", "operation")]),
    ('"never closed', [term("never", "closed")]),
    ('water"tea', [term("water"), term("tea")]),
    ("*", []), ("-", []), ('""', []), ("", []), ("—", []), ("--", []), ("***", []), ("\0", []),
    ("a\0b", [term("a"), term("b")]),
    ("wat* *", [term("wat", prefix=True)]),
    ('"wat*"', [term("wat")]),
    ("AND OR NOT NEAR(a b)", [term("and"), term("or"), term("not"), term("near", "a"), term("b")]),
    ("text:water ^cold {x}", [term("text", "water"), term("cold"), term("x")]),
    ("cold cold", [term("cold")]),
]


@pytest.mark.parametrize("typed, terms", TYPED)
def test_what_was_typed_is_taken_apart(typed: str, terms: list[Term]):
    assert parse(typed) == tuple(terms)


TEXT = "Cold water, said the coöperative’s chair, is not hot tea. Watering helps."
FOUND = [
    ("cold", ["Cold"]), ("cold water", ["Cold", "water"]), ('"cold water"', ["Cold water"]),
    ("cooperative", ["coöperative"]), ("wat*", ["water", "Watering"]), ("tea -coffee", ["tea"]),
    ("helps", ["helps"]),
]


@pytest.mark.parametrize("typed, found", FOUND)
def test_terms_are_found_at_their_places(typed: str, found: list[str]):
    assert [TEXT[start:end] for start, end in matches(parse(typed), TEXT)] == found


@pytest.mark.parametrize("typed", [
    "wate", '"water cold"', "cold -tea", "cold -wat*", "cold coffee", '"hot tea watering x"', "-helps",
    'cold -"hot tea"',
])
def test_what_lacks_a_term_or_has_one_it_must_not_is_no_match(typed: str):
    assert matches(parse(typed), TEXT) is None


def test_a_snippet_begins_shortly_before_the_first_match_at_a_word():
    text = " ".join(f"word{n}" for n in range(200))
    shown = snippet(parse("word100 word102"), text)
    assert text[shown.start:].startswith("word") and text[shown.start - 1] == " "
    assert [text[start:end] for start, end in shown.matches] == ["word100", "word102"]
    assert shown.matches[0][0] - AROUND <= shown.start <= shown.matches[0][0]
    assert LONGEST - 10 < shown.end - shown.start <= LONGEST and text[shown.end] == " "


@pytest.mark.parametrize("text", ["", "short", "x" * 1000])
def test_where_nothing_matches_a_snippet_is_the_beginning(text: str):
    assert snippet(parse("tea"), text) == Snippet(0, min(len(text), LONGEST), ())


@given(st.text(), st.text())
def test_anything_can_be_typed_and_looked_for_in_anything(typed: str, text: str):
    terms = parse(typed)
    assert all(word == fold(word) and word for one in terms for word in one.words)
    found = matches(terms, text)
    shown = snippet(terms, text)
    assert 0 <= shown.start <= shown.end <= len(text)
    for start, end in (*(found or ()), *shown.matches):
        assert 0 <= start < end <= len(text)


@given(st.text(min_size=1))
def test_a_text_is_found_by_its_own_words(text: str):
    words = [word for word, _, _ in words_of(text)]
    for word, start, end in words_of(text):
        assert fold(text[start:end]) == word
    if words:
        assert matches((Term(tuple(words[:3])),), text) is not None
