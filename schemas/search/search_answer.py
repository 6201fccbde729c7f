"""The search: how a question was taken, what it found, and what that can be narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from marshmallow import Schema, fields, validate

from quotes.records.search_question import Closeness
from quotes.schemas.filters import LONGEST_FILTER, QuoteQuerySchema
from quotes.schemas.pagination import FoundWords, PageQuerySchema, QuoteListSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.speaker import SpeakerSchema
from quotes.schemas.text_fields import Words


class QuestionQuerySchema(QuoteQuerySchema):
    """A question, and what else narrows its answer."""

    q = Words(load_default="", validate=validate.Length(max=LONGEST_FILTER), metadata={
        "description": "A name, a topic, an outlet, days, in any order: “Oduya wall Gazette 2025”. Titles before a "
                       "name are passed over, @handles are people, or accounts whose posts are looked for. “Phrases”, "
                       "begin* and -without are words of the quote."})
    plain = fields.Boolean(load_default=False, metadata={
        "description": "Look for all words of q in the words of quotes, and take none for a name, outlet or day."})


class SuggestionQuerySchema(Schema):
    """What somebody has typed so far."""

    error_messages = PageQuerySchema.error_messages

    q = Words(load_default="", validate=validate.Length(max=LONGEST_FILTER), metadata={
        "description": "What is typed so far; the last word may be the beginning of one."})


class AskedOutletSchema(RecordSchema):
    """An outlet that a question can mean."""

    publisher = fields.String(attribute="key", metadata={
        "description": "The outlet, as the filter `publisher` takes it."})
    publisher_printed = fields.String(attribute="printed", allow_none=True, metadata={
        "description": "The name that its pages print."})
    quotes = fields.Integer(metadata={"description": "How many quotes it has."})


class MeaningSchema(RecordSchema):
    """How a question was taken."""

    words = fields.String(metadata={"description": "What was looked for in the words; empty for nothing."})
    speakers = fields.List(fields.Nested(SpeakerSchema), metadata={"description": "Whose quotes were looked for."})
    account = fields.String(allow_none=True, metadata={
        "description": "The handle, without @, from whose accounts posts were looked for, or null."})
    outlet = fields.Nested(AskedOutletSchema, allow_none=True, metadata={"description": "In which outlet, or null."})
    since = fields.String(data_key="from", allow_none=True, metadata={"description": "The first day, or null."})
    until = fields.String(data_key="to", allow_none=True, metadata={"description": "The last day, inclusive, or null."})
    closeness = fields.String(validate=validate.OneOf(get_args(Closeness)), metadata={
        "description": "exact: the quotes have the words; forms: they have forms of them (tariff, tariffs); article: "
                       "the words stand in their articles; part: `let_go` was not looked for."})
    passed_over = fields.List(fields.String(), metadata={
        "description": "Titles before a name, which were passed over."})
    let_go = fields.List(fields.String(), metadata={"description": "What was asked and is not looked for."})


class CountedSchema(RecordSchema):
    """How many of the quotes found have one value."""

    value = fields.String(metadata={"description": "The value, as its filter takes it; of a year the year."})
    name = fields.String(metadata={"description": "What it is called."})
    quotes = fields.Integer(metadata={"description": "How many quotes have it."})


class FacetsSchema(RecordSchema):
    """The quotes found, counted by what they can be narrowed to; at most eight speakers and outlets."""

    speakers = fields.List(fields.Nested(CountedSchema), metadata={"description": "By speaker, the most first."})
    outlets = fields.List(fields.Nested(CountedSchema), metadata={"description": "By outlet, the most first."})
    years = fields.List(fields.Nested(CountedSchema), metadata={"description": "By year, the latest first."})
    kinds = fields.List(fields.Nested(CountedSchema), metadata={"description": "By kind."})
    stances = fields.List(fields.Nested(CountedSchema), metadata={
        "description": "By stance, whatever stance is asked for."})
    quotes = fields.Integer(metadata={"description": "How many quotes were counted."})
    undated = fields.Integer(metadata={"description": "How many of them have no date."})
    is_whole = fields.Boolean(data_key="whole", metadata={
        "description": "Whether all were counted; false where there are more than ten thousand, or no time was left."})


class SearchAnswerSchema(QuoteListSchema):
    """A part of the quotes that a question means, and how it was taken."""

    understood = fields.Nested(MeaningSchema, metadata={"description": "How the question was taken."})
    corrected = fields.String(allow_none=True, metadata={
        "description": "The question as names write it, where only that found something; else null."})
    did_you_mean = fields.List(fields.String(), metadata={
        "description": "Questions that may be meant instead, where little was found."})
    speakers = fields.List(fields.Nested(SpeakerSchema), metadata={
        "description": "Speakers whom words of the question name."})
    outlets = fields.List(fields.Nested(AskedOutletSchema), metadata={
        "description": "Outlets that words of the question name."})
    facets = fields.Nested(FacetsSchema, allow_none=True, metadata={
        "description": "The quotes found, counted; null where they were looked for in articles."})


class SuggestionSchema(RecordSchema):
    """Somebody, or an outlet, whom what was typed may mean."""

    kind = fields.String(validate=validate.OneOf(("speaker", "outlet")), metadata={"description": "Which of the two."})
    value = fields.String(metadata={"description": "The speaker's id, or the outlet as `publisher` takes it."})
    name = fields.String(metadata={"description": "What they are called."})
    description = fields.String(allow_none=True, metadata={"description": "How articles describe the speaker."})
    quotes = fields.Integer(metadata={"description": "How many quotes there are."})


class SuggestionListSchema(RecordSchema):
    """Whom or what may be meant, the likeliest first."""

    items = fields.List(fields.Nested(SuggestionSchema), metadata={"description": "At most ten."})


@dataclass(frozen=True, slots=True)
class SearchListing:
    """A part of an answer, as SearchAnswerSchema writes it."""

    items: Sequence[Any]
    next: str | None
    prev: str | None
    partial: bool
    snippets: Sequence[FoundWords]
    understood: Any
    corrected: str | None
    did_you_mean: Sequence[str]
    speakers: Sequence[Any]
    outlets: Sequence[Any]
    facets: Any
