"""Records and schemas have the same shape, and what is written is what the design says."""

from __future__ import annotations

import dataclasses
import json

import pytest

from quotes.collection.linking.document_speakers import Source
from quotes.collection.verification.differences import Difference
from quotes.collection.verification.outcomes import Match, Verification, Version, Versions
from quotes.records.document import Document, Warned
from quotes.records.evidence import Antecedent, Clue, Cue, Stance, Via
from quotes.records.not_quote import MarkCount, NotQuote
from quotes.records.post import Account, AccountLink, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.schemas.document import DocumentSchema, DocumentSummarySchema, dump_document
from quotes.schemas.document_speakers import SourceSchema
from quotes.schemas.ingestion import KeptReading, KeptReadingSchema
from quotes.schemas.quote import (
    AccountLinkSchema,
    AccountSchema,
    AntecedentSchema,
    ClueSchema,
    CueSchema,
    PostSchema,
    QuotedSpeakerSchema,
    QuoteSchema,
    StanceSchema,
    ViaSchema,
    dump_quote,
)
from quotes.schemas.reading import MarkCountSchema, NotQuoteSchema, ReadingSchema, WarnedSchema, dump_reading
from quotes.schemas.speaker import SpeakerSchema, dump_speaker
from quotes.schemas.verification import CoverageSchema, DifferenceSchema, MatchSchema, VerificationSchema
from quotes.schemas.versions import VersionSchema, VersionsSchema
from quotes.store.contract.verification import Coverage

# What a record has and its schema leaves out, on purpose: only the steps need it.
LEFT_OUT = {"Document": {"blocks", "embeds", "warnings"}, "Clue": {"facts"}}
PAIRS = [
    (QuotedSpeaker, QuotedSpeakerSchema), (Via, ViaSchema), (Cue, CueSchema), (Stance, StanceSchema),
    (Antecedent, AntecedentSchema), (Clue, ClueSchema), (AccountLink, AccountLinkSchema), (PostDetails, PostSchema),
    (Quote, QuoteSchema), (Document, DocumentSchema), (Speaker, SpeakerSchema),
    (Account, AccountSchema), (Warned, WarnedSchema), (Reading, ReadingSchema),
    (KeptReading, KeptReadingSchema), (Difference, DifferenceSchema), (Match, MatchSchema),
    (Source, SourceSchema), (Version, VersionSchema), (Versions, VersionsSchema), (Coverage, CoverageSchema),
    (Verification, VerificationSchema), (NotQuote, NotQuoteSchema), (MarkCount, MarkCountSchema),
]
TEXT = "“Yes,” she said."
DOCUMENT = Document(TEXT, title="T", language="en", engine="quotes 0")
QUOTE = Quote("q1", "direct", "Yes,", 1, 5, "likely", 0.5,
                      speaker=QuotedSpeaker("s1", "Ada", "person", mention="she", start=7, end=10),
                      cue=Cue("said", 11, 15), clues=(Clue("c", "Because.", 1.5, 7, 15),))
SPEAKER = Speaker("s1", "Ada", "person", aliases=("A.",), accounts=(Account("twitter", "ada"),))
READING = Reading(DOCUMENT, (QUOTE,), (SPEAKER,), (Warned("w", "Look."),))


@pytest.mark.parametrize("record, schema", PAIRS, ids=lambda value: value.__name__)
def test_a_schema_has_its_records_fields(record, schema):
    fields = {field.name for field in dataclasses.fields(record)}
    assert set(schema().fields) - schema.ON_DEMAND == fields - LEFT_OUT.get(record.__name__, set())


@pytest.mark.parametrize("record, schema", PAIRS, ids=lambda value: value.__name__)
def test_what_may_be_none_says_so(record, schema):
    for field in dataclasses.fields(record):
        if field.name in schema().fields:
            assert schema().fields[field.name].allow_none == ("None" in str(field.type)), field.name


def test_a_reading_is_written_in_the_one_shape():
    written = dump_reading(READING)
    assert list(written) == ["document", "quotes", "speakers", "warnings", "not_quotes", "marks"]
    assert list(written["document"]) == [
        "id", "title", "url", "url_from", "publisher", "publisher_printed", "byline", "published_at", "published_from",
        "archived_at", "added_at", "language", "text", "engine"]
    assert list(written["quotes"][0]) == [
        "id", "kind", "text", "start", "end", "continues", "parent", "speaker", "via", "cue", "verdict", "confidence",
        "clues", "runner_up", "post", "stance", "status", "confirmed_by", "link", "document"]
    assert written["warnings"] == [{"code": "w", "message": "Look.", "start": None, "end": None}]
    assert json.loads(json.dumps(written)) == written


def test_a_quotes_document_has_no_text():
    written = dump_reading(READING)["quotes"][0]["document"]
    assert written["id"] == "d1"
    assert "text" not in written
    assert list(written) == [name for name in dump_document(DOCUMENT) if name != "text"]


def test_a_quote_that_names_its_document_keeps_it():
    other = dataclasses.replace(QUOTE, document=dataclasses.replace(DOCUMENT, id="d7"))
    assert dump_quote(other)["document"]["id"] == "d7"
    assert dump_reading(dataclasses.replace(READING, quotes=(other,)))["quotes"][0]["document"]["id"] == "d7"


def test_parts_that_are_missing_are_null():
    written = dump_quote(dataclasses.replace(QUOTE, speaker=None, cue=None))
    assert written["speaker"] is written["cue"] is written["via"] is written["post"] is written["document"] is None


def test_a_runner_up_who_is_no_speaker_is_written_with_a_null_id():
    other = QuotedSpeaker(None, "Ben", "person", mention="he", start=1, end=3)
    assert dump_quote(dataclasses.replace(QUOTE, runner_up=other))["runner_up"] == {
        "id": None, "name": "Ben", "kind": "person", "description": None, "mention": "he", "start": 1, "end": 3,
        "antecedent": None}


def test_a_speaker_is_written_with_accounts():
    assert dump_speaker(SPEAKER) == {
        "id": "s1", "name": "Ada", "kind": "person", "description": None, "aliases": ["A."],
        "accounts": [{"platform": "twitter", "handle": "ada"}], "wikidata": None}


def test_several_records_at_once():
    assert DocumentSummarySchema().dump([DOCUMENT, DOCUMENT], many=True) == 2 * [DocumentSummarySchema().dump(DOCUMENT)]
    assert DocumentSummarySchema(many=True).dump([DOCUMENT]) == [DocumentSummarySchema().dump(DOCUMENT)]
