"""Words on pages and cards."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from quotes.api import labels, verdict_words
from quotes.records.document import Document
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Status, Verdict
from quotes.records.speaker import SpeakerKind
from tests.api.cards.samples import SHORT


@pytest.mark.parametrize("moment, words", [
    ("2024-12-08", "8 December 2024"),
    ("2024-12-08T23:59:59Z", "8 December 2024"),
    ("2024-12-08 10:00", "8 December 2024"),
    ("2024-02-30", "2024-02-30"),
    ("yesterday", "yesterday"),
    ("", ""),
    (None, ""),
])
def test_days(moment, words):
    assert labels.day(moment) == words


@pytest.mark.parametrize("words, line", [
    ("two\nlines", "two lines"),
    ("  much \t space ", "much space"),
    ("turned \u202eround\u202c", "turned round"),
    ("line\u2028end\x07", "line end"),
    (None, ""),
    ("a" * 200, "a" * 119 + "…"),
])
def test_one_line(words, line):
    assert labels.one_line(words) == line


@pytest.mark.parametrize("document, words", [
    (None, ""),
    (Document("", publisher="Courier", published_at="2025-03-05"), "Courier, 5 March 2025"),
    (Document("", publisher="Courier"), "Courier"),
    (Document("", publisher="courier.example", publisher_printed="The Courier"), "The Courier (courier.example)"),
    (Document("", publisher="courier.example", publisher_printed="Courier.example"), "Courier.example"),
    (Document("", publisher="courier.example"), "courier.example"),
    (Document("", publisher="An Agency", publisher_printed="The Courier"), "An Agency"),
    (Document("", publisher="The Courier", publisher_printed="The Courier"), "The Courier"),
    (Document(""), ""),
])
def test_sources(document, words):
    assert labels.source_words(document) == words


@pytest.mark.parametrize("table, values", [
    (labels.VERDICTS, get_args(Verdict)),
    (labels.KINDS, get_args(QuoteKind)),
    (labels.SPEAKER_KINDS, get_args(SpeakerKind)),
    (labels.STATUSES, [status for status in get_args(Status) if status != "active"]),
])
def test_every_value_has_its_words(table, values):
    assert set(table) == set(values)


def test_every_verdict_has_its_place_in_the_order():
    assert set(labels.DOUBTFUL_FIRST) == set(get_args(Verdict))


HAS, NOBODY = SHORT, replace(SHORT, speaker=None)


@pytest.mark.parametrize("quote, verdict, shown", [
    (HAS, "certain", ("Certain", None, "", "")),
    (HAS, "likely", ("Likely", "Speaker likely, not certain", "speaker likely, not certain", " (likely)")),
    (HAS, "unsure", ("Unsure", "Speaker unsure: check before you rely on it", "speaker unsure", " (unsure)")),
    (HAS, "corrected", ("Corrected", "Corrected: a person has set the speaker", "", " (corrected)")),
    (HAS, "confirmed", ("Confirmed", "Confirmed: a person has checked the speaker", "", " (confirmed)")),
    (NOBODY, "unknown", ("Speaker unknown", None, "", "")),
    (NOBODY, "corrected", ("Corrected", "Corrected: a person found that nobody is named", "", " (corrected)")),
    (NOBODY, "confirmed", ("Confirmed", "Confirmed: a person found that nobody is named", "", " (confirmed)")),
])
def test_how_sure_it_is_stands_in_words_on_everything_that_goes_out(quote, verdict, shown):
    word, mark, doubt, title = shown
    quote = replace(quote, verdict=verdict)
    card = labels.card_mark(quote)
    assert labels.verdict_words(quote)[0] == word
    assert (card and card.words) == mark
    assert (verdict_words.doubt(quote), labels.title_verdict(quote)) == (doubt, title)
    assert mark is None or mark in labels.card_alternative(quote)
    assert ("nobody is named" in labels.verdict_words(quote)[1]) == (verdict in labels.BY_PERSON and not quote.speaker)
