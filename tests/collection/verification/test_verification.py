"""Did X say this? Questions to a small collection, and what is answered."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.verification.verification import verify
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from quotes.store.contract.store import Store
from quotes.store.contract.verification import Coverage
from tests.collection.articles import saying, speaker

BATHS = """Council votes on the baths

“The figures do not add up,” said Tomas Berivan, who chairs the finance committee. “We would need forty lifeguards.”

“We have to build it this year, because the old pier will not stand another winter,” said Ingrid Halloran, the mayor of
Port Ellery. “Nobody in this town wants to see 300 children without a place to swim.”

“If nothing is done,” Ms. Halloran said, “the harbour will be closed to swimmers for good.”

Mr. Berivan called the plan “a palace for ducks.”
"""
PIER = """Old pier to go

“The old pier will not stand another winter,” said Ingrid Halloran, the mayor of Port Ellery.

A person close to the council, who was not allowed to speak in public, said: “It was rotten when they bought it.”
"""


@pytest.fixture
def collection(store: Store) -> Store:
    keep(store, read_document(Article(text=BATHS, url="https://courier.example/baths", publisher="Port Ellery Courier",
                                      published_at="2025-03-05")))
    keep(store, read_document(Article(text=PIER, url="https://gazette.example/pier", publisher="Shore Gazette",
                                      published_at="2025-03-09")))
    return store


# The words, the speaker who is named, and the outcome.
QUESTIONS = [
    ("The figures do not add up", None, "found"),
    ("“the figures don't add up”", None, "found"),
    ("The figures do not add up", "Tomas Berivan", "found"),
    ("The figures do not add up", "Berivan", "found"),
    ("The figures do not add up", "s1", "found"),
    ("The figures do not add up", "Mr. Berivan", "found"),
    ("The figures do not add up", "Councillor Tomas R. Berivan", "found"),
    ("The figures do not add up", "Tomas Halloran", "other_speaker"),
    ("The figures do not add up", "s2", "other_speaker"),
    ("The figures do not add up", "Ingrid Halloran", "other_speaker"),
    ("The figures do not add up", "Somebody Unheard", "other_speaker"),
    ("The figures do add up", "Ingrid Halloran", "other_speaker"),
    ("The figures do add up", "Berivan", "altered"),
    ("The figures do add up", None, "altered"),
    ("We would need fourteen lifeguards", None, "altered"),
    ("Nobody in this town wants to see 500 children without a place to swim", None, "altered"),
    ("to see 300 children without a place", None, "clipped"),
    ("Nobody in this town … 300 children without a place to swim", None, "found"),
    ("Nobody in this town wants … a place to swim", None, "altered"),  # the ellipsis hides “without”
    ("The old pier will … stand another winter", None, "altered"),
    ("The figures ... add up", None, "altered"),
    ("Nobody … to see 300 children … a place to swim", None, "altered"),
    ("We’d need forty lifeguards", "Berivan", "found"),
    ("It'd need forty lifeguards", "Berivan", "altered"),
    ("Nobody in this town wants to see 300 children without a place to swimm", None, "altered"),
    ("“We would need forty lifeguards,” said Tomas Berivan.", None, "found"),
    ("Tomas Berivan: \"We would need forty lifeguards\"", None, "found"),
    ("“We would need fifty lifeguards,” said Tomas Berivan.", None, "altered"),
    ("“We would need forty lifeguards,” said Tomas Berivan.", "Halloran", "other_speaker"),
    ("“Taxes will be cut in half,” said Tomas Berivan.", None, "not_found"),
    ("We would need forty lifeguards. #baths https://courier.example/baths", None, "found"),
    ("<p>We&nbsp;would need forty lifeguards&#46;</p>", None, "found"),
    ("𝐖𝐞 𝐰𝐨𝐮𝐥𝐝 𝐧𝐞𝐞𝐝 𝐟𝐨𝐫𝐭𝐲 𝐥𝐢𝐟𝐞𝐠𝐮𝐚𝐫𝐝𝐬", None, "found"),
    ("Nobody in this town wants 300 children without a place", None, "altered"),  # spliced
    ("We have to stand another winter before the summer", None, "not_found"),
    ("We have to build it this year, because the old pier will not stand another winter; and I have told all the "
     "other members of this council more than once", None, "altered"),
    ("We would need forty lifeguards and I have told all the other members of it more than once", None, "not_found"),
    ("The figures do not add up We would need forty lifeguards", None, "found"),
    ("do not add up. We would need forty", None, "clipped"),
    ("The figures do not add up. We want forty lifeguards", None, "altered"),
    ("If nothing is done, the figures do not add up", None, "not_found"),
    ("to save them we bought a palace", None, "not_found"),
    ("The old pier will not stand another winter", None, "found"),
    ("the old pier will not stand another winter", "Halloran", "found"),
    ("The old pier will stand another winter", None, "altered"),
    ("We have to build it this year", None, "clipped"),
    ("We have to tear it down this year", None, "altered"),
    ("If nothing is done, the harbour will be closed to swimmers for good.", None, "found"),
    ("“If nothing is done,” she said, “the harbour will be closed to swimmers for good.”", None, "found"),
    ("If nothing is done, the harbour will be closed", None, "clipped"),
    ("If nothing is done, the harbour will not be closed to swimmers for good.", None, "altered"),
    ("a palace for ducks", None, "found"),
    ("a palace for swans", None, "altered"),
    ("It was rotten when they bought it", "Ingrid Halloran", "found"),  # the source is not named, so nobody else's
    ("Taxes will be cut in half before the summer", None, "not_found"),
    ("Taxes will be cut in half before the summer", "Halloran", "not_found"),
    ("The council voted against the harbour baths", None, "not_found"),
    ("winter", None, "clipped"),
    ("Zanzibar", None, "not_found"),
]


@pytest.mark.parametrize("text, speaker, outcome", QUESTIONS)
def test_the_outcome(collection: Store, text: str, speaker: str | None, outcome: str):
    assert verify(collection, text, speaker).outcome == outcome


# Names under which the speaker of a post is asked for, and the outcome.
HANDLES = [
    ("@brixton_ona", "found"),
    ("brixton_ona", "found"),
    ("@BRIXTON_ONA", "found"),
    ("@RealOnaBrixton", "found"),
    ("@onabrix", "other_speaker"),
    ("RealOnaBrixton", "other_speaker"),
    ("@brixto", "other_speaker"),
    ("@", "other_speaker"),
]


@pytest.mark.parametrize("handle, outcome", HANDLES)
def test_an_account_is_its_owner(store: Store, handle: str, outcome: str):
    ona = speaker("Ona Brixton", handle="brixton_ona")
    keep(store, saying("Nothing is decided yet, wrote Ona Brixton.", ona))
    assert verify(store, "Nothing is decided yet", handle).outcome == outcome


def test_the_differences_stand_with_the_match(collection: Store):
    match = verify(collection, "The figures do add up").matches[0]
    assert (match.quote.text, match.changed, match.outcome) == ("The figures do not add up,", ("negation",), "altered")
    assert [one.found for one in match.diff if one.op == "delete"] == ["not"]
    assert 0.7 < match.similarity < 1


def test_what_was_left_out_stands_with_the_match(collection: Store):
    match = verify(collection, "to see 300 children").matches[0]
    assert match.omitted_before == "Nobody in this town wants"
    assert match.omitted_after == "without a place to swim."
    assert verify(collection, "Nobody in this town wants").matches[0].omitted_before is None


def test_the_whole_quote_comes_before_a_longer_one_with_the_same_words(collection: Store):
    matches = verify(collection, "the old pier will not stand another winter").matches
    assert [match.outcome for match in matches] == ["found", "clipped"]
    assert [match.quote.document.publisher for match in matches] == ["Shore Gazette", "Port Ellery Courier"]


def test_words_that_go_over_two_quotes_name_both(collection: Store):
    match = verify(collection, "If nothing is done, the harbour will be closed to swimmers for good").matches[0]
    assert match.quote.text == "If nothing is done,"
    (second,) = collection.quotes_of(match.joined)
    assert second.text == "the harbour will be closed to swimmers for good."


def test_of_a_quote_by_somebody_else_the_match_says_whose_it_is(collection: Store):
    match = verify(collection, "The figures do not add up", "Halloran").matches[0]
    assert (match.outcome, match.quote.speaker.name) == ("other_speaker", "Tomas Berivan")


def test_where_nothing_is_found_the_nearest_passages_are_shown(collection: Store):
    answer = verify(collection, "The old pier must come down before another winter, said the mayor of this town")
    assert answer.outcome == "not_found"
    assert all(match.similarity < 0.7 for match in answer.matches)


def test_the_answer_says_what_was_looked_through(collection: Store):
    coverage = verify(collection, "Zanzibar").coverage
    assert (coverage.documents, coverage.since, coverage.until) == (2, "2025-03-05", "2025-03-09")
    assert coverage.quotes == len([*collection.document_quotes("d1"), *collection.document_quotes("d2")])
    assert coverage.publishers == ("Port Ellery Courier", "Shore Gazette")


def test_an_empty_collection_has_nothing(store: Store):
    answer = verify(store, "The figures do not add up")
    assert (answer.outcome, answer.matches, answer.coverage) == ("not_found", (), Coverage(0, 0, None, None, ()))


@pytest.mark.parametrize("text", ["", "   ", "“…”", "?!", "a" * 5000])
def test_what_has_no_words_or_far_too_many_is_refused(collection: Store, text: str):
    with pytest.raises(InvalidInput) as refused:
        verify(collection, text)
    assert refused.value.field == "text"


@pytest.mark.parametrize("text", ['"', "NEAR(", "a OR b AND", "* ^ : {", "NOT", "it's \" -x", "x" * 3000, "a " * 1500])
def test_no_words_are_a_syntax_error(collection: Store, text: str):
    if any(map(str.isalnum, text)):
        assert verify(collection, text).outcome
    else:
        with pytest.raises(InvalidInput):
            verify(collection, text)
