"""Every mark of a text belongs to one quote, one stretch that is none, an apostrophe or measure, or is stray."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from quotes.extraction.mark_account import MARK, is_apostrophe
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.not_quote import MarkCount
from quotes.records.reading import Reading
from tests.corpus.articles import Sample, corpus

DATA = Path(os.environ.get("QUOTES_TEST_DATA", "")) / "articles"
PAGES = sorted(DATA.glob("*.html.gz")) if os.environ.get("QUOTES_TEST_DATA") else []
MOST_STRAY = 0.02  # of the marks of real pages; half a percent by eye, the rest is what an outlet may print

COUNTED = [
    ("“We open,” said Ida Moss. The hotel’s ‘spa’ is a tub.", MarkCount(2, 2, 1, 0)),
    ("He is 6' 2\" tall, and the Reeds’ pipe is 12″ wide.", MarkCount(0, 0, 4, 0)),
    ("The bridge closes on Monday.” The ferry runs.", MarkCount(0, 0, 0, 1)),
    ("» Chess\n» Soup", MarkCount(0, 0, 0, 2)),
    ("“We open at nine.\n\n“We close at six,” said Ida Moss.", MarkCount(3, 0, 0, 0)),
    ("“He told me ‘no’ twice,” said Ida Moss.", MarkCount(2, 2, 0, 0)),
    ("''We open,'' said Ida Moss.", MarkCount(4, 0, 0, 0)),
    ("The clerk typed “” and left.", MarkCount(0, 2, 0, 0)),
    ("Nothing is said here.", MarkCount()),
]


@pytest.mark.parametrize("text, count", COUNTED)
def test_every_mark_is_counted_by_what_it_belongs_to(text: str, count: MarkCount):
    assert read_document(Article(text=text, language="en")).marks == count


APOSTROPHES = ["don’t", "the dogs’ bowl", "goin’ home", "’twas so", "the ’90s", "the U.S.’s", "o’ the", "6’ tall",
               "5′ tall", "Rosa 's hat"]
OTHERS = ["‘no’ to", "sorry’ he", "a” b", "« a", "' b"]


@pytest.mark.parametrize("text", APOSTROPHES)
def test_apostrophes_and_measures_are_told_by_their_shape(text: str):
    assert [is_apostrophe(text, match.start()) for match in MARK.finditer(text)] == [True]


@pytest.mark.parametrize("text", OTHERS)
def test_other_marks_are_none(text: str):
    assert not is_apostrophe(text, next(MARK.finditer(text)).start())


def check(reading: Reading) -> MarkCount:
    """Assert that all marks are accounted for and that what is listed stands in the text; how many there are."""
    text, marks = reading.document.text, reading.marks
    total = marks.quotes + marks.not_quotes + marks.apostrophes + marks.stray
    assert total == len(MARK.findall(text))
    places = [(one.start, one.end) for one in reading.not_quotes]
    assert places == sorted(places, key=lambda place: (place[0], -place[1])) and len(set(places)) == len(places)
    assert all(one.text == text[one.start : one.end] for one in reading.not_quotes)
    assert not set(places) & {(quote.start, quote.end) for quote in reading.quotes}
    assert bool(reading.not_quotes) == bool(marks.not_quotes)
    return marks


SAMPLES = [sample for some in corpus().values() for sample in some]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.phenomenon}: {sample.title}")
def test_all_marks_of_the_corpus_are_accounted_for(sample: Sample):
    check(read_document(sample.article))


@pytest.mark.skipif(not PAGES, reason="QUOTES_TEST_DATA is not set")
def test_all_marks_of_real_pages_are_accounted_for_and_few_are_stray():
    found = [check(read_document(Article(html=gzip.decompress(page.read_bytes())))) for page in PAGES]
    every = sum(one.quotes + one.not_quotes + one.apostrophes + one.stray for one in found)
    assert sum(one.stray for one in found) <= MOST_STRAY * every
