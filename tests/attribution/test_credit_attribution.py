"""Whom a credit names: the article's person of that name, a body, a document, a role, or nobody."""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.quote import Quote

WORDS = "The tide will have the last word here."
INTRO = ("<p>The old quay at Sandhithe was shut for nine months after the storm, said Edda Lowe, the mayor of the "
         "town. Harlan Quist, who runs the boat yard, lost most of his trade in that time.</p>")
OUTRO = "<p>The council meets again in June to decide whether the crane will be sold; the gate is shut till then.</p>"


def read(quote: str) -> list[Quote]:
    page = f"<html lang='en'><body><article><h1>The quay</h1>{INTRO}{quote}{OUTRO}</article></body></html>"
    return list(read_document(Article(html=page)).quotes)


def credited(credit: str) -> Quote:
    (quote,) = read(f"<blockquote><p>{WORDS}</p><cite>{credit}</cite></blockquote>")
    return quote


@pytest.mark.parametrize("credit, name, kind, description", [
    ("Marit Osei, ferry hand", "Marit Osei", "person", "ferry hand"),
    ("Marit Osei (ferry hand)", "Marit Osei", "person", "ferry hand"),
    ("Former ferry hand Marit Osei", "Marit Osei", "person", "Former ferry hand"),
    ("Marit Osei, a retired dyer", "Marit Osei", "person", "a retired dyer"),
    ("Source: Marit Osei", "Marit Osei", "person", None),
    ("by Marit Osei", "Marit Osei", "person", None),
    ("MARIT OSEI", "MARIT OSEI", "person", None),
    ("Sydney Fields, teacher", "Sydney Fields", "person", "teacher"),
    ("Lowe, mayor", "Edda Lowe", "person", "the mayor of the town"),
    ("EDDA LOWE", "Edda Lowe", "person", "the mayor of the town"),
    ("Mayor Lowe, 3 May 1911", "Edda Lowe", "person", "the mayor of the town"),
    ("Mayor of Sandhithe, Edda Lowe", "Edda Lowe", "person", "the mayor of the town"),
    ("Edda Lowe and Harlan Quist", "Edda Lowe and Harlan Quist", "group", None),
    ("The New York Times, 1911", "New York Times", "organization", None),
    ("Harbour Court, 13 May 2024", "Harbour Court", "organization", None),
    ("Harbour report, 1911", "Harbour report", "document", None),
    ("Matthew 5:3", "Matthew 5:3", "document", None),
    ("Psalm 23", "Psalm 23", "document", None),
    ("A dock worker", "A dock worker", "unnamed", None),
    ("Dock worker, 42", "Dock worker", "unnamed", None),
    ("Widow of Harlan Quist", "Widow of Harlan Quist", "unnamed", None),
    ("a ferry hand", "a ferry hand", "unnamed", None),
])
def test_a_credit_names_the_speaker(credit: str, name: str, kind: str, description: str | None):
    quote = credited(credit)
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.kind, quote.speaker.description) == (name, kind, description)
    assert [clue.clue for clue in quote.clues] == ["credit"]
    assert quote.verdict in ("certain", "likely")


@pytest.mark.parametrize("credit", [
    "3 May 1911", "Monday, 4 May", "Paris, 1968", "Sydney", "Read more", "Read the full story", "Anonymous",
    "Photo: Ida Moss", "via Facebook", "Share this",
])
def test_where_nobody_can_be_seen_nobody_is_named(credit: str):
    quote = credited(credit)
    assert (quote.text, quote.speaker, quote.verdict, quote.clues) == (WORDS, None, "unknown", ())


def test_a_date_leaves_the_words_to_the_lead_in():
    quote = read(f"<p>Quist wrote in his diary:</p><blockquote><p>{WORDS}</p><cite>3 May 1911</cite></blockquote>")[0]
    assert quote.speaker and quote.speaker.name == "Harlan Quist"


@pytest.mark.parametrize("below, speaker", [
    ("— Marit Osei, ferry hand", "Marit Osei"), ("— A ferry hand", "A ferry hand"), ("— Lowe", "Edda Lowe"),
    ("— Paris, 1968", None),
])
def test_a_dash_below_marked_words(below: str, speaker: str | None):
    text = f"Edda Lowe, the mayor, and Harlan Quist came to the quay.\n\n“{WORDS}”\n{below}\n\nThe gate is shut."
    (quote,) = read_document(Article(text=text, language="en")).quotes
    assert (quote.speaker and quote.speaker.name) == speaker


def test_each_of_several_lines_belongs_to_the_words_above_it():
    text = "What they said\n\n“Yes.”\n— Marit Osei\n\n“No.”\n— Bram Holt, diver\n\n“It will hold.”\n— Ines Roca"
    quotes = read_document(Article(text=text, language="en")).quotes
    assert [(q.text, q.speaker and q.speaker.name) for q in quotes] == [
        ("Yes.", "Marit Osei"), ("No.", "Bram Holt"), ("It will hold.", "Ines Roca")]


@pytest.mark.parametrize("signed", ["— Ida Moss", "— Reporting by Ida Moss"])
def test_who_wrote_the_article_is_not_credited_with_its_last_words(signed: str):
    text = f"Harlan Quist came to the quay and spoke to the council.\n\n“{WORDS}”\n\n{signed}"
    (quote,) = read_document(Article(text=text, language="en", byline="Ida Moss")).quotes
    assert not (quote.speaker and quote.speaker.name == "Ida Moss")


def test_other_words_are_not_given_to_whom_a_credit_names():
    quotes = read(f"<blockquote><p>{WORDS}</p><cite>Marit Osei</cite></blockquote><p>“We wait,” said Quist.</p>")
    assert [q.speaker and q.speaker.name for q in quotes] == ["Marit Osei", "Harlan Quist"]
