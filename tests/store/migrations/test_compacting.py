"""Quotes of a database from before they were compact stay what they were, with their numbers."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Block, Document
from quotes.records.evidence import Clue, Cue, Via
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations.m0001_first_tables import Body, Post, Speaker
from quotes.store.migrations.m0001_first_tables import Document as OldDocument
from quotes.store.migrations.m0001_first_tables import Quote as OldQuote
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.table_store import TableStore

OLD_QUOTE = {
    "document": 1,
    "revision": 1, "sort_key": "2024-12-08T08:30:00", "day": "2024-12-08", "publisher_key": "example times",
    "kind": "direct", "text": "Cold water", "start": 1, "end": 11, "speaker": 1, "description": "a swimmer",
    "mention": "Quill", "mention_start": 18, "mention_end": 23, "via": None, "via_start": None, "via_end": None,
    "cue": "said", "cue_start": 13, "cue_end": 17, "verdict": "likely", "confidence": 0.75,
    "clues": json.dumps([["gap", "“Quill” stands right beside it.", 1.25, 18, 23], ["old", "Because.", 0.5, 13, 17]]),
    "runner_up": None, "runner_up_name": None, "runner_up_kind": None, "runner_up_description": None,
    "runner_up_mention": None, "runner_up_start": None, "runner_up_end": None, "status": "active",
    "confirmed_by": None, "link": "https://example.org/1#:~:text=Cold%20water",
}
OTHER = {"runner_up": 2, "runner_up_name": "Tobias Renn", "runner_up_kind": "person", "runner_up_description": None,
         "runner_up_mention": "he", "runner_up_start": 30, "runner_up_end": 32}
BARE = {"speaker": None, "description": None, "mention": None, "mention_start": None, "mention_end": None, "cue": None,
        "cue_start": None, "cue_end": None, "clues": "[]", "link": None, "verdict": "unknown", "confidence": 0.0}
ROWS = [
    {"id": 4, **OLD_QUOTE},
    {"id": 5, **OLD_QUOTE, **OTHER, "via": "CNN", "via_start": 40, "via_end": 43, "continues": 4, "kind": "mixed"},
    {"id": 7, **OLD_QUOTE, **BARE, "parent": 9, "status": "withdrawn", "publisher_key": None},
    {"id": 9, **OLD_QUOTE, **BARE, "kind": "post", "text": None, "status": "not_a_quote", "confirmed_by": "editor"},
]


@pytest.fixture
def migrated(path: Path) -> TableStore:
    """A store over a file that the program before wrote."""
    path.parent.mkdir()
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), CHANGES[:2])
    document = {"id": 1, "known_by": "address https://example.org/1", "revision": 1, "title": "Baths",
                "text_hash": sha256(b"x" * 50).hexdigest(),
                "url": "https://example.org/1", "publisher": "Example Times", "byline": None, "language": "en",
                "published_at": "2024-12-08T09:30:00+01:00", "engine": "quotes 0", "day": "2024-12-08",
                "arrived_at": "2024-12-09T00:00:00+00:00", "sort_key": "2024-12-08T08:30:00"}
    engine.add(OldDocument, [document])
    blocks = json.dumps([["headline", 0, 5], ["paragraph", 7, 20]])
    engine.add(Body, [{"document": 1, "revision": 1, "text": "x" * 50, "blocks": blocks, "embeds": "[]",
                       "warnings": "[]"}])
    engine.add(Speaker, [{"id": n, "name": name, "kind": "person", "description": None, "quote_count": 2}
                         for n, name in ((1, "Ada Quill"), (2, "Tobias Renn"))])
    for row in (ROWS[0], ROWS[3], ROWS[1], ROWS[2]):
        engine.add(OldQuote, [row])
    engine.add(Post, [{"quote": 9, "platform": "twitter", "handle": "quill"}])
    engine.ask("UPDATE sqlite_sequence SET seq = 30 WHERE name = 'quote'")
    engine.close()
    opened = open_sqlite(path)
    yield opened
    opened.close()


DOCUMENT = Document("", "d1", "Baths", "https://example.org/1", "Example Times", language="en", engine="quotes 0",
                    published_at="2024-12-08T09:30:00+01:00", added_at="2024-12-09T00:00:00+00:00")
FIRST = Quote(
    "q4", "direct", "Cold water", 1, 11, "likely", 0.75, cue=Cue("said", 13, 17), document=DOCUMENT,
    speaker=QuotedSpeaker("s1", "Ada Quill", "person", "a swimmer", "Quill", 18, 23),
    clues=(Clue("gap", "“Quill” stands right beside it.", 1.25, 18, 23), Clue("old", "Because.", 0.5, 13, 17)),
    link="https://example.org/1#:~:text=Cold%20water")


def test_every_quote_is_what_it_was(migrated: TableStore):
    assert migrated.quote("q4") == FIRST
    second = migrated.quote("q5")
    assert (second.kind, second.continues, second.via, second.runner_up) == (
        "mixed", "q4", Via("CNN", 40, 43), QuotedSpeaker("s2", "Tobias Renn", "person", None, "he", 30, 32))
    assert migrated.quote("q7") == Quote("q7", "direct", "Cold water", 1, 11, "unknown", 0.0, parent="q9",
                                         status="withdrawn", document=DOCUMENT)
    assert migrated.quote("q9") == Quote(
        "q9", "post", None, 1, 11, "unknown", 0.0, post=PostDetails("twitter", "quill"), status="not_a_quote",
        confirmed_by="editor", document=DOCUMENT)


def test_lists_and_search_find_them(migrated: TableStore):
    asked = (QuoteFilter(), QuoteFilter(publisher="EXAMPLE times"), QuoteFilter(words=("cold", "water")),
             QuoteFilter(speaker_id="s1"), QuoteFilter(since="2024-12-08", until="2024-12-08"))
    for wanted in asked:
        assert [quote.id for quote in migrated.quotes(wanted, PageRequest()).items] == ["q5", "q4"], wanted
    assert [quote.id for quote in migrated.quotes(QuoteFilter(status="withdrawn"), PageRequest()).items] == ["q7"]


def test_blocks_stay_where_they_were(migrated: TableStore):
    assert migrated.document("d1").blocks == (Block("headline", 0, 5), Block("paragraph", 7, 20))


def test_no_number_is_given_again(migrated: TableStore):
    keep(migrated, Reading(Document("More."), (Quote("q1", "direct", "More", 0, 4, "unknown", 0.0),)))
    assert [quote.id for quote in migrated.document_quotes("d2")] == ["q31"]


def test_outlets_have_the_spelling_of_their_first_document(migrated: TableStore):
    assert migrated.engine.ask("SELECT key, name FROM outlet") == [("example times", "Example Times")]
