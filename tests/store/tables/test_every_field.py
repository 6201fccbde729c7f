"""Records, tables and schemas have the same shape: what is filled in comes back, whole, in every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.evidence import Clue
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import Speaker
from quotes.schemas.quote import dump_quote
from quotes.store.contract.store import Key, PageRequest, QuoteFilter
from quotes.store.table_store import TableStore

ADDED = "2025-01-02T03:04:05+00:00"  # what the clock of the tests says
UPPER_ONLY = {"text", "blocks", "embeds", "warnings"}  # what the document of a quote leaves out


def filled(kind: Any, numbers: Iterator[int], name: str = "") -> Any:
    """A value of any type of ours in which nothing is empty or left at its default."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: filled(hints[field.name], numbers, f"{kind.__name__}.{field.name}")
                       for field in fields(kind)})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return inner[-1]
    if origin is tuple:
        return (filled(inner[0], numbers, name),)
    if origin in (UnionType, Union):
        return filled(next(one for one in inner if one is not type(None)), numbers, name)
    number = next(numbers)
    return {str: f"{name} {number} é “…”", int: number, float: number / 1000, bool: True}[kind]


def filled_reading() -> Reading:
    """Three quotes with everything, tied to each other and to the speakers of the reading."""
    numbers = count(1)
    speakers = tuple(replace(filled(Speaker, numbers), id=f"s{n}") for n in (1, 2))
    document = replace(filled(Document, numbers), published_at="2024-12-08T09:30:00+01:00", added_at=ADDED)
    quotes = []
    for n in (1, 2, 3):
        quote = filled(Quote, numbers)
        ties = {"continues": None, "parent": None} if n == 1 else {"continues": "q1", "parent": f"q{n - 1}"}
        speaker, other = speakers if n % 2 else reversed(speakers)
        quotes.append(replace(
            quote, id=f"q{n}", **ties, status="active", document=None, start=n * 10, end=n * 10 + 9,
            speaker=replace(quote.speaker, id=speaker.id, name=speaker.name, kind=speaker.kind),
            runner_up=replace(quote.runner_up, id=other.id, name=other.name, kind=other.kind, antecedent=None),
        ))
    warned = filled(Reading, count(900)).warnings
    return Reading(document, tuple(quotes), speakers, (*document.warnings, *warned))


@pytest.fixture
def kept(store: TableStore) -> Reading:
    """The reading that was kept."""
    reading = filled_reading()
    assert keep(store, reading).outcome == "new"
    return reading


def test_nothing_in_the_filled_reading_is_empty():
    reading = filled_reading()
    for record in (reading.document, *reading.speakers, reading.quotes[2], reading.quotes[2].post):
        empty = [field.name for field in fields(record)
                 if getattr(record, field.name) in (None, "", ()) and field.name != "document"]
        assert empty == []


def test_every_field_of_a_document_comes_back(store: TableStore, kept: Reading):
    assert store.document("d1") == replace(kept.document, id="d1", warnings=kept.warnings)


def test_keeping_answers_the_document_as_it_is_kept(store: TableStore):
    assert keep(store, filled_reading()).document == store.document("d1")


@pytest.mark.parametrize("field", [field.name for field in fields(Quote)])
def test_every_field_of_a_quote_comes_back(store: TableStore, kept: Reading, field: str):
    about = {name: getattr(Document(""), name) for name in UPPER_ONLY}
    for number, quote in enumerate(kept.quotes, 1):
        expected = replace(quote, id=f"q{number}", document=replace(kept.document, id="d1", **about))
        assert getattr(store.quote(f"q{number}"), field) == getattr(expected, field)


def test_a_runner_up_who_is_no_speaker_comes_back_whole(store: TableStore):
    reading = filled_reading()
    quotes = tuple(replace(quote, runner_up=replace(quote.runner_up, id=None, name="Ona Brandt", kind="organization"))
                   for quote in reading.quotes)
    keep(store, replace(reading, quotes=quotes))
    assert [store.quote(f"q{number}").runner_up for number in (1, 2, 3)] == [quote.runner_up for quote in quotes]
    assert store.document_speakers("d1") == reading.speakers


def test_lists_give_quotes_as_one_by_one(store: TableStore, kept: Reading):
    listed = store.quotes(QuoteFilter(stance=None), PageRequest()).items
    assert listed == tuple(store.quote(one) for one in ("q3", "q2", "q1"))
    assert store.document_quotes("d1") == listed[::-1]


def test_every_field_of_a_speaker_comes_back(store: TableStore, kept: Reading):
    assert [store.speaker(speaker.id) for speaker in kept.speakers] == list(kept.speakers)
    assert store.document_speakers("d1") == kept.speakers
    assert [(link.how, link.confidence, link.stored) for link in store.document_links("d1")] == [
        ("new in this document", 1.0, "s1"), ("new in this document", 1.0, "s2")]


def test_every_field_of_a_key_comes_back(store: TableStore):
    key = replace(filled(Key, count()), prefix="qk_1")
    store.add_key(key, "hash")
    assert store.find_key("qk_1") == (key, "hash")
    assert store.keys() == (key,)


def test_a_quote_of_the_store_fills_its_whole_schema(store: TableStore, kept: Reading):
    assert list(nulls(dump_quote(store.quote("q3")))) == ["quote.runner_up.antecedent"]


def nulls(written: Any, where: str = "quote") -> Iterator[str]:
    """Where something is missing in what was written."""
    if written is None:
        yield where
    for key, value in written.items() if isinstance(written, dict) else enumerate(written) \
            if isinstance(written, list) else ():
        yield from nulls(value, f"{where}.{key}")


def test_a_quote_with_nothing_but_its_place_comes_back_so(store: TableStore):
    bare = Quote("q1", "post", None, 5, 5, "unknown", 0.0)
    keep(store, Reading(Document("x"), (bare,)))
    assert store.quote("q1") == replace(bare, document=Document("", id="d1", added_at=ADDED))


ODD = ["", "  edges  ", "“marks” — and\nlines\ttabs", "a\0b", "👩‍👩‍👧 \U0001f600", "ſ ẞ İ", "\u202eright to left",
       "'; DROP TABLE quote; --", '[1,2]', "x" * 100_000]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_words_are_kept_character_for_character(store: TableStore, text: str):
    quote = Quote("q1", "direct", text, 0, len(text), "unknown", 0.0, clues=(Clue(text, text, -1.5, 0, 1),))
    keep(store, Reading(Document(text), (quote,)))
    found = store.quote("q1")
    assert (found.text, found.clues, store.document("d1").text) == (text, quote.clues, text)
